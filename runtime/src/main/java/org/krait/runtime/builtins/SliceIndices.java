package org.krait.runtime.builtins;

import java.math.BigInteger;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PySlice;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;

/**
 * A slice's start, stop and step for a sequence of any length, as {@code slice.indices} gives them.
 *
 * @param start the first index, or where it would be
 * @param stop the index that ends it
 * @param step not zero
 */
record SliceIndices(PyInt start, PyInt stop, PyInt step) {
    /** Computes them; TypeError or ValueError. */
    static SliceIndices of(ThreadState ts, PySlice slice, BigInteger length) {
        PyInt step = slice.step == PySingleton.NONE ? PyInt.ONE : bound(ts, slice.step);
        if (step.signum() == 0) {
            throw Errors.valueError("slice step cannot be zero");
        }
        boolean backwards = step.signum() < 0;
        BigInteger lower = backwards ? BigInteger.ONE.negate() : BigInteger.ZERO;
        BigInteger upper = backwards ? length.subtract(BigInteger.ONE) : length;
        PyInt start = slice.start == PySingleton.NONE
                ? PyInt.of(backwards ? upper : lower)
                : clip(bound(ts, slice.start), length, lower, upper);
        PyInt stop = slice.stop == PySingleton.NONE
                ? PyInt.of(backwards ? lower : upper)
                : clip(bound(ts, slice.stop), length, lower, upper);
        return new SliceIndices(start, stop, step);
    }

    private static PyInt clip(PyInt given, BigInteger length, BigInteger lower, BigInteger upper) {
        BigInteger index = given.toBigInteger();
        if (index.signum() < 0) {
            return PyInt.of(index.add(length).max(lower));
        }
        return PyInt.of(index.min(upper));
    }

    private static PyInt bound(ThreadState ts, PyObject o) {
        if (!(o instanceof PyInt) && !o.type.has(Special.INDEX)) {
            throw Errors.typeError("slice indices must be integers or None or have an __index__ method");
        }
        return Arguments.toIndex(ts, o);
    }
}
