package org.krait.objects;

/**
 * The bytes behind a bytes-like object (PEP 3118): {@code length} bytes of {@code array} from {@code offset}.
 *
 * <p>For a memoryview with strides or more dimensions the array is a contiguous copy unless the consumer asked for
 * writable access, which then fails. The exporter is told by {@link #release} when the view is given back.
 */
public class PyBuffer {
    /** Request flag: the consumer writes. */
    public static final int WRITABLE = 1;
    /** Request flag: the consumer understands {@link #shape} and {@link #strides}: no copy is made. */
    public static final int STRIDED = 0x18;

    public final PyObject exporter;
    public final byte[] array;
    public final int offset;
    public final int length;
    public final boolean readOnly;
    /** The struct format of an item. */
    public String format = "B";
    /** The size of an item in bytes. */
    public int itemSize = 1;
    /** Items in each dimension; null for one dimension of all items. */
    public int[] shape;
    /** Bytes from an item to the next in each dimension; null for C-contiguous bytes. */
    public int[] strides;

    public PyBuffer(PyObject exporter, byte[] array, int offset, int length, boolean readOnly) {
        this.exporter = exporter;
        this.array = array;
        this.offset = offset;
        this.length = length;
        this.readOnly = readOnly;
    }

    /** Gives the view back to its exporter. */
    public void release() {}

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return java.util.Arrays.copyOfRange(array, offset, offset + length);
    }
}
