package org.krait.tests.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the running thread allocates. */
final class Allocations {
    private static final long FIXED_BYTES = 16L << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long before;

    void start() {
        before = threads.getCurrentThreadAllocatedBytes();
    }

    /** Fails when more was allocated since the start than input of that size can be worth: a count was believed. */
    void check(int inputBytes, int factor) {
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        if (allocated > FIXED_BYTES + (long) inputBytes * factor) {
            throw new AssertionError("allocated " + allocated + " bytes for an input of " + inputBytes);
        }
    }
}
