package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.PyBytes;

/** Bytes being put together. */
final class ByteSink {
    private byte[] bytes;
    private int size;

    ByteSink(int capacity) {
        bytes = new byte[Math.max(capacity, 16)];
    }

    int size() {
        return size;
    }

    void add(int b) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) b;
    }

    void add(byte[] more, int from, int count) {
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + count, size * 2));
        }
        System.arraycopy(more, from, bytes, size, count);
        size += count;
    }

    void addAll(byte[] more) {
        add(more, 0, more.length);
    }

    /** Appends text of latin-1 characters. */
    void add(String latin1) {
        for (int i = 0; i < latin1.length(); i++) {
            add(latin1.charAt(i));
        }
    }

    byte[] toByteArray() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    PyBytes toPyBytes() {
        return size == 0 ? PyBytes.EMPTY : new PyBytes(toByteArray());
    }
}
