package org.krait.objects;

/**
 * Stands in a dict for an entry out of an archive that nobody has touched yet: as key and as value. {@link PyDict}
 * replaces it on first touch, so no program and no other class ever sees one.
 */
public abstract class PyPending extends PyObject {
    /** The key of the entry, interned. */
    final PyStr key;

    protected PyPending(PyStr key) {
        super(PyType.OBJECT, Refs.IMMORTAL);
        this.key = key;
    }

    /** Makes the value; the same one each time. */
    protected abstract PyObject resolve();
}
