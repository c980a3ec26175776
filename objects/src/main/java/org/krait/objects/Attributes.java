package org.krait.objects;

/**
 * The attributes of an instance whose Java class has no room for them: instances of subclasses of int, float, complex,
 * str, bytes, tuple and frozenset. Never seen by a program.
 */
public final class Attributes extends PyInstance {
    /** The object that has these attributes. */
    public final PyObject owner;

    public Attributes(PyType type, PyObject owner) {
        super(type);
        this.owner = owner;
    }
}
