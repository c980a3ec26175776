package org.krait.objects;

import org.krait.objects.text.ComplexText;

/** A {@code complex}. */
public class PyComplex extends PyObject {
    public static final PyType TYPE = PyType.builtin("complex", PyType.OBJECT, PyType.BASE);

    public final double real;
    public final double imag;

    public PyComplex(double real, double imag) {
        super(TYPE, Refs.IMMORTAL);
        this.real = real;
        this.imag = imag;
    }

    PyComplex(PyType type, double real, double imag) {
        super(type);
        this.real = real;
        this.imag = imag;
    }

    @Override
    public String toString() {
        return ComplexText.repr(real, imag);
    }
}
