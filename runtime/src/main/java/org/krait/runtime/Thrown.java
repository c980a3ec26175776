package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTraceback;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;

/** The arguments of the {@code throw} methods: an exception, or the old form of type, value and traceback. */
public final class Thrown {
    private Thrown() {}

    /** The exception that {@code throw(*args)} raises. */
    public static PyBaseException of(ThreadState ts, PyObject[] args) {
        PyObject type = args[0];
        PyObject value = args.length > 1 ? args[1] : PySingleton.NONE;
        PyObject traceback = args.length > 2 ? args[2] : PySingleton.NONE;
        if (traceback != PySingleton.NONE && !(traceback instanceof PyTraceback)) {
            throw Errors.typeError("throw() third argument must be a traceback object");
        }
        PyBaseException exception;
        if (Raising.isExceptionClass(type)) {
            exception = make(ts, (PyType) type, value);
        } else if (type instanceof PyBaseException e) {
            if (value != PySingleton.NONE) {
                throw Errors.typeError("instance exception may not have a separate value");
            }
            exception = e;
        } else {
            throw Errors.typeError("exceptions must be classes or instances deriving from BaseException, not "
                    + type.type.name());
        }
        if (traceback instanceof PyTraceback t) {
            exception.setTraceback(t);
        }
        return exception;
    }

    private static PyBaseException make(ThreadState ts, PyType type, PyObject value) {
        if (value instanceof PyBaseException e && type.isInstance(value)) {
            return e;
        }
        try {
            PyObject made = value == PySingleton.NONE
                    ? Calls.call(ts, type)
                    : value.getClass() == PyTuple.class
                            ? Calls.call(ts, type, ((PyTuple) value).items, null)
                            : Calls.call(ts, type, value);
            if (made instanceof PyBaseException e) {
                return e;
            }
            return Errors.typeError("calling " + Texts.repr(ts, type)
                    + " should have returned an instance of BaseException, not " + Texts.repr(ts, made.type)).value;
        } catch (PyException e) {
            // What goes wrong here is thrown in the place of the exception.
            return e.value;
        }
    }
}
