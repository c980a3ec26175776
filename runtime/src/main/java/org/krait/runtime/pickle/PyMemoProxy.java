package org.krait.runtime.pickle;

import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** The memo of a pickler or an unpickler as a program sees it. */
final class PyMemoProxy extends PyInstance {
    /** Counted. */
    final PyObject owner;

    PyMemoProxy(PyType type, PyObject owner) {
        super(type);
        this.owner = owner;
        Refs.incRef(owner);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(owner);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(owner);
    }
}
