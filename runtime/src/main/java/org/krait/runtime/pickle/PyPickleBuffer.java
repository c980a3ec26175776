package org.krait.runtime.pickle;

import org.krait.objects.Errors;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.Refs;

/** A {@code pickle.PickleBuffer}: something with a buffer that may stay out of a pickle (PEP 574). */
final class PyPickleBuffer extends PyInstance {
    /** Counted; null once released. */
    private PyObject base;

    PyPickleBuffer(PyObject base) {
        super(PickleTypes.BUFFER);
        this.base = base;
        Refs.incRef(base);
    }

    PyObject base() {
        if (base == null) {
            throw Errors.valueError("operation forbidden on released PickleBuffer object");
        }
        return base;
    }

    void release() {
        PyObject old = base;
        base = null;
        Refs.xdecRef(old);
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(base);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (base != null) {
            visitor.visit(base);
        }
    }
}
