package org.krait.runtime.time;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.Interrupts;

/** The clocks, by Linux's numbers. */
final class Clocks {
    static final int REALTIME = 0;
    static final int MONOTONIC = 1;
    static final int PROCESS = 2;
    static final int THREAD = 3;
    static final int MONOTONIC_RAW = 4;
    static final int BOOTTIME = 7;
    static final int TAI = 11;

    private Clocks() {}

    static long realtimeNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    static long monotonicNanos() {
        return System.nanoTime();
    }

    static long processNanos() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean bean) {
            return bean.getProcessCpuTime();
        }
        return System.nanoTime();
    }

    static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static long nanos(int clock) {
        return switch (clock) {
            case REALTIME, TAI -> realtimeNanos();
            case MONOTONIC, MONOTONIC_RAW, BOOTTIME -> monotonicNanos();
            case PROCESS -> processNanos();
            case THREAD -> threadNanos();
            default -> throw Errors.withArgs(ExceptionTypes.OS_ERROR, PyInt.of(22), PyStr.of("Invalid argument"));
        };
    }

    static double badNumber(PyObject o) {
        throw Errors.typeError("'" + o.type.name() + "' object cannot be interpreted as an integer");
    }

    /** Sleeps without the GIL for the whole time, but serves signals meanwhile (PEP 475). */
    static void sleep(ThreadState ts, long nanos) {
        long deadline = System.nanoTime() + nanos;
        while (true) {
            long left = deadline - System.nanoTime();
            Interrupts.release(ts);
            try {
                if (left > 0) {
                    Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
                } else {
                    Thread.yield();
                }
            } catch (InterruptedException e) {
                left = Math.max(left, 1);
            } finally {
                Interrupts.acquire(ts);
            }
            if (ts.interp.breaker != 0) {
                Interrupts.serve(ts);
            }
            if (deadline - System.nanoTime() <= 0) {
                return;
            }
        }
    }
}
