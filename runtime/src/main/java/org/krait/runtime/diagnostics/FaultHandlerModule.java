package org.krait.runtime.diagnostics;

import java.nio.charset.StandardCharsets;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Calls;
import org.krait.runtime.posix.DescriptorFunctions;

/**
 * The module {@code faulthandler}. What a fatal signal means is told by the JVM, whose handlers stay in place:
 * {@code enable()} is remembered and no more. The tracebacks of threads are ours.
 */
@BuiltinModule(value = "faulthandler", doc = "faulthandler module.")
public final class FaultHandlerModule {
    private static final long MAX_SECONDS = 9223372036L;

    private FaultHandlerModule() {}

    /** What the module keeps for a context. */
    private static final class State {
        boolean enabled;
        Watchdog watchdog;
    }

    private static State state(ThreadState ts) {
        State state = (State) ts.interp.natives.get(State.class);
        if (state == null) {
            state = new State();
            ts.interp.natives.put(State.class, state);
        }
        return state;
    }

    /** The descriptor of a file argument, which is flushed; stderr when there is none. */
    private static int descriptor(ThreadState ts, PyObject file) {
        PyObject used = file;
        if (file == null || file == PySingleton.NONE) {
            used = ts.interp.sys.get("stderr");
            if (used == null) {
                throw Errors.runtimeError("unable to get sys.stderr");
            }
            if (used == PySingleton.NONE) {
                throw Errors.runtimeError("sys.stderr is None");
            }
        } else if (file instanceof PyInt) {
            int fd = Arguments.toInt(ts, file);
            if (fd < 0) {
                throw Errors.valueError("file is not a valid file descripter");
            }
            return fd;
        }
        int fd = DescriptorFunctions.number(ts, used);
        Calls.callMethod(ts, used, "flush");
        return fd;
    }

    @Builtin(value = "enable(file=sys.stderr, all_threads=True)", doc =
            "enable(file=sys.stderr, all_threads=True): enable the fault handler")
    static void enable(ThreadState ts, PyObject file, PyObject allThreads) {
        descriptor(ts, file);
        state(ts).enabled = true;
    }

    @Builtin(value = "disable()", doc = "disable(): disable the fault handler")
    static boolean disable(ThreadState ts) {
        boolean was = state(ts).enabled;
        state(ts).enabled = false;
        return was;
    }

    @Builtin(value = "is_enabled()", doc = "is_enabled()->bool: check if the handler is enabled")
    static boolean isEnabled(ThreadState ts) {
        return state(ts).enabled;
    }

    @Builtin(value = "dump_traceback(file=sys.stderr, all_threads=True)", doc =
            "dump_traceback(file=sys.stderr, all_threads=True): dump the traceback of the current thread, or of all "
                    + "threads if all_threads is True, into file")
    static void dumpTraceback(ThreadState ts, PyObject file, PyObject allThreads) {
        int fd = descriptor(ts, file);
        boolean all = allThreads == null || Arguments.toBoolean(ts, allThreads);
        ThreadDump.write(fd, all ? ThreadDump.all(ts.interp, ts) : ThreadDump.current(ts));
    }

    @Builtin(value = "dump_traceback_later(timeout, repeat=False, file=sys.stderr, exit=False)", doc = """
            dump_traceback_later(timeout, repeat=False, file=sys.stderr, exit=False):
            dump the traceback of all threads in timeout seconds,
            or each timeout seconds if repeat is True. If exit is True, call _exit(1) which is not safe.""")
    static void dumpTracebackLater(ThreadState ts, PyObject timeout, boolean repeat, PyObject file, boolean exit) {
        double seconds = Arguments.toDouble(ts, timeout);
        long micros = (long) Math.ceil(seconds * 1e6);
        if (micros <= 0) {
            throw Errors.valueError("timeout must be greater than 0");
        }
        if (seconds > MAX_SECONDS) {
            throw Errors.overflowError("timeout value is too large");
        }
        int fd = descriptor(ts, file);
        cancel(ts);
        Watchdog watchdog = new Watchdog(ts.interp, micros, repeat, fd, exit);
        state(ts).watchdog = watchdog;
        watchdog.start();
    }

    @Builtin(value = "cancel_dump_traceback_later()", doc =
            "cancel_dump_traceback_later():\ncancel the previous call to dump_traceback_later().")
    static void cancel(ThreadState ts) {
        State state = state(ts);
        if (state.watchdog != null) {
            state.watchdog.cancel();
            state.watchdog = null;
        }
    }

    /** Bytes of a dump: ASCII, other characters as escapes. */
    static byte[] ascii(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c < 0x80) {
                out.append((char) c);
            } else {
                out.append(c < 0x100 ? String.format("\\x%02x", c)
                        : c < 0x10000 ? String.format("\\u%04x", c) : String.format("\\U%08x", c));
            }
        });
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
