package org.krait.runtime.posix;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;

/** Native calls by the JDK's FFM API, through one method handle for all functions: making a handle is what costs. */
@SuppressWarnings("restricted")
final class ForeignCalls implements NativeCalls {
    private static final int ERRNO_SIZE = 4;
    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup LOOKUP = LINKER.defaultLookup();
    private static final MethodHandle CALL = LINKER.downcallHandle(
            FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG),
            Linker.Option.captureCallState("errno"));

    @Override
    public long invoke(long function, long errno, long a, long b, long c, long d, long e, long f) {
        try {
            return (long) CALL.invokeExact(MemorySegment.ofAddress(function),
                    MemorySegment.ofAddress(errno).reinterpret(ERRNO_SIZE), a, b, c, d, e, f);
        } catch (Error | RuntimeException failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public long lookup(String name) {
        return LOOKUP.find(name).map(MemorySegment::address).orElse(0L);
    }

    @Override
    public long addressOf(ByteBuffer buffer) {
        return MemorySegment.ofBuffer(buffer.duplicate().clear()).address();
    }

    @Override
    public ByteBuffer bufferAt(long address, int sizeBytes) {
        return MemorySegment.ofAddress(address).reinterpret(sizeBytes).asByteBuffer();
    }
}
