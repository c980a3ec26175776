package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.PyComplex;
import org.krait.objects.PyException;

/** The operations of complex numbers, in the order of steps CPython takes, so that rounding is the same. */
public final class ComplexArithmetic {
    private static final PyComplex ONE = new PyComplex(1, 0);

    private ComplexArithmetic() {}

    public static PyComplex add(PyComplex a, PyComplex b) {
        return new PyComplex(a.real + b.real, a.imag + b.imag);
    }

    public static PyComplex subtract(PyComplex a, PyComplex b) {
        return new PyComplex(a.real - b.real, a.imag - b.imag);
    }

    public static PyComplex multiply(PyComplex a, PyComplex b) {
        return new PyComplex(a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real);
    }

    public static PyComplex divide(PyComplex a, PyComplex b) {
        double absReal = Math.abs(b.real);
        double absImaginary = Math.abs(b.imag);
        if (absReal >= absImaginary) {
            if (absReal == 0) {
                throw Errors.zeroDivision("complex division by zero");
            }
            double ratio = b.imag / b.real;
            double denominator = b.real + b.imag * ratio;
            return new PyComplex((a.real + a.imag * ratio) / denominator, (a.imag - a.real * ratio) / denominator);
        }
        if (absImaginary >= absReal) {
            double ratio = b.real / b.imag;
            double denominator = b.real * ratio + b.imag;
            return new PyComplex((a.real * ratio + a.imag) / denominator, (a.imag * ratio - a.real) / denominator);
        }
        return new PyComplex(Double.NaN, Double.NaN);
    }

    public static PyComplex power(PyComplex a, PyComplex b) {
        PyComplex result;
        if (b.imag == 0 && b.real == Math.floor(b.real) && Math.abs(b.real) <= 100) {
            int n = (int) b.real;
            if (n <= 0 && a.real == 0 && a.imag == 0 && n != 0) {
                throw zeroToNegative();
            }
            result = n > 0 ? power(a, n) : divide(ONE, power(a, -n));
        } else if (a.real == 0 && a.imag == 0) {
            if (b.imag != 0 || b.real < 0) {
                throw zeroToNegative();
            }
            result = new PyComplex(0, 0);
        } else {
            double abs = Math.hypot(a.real, a.imag);
            double length = Math.pow(abs, b.real);
            double angle = Math.atan2(a.imag, a.real);
            double phase = angle * b.real;
            if (b.imag != 0) {
                length /= Math.exp(angle * b.imag);
                phase += b.imag * Math.log(abs);
            }
            if (Double.isInfinite(phase)) {
                // The domain error of C's cos, which CPython takes for that of a power of zero.
                throw zeroToNegative();
            }
            result = new PyComplex(length * Math.cos(phase), length * Math.sin(phase));
        }
        if (Double.isInfinite(result.real) || Double.isInfinite(result.imag)) {
            throw Errors.overflowError("complex exponentiation");
        }
        return result;
    }

    private static PyException zeroToNegative() {
        return Errors.zeroDivision("0.0 to a negative or complex power");
    }

    private static PyComplex power(PyComplex a, int exponent) {
        PyComplex result = ONE;
        PyComplex square = a;
        for (int left = exponent; left > 0; left >>= 1) {
            if ((left & 1) != 0) {
                result = multiply(result, square);
            }
            square = multiply(square, square);
        }
        return result;
    }

    /** {@code abs(a)}; OverflowError when too large. */
    public static double absolute(PyComplex a) {
        double abs = Math.hypot(a.real, a.imag);
        if (Double.isInfinite(abs) && !Double.isInfinite(a.real) && !Double.isInfinite(a.imag)) {
            throw Errors.overflowError("absolute value too large");
        }
        return abs;
    }
}
