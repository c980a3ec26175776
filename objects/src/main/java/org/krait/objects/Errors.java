package org.krait.objects;

/** Makes the Java exceptions that carry Python exceptions: {@code throw Errors.typeError("…")}. */
public final class Errors {
    private Errors() {}

    /** An exception of a builtin class whose args are the message. */
    public static PyException of(PyType type, String message) {
        return new PyException(new PyBaseException(type, PyTuple.of(PyStr.of(message))));
    }

    /** An exception of a builtin class with given args. */
    public static PyException withArgs(PyType type, PyObject... args) {
        return new PyException(new PyBaseException(type, PyTuple.of(args)));
    }

    public static PyException typeError(String message) {
        return of(ExceptionTypes.TYPE_ERROR, message);
    }

    public static PyException valueError(String message) {
        return of(ExceptionTypes.VALUE_ERROR, message);
    }

    public static PyException indexError(String message) {
        return of(ExceptionTypes.INDEX_ERROR, message);
    }

    /** A KeyError whose only arg is the key. */
    public static PyException keyError(PyObject key) {
        return withArgs(ExceptionTypes.KEY_ERROR, key);
    }

    public static PyException attributeError(String message) {
        return of(ExceptionTypes.ATTRIBUTE_ERROR, message);
    }

    /** "'list' object has no attribute 'x'", with {@code name} and {@code obj} set for suggestions. */
    public static PyException noAttribute(PyObject o, PyStr name) {
        String text = o instanceof PyType t
                ? "type object '" + t.name() + "' has no attribute '" + name + "'"
                : "'" + o.type.name() + "' object has no attribute '" + name + "'";
        return attributeError(text, o, name);
    }

    /** An AttributeError with {@code name} and {@code obj} set. */
    public static PyException attributeError(String message, PyObject o, PyStr name) {
        PyException e = attributeError(message);
        e.value.setExtra(0, name);
        e.value.setExtra(1, o);
        return e;
    }

    /** A NameError with {@code name} set. */
    public static PyException nameError(PyType type, String message, PyStr name) {
        PyException e = of(type, message);
        e.value.setExtra(0, name);
        return e;
    }

    public static PyException overflowError(String message) {
        return of(ExceptionTypes.OVERFLOW_ERROR, message);
    }

    public static PyException zeroDivision(String message) {
        return of(ExceptionTypes.ZERO_DIVISION_ERROR, message);
    }

    public static PyException runtimeError(String message) {
        return of(ExceptionTypes.RUNTIME_ERROR, message);
    }

    public static PyException recursionError(String message) {
        return of(ExceptionTypes.RECURSION_ERROR, message);
    }

    public static PyException systemError(String message) {
        return of(ExceptionTypes.SYSTEM_ERROR, message);
    }

    public static PyException bufferError(String message) {
        return of(ExceptionTypes.BUFFER_ERROR, message);
    }

    public static PyException memoryError() {
        return withArgs(ExceptionTypes.MEMORY_ERROR);
    }

    public static PyException notImplemented(String message) {
        return of(ExceptionTypes.NOT_IMPLEMENTED_ERROR, message);
    }

    /** A StopIteration whose value is {@code value}; null for none. */
    public static PyException stopIteration(PyObject value) {
        PyException e = value == null || value == PySingleton.NONE
                ? withArgs(ExceptionTypes.STOP_ITERATION)
                : withArgs(ExceptionTypes.STOP_ITERATION, value);
        e.value.setExtra(0, value == null ? PySingleton.NONE : value);
        return e;
    }
}
