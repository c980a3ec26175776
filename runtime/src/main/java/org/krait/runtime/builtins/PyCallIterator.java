package org.krait.runtime.builtins;

import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** {@code iter(callable, sentinel)}. */
public final class PyCallIterator extends PyInstance {
    public static final PyType TYPE = PyType
            .builtin("callable_iterator", PyType.OBJECT, 0, new CallIteratorMethodsTable());

    /** What is called for each item; null once exhausted. */
    PyObject callable;
    /** The result that ends it. */
    PyObject sentinel;

    public PyCallIterator(PyObject callable, PyObject sentinel) {
        super(TYPE);
        this.callable = callable;
        Refs.incRef(callable);
        this.sentinel = sentinel;
        Refs.incRef(sentinel);
    }

    /** Ends the iteration. */
    void exhaust() {
        PyObject c = callable;
        PyObject s = sentinel;
        callable = null;
        sentinel = null;
        Refs.xdecRef(c);
        Refs.xdecRef(s);
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(callable);
        Refs.xdecRef(sentinel);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (callable != null) {
            visitor.visit(callable);
        }
        if (sentinel != null) {
            visitor.visit(sentinel);
        }
    }
}
