package org.krait.runtime.posix;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ConcurrentHashMap;
import org.krait.objects.ThreadState;
import org.krait.runtime.Interrupts;

/**
 * Calls into the C library: six longs in, a long out, through one method handle for all functions, because making a
 * handle is what costs (docs/design/0003-posix.md). A result of {@code -1} comes back as the negated errno.
 *
 * <p>Memory passes as the address of a direct buffer in native byte order, see {@link #memory}.
 */
@SuppressWarnings("restricted")
public final class Libc {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup LOOKUP = LINKER.defaultLookup();
    private static final MethodHandle CALL = LINKER.downcallHandle(
            FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG),
            Linker.Option.captureCallState("errno"));
    /** The addresses of functions asked for so far: a cache of constants. */
    private static final ConcurrentHashMap<String, MemorySegment> SYMBOLS = new ConcurrentHashMap<>();
    private static final ThreadLocal<State> STATE = new ThreadLocal<>();

    /** Where the C library leaves errno for one Java thread, and memory for small structures and transfers. */
    private static final class State {
        final ByteBuffer errno = memory(8);
        final MemorySegment segment = MemorySegment.ofBuffer(errno);
        ByteBuffer scratch;
    }

    private Libc() {}

    /** New zeroed memory in native byte order. */
    public static ByteBuffer memory(int sizeBytes) {
        return ByteBuffer.allocateDirect(sizeBytes).order(ByteOrder.nativeOrder());
    }

    /** The address of a direct buffer's first byte. */
    public static long address(ByteBuffer buffer) {
        return MemorySegment.ofBuffer(buffer.duplicate().clear()).address();
    }

    /** A C string of bytes. */
    public static ByteBuffer string(byte[] bytes) {
        ByteBuffer buffer = memory(bytes.length + 1);
        buffer.put(0, bytes);
        return buffer;
    }

    /** The bytes of the C string at an address, which is not null. */
    public static byte[] stringAt(long address) {
        int length = (int) longCall("strlen", address);
        byte[] bytes = new byte[length];
        if (length > 0) {
            at(address, length).get(bytes);
        }
        return bytes;
    }

    /** The memory at an address. */
    public static ByteBuffer at(long address, int sizeBytes) {
        return MemorySegment.ofAddress(address).reinterpret(sizeBytes).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /** This thread's transfer memory: for use until the next call of this method. */
    static ByteBuffer scratch(int sizeBytes) {
        State state = state();
        if (state.scratch == null || state.scratch.capacity() < sizeBytes) {
            state.scratch = memory(Math.max(sizeBytes, 16384));
        }
        state.scratch.clear();
        return state.scratch;
    }

    private static State state() {
        State state = STATE.get();
        if (state == null) {
            state = new State();
            STATE.set(state);
        }
        return state;
    }

    /** True when the C library has the function. */
    public static boolean has(String function) {
        return SYMBOLS.containsKey(function) || LOOKUP.find(function).isPresent();
    }

    /** The address of a function or variable; 0 when there is none. */
    public static long symbol(String name) {
        return LOOKUP.find(name).map(MemorySegment::address).orElse(0L);
    }

    /** Calls a function that returns an int; a negative result is the negated errno. */
    public static int call(String function, long... args) {
        State state = state();
        int result = (int) raw(state, function, args);
        return result == -1 ? -state.errno.getInt(0) : result;
    }

    /** Calls a function that returns a long or a pointer; a negative result is the negated errno. */
    public static long longCall(String function, long... args) {
        State state = state();
        long result = raw(state, function, args);
        return result == -1 ? -state.errno.getInt(0) : result;
    }

    /** Calls a function that returns a pointer, 0 for failure: the negated errno then. */
    public static long pointerCall(String function, long... args) {
        State state = state();
        long result = raw(state, function, args);
        return result == 0 ? -state.errno.getInt(0) : result;
    }

    /** Calls a function whose result is not an error code. */
    public static long plainCall(String function, long... args) {
        return raw(state(), function, args);
    }

    /**
     * A call that may block: without the GIL. When a signal interrupts it, pending handlers run and the call is
     * repeated (PEP 475).
     */
    public static long blocking(ThreadState ts, String function, long... args) {
        while (true) {
            long result = blockingOnce(ts, function, args);
            if (result != -org.krait.runtime.OsErrors.EINTR) {
                return result;
            }
        }
    }

    /** As {@link #blocking}, but an interrupted call returns the negated EINTR after the handlers have run. */
    public static long blockingOnce(ThreadState ts, String function, long... args) {
        State state = state();
        Wakeups wakeups = Wakeups.enter(ts);
        long result;
        Interrupts.release(ts);
        try {
            result = raw(state, function, args);
            if (result == -1 || (int) result == -1 && result == 0xffffffffL) {
                result = -state.errno.getInt(0);
            }
        } finally {
            Interrupts.acquire(ts);
            Wakeups.leave(wakeups, ts);
        }
        if (ts.interp.breaker != 0) {
            Interrupts.serve(ts);
        }
        return result;
    }

    private static long raw(State state, String function, long[] args) {
        MemorySegment symbol = SYMBOLS.get(function);
        if (symbol == null) {
            symbol = LOOKUP.find(function).orElseThrow(() -> new UnsupportedOperationException(function));
            SYMBOLS.put(function, symbol);
        }
        int n = args.length;
        try {
            return (long) CALL.invokeExact(symbol, state.segment, n > 0 ? args[0] : 0L, n > 1 ? args[1] : 0L,
                    n > 2 ? args[2] : 0L, n > 3 ? args[3] : 0L, n > 4 ? args[4] : 0L, n > 5 ? args[5] : 0L);
        } catch (Error | RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
