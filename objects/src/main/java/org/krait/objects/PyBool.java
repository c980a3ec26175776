package org.krait.objects;

/** {@code True} and {@code False}. */
public final class PyBool extends PyInt {
    public static final PyType TYPE = PyType.builtin("bool", PyInt.TYPE, 0);
    public static final PyBool TRUE = new PyBool(1);
    public static final PyBool FALSE = new PyBool(0);

    private PyBool(long value) {
        super(TYPE, Refs.IMMORTAL, value);
    }

    public static PyBool of(boolean value) {
        return value ? TRUE : FALSE;
    }

    @Override
    public String toString() {
        return value != 0 ? "True" : "False";
    }
}
