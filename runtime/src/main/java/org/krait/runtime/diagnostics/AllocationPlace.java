package org.krait.runtime.diagnostics;

import java.util.List;
import org.krait.objects.PyFrame;
import org.krait.objects.PyInt;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Tracing;

/**
 * Where something was made: instructions of code objects, innermost frame first, and how many frames there were.
 *
 * <p>Lines and file names are looked up when somebody asks.
 */
record AllocationPlace(CodeObject[] codes, int[] pcs, int depth) {
    private static final PyTuple UNKNOWN = PyTuple.of(PyStr.interned("<unknown>"), PyInt.ZERO);

    /** The place that a frame is at; {@code innermost} is null when no Python code runs. Keeps {@code limit} frames. */
    static AllocationPlace of(PyFrame innermost, int limit) {
        PyFrame first = innermost;
        while (first != null && Tracing.isIncomplete(first)) {
            first = first.back;
        }
        int depth = 0;
        for (PyFrame f = first; f != null; f = f.back) {
            depth++;
        }
        int kept = Math.min(depth, limit);
        CodeObject[] codes = new CodeObject[kept];
        int[] pcs = new int[kept];
        PyFrame f = first;
        for (int i = 0; i < kept; i++) {
            codes[i] = f.code;
            pcs[i] = f.pc;
            f = f.back;
        }
        return new AllocationPlace(codes, pcs, depth);
    }

    /** The frames as {@code tracemalloc} shows them: a tuple of (file name, line), innermost first. */
    PyTuple frames() {
        if (codes.length == 0) {
            return PyTuple.of(UNKNOWN);
        }
        PyTuple[] frames = new PyTuple[codes.length];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = PyTuple.of(codes[i].filename, PyInt.of(Math.max(codes[i].line(pcs[i]), 0)));
        }
        return PyTuple.of(frames);
    }

    /** Equal for places with the same frames at the same instructions. */
    List<Object> key() {
        Object[] key = new Object[codes.length * 2];
        for (int i = 0; i < codes.length; i++) {
            key[2 * i] = codes[i];
            key[2 * i + 1] = pcs[i];
        }
        return List.of(key);
    }

    /** The number of frames there were, at least 1 for the unknown one. */
    int totalFrames() {
        return Math.max(depth, 1);
    }
}
