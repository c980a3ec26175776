package org.krait.runtime.builtins;

import org.krait.objects.PyIterator;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** Iterates over an array. */
public final class PyArrayIterator extends PyIterator {
    public static final PyType TYPE =
            PyType.builtin("array.arrayiterator", PyType.OBJECT, PyType.NO_NEW, new ArrayIteratorMethodsTable());

    /** The array; null once exhausted. Counted. */
    PyArray array;
    int index;

    PyArrayIterator(PyArray array) {
        super(TYPE);
        this.array = array;
        Refs.incRef(array);
    }

    @Override
    public PyObject next(ThreadState ts) {
        PyArray a = array;
        if (a == null) {
            return null;
        }
        if (index < a.size) {
            return a.item(index++);
        }
        array = null;
        Refs.decRef(a);
        return null;
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(array);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        if (array != null) {
            visitor.visit(array);
        }
    }
}
