package org.krait.runtime.posix;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ConcurrentHashMap;
import org.krait.objects.ThreadState;
import org.krait.runtime.Interrupts;

/**
 * Calls into the C library: six longs in, a long out, for all functions in the same way (docs/design/0003-posix.md). A
 * result of {@code -1} comes back as the negated errno.
 *
 * <p>Memory passes as the address of a direct buffer in native byte order, see {@link #memory}.
 */
public final class Libc {
    private static final NativeCalls CALLS = NativeCalls.choose();
    /** The addresses of functions asked for so far, 0 for those that there are not: a cache of constants. */
    private static final ConcurrentHashMap<String, Long> SYMBOLS = new ConcurrentHashMap<>();
    private static final ThreadLocal<State> STATE = new ThreadLocal<>();

    /** Where errno is left for one Java thread, and memory for small structures and transfers. */
    private static final class State {
        final ByteBuffer errno = memory(8);
        final long errnoAddress = address(errno);
        ByteBuffer scratch;
    }

    private Libc() {}

    /** New zeroed memory in native byte order. */
    public static ByteBuffer memory(int sizeBytes) {
        return ByteBuffer.allocateDirect(sizeBytes).order(ByteOrder.nativeOrder());
    }

    /** The address of a direct buffer's first byte. */
    public static long address(ByteBuffer buffer) {
        return CALLS.addressOf(buffer);
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
        return CALLS.bufferAt(address, sizeBytes).order(ByteOrder.nativeOrder());
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
        return symbol(function) != 0;
    }

    /** The address of a function or variable; 0 when there is none. */
    public static long symbol(String name) {
        Long known = SYMBOLS.get(name);
        if (known == null) {
            known = CALLS.lookup(name);
            SYMBOLS.put(name, known);
        }
        return known;
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
        long symbol = symbol(function);
        if (symbol == 0) {
            throw new UnsupportedOperationException(function);
        }
        int n = args.length;
        return CALLS.invoke(symbol, state.errnoAddress, n > 0 ? args[0] : 0, n > 1 ? args[1] : 0,
                n > 2 ? args[2] : 0, n > 3 ? args[3] : 0, n > 4 ? args[4] : 0, n > 5 ? args[5] : 0);
    }
}
