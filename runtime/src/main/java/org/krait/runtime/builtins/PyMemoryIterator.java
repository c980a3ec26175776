package org.krait.runtime.builtins;

import org.krait.objects.PyIterator;
import org.krait.objects.PyMemoryView;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** Iterates over a memoryview of one dimension. */
public final class PyMemoryIterator extends PyIterator {
    public static final PyType TYPE = PyType.builtin("memory_iterator", PyType.OBJECT, PyType.NO_NEW);

    /** The view; null once exhausted. Counted. */
    private PyMemoryView view;
    private int index;

    PyMemoryIterator(PyMemoryView view) {
        super(TYPE);
        this.view = view;
        Refs.incRef(view);
    }

    @Override
    public PyObject next(ThreadState ts) {
        PyMemoryView v = view;
        if (v == null) {
            return null;
        }
        MemoryViewMethods.check(v);
        if (index < v.shape[0]) {
            return MemoryViewMethods.item(ts, v, v.offset + index++ * v.strides[0]);
        }
        view = null;
        Refs.decRef(v);
        return null;
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(view);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        if (view != null) {
            visitor.visit(view);
        }
    }
}
