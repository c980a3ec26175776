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
    /** Counted. */
    private Link position;

    /** An item that was taken, or the place of the one to be taken next. Tees and links count the link they are at. */
    private static final class Link extends PyObject {
        private static final PyType TYPE = PyType.builtin("itertools._tee_dataobject", PyType.OBJECT, PyType.NO_NEW);

        private final Source source;
        /** Counted; null until taken. */
        private PyObject item;
        /** Counted; null until the item is taken. */
        private Link next;

        Link(Source source) {
            super(TYPE);
            this.source = source;
            Refs.incRefFrom(this, source);
        }

        void take(PyObject taken) {
            Refs.incRefFrom(this, taken);
            item = taken;
            next = new Link(source);
            Refs.incRefFrom(this, next);
        }

        /** Drops the links behind that nothing else refers to one by one: they can be very many. */
        @Override
        protected void dropReferents() {
            Refs.decRef(source);
            Refs.xdecRef(item);
            Link link = next;
            next = null;
            while (link != null && Refs.count(link) == 1) {
                Link following = link.next;
                link.next = null;
                Refs.decRef(link);
                link = following;
            }
            Refs.xdecRef(link);
        }

        @Override
        public void visitReferents(Visitor visitor) {
            visitor.visit(source);
            if (item != null) {
                visitor.visit(item);
                visitor.visit(next);
            }
        }
    }

    /** What all tees of an iterator share. */
    private static final class Source extends PyObject {
        final PyObject iterator;
        boolean running;

        Source(PyObject iterator) {
            super(Link.TYPE);
            this.iterator = iterator;
            Refs.incRefFrom(this, iterator);
        }

        @Override
        protected void dropReferents() {
            Refs.decRef(iterator);
        }

        @Override
        public void visitReferents(Visitor visitor) {
            visitor.visit(iterator);
        }
    }

    private PyTee(Link position) {
        super(TYPE);
        this.position = position;
        Refs.incRefFrom(this, position);
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
            link.take(item);
        }
        PyObject item = link.item;
        Refs.incRef(item);
        position = link.next;
        Refs.incRefFrom(this, position);
        Refs.decRef(link);
        Refs.release(item);
        return item;
    }

    @Override
    public PyInstance attributes() {
        return attributes;
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(position);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(position);
    }
}
