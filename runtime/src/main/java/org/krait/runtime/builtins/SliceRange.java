package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PySlice;
import org.krait.objects.ThreadState;

/** A slice's numbers for a sequence of a certain length, as PySlice_Unpack and PySlice_AdjustIndices. */
public final class SliceRange {
    private final long rawStart;
    private final long rawStop;
    /** Never 0. */
    public final int step;
    public int start;
    public int stop;
    /** How many items are selected. */
    public int count;

    /** Reads the slice, which may call {@code __index__}; {@link #fit} comes next. */
    public SliceRange(ThreadState ts, PySlice slice) {
        long s = 1;
        if (slice.step != PySingleton.NONE) {
            s = bound(ts, slice.step);
            if (s == 0) {
                throw Errors.valueError("slice step cannot be zero");
            }
            s = Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, s));
        }
        step = (int) s;
        rawStart = slice.start == PySingleton.NONE
                ? step < 0 ? Long.MAX_VALUE : 0
                : bound(ts, slice.start);
        rawStop = slice.stop == PySingleton.NONE
                ? step < 0 ? Long.MIN_VALUE : Long.MAX_VALUE
                : bound(ts, slice.stop);
    }

    private static long bound(ThreadState ts, PyObject o) {
        return o.getClass() == PyInt.class ? ((PyInt) o).value : Protocol.sliceBound(ts, o);
    }

    /** Computes the range for a length. */
    public SliceRange fit(int length) {
        start = clip(rawStart, length);
        stop = clip(rawStop, length);
        if (step < 0) {
            count = stop < start ? (int) ((start - stop - 1L) / -(long) step) + 1 : 0;
        } else {
            count = start < stop ? (stop - start - 1) / step + 1 : 0;
        }
        return this;
    }

    private int clip(long at, int length) {
        if (at < 0) {
            at += length;
            if (at < 0) {
                return step < 0 ? -1 : 0;
            }
            return (int) at;
        }
        if (at >= length) {
            return step < 0 ? length - 1 : length;
        }
        return (int) at;
    }
}
