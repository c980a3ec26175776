package org.krait.runtime.builtins;

import org.krait.objects.Attributes;
import org.krait.objects.Errors;
import org.krait.objects.PyInstance;
import org.krait.objects.PyIterator;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Iteration;

/** One of the iterators that {@code itertools.tee} makes: they share a list of what was taken from the source. */
@BuiltinType(base = ObjectMethods.class, signature = "__new__", doc = "An iterator that can be copied.")
final class PyTee extends PyIterator {
    static final PyType TYPE = ToolTypes.TEE;

    private final PyInstance attributes = new Attributes(TYPE, this);
    private Link position;

    /** An item that was taken, or the place of the one to be taken next. */
    private static final class Link {
        private final Source source;
        /** How many tees and links point here. */
        private int users;
        /** Counted; null until taken. */
        private PyObject item;
        private Link next;

        Link(Source source) {
            this.source = source;
        }

        /** Ends one use; what nobody can reach any more is dropped. */
        static void leave(Link first) {
            Link link = first;
            while (link != null && --link.users == 0) {
                Link following = link.next;
                if (link.item != null) {
                    Refs.decRef(link.item);
                } else {
                    Refs.decRef(link.source.iterator);
                }
                link = following;
            }
        }
    }

    /** What all tees of a source share. */
    private static final class Source {
        final PyObject iterator;
        boolean running;

        Source(PyObject iterator) {
            this.iterator = iterator;
            Refs.incRef(iterator);
        }
    }

    private PyTee(Link position) {
        super(TYPE);
        this.position = position;
        position.users++;
    }

    /** A tee of an iterator, which is not to be used otherwise. */
    static PyTee of(ThreadState ts, PyObject iterable) {
        PyObject iterator = Iteration.iter(ts, iterable);
        return iterator instanceof PyTee tee ? tee.copy() : new PyTee(new Link(new Source(iterator)));
    }

    PyTee copy() {
        return new PyTee(position);
    }

    @Builtin("__new__(type, iterable, /)")
    static PyObject make(ThreadState ts, PyType type, PyObject iterable) {
        return of(ts, iterable);
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyTee self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyTee self) {
        return self.next(ts);
    }

    @Builtin(value = "__copy__(self, /)", doc = "An independent iterator at the same place.")
    static PyObject copy(PyTee self) {
        return self.copy();
    }

    @Override
    public PyObject next(ThreadState ts) {
        Link link = position;
        if (link.item == null) {
            Source source = link.source;
            if (source.running) {
                throw Errors.runtimeError("cannot re-enter the tee iterator");
            }
            source.running = true;
            PyObject item;
            try {
                item = Iteration.next(ts, source.iterator);
            } finally {
                source.running = false;
            }
            if (item == null) {
                return null;
            }
            Refs.incRef(item);
            link.item = item;
            link.next = new Link(source);
            link.next.users = 1;
        }
        PyObject item = link.item;
        Refs.incRef(item);
        position = link.next;
        position.users++;
        Link.leave(link);
        Refs.release(item);
        return item;
    }

    @Override
    public PyInstance attributes() {
        return attributes;
    }

    @Override
    protected void dropReferents() {
        Link.leave(position);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        // Links shared with others are theirs as well: shown only by the sole user of a place.
        for (Link link = position; link != null && link.users == 1; link = link.next) {
            visitor.visit(link.item != null ? link.item : link.source.iterator);
        }
    }
}
