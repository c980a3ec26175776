package org.krait.objects;

/** Iterates over the bytes of a bytes or bytearray. */
public final class PyBytesIterator extends PyIterator {
    public static final PyType TYPE = PyType.builtin("bytes_iterator", PyType.OBJECT, PyType.NO_NEW);
    public static final PyType BYTEARRAY_TYPE = PyType.builtin("bytearray_iterator", PyType.OBJECT, PyType.NO_NEW);

    /** The bytes or bytearray; null once exhausted. Counted. */
    public PyObject bytes;
    /** The index of the next byte. */
    public int index;

    public PyBytesIterator(PyBytes bytes) {
        super(TYPE);
        this.bytes = bytes;
        Refs.incRef(bytes);
    }

    public PyBytesIterator(PyByteArray bytes) {
        super(BYTEARRAY_TYPE);
        this.bytes = bytes;
        Refs.incRef(bytes);
    }

    @Override
    public PyObject next(ThreadState ts) {
        int i = index;
        if (bytes instanceof PyBytes b) {
            if (i < b.value.length) {
                index = i + 1;
                return PyInt.of(b.value[i] & 0xff);
            }
        } else if (bytes instanceof PyByteArray a) {
            if (i < a.size()) {
                index = i + 1;
                return PyInt.of(a.at(i));
            }
        }
        PyObject old = bytes;
        bytes = null;
        Refs.xdecRef(old);
        return null;
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(bytes);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        if (bytes != null) {
            visitor.visit(bytes);
        }
    }
}
