package org.krait.snapshot;

import java.util.Arrays;

/** A growing array of bytes; numbers go in little endian. */
public final class ByteSink {
    private byte[] bytes = new byte[256];
    private int size;

    public ByteSink() {}

    public int size() {
        return size;
    }

    private void room(int more) {
        if (size + more < 0) {
            throw new OutOfMemoryError("more than 2 GiB in one piece");
        }
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, (int) Math.min(Integer.MAX_VALUE - 16, 2L * size)));
        }
    }

    public void put(byte b) {
        room(1);
        bytes[size++] = b;
    }

    public void putShort(int value) {
        put((byte) value);
        put((byte) (value >>> 8));
    }

    public void putInt(int value) {
        room(4);
        putInt(bytes, size, value);
        size += 4;
    }

    public void putLong(long value) {
        putInt((int) value);
        putInt((int) (value >>> 32));
    }

    public void putAll(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    static void putInt(byte[] b, int at, int value) {
        b[at] = (byte) value;
        b[at + 1] = (byte) (value >>> 8);
        b[at + 2] = (byte) (value >>> 16);
        b[at + 3] = (byte) (value >>> 24);
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
