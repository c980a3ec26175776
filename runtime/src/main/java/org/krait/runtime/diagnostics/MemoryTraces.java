package org.krait.runtime.diagnostics;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.krait.objects.AllocationListener;
import org.krait.objects.Attributes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;

/**
 * What {@code tracemalloc} knows of a context: the values made since it was started that live, where, and their sizes.
 *
 * <p>A size is what {@code sys.getsizeof} tells of the builtin part of a value. It is taken soon after the value was
 * made, when it dies, and of all values when somebody asks and as often as their number doubles. So the current sum is
 * right, and the peak misses what grew and shrank between. The end of a value that is counted is seen at once, that of
 * a str, bytes or large int when Java's collector has run, which every question makes it do. Used under the GIL.
 */
final class MemoryTraces implements AllocationListener {
    /** So many newest values may still be in the middle of their constructors: they are not measured. */
    private static final int UNFINISHED = 64;
    private static final long UNMEASURED = -1;

    /** Frames kept of each place. */
    private final int limit;
    private final ReferenceQueue<PyObject> collected = new ReferenceQueue<>();
    private Trace[] table = new Trace[1 << 10];
    private int count;
    private Trace oldest;
    private Trace newest;
    /** The oldest of those that were not measured so far, and how many these are. */
    private Trace unmeasured;
    private int unmeasuredCount;
    private int madeSinceMeasured;
    private long current;
    private long peak;
    /** True while this looks at values, and where it makes its answers: these are no values of the program. */
    private boolean busy;
    private final HashMap<Block, BlockTrace> blocks = new HashMap<>();

    /** Memory that native code told of, by its domain and address. */
    private record Block(int domain, long address) {}

    private record BlockTrace(long sizeBytes, AllocationPlace place) {}

    /** What is known of a value; in a chain of the table and in the list of all by age. */
    private static final class Trace extends WeakReference<PyObject> {
        private final int hash;
        private final AllocationPlace place;
        private long sizeBytes = UNMEASURED;
        private Trace next;
        private Trace older;
        private Trace newer;

        Trace(PyObject o, ReferenceQueue<PyObject> queue, AllocationPlace place) {
            super(o, queue);
            hash = System.identityHashCode(o);
            this.place = place;
        }
    }

    /** A trace as a program sees it; domain 0 are values. */
    record Shown(int domain, long sizeBytes, AllocationPlace place) {}

    MemoryTraces(int limit) {
        this.limit = limit;
    }

    @Override
    public void made(ThreadState ts, PyObject o) {
        if (busy || o instanceof Attributes) {
            return;
        }
        forgetCollected();
        Trace trace = new Trace(o, collected, AllocationPlace.of(ts.frame, limit));
        if (count == table.length) {
            enlarge();
        }
        int i = trace.hash & table.length - 1;
        trace.next = table[i];
        table[i] = trace;
        count++;
        trace.older = newest;
        if (newest == null) {
            oldest = trace;
        } else {
            newest.newer = trace;
        }
        newest = trace;
        if (unmeasured == null) {
            unmeasured = trace;
        }
        unmeasuredCount++;
        if (++madeSinceMeasured > Math.max(count, 1 << 12)) {
            measure(ts, false);
        } else {
            while (unmeasuredCount > UNFINISHED) {
                measureNext(ts);
            }
        }
    }

    @Override
    public void destroyed(ThreadState ts, PyObject o) {
        if (!busy) {
            Trace trace = find(o);
            if (trace != null) {
                measure(ts, trace, o);
                remove(trace);
            }
        }
    }

    private Trace find(PyObject o) {
        Trace trace = table[System.identityHashCode(o) & table.length - 1];
        while (trace != null && !trace.refersTo(o)) {
            trace = trace.next;
        }
        return trace;
    }

    private void enlarge() {
        Trace[] larger = new Trace[table.length * 2];
        for (Trace trace = oldest; trace != null; trace = trace.newer) {
            int i = trace.hash & larger.length - 1;
            trace.next = larger[i];
            larger[i] = trace;
        }
        table = larger;
    }

    /** Forgets what Java's collector has found dead. */
    private void forgetCollected() {
        for (Object trace = collected.poll(); trace != null; trace = collected.poll()) {
            remove((Trace) trace);
        }
    }

    private void remove(Trace trace) {
        int i = trace.hash & table.length - 1;
        Trace before = null;
        Trace at = table[i];
        while (at != null && at != trace) {
            before = at;
            at = at.next;
        }
        if (at == null) {
            return;
        }
        if (before == null) {
            table[i] = trace.next;
        } else {
            before.next = trace.next;
        }
        count--;
        if (trace.sizeBytes == UNMEASURED) {
            passUnmeasured(trace);
        } else {
            current -= trace.sizeBytes;
        }
        if (trace.older == null) {
            oldest = trace.newer;
        } else {
            trace.older.newer = trace.newer;
        }
        if (trace.newer == null) {
            newest = trace.older;
        } else {
            trace.newer.older = trace.older;
        }
    }

    /** One trace less is not measured: those that are not are the newest, but for some that died young. */
    private void passUnmeasured(Trace trace) {
        unmeasuredCount--;
        if (unmeasured == trace) {
            Trace next = trace.newer;
            while (next != null && next.sizeBytes != UNMEASURED) {
                next = next.newer;
            }
            unmeasured = next;
        }
    }

    private void measureNext(ThreadState ts) {
        Trace trace = unmeasured;
        PyObject o = trace.get();
        if (o == null) {
            remove(trace);
        } else {
            measure(ts, trace, o);
        }
    }

    private void measure(ThreadState ts, Trace trace, PyObject o) {
        long size = sizeBytes(ts, o);
        if (trace.sizeBytes == UNMEASURED) {
            trace.sizeBytes = 0;
            passUnmeasured(trace);
        }
        current += size - trace.sizeBytes;
        trace.sizeBytes = size;
        peak = Math.max(peak, current);
    }

    /** Measures all values; those that may not be complete only when {@code finished} says that they are. */
    private void measure(ThreadState ts, boolean finished) {
        int complete = finished ? count : count - UNFINISHED;
        Trace newer;
        for (Trace trace = oldest; trace != null && complete-- > 0; trace = newer) {
            newer = trace.newer;
            PyObject o = trace.get();
            if (o == null) {
                remove(trace);
            } else {
                measure(ts, trace, o);
            }
        }
        madeSinceMeasured = 0;
    }

    private long sizeBytes(ThreadState ts, PyObject o) {
        PyType type = o.type;
        while (type.isHeapType()) {
            type = type.base;
        }
        boolean outer = busy;
        busy = true;
        try {
            return ((PyInt) Calls.call(ts, type.special(Special.SIZEOF), o)).value;
        } catch (PyException e) {
            // Something that was never initialized, or is detached, and cannot tell.
            e.swallow();
            return ((PyInt) Calls.call(ts, PyType.OBJECT.special(Special.SIZEOF), o)).value;
        } finally {
            busy = outer;
        }
    }

    /** Has Java's collector find the dead, and measures what lives. */
    private void settle(ThreadState ts) {
        if (oldest != null) {
            System.gc();
        }
        forgetCollected();
        measure(ts, true);
    }

    /** The sum of the sizes and its maximum. */
    long[] memory(ThreadState ts) {
        settle(ts);
        return new long[] {current, peak};
    }

    void resetPeak(ThreadState ts) {
        settle(ts);
        peak = current;
    }

    /** Forgets all values; those that live are not traced any more. */
    void clear() {
        table = new Trace[1 << 10];
        oldest = null;
        newest = null;
        unmeasured = null;
        count = 0;
        unmeasuredCount = 0;
        current = 0;
        peak = 0;
        blocks.clear();
    }

    /** Where a value was made; null when that was not traced. */
    AllocationPlace place(PyObject o) {
        Trace trace = find(o);
        return trace == null ? null : trace.place;
    }

    /** The traces of all that lives, oldest first; then the blocks of native code. */
    List<Shown> shown(ThreadState ts) {
        settle(ts);
        List<Shown> shown = new ArrayList<>(count);
        for (Trace trace = oldest; trace != null; trace = trace.newer) {
            shown.add(new Shown(0, trace.sizeBytes, trace.place));
        }
        blocks.forEach((block, trace) -> shown.add(new Shown(block.domain(), trace.sizeBytes(), trace.place())));
        return shown;
    }

    /** About what this itself takes. */
    long ownSizeBytes() {
        return 4L * table.length + 112L * count + 24L * limit * count;
    }

    /** Notes memory that native code takes, or has changed. */
    void track(ThreadState ts, int domain, long address, long sizeBytes) {
        untrack(domain, address);
        blocks.put(new Block(domain, address), new BlockTrace(sizeBytes, AllocationPlace.of(ts.frame, limit)));
        current += sizeBytes;
        peak = Math.max(peak, current);
    }

    /** Native code has let go of memory. */
    void untrack(int domain, long address) {
        BlockTrace known = blocks.remove(new Block(domain, address));
        current -= known == null ? 0 : known.sizeBytes();
    }

    /** Where native code took memory; null when that is not known. */
    AllocationPlace place(int domain, long address) {
        BlockTrace known = blocks.get(new Block(domain, address));
        return known == null ? null : known.place();
    }

    /** Runs something whose values are not traced. */
    <T> T aside(java.util.function.Supplier<T> work) {
        busy = true;
        try {
            return work.get();
        } finally {
            busy = false;
        }
    }
}
