package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Iteration;
import org.krait.runtime.Truth;

/** {@code itertools.compress}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "__new__",
        doc = "The items of data whose selector is true.")
final class PyCompressIterator extends Itertool {
    static final PyType TYPE = ToolTypes.COMPRESS;

    private final PyObject data;
    private final PyObject selectors;

    private PyCompressIterator(PyType type, PyObject data, PyObject selectors) {
        super(type);
        this.data = data;
        this.selectors = selectors;
        Refs.incRef(data);
        Refs.incRef(selectors);
    }

    @Builtin("__new__(type, data, selectors)")
    static PyObject make(ThreadState ts, PyType type, PyObject data, PyObject selectors) {
        return new PyCompressIterator(type, Iteration.iter(ts, data), Iteration.iter(ts, selectors));
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyCompressIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyCompressIterator self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        while (true) {
            PyObject item = Iteration.next(ts, data);
            if (item == null) {
                return null;
            }
            Refs.incRef(item);
            boolean selected;
            try {
                PyObject selector = Iteration.next(ts, selectors);
                if (selector == null) {
                    return null;
                }
                selected = Truth.of(ts, selector);
                Refs.drop(selector);
            } finally {
                Refs.release(item);
            }
            if (selected) {
                return item;
            }
            Refs.drop(item);
        }
    }

    @Builtin("__reduce__(self, /)")
    static PyTuple reduce(ThreadState ts, PyCompressIterator self) {
        warnOfPickling(ts);
        return PyTuple.of(self.type, PyTuple.of(self.data, self.selectors));
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(data);
        Refs.decRef(selectors);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(data);
        visitor.visit(selectors);
    }
}
