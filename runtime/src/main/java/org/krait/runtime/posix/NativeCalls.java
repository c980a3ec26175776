package org.krait.runtime.posix;

import java.io.File;
import java.nio.ByteBuffer;

/** How {@link Libc} gets into native code. */
interface NativeCalls {
    /**
     * Calls a function with six longs.
     *
     * @param function its address
     * @param errno where errno is left afterwards: the address of an int
     */
    long invoke(long function, long errno, long a, long b, long c, long d, long e, long f);

    /** The address of a function or variable of the C library; 0 when there is none. */
    long lookup(String name);

    /** The address of a direct buffer's first byte. */
    long addressOf(ByteBuffer buffer);

    /** The memory at an address. */
    ByteBuffer bufferAt(long address, int sizeBytes);

    /** The calls of the distribution's own library, else those of the JDK, of which the first takes 50 ms. */
    static NativeCalls choose() {
        File library = new File(System.getProperty("java.home"), "lib/".concat(System.mapLibraryName("kraitcalls")));
        if (library.exists()) {
            try {
                return new StubCalls(library);
            } catch (UnsatisfiedLinkError e) {
                // A file system without executables, or another class loader has it.
                return new ForeignCalls();
            }
        }
        return new ForeignCalls();
    }
}
