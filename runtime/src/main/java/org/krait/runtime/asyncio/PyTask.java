package org.krait.runtime.asyncio;

import org.krait.objects.PyObject;
import org.krait.objects.PyType;

/** An {@code _asyncio.Task}. */
final class PyTask extends PyFuture {
    static final PyType TYPE = PyType.builtin("_asyncio.Task", PyFuture.TYPE,
            PyType.BASE | PyType.HAS_DICT | PyType.HAS_WEAKREF | PyType.MUTABLE, new TaskMethodsTable());

    static final int COROUTINE = firstMore();
    static final int CONTEXT = COROUTINE + 1;
    static final int NAME = COROUTINE + 2;
    /** The future that the coroutine waits for. */
    static final int WAITER = COROUTINE + 3;

    int cancelRequests;
    boolean mustCancel;
    boolean logsDestroyPending = true;

    PyTask(PyType type) {
        super(type, 4);
    }

    PyObject loop() {
        return held(LOOP);
    }
}
