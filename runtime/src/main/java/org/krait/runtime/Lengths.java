package org.krait.runtime;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyRange;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;

/** {@code len()} of what may be longer than a Java array: ranges and instances of Python classes. */
public final class Lengths {
    private Lengths() {}

    /** {@code len(o)}. */
    public static long of(ThreadState ts, PyObject o) {
        if (o instanceof PyRange range && range.length.fitsLong()) {
            return range.length.value;
        }
        if (o.type.isHeapType() && o.type.definer(Special.LEN.pyName()) != null
                && o.type.definer(Special.LEN.pyName()).isHeapType()) {
            PyInt length = Arguments.toIndex(ts, Calls.callSpecial(ts, o, Special.LEN));
            if (length.signum() < 0) {
                throw Errors.valueError("__len__() should return >= 0");
            }
            if (!length.fitsLong()) {
                throw Errors.overflowError("cannot fit 'int' into an index-sized integer");
            }
            return length.value;
        }
        return o.type.slots().length(ts, o);
    }
}
