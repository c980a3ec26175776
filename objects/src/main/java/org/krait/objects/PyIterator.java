package org.krait.objects;

/** An iterator written in Java over a builtin container: one virtual call gives the next item. */
public abstract class PyIterator extends PyObject {
    protected PyIterator(PyType type) {
        super(type);
    }

    /** The next item, or null at the end. */
    public abstract PyObject next(ThreadState ts);
}
