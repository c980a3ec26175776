package org.krait.runtime.builtins;

import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** {@code enumerate}: pairs of a running number and an item. */
public final class PyEnumerate extends PyInstance {
    public static final PyType TYPE = PyType
            .builtin("enumerate", PyType.OBJECT, PyType.BASE, new EnumerateMethodsTable());

    /** The iterator underneath. */
    PyObject iterator;
    /** The number of the next item. */
    PyObject count;

    public PyEnumerate(PyType type, PyObject iterator, PyObject count) {
        super(type);
        this.iterator = iterator;
        Refs.incRef(iterator);
        this.count = count;
        Refs.incRef(count);
    }

    /** Moves on to the next number. */
    void setCount(PyObject value) {
        Refs.incRef(value);
        PyObject old = count;
        count = value;
        Refs.decRef(old);
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(iterator);
        Refs.xdecRef(count);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (iterator != null) {
            visitor.visit(iterator);
        }
        if (count != null) {
            visitor.visit(count);
        }
    }
}
