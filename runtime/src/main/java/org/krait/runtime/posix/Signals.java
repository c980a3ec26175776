package org.krait.runtime.posix;

import java.nio.ByteBuffer;
import org.krait.objects.Errors;
import org.krait.objects.Interp;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;
import org.krait.runtime.Interrupts;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The signal handlers of a context. The JVM takes the signals; a Java thread of it queues the Python handler for the
 * main thread and gets that out of a blocking call.
 */
public final class Signals implements SignalHandler {
    static final int SIG_DFL = 0;
    static final int SIG_IGN = 1;
    static final int SIGINT = 2;
    /** The signals that the JVM handles for itself, by bit: QUIT, ILL, TRAP, BUS, FPE and SEGV. */
    private static final long JVM_SIGNALS = 1L << 3 | 1L << 4 | 1L << 5 | 1L << 7 | 1L << 8 | 1L << 11;
    /** How long a signal that ends the process may take to arrive. */
    private static final int DEATH_MILLIS = 1000;
    private static final String NAMES = "HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT "
            + "CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS";

    private final Interp interp;
    /** By number: an int for SIG_DFL or SIG_IGN, a callable, or null for a handler that is not Python's. */
    private final PyObject[] handlers = new PyObject[SignalSets.COUNT];
    /** Signals that the program has blocked and that came meanwhile, by bit. */
    private long blocked;
    private long pending;
    private int wakeupDescriptor = -1;
    private boolean wakeupWarns = true;

    private Signals(Interp interp) {
        this.interp = interp;
        for (int i = 1; i < handlers.length; i++) {
            handlers[i] = PyInt.of(SIG_DFL);
        }
        handlers[13] = PyInt.of(SIG_IGN);
        handlers[25] = PyInt.of(SIG_IGN);
    }

    static Signals of(ThreadState ts) {
        Signals known = (Signals) ts.interp.natives.get(Signals.class);
        if (known == null) {
            known = new Signals(ts.interp);
            ts.interp.natives.put(Signals.class, known);
        }
        return known;
    }

    /**
     * Makes SIGINT raise KeyboardInterrupt in the main thread, and takes from the JVM the signals of which it makes an
     * orderly exit: they end a Python process at once, and its parent sees which it was.
     */
    public static void installDefault(ThreadState ts) {
        Signal.handle(new Signal("HUP"), SignalHandler.SIG_DFL);
        Signal.handle(new Signal("TERM"), SignalHandler.SIG_DFL);
        Signals signals = of(ts);
        signals.handlers[SIGINT] = null;
        Signal.handle(new Signal("INT"), signals);
    }

    /** Puts Python's handler of SIGINT back after native code, a line editor for instance, had its own. */
    public static void reinstall(ThreadState ts) {
        Signals signals = of(ts);
        PyObject handler = signals.handlers[SIGINT];
        Signal.handle(new Signal("INT"), handler instanceof PyInt n
                ? n.value == SIG_IGN ? SignalHandler.SIG_IGN : SignalHandler.SIG_DFL
                : signals);
    }

    /** Ends the process by a signal's default action. Returns only when the system does not do it. */
    public static void die(ThreadState ts, int number) {
        Signal.handle(new Signal(name(number)), SignalHandler.SIG_DFL);
        Libc.call("kill", ProcessFunctions.ownPid(), number);
        Interrupts.pause(ts, DEATH_MILLIS);
    }

    /** The name of a signal without SIG; null when the JVM does not know it. */
    static String name(int number) {
        String[] names = NAMES.split(" ");
        return number >= 1 && number <= names.length ? names[number - 1] : null;
    }

    PyObject handler(int number) {
        return handlers[number];
    }

    /** The default handler of SIGINT is in place before the module {@code _signal} gives it an object. */
    void nameDefault(PyObject function) {
        if (handlers[SIGINT] == null) {
            handlers[SIGINT] = function;
        }
    }

    /** True when Python code handles the signal. */
    boolean isPython(int number) {
        return number == SIGINT && handlers[number] == null || handlers[number] != null
                && !(handlers[number] instanceof PyInt);
    }

    /** Sets a handler: an int or a callable. */
    void set(int number, PyObject handler) {
        String name = name(number);
        if (name == null || number == 9 || number == 19) {
            throw Errno.error(22);
        }
        try {
            if (handler instanceof PyInt n) {
                Signal.handle(new Signal(name), n.value == SIG_IGN ? SignalHandler.SIG_IGN : SignalHandler.SIG_DFL);
            } else {
                Signal.handle(new Signal(name), this);
            }
        } catch (IllegalArgumentException e) {
            // The JVM needs it for itself.
            throw Errno.error(22);
        }
        PyObject old = handlers[number];
        Refs.incRef(handler);
        handlers[number] = handler;
        Refs.xdecRef(old);
    }

    @Override
    public void handle(Signal signal) {
        arrive(signal.getNumber());
    }

    /** A signal came: on a thread of the JVM, or on the one that sent it to itself. */
    void arrive(int number) {
        int descriptor;
        synchronized (this) {
            if ((blocked >>> number & 1) != 0) {
                pending |= 1L << number;
                notifyAll();
                return;
            }
            descriptor = wakeupDescriptor;
        }
        if (descriptor >= 0) {
            ByteBuffer one = Libc.memory(1);
            one.put(0, (byte) number);
            int result = Libc.call("write", descriptor, Libc.address(one), 1);
            if (result < 0 && (result != -11 || wakeupWarns)) {
                Interrupts.addPending(interp, new Failure(-result));
            }
        }
        Interrupts.addPending(interp, new Delivery(number));
        Wakeups.wake(interp);
    }

    /** Calls the Python handler, on the main thread. */
    private final class Delivery implements Interrupts.PendingCall {
        private final int number;

        Delivery(int number) {
            this.number = number;
        }

        @Override
        public void run(ThreadState ts) {
            PyObject handler = handlers[number];
            if (handler == null && number == SIGINT) {
                throw Errors.withArgs(org.krait.objects.ExceptionTypes.KEYBOARD_INTERRUPT);
            }
            if (handler == null || handler instanceof PyInt) {
                return;
            }
            PyObject frame = ts.frame == null ? PySingleton.NONE : ts.frame;
            Refs.xdrop(Calls.call(ts, handler, PyInt.of(number), frame));
        }
    }

    /** Reports that the wakeup descriptor took nothing. */
    private record Failure(int errno) implements Interrupts.PendingCall {
        @Override
        public void run(ThreadState ts) {
            org.krait.runtime.UnraisableHook.report(ts, Errno.error(errno),
                    "Exception ignored when trying to write to the signal wakeup fd", null);
        }
    }

    /** Sends a signal to this process; a Python handler has run when this returns on the main thread. */
    static void raise(ThreadState ts, int number) {
        Signals signals = of(ts);
        if (signals.isPython(number) || (signals.blocked >>> number & 1) != 0) {
            signals.arrive(number);
        } else {
            boolean isDeadly = signals.giveUp(number);
            PosixModule.check(Libc.call("kill", ProcessFunctions.ownPid(), number), null);
            if (isDeadly) {
                // Another thread of the JVM gets it, which takes a moment.
                Interrupts.pause(ts, DEATH_MILLIS);
            }
        }
        if (ts.interp.breaker != 0) {
            Interrupts.serve(ts);
        }
    }

    /**
     * Takes a signal from the JVM that it would make something else of than the system does: a report on its threads,
     * or on a crash that is none.
     *
     * @return whether it ends the process now
     */
    private boolean giveUp(int number) {
        boolean isGivenUp = handlers[number] instanceof PyInt n && n.value == SIG_DFL
                && (JVM_SIGNALS >>> number & 1) != 0 && Libc.has("signal");
        if (isGivenUp) {
            Libc.longCall("signal", number, SIG_DFL);
        }
        return isGivenUp;
    }

    /** Changes what is blocked; answers what was. */
    long block(ThreadState ts, long mask) {
        long before;
        long released;
        synchronized (this) {
            before = blocked;
            blocked = mask & ~(1L << 9 | 1L << 19);
            released = pending & ~blocked;
            pending &= blocked;
        }
        for (int number = 1; number < SignalSets.COUNT - 1; number++) {
            if ((blocked >>> number & 1) != 0 && (before >>> number & 1) == 0) {
                take(number);
            }
            if ((released >>> number & 1) != 0) {
                if (isPython(number)) {
                    arrive(number);
                } else if (!(handlers[number] instanceof PyInt n && n.value == SIG_IGN)) {
                    giveBack(number);
                    PosixModule.check(Libc.call("kill", ProcessFunctions.ownPid(), number), null);
                }
            }
        }
        if (ts.interp.breaker != 0) {
            Interrupts.serve(ts);
        }
        return before;
    }

    /** Has the JVM catch a signal so that it can be kept back. */
    private void take(int number) {
        String name = name(number);
        if (name != null && !isPython(number)) {
            try {
                Signal.handle(new Signal(name), this);
            } catch (IllegalArgumentException e) {
                // The JVM uses it: it cannot be blocked.
                return;
            }
        }
    }

    private void giveBack(int number) {
        String name = name(number);
        if (name != null) {
            Signal.handle(new Signal(name), SignalHandler.SIG_DFL);
        }
    }

    synchronized long blocked() {
        return blocked;
    }

    synchronized long pending() {
        return pending;
    }

    /** Takes one of the pending signals of a set, waiting until the deadline; 0 when none came. */
    int await(ThreadState ts, long set, boolean forever, long deadline) {
        while (true) {
            int found = takePending(set);
            if (found != 0) {
                return found;
            }
            long left = forever ? 1_000_000_000 : deadline - System.nanoTime();
            if (left <= 0) {
                return 0;
            }
            Interrupts.release(ts);
            try {
                synchronized (this) {
                    if ((pending & set) == 0) {
                        wait(Math.max(1, Math.min(100, left / 1_000_000)));
                    }
                }
            } catch (InterruptedException e) {
                // Served below.
                Thread.interrupted();
            } finally {
                Interrupts.acquire(ts);
            }
            if (ts.interp.breaker != 0) {
                Interrupts.serve(ts);
            }
        }
    }

    private synchronized int takePending(long set) {
        long found = pending & set;
        if (found == 0) {
            return 0;
        }
        int number = Long.numberOfTrailingZeros(found);
        pending &= ~(1L << number);
        return number;
    }

    /** {@code set_wakeup_fd}: answers the one before. */
    synchronized int setWakeup(int descriptor, boolean warns) {
        int before = wakeupDescriptor;
        wakeupDescriptor = descriptor;
        wakeupWarns = warns;
        return before;
    }
}
