package org.krait.objects;

/** A {@code float}. Exactly this Java class means an exact float; {@link PyFloatInstance} is for subclasses. */
public class PyFloat extends PyObject {
    public static final PyType TYPE = PyType.builtin("float", PyType.OBJECT, PyType.BASE | PyType.MATCH_SELF);

    public final double value;

    public PyFloat(double value) {
        super(TYPE, Refs.IMMORTAL);
        this.value = value;
    }

    PyFloat(PyType type, double value) {
        super(type);
        this.value = value;
    }

    @Override
    public String toString() {
        return Double.toString(value);
    }
}
