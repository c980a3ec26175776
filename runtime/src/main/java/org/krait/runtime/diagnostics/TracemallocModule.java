package org.krait.runtime.diagnostics;

import java.util.HashMap;
import java.util.List;
import org.krait.objects.AllocationListener;
import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Tracing;

/** The module {@code _tracemalloc}; {@link MemoryTraces} says what is traced. */
@BuiltinModule(value = "_tracemalloc", doc = "Debug module to trace memory blocks allocated by Python.")
public final class TracemallocModule {
    private static final int MOST_FRAMES = 65535;

    private TracemallocModule() {}

    /** The state of a context: {@code traces} is null while nothing is traced. */
    private static final class State {
        private MemoryTraces traces;
        private int limit = 1;
    }

    private static State state(ThreadState ts) {
        return (State) ts.interp.natives.computeIfAbsent(State.class, key -> new State());
    }

    @Builtin(value = "is_tracing()",
            doc = "Return True if the tracemalloc module is tracing Python memory allocations.")
    static boolean isTracing(ThreadState ts) {
        return state(ts).traces != null;
    }

    @Builtin(value = "start(nframe=1, /)", doc = """
            Start tracing Python memory allocations.

            Also set the maximum number of frames stored in the traceback of a
            trace to nframe.""")
    static void start(ThreadState ts, int nframe) {
        if (nframe < 1 || nframe > MOST_FRAMES) {
            throw Errors.valueError("the number of frames must be in range [1; " + MOST_FRAMES + "]");
        }
        State state = state(ts);
        if (state.traces == null) {
            state.limit = nframe;
            state.traces = new MemoryTraces(nframe);
            AllocationListener.set(ts.interp, state.traces);
            Tracing.traceMemory(ts.interp, true);
        }
    }

    @Builtin(value = "stop()", doc = """
            Stop tracing Python memory allocations.

            Also clear traces of memory blocks allocated by Python.""")
    static void stop(ThreadState ts) {
        State state = state(ts);
        if (state.traces != null) {
            AllocationListener.set(ts.interp, null);
            Tracing.traceMemory(ts.interp, false);
            state.traces = null;
        }
    }

    @Builtin(value = "clear_traces()", doc = "Clear traces of memory blocks allocated by Python.")
    static void clearTraces(ThreadState ts) {
        MemoryTraces traces = state(ts).traces;
        if (traces != null) {
            traces.clear();
        }
    }

    @Builtin(value = "get_traceback_limit()", doc = """
            Get the maximum number of frames stored in the traceback of a trace.

            By default, a trace of an allocated memory block only stores
            the most recent frame: the limit is 1.""")
    static int getTracebackLimit(ThreadState ts) {
        return state(ts).limit;
    }

    @Builtin(value = "get_tracemalloc_memory()", doc = """
            Get the memory usage in bytes of the tracemalloc module.

            This memory is used internally to trace memory allocations.""")
    static long getTracemallocMemory(ThreadState ts) {
        MemoryTraces traces = state(ts).traces;
        return traces == null ? 0 : traces.ownSizeBytes();
    }

    @Builtin(value = "get_traced_memory()", doc = """
            Get the current size and peak size of memory blocks traced by tracemalloc.

            Returns a tuple: (current: int, peak: int).""")
    static PyObject getTracedMemory(ThreadState ts) {
        MemoryTraces traces = state(ts).traces;
        long[] sizes = traces == null ? new long[2] : traces.memory(ts);
        return PyTuple.of(PyInt.of(sizes[0]), PyInt.of(sizes[1]));
    }

    @Builtin(value = "reset_peak()", doc = """
            Set the peak size of memory blocks traced by tracemalloc to the current size.

            Do nothing if the tracemalloc module is not tracing memory allocations.""")
    static void resetPeak(ThreadState ts) {
        MemoryTraces traces = state(ts).traces;
        if (traces != null) {
            traces.resetPeak(ts);
        }
    }

    @Builtin(value = "_get_traces()", doc = """
            Get traces of all memory blocks allocated by Python.

            Return a list of (size: int, traceback: tuple) tuples.
            traceback is a tuple of (filename: str, lineno: int) tuples.

            Return an empty list if the tracemalloc module is disabled.""")
    static PyObject getTraces(ThreadState ts) {
        MemoryTraces traces = state(ts).traces;
        if (traces == null) {
            return new PyList();
        }
        List<MemoryTraces.Shown> shown = traces.shown(ts);
        return traces.aside(() -> list(shown));
    }

    private static PyList list(List<MemoryTraces.Shown> shown) {
        PyList list = new PyList();
        HashMap<List<Object>, PyTuple> known = new HashMap<>();
        for (MemoryTraces.Shown trace : shown) {
            AllocationPlace place = trace.place();
            PyTuple frames = known.computeIfAbsent(place.key(), key -> place.frames());
            list.append(PyTuple.of(PyInt.of(trace.domain()), PyInt.of(trace.sizeBytes()), frames,
                    PyInt.of(place.totalFrames())));
        }
        return list;
    }

    @Builtin(value = "_get_object_traceback(obj, /)", doc = """
            Get the traceback where the Python object obj was allocated.

            Return a tuple of (filename: str, lineno: int) tuples.
            Return None if the tracemalloc module is disabled or did not
            trace the allocation of the object.""")
    static PyObject getObjectTraceback(ThreadState ts, PyObject obj) {
        MemoryTraces traces = state(ts).traces;
        return frames(traces == null ? null : traces.place(obj));
    }

    private static PyObject frames(AllocationPlace place) {
        return place == null ? PySingleton.NONE : place.frames();
    }

    @Builtin(value = "_track(domain, ptr, size, release_gil=0, /)",
            doc = "Trace a block of memory that is none of Krait's: PyTraceMalloc_Track() of CPython's C API.")
    static void track(ThreadState ts, int domain, long ptr, long size, PyObject release_gil) {
        MemoryTraces traces = state(ts).traces;
        if (traces == null) {
            throw Errors.runtimeError("PyTraceMalloc_Track error");
        }
        traces.track(ts, domain, ptr, size);
    }

    @Builtin(value = "_untrack(domain, ptr, /)",
            doc = "Trace a block of memory no longer: PyTraceMalloc_Untrack() of CPython's C API.")
    static void untrack(ThreadState ts, int domain, long ptr) {
        MemoryTraces traces = state(ts).traces;
        if (traces == null) {
            throw Errors.runtimeError("PyTraceMalloc_Untrack error");
        }
        traces.untrack(domain, ptr);
    }

    @Builtin(value = "_get_block_traceback(domain, ptr, /)",
            doc = "Get the traceback where a block was tracked, or None: PyTraceMalloc_GetTraceback() of CPython.")
    static PyObject getBlockTraceback(ThreadState ts, int domain, long ptr) {
        MemoryTraces traces = state(ts).traces;
        return frames(traces == null ? null : traces.place(domain, ptr));
    }
}
