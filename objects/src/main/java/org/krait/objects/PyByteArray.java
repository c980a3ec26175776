package org.krait.objects;

import java.util.Arrays;

/** A {@code bytearray}: {@code size} bytes of an array from an offset, so that cutting off the front is cheap. */
public final class PyByteArray extends PyInstance {
    public static final PyType TYPE = PyType.builtin("bytearray", PyType.OBJECT, PyType.BASE | PyType.MATCH_SELF);

    private static final byte[] NONE = {};

    private byte[] array = NONE;
    private int offset;
    private int size;
    /** How many buffers look at the bytes: while there are any, the size cannot change. */
    public int exports;

    public PyByteArray(PyType type) {
        super(type);
    }

    /** Takes the array. */
    public PyByteArray(byte[] bytes) {
        super(TYPE);
        array = bytes;
        size = bytes.length;
    }

    public int size() {
        return size;
    }

    /** The array of which {@link #size} bytes from {@link #offset} count. */
    public byte[] array() {
        return array;
    }

    public int offset() {
        return offset;
    }

    /** The byte at an index in range, 0 to 255. */
    public int at(int index) {
        return array[offset + index] & 0xff;
    }

    public void set(int index, int value) {
        Mutations.noteContent(this);
        array[offset + index] = (byte) value;
    }

    public byte[] toByteArray() {
        return Arrays.copyOfRange(array, offset, offset + size);
    }

    /** BufferError when somebody looks at the bytes. */
    public void checkResizable() {
        if (exports > 0) {
            throw Errors.bufferError("Existing exports of data: object cannot be re-sized");
        }
    }

    public void append(int value) {
        Mutations.noteContent(this);
        checkResizable();
        reserve(size + 1);
        array[offset + size++] = (byte) value;
    }

    public void appendAll(byte[] bytes, int from, int count) {
        Mutations.noteContent(this);
        if (count > 0) {
            checkResizable();
            byte[] source = bytes;
            int sourceFrom = from;
            reserve(size + count);
            System.arraycopy(source, sourceFrom, array, offset + size, count);
            size += count;
        }
    }

    /** Replaces the bytes from {@code from} to {@code to} by others. */
    public void replace(int from, int to, byte[] bytes) {
        Mutations.noteContent(this);
        int growth = bytes.length - (to - from);
        if (growth != 0) {
            checkResizable();
        }
        if (growth < 0 && from == 0) {
            offset -= growth;
            size += growth;
        } else if (growth != 0) {
            if (growth > 0) {
                reserve(size + growth);
            }
            System.arraycopy(array, offset + to, array, offset + to + growth, size - to);
            size += growth;
        }
        System.arraycopy(bytes, 0, array, offset + from, bytes.length);
        if (size == 0) {
            offset = 0;
        }
    }

    /** Becomes other bytes; takes the array. */
    public void setAll(byte[] bytes) {
        Mutations.noteContent(this);
        if (bytes.length != size) {
            checkResizable();
        }
        array = bytes;
        offset = 0;
        size = bytes.length;
    }

    private void reserve(int needed) {
        if (needed < 0) {
            throw Errors.memoryError();
        }
        if (offset + needed > array.length) {
            byte[] larger = new byte[Math.max(needed, size + (size >> 3) + 16)];
            System.arraycopy(array, offset, larger, 0, size);
            array = larger;
            offset = 0;
        }
    }

    /** The size of the memory in use, for {@code __alloc__}. */
    public int allocated() {
        return size == 0 && array.length == 0 ? 0 : Math.max(array.length, size + 1);
    }
}
