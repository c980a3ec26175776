package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTraceback;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;

/** The instructions of with and async with. */
final class Withs {
    private Withs() {}

    /** The bound exit function goes to the counted register {@code exit}; the result is that of the enter function. */
    static PyObject enter(ThreadState ts, PyObject manager, boolean async, PyObject[] r, int exit) {
        Special enterName = async ? Special.AENTER : Special.ENTER;
        Special exitName = async ? Special.AEXIT : Special.EXIT;
        PyObject enterMethod = Attributes.getSpecial(ts, manager, enterName);
        if (enterMethod == null) {
            throw unsupported(manager, async, "");
        }
        PyObject exitMethod = null;
        try {
            exitMethod = Attributes.getSpecial(ts, manager, exitName);
        } finally {
            if (exitMethod == null) {
                Refs.drop(enterMethod);
            }
        }
        if (exitMethod == null) {
            throw unsupported(manager, async, " (missed " + exitName.text() + " method)");
        }
        Temporaries.setLocal(r, exit, exitMethod);
        PyObject value;
        try {
            value = Calls.call(ts, enterMethod);
        } catch (PyException e) {
            // No handler knows of the exit method yet.
            r[exit] = null;
            Refs.decRef(exitMethod);
            Refs.drop(enterMethod);
            throw e;
        }
        Refs.dropKeeping(enterMethod, value);
        Refs.dropKeeping(manager, value);
        return value;
    }

    private static PyException unsupported(PyObject manager, boolean async, String more) {
        return Errors.typeError("'" + manager.type.name() + "' object does not support the "
                + (async ? "asynchronous " : "") + "context manager protocol" + more);
    }

    /** {@code exit(type, exception, traceback)}. */
    static PyObject exit(ThreadState ts, PyObject exit, PyObject exception) {
        PyBaseException e = (PyBaseException) exception;
        PyTraceback traceback = e.traceback();
        if (traceback == null) {
            return Calls.call(ts, exit, e.type, e, PySingleton.NONE);
        }
        // The exit function may take it from the exception.
        Refs.incRef(traceback);
        try {
            return Calls.call(ts, exit, e.type, e, traceback);
        } finally {
            Refs.decRef(traceback);
        }
    }
}
