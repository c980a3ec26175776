package org.krait.tests.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** What the running thread allocates. */
final class Allocations {
    /** What is done with the input. */
    interface Reading {
        void run() throws IOException;
    }

    private static final long FIXED_BYTES = 16L << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long before;

    void start() {
        before = threads.getCurrentThreadAllocatedBytes();
    }

    /**
     * Fails when more was allocated since the start than input of that size can be worth: a count was believed. A first
     * excess may be a table of the runtime that has grown, so the reading is done a second time.
     */
    void check(int inputBytes, int factor, Reading again) throws IOException {
        if (sinceStart() <= FIXED_BYTES + (long) inputBytes * factor) {
            return;
        }
        start();
        again.run();
        long allocated = sinceStart();
        if (allocated > FIXED_BYTES + (long) inputBytes * factor) {
            throw new AssertionError("allocated " + allocated + " bytes for an input of " + inputBytes);
        }
    }

    private long sinceStart() {
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
