package org.krait.runtime.threads;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyFloat;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.runtime.Interrupts;

/** Waiting on a Java monitor without the GIL, with Python's timeouts, so that signals are served meanwhile. */
final class Waits {
    /** The largest timeout in seconds, as CPython's PY_TIMEOUT_MAX. */
    static final double TIMEOUT_MAX = 9223372036.0;
    /** No timeout. */
    static final long FOREVER = -1;

    private Waits() {}

    /** Something that becomes true under its own monitor. */
    interface Condition {
        /** Takes what is waited for, when it is there; called with the monitor held. */
        boolean tryTake();
    }

    /** The timeout of {@code acquire(blocking, timeout)} in nanoseconds: 0 for not at all, or FOREVER. */
    static long timeoutNanos(ThreadState ts, PyObject blocking, PyObject timeout) {
        boolean block = blocking == null || Arguments.toBoolean(ts, blocking);
        double seconds = timeout == null ? -1 : timeout instanceof PyFloat f ? f.value
                : Arguments.toDouble(ts, timeout);
        if (!block && seconds != -1) {
            throw Errors.valueError("can't specify a timeout for a non-blocking call");
        }
        if (seconds < 0 && seconds != -1) {
            throw Errors.valueError("timeout value must be a non-negative number");
        }
        if (!block) {
            return 0;
        }
        if (seconds == -1) {
            return FOREVER;
        }
        if (seconds > TIMEOUT_MAX) {
            throw Errors.overflowError("timeout value is too large");
        }
        return (long) (seconds * 1e9);
    }

    /** Waits until the condition gives, or the time is over (false). The monitor is {@code condition} itself. */
    static boolean await(ThreadState ts, Condition condition, long nanos) {
        synchronized (condition) {
            if (condition.tryTake()) {
                return true;
            }
        }
        if (nanos == 0) {
            return false;
        }
        long deadline = nanos == FOREVER ? 0 : System.nanoTime() + nanos;
        while (true) {
            Interrupts.release(ts);
            Outcome outcome;
            try {
                outcome = waitOnce(condition, nanos == FOREVER, deadline);
            } finally {
                Interrupts.acquire(ts);
            }
            if (outcome == Outcome.TAKEN) {
                return true;
            }
            if (outcome == Outcome.LATE) {
                return false;
            }
            Interrupts.serve(ts);
        }
    }

    private enum Outcome { TAKEN, LATE, INTERRUPTED }

    private static Outcome waitOnce(Condition condition, boolean forever, long deadline) {
        synchronized (condition) {
            while (true) {
                if (condition.tryTake()) {
                    return Outcome.TAKEN;
                }
                try {
                    if (forever) {
                        condition.wait();
                    } else {
                        long left = deadline - System.nanoTime();
                        if (left <= 0) {
                            return Outcome.LATE;
                        }
                        condition.wait(left / 1_000_000, (int) (left % 1_000_000));
                    }
                } catch (InterruptedException e) {
                    return Outcome.INTERRUPTED;
                }
            }
        }
    }

}
