package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.BinaryOp;
import org.krait.objects.Errors;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Arithmetic;
import org.krait.runtime.Iteration;

/** Functions of {@code math} over many numbers. */
final class MathAggregates {
    private MathAggregates() {}

    static double norm(double[] values) {
        double max = 0;
        boolean nan = false;
        for (double value : values) {
            nan |= Double.isNaN(value);
            if (value > max) {
                max = value;
            }
        }
        return FloatSums.norm(values, max, nan);
    }

    static PyObject product(ThreadState ts, PyObject iterable, PyObject start) {
        PyObject iterator = Iteration.iter(ts, iterable);
        Refs.incRef(iterator);
        try {
            PyObject result = start;
            for (PyObject item = Iteration.next(ts, iterator); item != null; item = Iteration.next(ts, iterator)) {
                PyObject next = Arithmetic.binary(ts, BinaryOp.MULTIPLY, result, item);
                if (result != start && result != next) {
                    Refs.drop(result);
                }
                if (item != next) {
                    Refs.drop(item);
                }
                result = next;
            }
            return result;
        } finally {
            Refs.decRef(iterator);
        }
    }

    /** Three floats whose exact sum is the state: sums of float products in triple length. */
    private static final class TripleSum {
        private double high;
        private double low;
        private double tiny;

        /** Adds a product; false, and nothing added, when the sum would not be finite. */
        boolean addProduct(double x, double y) {
            double product = x * y;
            double sum = high + product;
            if (Double.isInfinite(sum) || Double.isNaN(sum)) {
                return false;
            }
            double productLow = Math.fma(x, y, -product);
            double lost = twoSumError(high, product, sum);
            double lower = low + productLow;
            double lowerLost = twoSumError(low, productLow, lower);
            double middle = lower + lost;
            double middleLost = twoSumError(lower, lost, middle);
            high = sum;
            low = middle;
            tiny += lowerLost + middleLost;
            return true;
        }

        double value() {
            double last = low + tiny;
            double lost = twoSumError(low, tiny, last);
            double sum = high + last;
            double rest = twoSumError(high, last, sum);
            return sum + (rest + lost);
        }

        private static double twoSumError(double a, double b, double sum) {
            double back = sum - a;
            return a - (sum - back) + (b - back);
        }
    }

    static PyObject sumOfProducts(ThreadState ts, PyObject p, PyObject q) {
        PyObject[] left = Iteration.toArray(ts, p);
        PyObject[] right = Iteration.toArray(ts, q);
        if (left.length != right.length) {
            throw Errors.valueError("Inputs are not the same length");
        }
        // Longs first, then floats without loss, and from the first pair of another kind on as Python would.
        long sum = 0;
        int i = 0;
        while (i < left.length && isLong(left[i]) && isLong(right[i])) {
            long x = ((PyInt) left[i]).value;
            long y = ((PyInt) right[i]).value;
            long product = x * y;
            long next = sum + product;
            if (Math.multiplyHigh(x, y) != product >> 63 || ((sum ^ next) & (product ^ next)) < 0) {
                break;
            }
            sum = next;
            i++;
        }
        PyObject total = PyInt.of(sum);
        int start = i;
        TripleSum floats = new TripleSum();
        while (i < left.length && isFloatPair(left[i], right[i])
                && floats.addProduct(Arguments.toDouble(ts, left[i]), Arguments.toDouble(ts, right[i]))) {
            i++;
        }
        if (i > start) {
            total = Arithmetic.binary(ts, BinaryOp.ADD, total, new PyFloat(floats.value()));
        }
        for (; i < left.length; i++) {
            total = plus(ts, total, left[i], right[i]);
        }
        return total;
    }

    private static boolean isLong(PyObject o) {
        return o.type == PyInt.TYPE && ((PyInt) o).fitsLong();
    }

    private static PyObject plus(ThreadState ts, PyObject total, PyObject a, PyObject b) {
        return Arithmetic.binary(ts, BinaryOp.ADD, total, Arithmetic.binary(ts, BinaryOp.MULTIPLY, a, b));
    }

    private static boolean isFloatPair(PyObject a, PyObject b) {
        boolean floatLeft = a.getClass() == PyFloat.class;
        boolean floatRight = b.getClass() == PyFloat.class;
        return floatLeft && (floatRight || isPlainInt(b)) || floatRight && isPlainInt(a);
    }

    /** True for an int or bool that is no instance of a Python class and not too large for a float. */
    private static boolean isPlainInt(PyObject o) {
        return o instanceof PyInt i && !o.type.isHeapType()
                && (i.fitsLong() || !Double.isInfinite(i.big().doubleValue()));
    }
}
