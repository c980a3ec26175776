package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyBool;
import org.krait.objects.PyException;
import org.krait.objects.PyFrame;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** The instructions of raise, except and the exception being handled. */
final class Raising {
    private Raising() {}

    /** {@code raise exception from cause}, or {@code raise} when both are null. */
    static PyException raise(ThreadState ts, PyObject exception, PyObject cause) {
        if (exception == null) {
            PyBaseException handled = ts.exception();
            if (handled == null) {
                return Errors.runtimeError("No active exception to reraise");
            }
            return again(handled);
        }
        PyBaseException value = instance(ts, exception, "exceptions must derive from BaseException");
        if (cause == PySingleton.NONE) {
            value.setCause(null);
        } else if (cause != null) {
            value.setCause(instance(ts, cause, "exception causes must derive from BaseException"));
        }
        return new PyException(value);
    }

    private static PyBaseException instance(ThreadState ts, PyObject exception, String otherwise) {
        if (exception instanceof PyBaseException value) {
            return value;
        }
        if (!isExceptionClass(exception)) {
            throw Errors.typeError(otherwise);
        }
        PyObject made = Calls.call(ts, exception);
        if (made instanceof PyBaseException value) {
            return value;
        }
        throw Errors.typeError("calling " + Texts.repr(ts, exception)
                + " should have returned an instance of BaseException, not " + Texts.repr(ts, made.type));
    }

    /** Raises a caught exception on: context and traceback stay as they are. */
    static PyException again(PyBaseException value) {
        PyException e = new PyException(value);
        e.caught = true;
        e.reraised = true;
        return e;
    }

    /** Takes an exception out of a register and raises it on. */
    static PyException reraise(PyFrame frame, int register) {
        PyObject value = frame.registers[register];
        frame.registers[register] = null;
        PyException e = again((PyBaseException) value);
        Refs.release(value);
        return e;
    }

    static boolean isExceptionClass(PyObject o) {
        return o instanceof PyType type && type.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION);
    }

    /** Makes the exception in register {@code exception} the handled one; the one before goes to {@code before}. */
    static void pushHandled(ThreadState ts, PyFrame frame, int before, int exception) {
        PyObject[] r = frame.registers;
        PyObject old = r[before];
        r[before] = ts.handled;
        PyBaseException value = (PyBaseException) r[exception];
        Refs.incRef(value);
        ts.handled = value;
        Refs.xdecRef(old);
    }

    static void popHandled(ThreadState ts, PyFrame frame, int before) {
        PyBaseException old = ts.handled;
        ts.handled = (PyBaseException) frame.registers[before];
        frame.registers[before] = null;
        Refs.xdecRef(old);
    }

    /** Whether the caught exception matches the class or tuple of classes of an except clause. */
    static PyBool matches(PyObject exception, PyObject classes) {
        if (classes instanceof PyTuple tuple) {
            for (PyObject item : tuple.items) {
                if (!isExceptionClass(item)) {
                    throw notCatchable();
                }
            }
        } else if (!isExceptionClass(classes)) {
            throw notCatchable();
        }
        return PyBool.of(isMatch(exception, classes));
    }

    private static PyException notCatchable() {
        return Errors.typeError("catching classes that do not inherit from BaseException is not allowed");
    }

    /** PyErr_GivenExceptionMatches of an instance or an exception class. */
    static boolean isMatch(PyObject exception, PyObject classes) {
        if (classes instanceof PyTuple tuple) {
            for (PyObject item : tuple.items) {
                if (isMatch(exception, item)) {
                    return true;
                }
            }
            return false;
        }
        return classes instanceof PyType type && (type.isInstance(exception)
                || exception instanceof PyType given && isExceptionClass(given) && given.isSubtypeOf(type));
    }
}
