package org.krait.runtime;

import java.math.BigInteger;
import org.krait.objects.Errors;
import org.krait.objects.PyException;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.text.FloatMath;
import org.krait.objects.text.IntMath;

/** The operations of ints of any size: on longs where they fit, else on BigInteger. Results are exact ints. */
public final class IntArithmetic {
    /** BigInteger's own bound. */
    private static final long MAX_BITS = Integer.MAX_VALUE - 64L;
    private static final int MOST_BITS_OF_SHIFTS = 65;

    private IntArithmetic() {}

    /** The same value as an exact int: what bools and instances of subclasses turn into. */
    public static PyInt exact(PyInt a) {
        if (a.type == PyInt.TYPE) {
            return a;
        }
        BigInteger big = a.big();
        return big == null ? PyInt.of(a.value) : PyInt.of(big);
    }

    public static PyInt add(PyInt a, PyInt b) {
        if (a.fitsLong() && b.fitsLong()) {
            long x = a.value;
            long y = b.value;
            long sum = x + y;
            if (((x ^ sum) & (y ^ sum)) >= 0) {
                return PyInt.of(sum);
            }
        }
        return PyInt.of(a.toBigInteger().add(b.toBigInteger()));
    }

    public static PyInt subtract(PyInt a, PyInt b) {
        if (a.fitsLong() && b.fitsLong()) {
            long x = a.value;
            long y = b.value;
            long difference = x - y;
            if (((x ^ y) & (x ^ difference)) >= 0) {
                return PyInt.of(difference);
            }
        }
        return PyInt.of(a.toBigInteger().subtract(b.toBigInteger()));
    }

    public static PyInt multiply(PyInt a, PyInt b) {
        if (a.fitsLong() && b.fitsLong()) {
            long high = Math.multiplyHigh(a.value, b.value);
            long low = a.value * b.value;
            if (high == low >> 63) {
                return PyInt.of(low);
            }
        }
        BigInteger x = a.toBigInteger();
        BigInteger y = b.toBigInteger();
        if ((long) x.bitLength() + y.bitLength() > MAX_BITS) {
            throw Errors.memoryError();
        }
        return PyInt.of(x.multiply(y));
    }

    public static PyInt floorDivide(PyInt a, PyInt b) {
        if (b.signum() == 0) {
            throw Errors.zeroDivision("integer division or modulo by zero");
        }
        if (a.fitsLong() && b.fitsLong() && !(a.value == Long.MIN_VALUE && b.value == -1)) {
            return PyInt.of(Math.floorDiv(a.value, b.value));
        }
        return PyInt.of(IntMath.floorDivide(a.toBigInteger(), b.toBigInteger()));
    }

    public static PyInt remainder(PyInt a, PyInt b) {
        if (b.signum() == 0) {
            throw Errors.zeroDivision("integer modulo by zero");
        }
        if (a.fitsLong() && b.fitsLong()) {
            return PyInt.of(Math.floorMod(a.value, b.value));
        }
        return PyInt.of(IntMath.floorMod(a.toBigInteger(), b.toBigInteger()));
    }

    public static PyTuple divmod(PyInt a, PyInt b) {
        PyInt quotient = floorDivide(a, b);
        return PyTuple.of(quotient, remainder(a, b));
    }

    public static PyFloat trueDivide(PyInt a, PyInt b) {
        if (a.fitsLong() && b.fitsLong() && isExactDouble(a.value) && isExactDouble(b.value)) {
            if (b.value == 0) {
                throw Errors.zeroDivision("division by zero");
            }
            return new PyFloat((double) a.value / (double) b.value);
        }
        return new PyFloat(IntMath.trueDivide(a.toBigInteger(), b.toBigInteger()));
    }

    private static boolean isExactDouble(long v) {
        return v >= -(1L << 53) && v <= 1L << 53;
    }

    /** {@code a ** b}: an int, or a float when b is negative. */
    public static PyObject power(PyInt a, PyInt b) {
        if (b.signum() < 0) {
            return FloatArithmetic.power(toDouble(a), toDouble(b));
        }
        if (a.fitsLong()) {
            long base = a.value;
            if (base == 0 || base == 1) {
                return b.signum() == 0 ? PyInt.ONE : PyInt.of(base);
            }
            if (base == -1) {
                return PyInt.of((b.fitsLong() ? b.value & 1 : b.big().testBit(0) ? 1 : 0) == 0 ? 1 : -1);
            }
        }
        if (!b.fitsLong()) {
            throw Errors.memoryError();
        }
        long exponent = b.value;
        if (a.fitsLong() && exponent <= 64) {
            long result = 1;
            long square = a.value;
            long left = exponent;
            boolean fits = true;
            while (left > 0 && fits) {
                if ((left & 1) != 0) {
                    fits = Math.multiplyHigh(result, square) == result * square >> 63;
                    result *= square;
                }
                left >>= 1;
                if (left > 0 && fits) {
                    fits = Math.multiplyHigh(square, square) == square * square >> 63;
                    square *= square;
                }
            }
            if (fits) {
                return PyInt.of(result);
            }
        }
        BigInteger base = a.toBigInteger();
        if ((base.abs().bitLength() - 1) * (double) exponent > MAX_BITS || exponent > Integer.MAX_VALUE) {
            throw Errors.memoryError();
        }
        return PyInt.of(base.pow((int) exponent));
    }

    /** {@code pow(a, b, modulus)}. */
    public static PyInt power(PyInt a, PyInt b, PyInt modulus) {
        return PyInt.of(IntMath.power(a.toBigInteger(), b.toBigInteger(), modulus.toBigInteger()));
    }

    public static PyInt shiftLeft(PyInt a, PyInt b) {
        if (b.signum() < 0) {
            throw Errors.valueError("negative shift count");
        }
        if (a.signum() == 0) {
            return PyInt.ZERO;
        }
        if (!b.fitsLong()) {
            // What has as many digits as CPython can count is only too large for the memory.
            throw b.toBigInteger().bitLength() <= MOST_BITS_OF_SHIFTS
                    ? Errors.memoryError()
                    : Errors.overflowError("too many digits in integer");
        }
        long count = b.value;
        if (a.fitsLong()) {
            long v = a.value;
            if (count < 64 && Long.numberOfLeadingZeros(v < 0 ? ~v : v) > count) {
                return PyInt.of(v << count);
            }
        }
        BigInteger value = a.toBigInteger();
        if (value.bitLength() + count > MAX_BITS || count > MAX_BITS) {
            throw Errors.memoryError();
        }
        return PyInt.of(value.shiftLeft((int) count));
    }

    public static PyInt shiftRight(PyInt a, PyInt b) {
        if (b.signum() < 0) {
            throw Errors.valueError("negative shift count");
        }
        if (!b.fitsLong() || b.value > Integer.MAX_VALUE) {
            return a.signum() < 0 ? PyInt.MINUS_ONE : PyInt.ZERO;
        }
        if (a.fitsLong()) {
            return PyInt.of(a.value >> Math.min(b.value, 63));
        }
        return PyInt.of(a.big().shiftRight((int) b.value));
    }

    public static PyInt and(PyInt a, PyInt b) {
        return a.fitsLong() && b.fitsLong()
                ? PyInt.of(a.value & b.value)
                : PyInt.of(a.toBigInteger().and(b.toBigInteger()));
    }

    public static PyInt or(PyInt a, PyInt b) {
        return a.fitsLong() && b.fitsLong()
                ? PyInt.of(a.value | b.value)
                : PyInt.of(a.toBigInteger().or(b.toBigInteger()));
    }

    public static PyInt xor(PyInt a, PyInt b) {
        return a.fitsLong() && b.fitsLong()
                ? PyInt.of(a.value ^ b.value)
                : PyInt.of(a.toBigInteger().xor(b.toBigInteger()));
    }

    public static PyInt negate(PyInt a) {
        return a.fitsLong() && a.value != Long.MIN_VALUE
                ? PyInt.of(-a.value)
                : PyInt.of(a.toBigInteger().negate());
    }

    public static PyInt absolute(PyInt a) {
        return a.signum() < 0 ? negate(a) : exact(a);
    }

    public static PyInt invert(PyInt a) {
        return a.fitsLong() ? PyInt.of(~a.value) : PyInt.of(a.big().not());
    }

    /** Negative, zero or positive. */
    public static int compare(PyInt a, PyInt b) {
        return a.fitsLong() && b.fitsLong()
                ? Long.compare(a.value, b.value)
                : a.toBigInteger().compareTo(b.toBigInteger());
    }

    /** Compares exactly with a float that is no nan. */
    public static int compare(PyInt a, double b) {
        return a.fitsLong() ? IntMath.compare(a.value, b) : IntMath.compare(a.big(), b);
    }

    /** The nearest float; OverflowError when there is none. */
    public static double toDouble(PyInt a) {
        return a.fitsLong() ? a.value : IntMath.toDouble(a.big());
    }

    /** The integral part of a float; ValueError for nan, OverflowError for infinity. */
    public static PyInt truncate(double x) {
        if (Math.abs(x) < 0x1p63) {
            return PyInt.of((long) x);
        }
        if (Double.isNaN(x)) {
            throw Errors.valueError("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(x)) {
            throw infinity();
        }
        return PyInt.of(IntMath.truncate(x));
    }

    private static PyException infinity() {
        return Errors.overflowError("cannot convert float infinity to integer");
    }

    /** {@code round(a, digits)} for negative digits: to a multiple of a power of ten, half to even. */
    public static PyInt round(PyInt a, PyInt digits) {
        if (digits.signum() >= 0) {
            return exact(a);
        }
        BigInteger value = a.toBigInteger();
        // Beyond the number's own digits everything rounds to zero.
        if (!digits.fitsLong() || -digits.value > value.bitLength() / 3 + 2) {
            return PyInt.ZERO;
        }
        BigInteger unit = BigInteger.TEN.pow((int) -digits.value);
        BigInteger remainder = IntMath.floorMod(value, unit);
        BigInteger low = value.subtract(remainder);
        int half = remainder.shiftLeft(1).compareTo(unit);
        boolean up = half > 0 || half == 0 && low.divide(unit).testBit(0);
        return PyInt.of(up ? low.add(unit) : low);
    }

    /** {@code round(x)}: the nearest int, half to even. */
    public static PyInt round(double x) {
        return truncate(Math.rint(x));
    }

    /** {@code hash(x)} for a float that is no nan. */
    public static long hash(double x) {
        return FloatMath.hash(x);
    }
}
