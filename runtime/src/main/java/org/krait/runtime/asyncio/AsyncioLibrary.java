package org.krait.runtime.asyncio;

import org.krait.objects.Errors;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.imports.Imports;

/** What the module keeps for a context, and what it uses of the library in Python. */
final class AsyncioLibrary {
    private static final PyStr CALL_SOON = PyStr.interned("call_soon");
    private static final PyStr[] CONTEXT = {PyStr.interned("context")};

    /** {@code asyncio.CancelledError} and {@code asyncio.InvalidStateError}. */
    final PyType cancelledError;
    final PyType invalidStateError;
    /** A WeakSet of the tasks that an event loop steps. */
    final PyObject scheduledTasks;
    /** The tasks in their first, eager step. */
    final PySet eagerTasks = new PySet(PySet.TYPE);
    /** Event loop to task: what each loop runs now. */
    final PyDict currentTasks = new PyDict();
    private long taskNumber;

    private AsyncioLibrary(ThreadState ts) {
        cancelledError = (PyType) find(ts, "asyncio.exceptions", "CancelledError");
        invalidStateError = (PyType) find(ts, "asyncio.exceptions", "InvalidStateError");
        scheduledTasks = Calls.call(ts, find(ts, "weakref", "WeakSet"));
        Refs.incRef(scheduledTasks);
        Refs.incRef(eagerTasks);
        Refs.incRef(currentTasks);
    }

    static AsyncioLibrary of(ThreadState ts) {
        AsyncioLibrary library = (AsyncioLibrary) ts.interp.natives.get(AsyncioLibrary.class);
        if (library == null) {
            library = new AsyncioLibrary(ts);
            ts.interp.natives.put(AsyncioLibrary.class, library);
        }
        return library;
    }

    static PyObject find(ThreadState ts, String module, String name) {
        return Attributes.get(ts, Imports.importModule(ts, module), name);
    }

    long nextTaskNumber() {
        return ++taskNumber;
    }

    PyException invalidState(String message) {
        return Errors.of(invalidStateError, message);
    }

    /** True for a CancelledError. */
    boolean isCancellation(PyBaseException e) {
        return cancelledError.isInstance(e);
    }

    /** {@code loop.call_soon(callback, argument, context=context)}; argument and context may be null. */
    static void callSoon(ThreadState ts, PyObject loop, PyObject callback, PyObject argument, PyObject context) {
        int count = argument == null ? 1 : 2;
        PyObject[] args = new PyObject[context == null ? count : count + 1];
        args[0] = callback;
        if (argument != null) {
            args[1] = argument;
        }
        if (context != null) {
            args[count] = context;
        }
        PyObject method = Attributes.get(ts, loop, CALL_SOON);
        Refs.incRef(method);
        try {
            Refs.drop(Calls.call(ts, method, args, context == null ? null : CONTEXT));
        } finally {
            Refs.decRef(method);
        }
    }

    // The running loop.

    /** The event loop that runs in this thread, or null. */
    static PyObject runningLoop(ThreadState ts) {
        return (PyObject) ts.natives.get(AsyncioLibrary.class);
    }

    static void setRunningLoop(ThreadState ts, PyObject loop) {
        PyObject old = runningLoop(ts);
        if (loop == PySingleton.NONE) {
            ts.natives.remove(AsyncioLibrary.class);
        } else {
            Refs.incRef(loop);
            ts.natives.put(AsyncioLibrary.class, loop);
        }
        Refs.xdecRef(old);
    }

    /** The running loop, else the one that the policy gives. */
    static PyObject eventLoop(ThreadState ts) {
        PyObject running = runningLoop(ts);
        if (running != null) {
            return running;
        }
        PyObject policy = Calls.call(ts, find(ts, "asyncio.events", "get_event_loop_policy"));
        return Calls.callMethod(ts, policy, "get_event_loop");
    }
}
