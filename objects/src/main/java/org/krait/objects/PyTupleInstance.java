package org.krait.objects;

/** An instance of a subclass of {@code tuple}, structseqs included. */
public final class PyTupleInstance extends PyTuple {
    private final PyInstance attributes;

    /** Takes the array and counts its items. */
    public PyTupleInstance(PyType type, PyObject[] items) {
        super(type, items);
        for (PyObject item : items) {
            Refs.incRef(item);
        }
        attributes = new Attributes(type, this);
    }

    @Override
    public PyInstance attributes() {
        return attributes;
    }
}
