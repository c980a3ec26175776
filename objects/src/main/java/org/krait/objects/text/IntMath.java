package org.krait.objects.text;

import java.math.BigInteger;
import org.krait.objects.Errors;

/** Exact integer algorithms with Python's rules of sign and rounding. */
public final class IntMath {
    private static final double TWO_63 = 0x1p63;
    private static final BigInteger HASH_MODULUS = BigInteger.valueOf((1L << 61) - 1);

    private IntMath() {}

    /** The hash of an int: modulo 2^61-1 with the sign kept, -2 for -1. */
    public static long hash(BigInteger value) {
        long h = value.abs().mod(HASH_MODULUS).longValue() * value.signum();
        return h == -1 ? -2 : h;
    }

    /** The quotient rounded down; the divisor is not zero. */
    public static BigInteger floorDivide(BigInteger a, BigInteger b) {
        BigInteger[] both = a.divideAndRemainder(b);
        return both[1].signum() != 0 && both[1].signum() != b.signum() ? both[0].subtract(BigInteger.ONE) : both[0];
    }

    /** The remainder with the divisor's sign; the divisor is not zero. */
    public static BigInteger floorMod(BigInteger a, BigInteger b) {
        BigInteger r = a.remainder(b);
        return r.signum() != 0 && r.signum() != b.signum() ? r.add(b) : r;
    }

    /** {@code a / b} correctly rounded; ZeroDivisionError, or OverflowError when too large for a float. */
    public static double trueDivide(BigInteger a, BigInteger b) {
        if (b.signum() == 0) {
            throw Errors.zeroDivision("division by zero");
        }
        if (a.signum() == 0) {
            return b.signum() < 0 ? -0.0 : 0.0;
        }
        if (a.bitLength() <= 53 && b.bitLength() <= 53) {
            return a.doubleValue() / b.doubleValue();
        }
        BigInteger top = a.abs();
        BigInteger bottom = b.abs();
        int shift = bottom.bitLength() - top.bitLength() + 66;
        if (shift > 0) {
            top = top.shiftLeft(shift);
        } else {
            bottom = bottom.shiftLeft(-shift);
        }
        BigInteger[] both = top.divideAndRemainder(bottom);
        double abs = scaled(both[0], -shift, both[1].signum() != 0);
        if (Double.isInfinite(abs)) {
            throw Errors.overflowError("integer division result too large for a float");
        }
        return a.signum() != b.signum() ? -abs : abs;
    }

    /**
     * {@code mantissa * 2^exponent}, rounded half to even; infinite when too large. {@code sticky} says that the
     * exact value is a little larger than that; the mantissa then has at least 65 bits. It is not negative.
     */
    static double scaled(BigInteger mantissa, long exponent, boolean sticky) {
        if (mantissa.signum() == 0) {
            return 0;
        }
        long top = mantissa.bitLength() + exponent;
        if (top > 1024) {
            return Double.POSITIVE_INFINITY;
        }
        if (top < -1080) {
            return 0;
        }
        // The weight of the last bit a double of this size has.
        long unit = Math.max(top - 53, -1074);
        long drop = unit - exponent;
        if (drop <= 0) {
            return Math.scalb((double) mantissa.shiftLeft((int) -drop).longValue(), (int) unit);
        }
        long kept = mantissa.shiftRight((int) drop).longValue();
        boolean half = mantissa.testBit((int) drop - 1);
        boolean rest = sticky || mantissa.getLowestSetBit() < drop - 1;
        if (half && (rest || (kept & 1) != 0)) {
            kept++;
        }
        return Math.scalb((double) kept, (int) unit);
    }

    /** The nearest float; OverflowError when there is none. */
    public static double toDouble(BigInteger value) {
        double x = value.doubleValue();
        if (Double.isInfinite(x)) {
            throw Errors.overflowError("int too large to convert to float");
        }
        return x;
    }

    /** The integral part of a finite float. */
    public static BigInteger truncate(double x) {
        if (Math.abs(x) < TWO_63) {
            return BigInteger.valueOf((long) x);
        }
        int exponent = Math.getExponent(x);
        long mantissa = Double.doubleToRawLongBits(x) & (1L << 52) - 1 | 1L << 52;
        BigInteger abs = BigInteger.valueOf(mantissa).shiftLeft(exponent - 52);
        return x < 0 ? abs.negate() : abs;
    }

    /** Compares exactly; the float is no nan. */
    public static int compare(long a, double b) {
        if (b >= TWO_63) {
            return -1;
        }
        if (b < -TWO_63) {
            return 1;
        }
        long whole = (long) b;
        return a != whole ? Long.compare(a, whole) : Double.compare(whole + 0.0, b + 0.0);
    }

    /** Compares exactly an int that does not fit a long; the float is no nan. */
    public static int compare(BigInteger a, double b) {
        if (Double.isInfinite(b)) {
            return b > 0 ? -1 : 1;
        }
        return Math.abs(b) < TWO_63 ? a.signum() : a.compareTo(truncate(b));
    }

    /** {@code pow(base, exponent, modulus)}; ValueError for modulus 0 or a base without an inverse. */
    public static BigInteger power(BigInteger base, BigInteger exponent, BigInteger modulus) {
        if (modulus.signum() == 0) {
            throw Errors.valueError("pow() 3rd argument cannot be 0");
        }
        BigInteger abs = modulus.abs();
        BigInteger result = abs.equals(BigInteger.ONE)
                ? BigInteger.ZERO
                : exponent.signum() < 0
                        ? inverse(base, abs).modPow(exponent.negate(), abs)
                        : base.modPow(exponent, abs);
        return modulus.signum() < 0 && result.signum() != 0 ? result.add(modulus) : result;
    }

    /** By Euclid's algorithm, whose steps are mostly subtractions: {@link BigInteger#modInverse} goes bit by bit. */
    private static BigInteger inverse(BigInteger base, BigInteger modulus) {
        BigInteger a = base.mod(modulus);
        BigInteger b = modulus;
        BigInteger factor = BigInteger.ONE;
        BigInteger next = BigInteger.ZERO;
        while (b.signum() != 0) {
            BigInteger[] parts = a.divideAndRemainder(b);
            a = b;
            b = parts[1];
            BigInteger following = factor.subtract(parts[0].multiply(next));
            factor = next;
            next = following;
        }
        if (!a.equals(BigInteger.ONE)) {
            throw Errors.valueError("base is not invertible for the given modulus");
        }
        return factor.mod(modulus);
    }

    /** The largest int whose square is at most {@code value}, which is not negative. */
    public static BigInteger squareRoot(BigInteger value) {
        return value.sqrt();
    }

    /** The number of ways to choose k of n, both not negative. */
    public static BigInteger combinations(BigInteger n, BigInteger k) {
        if (k.compareTo(n) > 0) {
            return BigInteger.ZERO;
        }
        BigInteger rest = n.subtract(k);
        BigInteger fewer = rest.compareTo(k) < 0 ? rest : k;
        if (fewer.bitLength() > 62) {
            throw Errors.overflowError("min(n - k, k) must not exceed " + Long.MAX_VALUE);
        }
        return choose(n, fewer.longValue());
    }

    private static BigInteger choose(BigInteger n, long k) {
        if (k == 0) {
            return BigInteger.ONE;
        }
        if (k == 1) {
            return n;
        }
        if (k <= 20) {
            BigInteger result = n;
            for (long i = 1; i < k; i++) {
                result = result.multiply(n.subtract(BigInteger.valueOf(i))).divide(BigInteger.valueOf(i + 1));
            }
            return result;
        }
        // C(n, k) = C(n, j) * C(n-j, k-j) / C(k, j)
        long j = k / 2;
        return choose(n, j)
                .multiply(choose(n.subtract(BigInteger.valueOf(j)), k - j))
                .divide(choose(BigInteger.valueOf(k), j));
    }

    /** The number of ordered ways to take k of n, both not negative. */
    public static BigInteger permutations(BigInteger n, BigInteger k) {
        if (k.compareTo(n) > 0) {
            return BigInteger.ZERO;
        }
        if (k.bitLength() > 63) {
            throw Errors.overflowError("k must not exceed " + Long.MAX_VALUE);
        }
        return fallingProduct(n, k.longValue());
    }

    /** n (n-1) … (n-k+1), by halves. */
    private static BigInteger fallingProduct(BigInteger n, long k) {
        if (k == 0) {
            return BigInteger.ONE;
        }
        if (k <= 8) {
            BigInteger result = n;
            for (long i = 1; i < k; i++) {
                result = result.multiply(n.subtract(BigInteger.valueOf(i)));
            }
            return result;
        }
        long half = k / 2;
        return fallingProduct(n, half).multiply(fallingProduct(n.subtract(BigInteger.valueOf(half)), k - half));
    }

    /** {@code n!}. */
    public static BigInteger factorial(long n) {
        return n < 2 ? BigInteger.ONE : fallingProduct(BigInteger.valueOf(n), n);
    }

    /** {@code int.from_bytes}. */
    public static BigInteger fromBytes(byte[] bytes, boolean bigEndian, boolean signed) {
        byte[] ordered = bigEndian ? bytes : reversed(bytes);
        if (ordered.length == 0) {
            return BigInteger.ZERO;
        }
        return signed ? new BigInteger(ordered) : new BigInteger(1, ordered);
    }

    /** {@code int.to_bytes}; OverflowError when it does not fit. */
    public static byte[] toBytes(BigInteger value, int length, boolean bigEndian, boolean signed) {
        if (value.signum() < 0 && !signed) {
            throw Errors.overflowError("can't convert negative int to unsigned");
        }
        // Neither 0 nor -1 needs a byte.
        int bits = value.bitLength() == 0 ? 0 : value.bitLength() + (signed ? 1 : 0);
        if (bits > length * 8L) {
            throw Errors.overflowError("int too big to convert");
        }
        byte[] raw = value.toByteArray();
        byte[] out = new byte[length];
        byte pad = (byte) (value.signum() < 0 ? -1 : 0);
        for (int i = 0; i < length; i++) {
            byte b = i < raw.length ? raw[raw.length - 1 - i] : pad;
            out[bigEndian ? length - 1 - i : i] = b;
        }
        return out;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] out = new byte[bytes.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = bytes[bytes.length - 1 - i];
        }
        return out;
    }
}
