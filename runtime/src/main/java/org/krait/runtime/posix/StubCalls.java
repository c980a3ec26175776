package org.krait.runtime.posix;

import java.io.File;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Native calls by the few instructions of a library that only the distribution has. */
final class StubCalls implements NativeCalls {
    @SuppressWarnings("restricted")
    StubCalls(File library) {
        System.load(library.getPath());
    }

    private static native long call(long function, long errno, long a, long b, long c, long d, long e, long f);

    private static native long find(long name);

    private static native long address(ByteBuffer buffer);

    private static native ByteBuffer at(long address, long sizeBytes);

    @Override
    public long invoke(long function, long errno, long a, long b, long c, long d, long e, long f) {
        return call(function, errno, a, b, c, d, e, f);
    }

    @Override
    public long lookup(String name) {
        return find(address(Libc.string(name.getBytes(StandardCharsets.US_ASCII))));
    }

    @Override
    public long addressOf(ByteBuffer buffer) {
        return address(buffer);
    }

    @Override
    public ByteBuffer bufferAt(long address, int sizeBytes) {
        return at(address, sizeBytes);
    }
}
