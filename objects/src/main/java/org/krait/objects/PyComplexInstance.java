package org.krait.objects;

/** An instance of a subclass of {@code complex}. */
public final class PyComplexInstance extends PyComplex {
    private final PyInstance attributes;

    public PyComplexInstance(PyType type, double real, double imag) {
        super(type, real, imag);
        attributes = new Attributes(type, this);
    }

    @Override
    public PyInstance attributes() {
        return attributes;
    }
}
