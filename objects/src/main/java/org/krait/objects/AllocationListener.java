package org.krait.objects;

/**
 * Who is told of the values that a context makes while it runs: {@code tracemalloc}. Numbers, frames and what only
 * native code can see are not among them.
 *
 * <p>Which context listens is known to the context; that any does, to the constructors of values, by a field that they
 * test ({@link PyObject#listened}).
 */
public interface AllocationListener {
    /** A value is being made; its constructor has not ended, so that nothing but its identity may be looked at. */
    void made(ThreadState ts, PyObject o);

    /** A mortal value is being destroyed; it still has what it refers to. */
    void destroyed(ThreadState ts, PyObject o);

    /** Makes {@code listener} hear of a context's values from now on; null for nobody. */
    static void set(Interp interp, AllocationListener listener) {
        boolean had = interp.allocationListener != null;
        interp.allocationListener = listener;
        if (had != (listener != null)) {
            PyObject.listen(listener != null ? 1 : -1);
        }
    }

    /** Keeps the running context's listener from hearing of values until {@link #show}; false when there is none. */
    static boolean hide() {
        if (!PyObject.listened) {
            return false;
        }
        ThreadState ts = ThreadState.current();
        if (ts == null || ts.interp.allocationListener == null) {
            return false;
        }
        ts.interp.hiddenAllocations++;
        return true;
    }

    /** Ends what a {@link #hide} that answered true began. */
    static void show() {
        ThreadState.current().interp.hiddenAllocations--;
    }

    /** Tells the running context's listener, if it has one, of a new value. */
    static void tellMade(PyObject o) {
        ThreadState ts = ThreadState.current();
        if (ts != null && ts.interp.allocationListener != null && ts.interp.hiddenAllocations == 0) {
            ts.interp.allocationListener.made(ts, o);
        }
    }

    /** Tells the running context's listener, if it has one, of the end of a value. */
    static void tellDestroyed(PyObject o) {
        ThreadState ts = ThreadState.current();
        if (ts != null && ts.interp.allocationListener != null) {
            ts.interp.allocationListener.destroyed(ts, o);
        }
    }
}
