package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Iteration;
import org.krait.runtime.TypeChecks;

/** {@code itertools.chain}. */
@BuiltinType(
        base = ObjectMethods.class,
        doc = "The items of the first iterable, then those of the second, and so on.")
final class PyChain extends Itertool {
    static final PyType TYPE = ToolTypes.CHAIN;

    /** Iterator over the iterables; null at the end. Counted. */
    private PyObject source;
    /** Iterator over the current one; null between two. Counted. */
    private PyObject active;

    private PyChain(PyType type, PyObject source) {
        super(type);
        this.source = source;
        Refs.incRef(source);
    }

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        noKeywords(type, TYPE, keywords, "chain");
        PyObject[] iterables = Arrays.copyOf(args, positional(args, keywords));
        return new PyChain(type, Iteration.iter(ts, PyTuple.of(iterables)));
    }

    @Builtin(
            value = "from_iterable(type, iterable, /)",
            doc = "A chain of the iterables that one iterable gives, taken lazily.",
            kind = Builtin.Kind.CLASS_METHOD)
    static PyObject fromIterable(ThreadState ts, PyType type, PyObject iterable) {
        return new PyChain(type, Iteration.iter(ts, iterable));
    }

    @Builtin(
            value = "__class_getitem__(type, object, /)",
            doc = "See PEP 585",
            kind = Builtin.Kind.CLASS_METHOD)
    static PyObject classGetItem(PyType type, PyObject item) {
        return TypeChecks.genericAlias(type, item);
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyChain self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyChain self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        while (source != null) {
            if (active == null) {
                PyObject iterable = Iteration.next(ts, source);
                if (iterable == null) {
                    source = dropped(source);
                    return null;
                }
                PyObject iterator;
                try {
                    iterator = Iteration.iter(ts, iterable);
                } catch (PyException e) {
                    source = dropped(source);
                    throw e;
                }
                Refs.incRef(iterator);
                Refs.drop(iterable);
                active = iterator;
            }
            PyObject item = Iteration.next(ts, active);
            if (item != null) {
                return item;
            }
            active = dropped(active);
        }
        return null;
    }

    @Builtin("__reduce__(self, /)")
    static PyTuple reduce(ThreadState ts, PyChain self) {
        warnOfPickling(ts);
        if (self.source == null) {
            return PyTuple.of(self.type, PyTuple.EMPTY);
        }
        return PyTuple.of(self.type, PyTuple.EMPTY,
                self.active == null ? PyTuple.of(self.source) : PyTuple.of(self.source, self.active));
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(ThreadState ts, PyChain self, PyObject state) {
        warnOfPickling(ts);
        PyTuple given = state(state, 1, 2);
        for (PyObject o : given.items) {
            if (!Iteration.isIterator(o)) {
                throw Errors.typeError("Arguments must be iterators.");
            }
        }
        PyObject source = self.source;
        PyObject active = self.active;
        self.source = given.item(0);
        self.active = given.size() > 1 ? given.item(1) : null;
        Refs.incRef(self.source);
        Refs.xincRef(self.active);
        Refs.xdecRef(source);
        Refs.xdecRef(active);
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(source);
        Refs.xdecRef(active);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visit(visitor, source);
        visit(visitor, active);
    }
}
