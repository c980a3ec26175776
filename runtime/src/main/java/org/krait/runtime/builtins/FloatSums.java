package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.Errors;

/** Sums of floats without loss: {@code fsum}, the norm of a vector, {@code sumprod}. */
final class FloatSums {
    /** Not overlapping, of increasing magnitude: their exact sum is that of what was added. */
    private double[] partials = new double[32];
    private int count;
    private double specialSum;
    private double infiniteSum;

    /** Adds a float exactly. */
    void add(double value) {
        double x = value;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            double y = partials[i];
            if (Math.abs(x) < Math.abs(y)) {
                double t = x;
                x = y;
                y = t;
            }
            double high = x + y;
            double low = y - (high - x);
            if (low != 0) {
                partials[kept++] = low;
            }
            x = high;
        }
        count = kept;
        if (x == 0) {
            return;
        }
        if (Double.isInfinite(x) || Double.isNaN(x)) {
            if (!Double.isInfinite(value) && !Double.isNaN(value)) {
                throw Errors.overflowError("intermediate overflow in fsum");
            }
            if (Double.isInfinite(value)) {
                infiniteSum += value;
            }
            specialSum += value;
            count = 0;
            return;
        }
        if (count == partials.length) {
            partials = Arrays.copyOf(partials, count * 2);
        }
        partials[count++] = x;
    }

    /** The sum, correctly rounded. */
    double sum() {
        if (specialSum != 0) {
            if (Double.isNaN(infiniteSum)) {
                throw Errors.valueError("-inf + inf in fsum");
            }
            return specialSum;
        }
        if (count == 0) {
            return 0.0;
        }
        int i = count - 1;
        double high = partials[i];
        double low = 0;
        while (i > 0) {
            double x = high;
            double y = partials[--i];
            high = x + y;
            low = y - (high - x);
            if (low != 0) {
                break;
            }
        }
        // Half-even rounding across partials: what follows decides a tie.
        if (i > 0 && (low < 0 && partials[i - 1] < 0 || low > 0 && partials[i - 1] > 0)) {
            double y = low * 2;
            double x = high + y;
            if (y == x - high) {
                high = x;
            }
        }
        return high;
    }

    /** The square root of the sum of squares; the values are not negative, {@code max} is the largest. */
    static double norm(double[] values, double max, boolean nan) {
        if (Double.isInfinite(max)) {
            return max;
        }
        if (nan) {
            return Double.NaN;
        }
        if (max == 0 || values.length <= 1) {
            return max;
        }
        int exponent = Math.getExponent(max);
        if (exponent < -1022) {
            // Subnormal: scale up exactly, then down.
            double[] scaled = new double[values.length];
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] = values[i] / Double.MIN_NORMAL;
            }
            return Double.MIN_NORMAL * norm(scaled, max / Double.MIN_NORMAL, false);
        }
        double high = 1.0;
        double low = 0;
        double lower = 0;
        for (double value : values) {
            double x = Math.scalb(value, -exponent - 1);
            double square = x * x;
            double squareLow = Math.fma(x, x, -square);
            double sum = high + square;
            low += square - (sum - high);
            high = sum;
            lower += squareLow;
        }
        double total = high - 1.0 + (low + lower);
        double root = Math.sqrt(total);
        double square = root * root;
        double squareLow = Math.fma(root, root, -square);
        double sum = high - square;
        double rest = high - sum - square;
        double remainder = sum - 1.0 + (low + lower + rest - squareLow);
        return Math.scalb(root + remainder / (2 * root), exponent + 1);
    }
}
