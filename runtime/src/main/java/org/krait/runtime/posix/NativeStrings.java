package org.krait.runtime.posix;

import java.nio.ByteBuffer;

/** An array of C strings that ends with a null pointer. */
final class NativeStrings implements AutoCloseable {
    private final ByteBuffer memory;
    private final int pointers;

    NativeStrings(byte[][] strings) {
        int size = 8 * (strings.length + 1);
        pointers = size;
        for (byte[] s : strings) {
            size += s.length + 1;
        }
        memory = Libc.memory(size);
        long base = Libc.address(memory);
        int at = pointers;
        for (int i = 0; i < strings.length; i++) {
            memory.putLong(8 * i, base + at);
            memory.put(at, strings[i]);
            at += strings[i].length + 1;
        }
    }

    long address() {
        return Libc.address(memory);
    }

    /** Keeps the memory alive until here. */
    @Override
    public void close() {
        java.lang.ref.Reference.reachabilityFence(memory);
    }
}
