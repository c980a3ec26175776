package org.krait.objects;

import java.util.Arrays;

/** A {@code bytes}. */
public class PyBytes extends PyObject {
    public static final PyType TYPE = PyType.builtin("bytes", PyType.OBJECT, PyType.BASE | PyType.MATCH_SELF);
    public static final PyBytes EMPTY = new PyBytes(new byte[0]);

    /** The bytes; never changed. */
    public final byte[] value;
    private long hash = -1;

    /** Takes the array, which must not be changed any more. */
    @SuppressWarnings("this-escape") // The listener keeps the reference and looks at the value later.
    public PyBytes(byte[] value) {
        super(TYPE, Refs.IMMORTAL);
        this.value = value;
        if (listened) {
            AllocationListener.tellMade(this);
        }
    }

    PyBytes(PyType type, byte[] value) {
        super(type);
        this.value = value;
    }

    public final int length() {
        return value.length;
    }

    public final boolean equalTo(PyBytes other) {
        return Arrays.equals(value, other.value);
    }

    /** The keyed hash, equal to that of a latin-1 string of the same bytes. */
    public final long hash() {
        long h = hash;
        if (h == -1) {
            h = SipHash.hash(value, value.length);
            hash = h;
        }
        return h;
    }
}
