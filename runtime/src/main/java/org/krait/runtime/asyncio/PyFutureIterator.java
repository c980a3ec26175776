package org.krait.runtime.asyncio;

import org.krait.objects.PyInstance;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** What {@code await} goes through of a future: gives the future once, and then ends with its result. */
final class PyFutureIterator extends PyInstance {
    static final PyType TYPE = PyType.builtin("_asyncio.FutureIter", PyType.OBJECT, PyType.NO_NEW,
            new FutureIteratorMethodsTable());

    /** Null at the end. Counted. */
    private PyFuture future;

    PyFutureIterator(PyFuture future) {
        super(TYPE);
        this.future = future;
        Refs.incRefFrom(this, future);
    }

    PyFuture future() {
        return future;
    }

    /** Ends; the future is the caller's, its count released. */
    PyFuture take() {
        PyFuture taken = future;
        future = null;
        Refs.xrelease(taken);
        return taken;
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(future);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (future != null) {
            visitor.visit(future);
        }
    }
}
