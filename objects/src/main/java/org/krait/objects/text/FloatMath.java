package org.krait.objects.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.krait.objects.Errors;

/** Float algorithms with CPython's exact results: rounding, ratios, hashes, floor division. */
public final class FloatMath {
    /** Beyond these numbers of digits rounding keeps the value or gives zero. */
    private static final int MAX_DIGITS = 323;
    private static final int MIN_DIGITS = -308;
    private static final long HASH_MODULUS = (1L << 61) - 1;
    private static final long HASH_INF = 314159;
    /** The factor of the imaginary part's hash. */
    private static final long HASH_IMAGINARY = 1000003;

    private FloatMath() {}

    /** {@code round(x, digits)}: the float nearest to the correctly rounded decimal. */
    public static double round(double x, long digits) {
        if (Double.isNaN(x) || Double.isInfinite(x) || digits > MAX_DIGITS || x == 0) {
            return x;
        }
        if (digits < MIN_DIGITS) {
            return 0.0 * x;
        }
        BigDecimal exact = new BigDecimal(Math.abs(x));
        double rounded = exact.scale() <= digits
                ? Math.abs(x)
                : exact.setScale((int) digits, RoundingMode.HALF_EVEN).doubleValue();
        if (Double.isInfinite(rounded)) {
            throw Errors.overflowError("rounded value too large to represent");
        }
        return Math.copySign(rounded, x);
    }

    /** {@code x.is_integer()}. */
    public static boolean isInteger(double x) {
        return x == Math.rint(x) && !Double.isInfinite(x);
    }

    /** Numerator and positive denominator in lowest terms of a finite float. */
    public static BigInteger[] ratio(double x) {
        if (x == 0) {
            return new BigInteger[] {BigInteger.ZERO, BigInteger.ONE};
        }
        int exponent = Math.max(Math.getExponent(x), -1022);
        long bits = Double.doubleToRawLongBits(x);
        long mantissa = bits & (1L << 52) - 1 | ((bits >>> 52 & 0x7ff) != 0 ? 1L << 52 : 0);
        int zeros = Long.numberOfTrailingZeros(mantissa);
        mantissa >>>= zeros;
        int power = exponent - 52 + zeros;
        BigInteger numerator = BigInteger.valueOf(x < 0 ? -mantissa : mantissa);
        return power >= 0
                ? new BigInteger[] {numerator.shiftLeft(power), BigInteger.ONE}
                : new BigInteger[] {numerator, BigInteger.ONE.shiftLeft(-power)};
    }

    /** The hash of a float that is no nan (a nan's is its identity's): equal to that of an equal int or fraction. */
    public static long hash(double x) {
        if (Double.isInfinite(x)) {
            return x > 0 ? HASH_INF : -HASH_INF;
        }
        if (x == (long) x && Math.abs(x) < HASH_MODULUS) {
            long h = (long) x;
            return h == -1 ? -2 : h;
        }
        long bits = Double.doubleToRawLongBits(x);
        int biased = (int) (bits >>> 52 & 0x7ff);
        long mantissa = bits & (1L << 52) - 1 | (biased != 0 ? 1L << 52 : 0);
        // 2^61 is 1 modulo 2^61-1, so multiplying by a power of two is a rotation of 61 bits.
        int rotate = Math.floorMod(Math.max(biased, 1) - 1075, 61);
        long h = (mantissa << rotate & HASH_MODULUS) | (mantissa >>> 61 - rotate);
        if (h >= HASH_MODULUS) {
            h -= HASH_MODULUS;
        }
        h = x < 0 ? -h : h;
        return h == -1 ? -2 : h;
    }

    /** The hash of a complex from those of its parts. */
    public static long complexHash(long real, long imaginary) {
        long h = real + HASH_IMAGINARY * imaginary;
        return h == -1 ? -2 : h;
    }

    /** {@code x // y} for y not zero. */
    public static double floorDivide(double x, double y) {
        double mod = x % y;
        double div = (x - mod) / y;
        if (mod != 0 && y < 0 != mod < 0) {
            div -= 1.0;
        }
        if (div != 0) {
            double floor = Math.floor(div);
            return div - floor > 0.5 ? floor + 1.0 : floor;
        }
        return Math.copySign(0.0, x / y);
    }

    /** {@code x % y} for y not zero: the remainder has the divisor's sign. */
    public static double floorMod(double x, double y) {
        double mod = x % y;
        if (mod == 0) {
            return Math.copySign(0.0, y);
        }
        return y < 0 != mod < 0 ? mod + y : mod;
    }

    /** The integer nearest to a finite float, the even one of two. */
    public static BigInteger roundToInt(double x) {
        return IntMath.truncate(Math.rint(x));
    }
}
