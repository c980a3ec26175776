package org.krait.runtime.builtins;

import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** What {@code anext(iterator, default)} gives to {@code await}. */
public final class PyAnextAwaitable extends PyInstance {
    public static final PyType TYPE = PyType
            .builtin("anext_awaitable", PyType.OBJECT, 0, new AnextAwaitableMethodsTable());

    /** The awaitable of the next item. */
    PyObject awaitable;
    /** The value at the end of the iterator. */
    PyObject fallback;

    public PyAnextAwaitable(PyObject awaitable, PyObject fallback) {
        super(TYPE);
        this.awaitable = awaitable;
        Refs.incRef(awaitable);
        this.fallback = fallback;
        Refs.incRef(fallback);
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(awaitable);
        Refs.xdecRef(fallback);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (awaitable != null) {
            visitor.visit(awaitable);
        }
        if (fallback != null) {
            visitor.visit(fallback);
        }
    }
}
