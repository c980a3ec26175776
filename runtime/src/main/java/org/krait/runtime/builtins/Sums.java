package org.krait.runtime.builtins;

import org.krait.objects.BinaryOp;
import org.krait.objects.Errors;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Arithmetic;
import org.krait.runtime.Iteration;

/** {@code sum}: exact for ints, with Neumaier's compensation for floats as CPython 3.12. */
final class Sums {
    private Sums() {}

    static PyObject sum(ThreadState ts, PyObject iterable, PyObject start) {
        PyObject iterator = Iteration.iter(ts, iterable);
        try {
            checkStart(start);
            return sumOf(ts, iterator, start);
        } finally {
            Refs.drop(iterator);
        }
    }

    private static void checkStart(PyObject start) {
        if (start instanceof PyStr) {
            throw Errors.typeError("sum() can't sum strings [use ''.join(seq) instead]");
        }
        if (start instanceof PyBytes) {
            throw Errors.typeError("sum() can't sum bytes [use b''.join(seq) instead]");
        }
        if (start instanceof PyByteArray) {
            throw Errors.typeError("sum() can't sum bytearray [use b''.join(seq) instead]");
        }
    }

    private static PyObject sumOf(ThreadState ts, PyObject iterator, PyObject start) {
        PyObject total = start;
        PyObject item = Iteration.next(ts, iterator);
        while (item != null) {
            if (total.getClass() == PyInt.class && item.getClass() == PyInt.class) {
                long a = ((PyInt) total).value;
                long b = ((PyInt) item).value;
                long sum = a + b;
                if (((a ^ sum) & (b ^ sum)) >= 0) {
                    total = PyInt.of(sum);
                    item = Iteration.next(ts, iterator);
                    continue;
                }
            }
            if (total.getClass() == PyFloat.class && isReal(item)) {
                double sum = ((PyFloat) total).value;
                double correction = 0;
                while (item != null && isReal(item)) {
                    if (item.getClass() == PyFloat.class) {
                        double x = ((PyFloat) item).value;
                        double t = sum + x;
                        correction += Math.abs(sum) >= Math.abs(x) ? sum - t + x : x - t + sum;
                        sum = t;
                    } else {
                        sum += ((PyInt) item).value;
                    }
                    item = Iteration.next(ts, iterator);
                }
                if (correction != 0 && !Double.isInfinite(correction) && !Double.isNaN(correction)) {
                    sum += correction;
                }
                total = new PyFloat(sum);
                continue;
            }
            PyObject old = total;
            total = Arithmetic.binary(ts, BinaryOp.ADD, total, item);
            if (old != start && old != total) {
                Refs.drop(old);
            }
            Refs.drop(item);
            item = Iteration.next(ts, iterator);
        }
        return total;
    }

    private static boolean isReal(PyObject item) {
        return item.getClass() == PyFloat.class || item.getClass() == PyInt.class;
    }
}
