package org.krait.runtime.builtins;

import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** {@code zip}: tuples of the items of several iterators. */
public final class PyZip extends PyInstance {
    public static final PyType TYPE = PyType.builtin("zip", PyType.OBJECT, PyType.BASE, new ZipMethodsTable());

    /** The tuple of iterators. */
    PyObject iterators;
    /** All must end together. */
    boolean strict;

    public PyZip(PyType type, PyObject iterators) {
        super(type);
        this.iterators = iterators;
        Refs.incRef(iterators);
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(iterators);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (iterators != null) {
            visitor.visit(iterators);
        }
    }
}
