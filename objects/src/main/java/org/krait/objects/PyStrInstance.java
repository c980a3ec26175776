package org.krait.objects;

/** An instance of a subclass of {@code str}. */
public final class PyStrInstance extends PyStr {
    private final PyInstance attributes;

    public PyStrInstance(PyType type, PyStr text) {
        super(type, text);
        attributes = new Attributes(type, this);
    }

    @Override
    public PyInstance attributes() {
        return attributes;
    }
}
