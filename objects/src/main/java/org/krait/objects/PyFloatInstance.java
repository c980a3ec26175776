package org.krait.objects;

/** An instance of a subclass of {@code float}. */
public final class PyFloatInstance extends PyFloat {
    private final PyInstance attributes;

    public PyFloatInstance(PyType type, double value) {
        super(type, value);
        attributes = new Attributes(type, this);
    }

    @Override
    public PyInstance attributes() {
        return attributes;
    }
}
