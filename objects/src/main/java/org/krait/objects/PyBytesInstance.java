package org.krait.objects;

/** An instance of a subclass of {@code bytes}. */
public final class PyBytesInstance extends PyBytes {
    private final PyInstance attributes;

    public PyBytesInstance(PyType type, byte[] value) {
        super(type, value);
        attributes = new Attributes(type, this);
    }

    @Override
    public PyInstance attributes() {
        return attributes;
    }
}
