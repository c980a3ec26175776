package org.krait.runtime.decimal;

import java.math.BigInteger;
import org.krait.objects.Errors;

/** Square roots, exponentials, logarithms and powers, correctly rounded but for powers that are not integers. */
final class Transcendental {
    private static final double BITS_PER_DIGIT = 3.3219280948873626;

    private Transcendental() {}

    private static int bits(long digits) {
        if (digits > BasicMath.HUGE) {
            throw Errors.memoryError();
        }
        return (int) (digits * BITS_PER_DIGIT) + FixedPoint.SLACK + 8;
    }

    static Dec sqrt(Calc c, Dec a) {
        Dec nan = c.nan(a);
        if (nan != null) {
            return nan;
        }
        if (a.isInfinite()) {
            return a.negative ? c.invalid(Calc.INVALID_OPERATION) : a;
        }
        long ideal = Math.floorDiv(a.exponent, 2L);
        if (a.isZero()) {
            return c.finish(a.negative, a.coefficient, ideal);
        }
        if (a.negative) {
            return c.invalid(Calc.INVALID_OPERATION);
        }
        long prec = c.prec;
        boolean exactOnly = prec > BasicMath.HUGE;
        if (exactOnly) {
            prec = a.digits();
        }
        BigInteger size = a.coefficient;
        long exponent = ideal;
        if ((a.exponent & 1) != 0) {
            size = size.multiply(BigInteger.TEN);
        }
        // prec + 1 digits of the root; what is left out becomes a sticky digit.
        long more = prec + 1 - (Tens.digits(size) + 1) / 2;
        boolean exact = true;
        if (more >= 0) {
            size = size.multiply(Tens.power(2 * more));
        } else {
            BigInteger[] parts = size.divideAndRemainder(Tens.power(-2 * more));
            size = parts[0];
            exact = parts[1].signum() == 0;
        }
        exponent -= more;
        BigInteger[] root = size.sqrtAndRemainder();
        exact &= root[1].signum() == 0;
        BigInteger r = root[0];
        if (!exact) {
            if (exactOnly) {
                throw Errors.memoryError();
            }
            if (r.mod(BigInteger.valueOf(5)).signum() == 0) {
                r = r.add(BigInteger.ONE);
            }
        } else if (exponent < ideal) {
            int zeros = Tens.trailingZeros(r, ideal - exponent);
            r = r.divide(Tens.power(zeros));
            exponent += zeros;
        } else if (exponent > ideal) {
            r = r.multiply(Tens.power(exponent - ideal));
            exponent = ideal;
        }
        Rounding kept = c.rounding;
        c.rounding = Rounding.HALF_EVEN;
        try {
            return c.finish(false, r, exponent);
        } finally {
            c.rounding = kept;
        }
    }

    /** A result that is no decimal number, given with more digits than the precision: rounded half to even. */
    private static Dec inexact(Calc c, boolean negative, BigInteger size, long exponent) {
        Calc work = c.copy();
        work.rounding = Rounding.HALF_EVEN;
        work.clamp = false;
        work.status = 0;
        Dec result = work.finish(negative, size, exponent);
        c.status |= work.status | Calc.INEXACT | Calc.ROUNDED;
        return result;
    }

    /** False when the digits beyond the precision are so near to a half or to none that an error might matter. */
    private static boolean isSafe(BigInteger size, long prec, int doubtful) {
        int extra = (int) (Tens.digits(size) - prec);
        if (extra <= doubtful) {
            return false;
        }
        BigInteger half = Tens.power(extra - doubtful);
        BigInteger tail = size.mod(Tens.power(extra)).divide(Tens.power(doubtful));
        BigInteger middle = half.shiftRight(1);
        BigInteger distance = tail.subtract(middle).abs();
        BigInteger margin = BigInteger.TWO;
        return distance.compareTo(margin) > 0 && tail.compareTo(margin) > 0
                && half.subtract(tail).compareTo(margin) > 0;
    }

    static Dec exp(Calc c, Dec a) {
        Dec nan = c.nan(a);
        if (nan != null) {
            return nan;
        }
        if (a.isInfinite()) {
            return a.negative ? Dec.ZERO : a;
        }
        if (a.isZero()) {
            return Dec.ONE;
        }
        // Beyond 20 digits before the point the result overflows or vanishes with all settings.
        if (a.adjusted() > 19) {
            return a.negative
                    ? inexact(c, false, BigInteger.ONE, c.etiny() - 2)
                    : c.finish(false, BigInteger.ONE, c.emax + 1);
        }
        long adjusted = a.adjusted();
        if (adjusted < -c.prec - 1) {
            // 1 plus or minus next to nothing.
            BigInteger one = Tens.power(c.prec + 2);
            return inexact(c, false, a.negative ? one.subtract(BigInteger.ONE) : one.add(BigInteger.ONE), -c.prec - 2);
        }
        for (long guard = 6;; guard *= 2) {
            long digits = c.prec + guard;
            Scaled e = expDigits(a, digits);
            if (isSafe(e.size, c.prec, 2)) {
                return inexact(c, false, e.size, e.exponent);
            }
        }
    }

    /** A positive number with a few digits more than asked for, the last of them doubtful. */
    private record Scaled(BigInteger size, long exponent) {}

    private static Scaled expDigits(Dec a, long digits) {
        long whole = Math.max(0, a.adjusted() + 1);
        int bits = bits(digits + whole + 2);
        BigInteger x = fixed(a, bits);
        // e**x = 10**k * e**r with 0 <= r < ln 10.
        BigInteger[] parts = floorDivide(x, FixedPoint.ln10(bits));
        BigInteger power = FixedPoint.exp(parts[1], bits);
        BigInteger size = power.multiply(Tens.power(digits)).shiftRight(bits);
        return new Scaled(size, parts[0].longValue() - digits);
    }

    private static BigInteger[] floorDivide(BigInteger a, BigInteger b) {
        BigInteger[] parts = a.divideAndRemainder(b);
        if (parts[1].signum() < 0) {
            parts[0] = parts[0].subtract(BigInteger.ONE);
            parts[1] = parts[1].add(b);
        }
        return parts;
    }

    /** A finite number times {@code 2**bits}. */
    private static BigInteger fixed(Dec a, int bits) {
        BigInteger size = a.coefficient.shiftLeft(bits);
        if (a.exponent >= 0) {
            size = size.multiply(Tens.power(a.exponent));
        } else {
            size = -a.exponent > a.digits() + (long) bits ? BigInteger.ZERO : size.divide(Tens.power(-a.exponent));
        }
        return a.negative ? size.negate() : size;
    }

    /** What logarithms of special numbers are; null for positive finite ones. */
    private static Dec specialLog(Calc c, Dec a) {
        Dec nan = c.nan(a);
        if (nan != null) {
            return nan;
        }
        if (a.isZero()) {
            return Dec.infinity(true);
        }
        if (a.negative) {
            return c.invalid(Calc.INVALID_OPERATION);
        }
        return a.isInfinite() ? a : null;
    }

    static Dec ln(Calc c, Dec a) {
        Dec special = specialLog(c, a);
        if (special != null) {
            return special;
        }
        if (Comparisons.compare(a, Dec.ONE) == 0) {
            return Dec.ZERO;
        }
        for (long guard = 6;; guard *= 2) {
            long digits = c.prec + guard;
            Scaled l = lnDigits(a, digits, false);
            if (isSafe(l.size.abs(), c.prec, 2)) {
                return inexact(c, l.size.signum() < 0, l.size.abs(), l.exponent);
            }
        }
    }

    /** The logarithm, natural or of base ten, with at least so many good digits; signed. */
    private static Scaled lnDigits(Dec a, long digits, boolean base10) {
        // a = m * 10**k; k as to make m near 1 when a is.
        long k = a.adjusted();
        if (a.adjusted() == -1 && Comparisons.compare(a, new Dec(false, BigInteger.valueOf(3), -1)) > 0) {
            k = 0;
        }
        // Near 1 digits cancel.
        long lost = 2;
        if (k == 0) {
            Dec distance = BasicMath.subtract(Calc.wide(a.digits() + 2L), a, Dec.ONE);
            lost = Math.max(0, -distance.adjusted()) + 2;
        }
        int bits = bits(digits + lost + 2);
        BigInteger l = FixedPoint.ln(fixed(a.withExponent(a.exponent - k), bits), bits);
        BigInteger scale;
        if (base10) {
            l = l.shiftLeft(bits).divide(FixedPoint.ln10(bits)).add(BigInteger.valueOf(k).shiftLeft(bits));
        } else if (k != 0) {
            l = l.add(FixedPoint.ln10(bits).multiply(BigInteger.valueOf(k)));
        }
        scale = Tens.power(digits + lost);
        BigInteger size = l.abs().multiply(scale).shiftRight(bits);
        // Digits beyond those that are good go.
        long exponent = -(digits + lost);
        int extra = (int) (Tens.digits(size) - digits);
        if (extra > 0) {
            size = size.divide(Tens.power(extra));
            exponent += extra;
        }
        return new Scaled(l.signum() < 0 ? size.negate() : size, exponent);
    }

    static Dec log10(Calc c, Dec a) {
        Dec special = specialLog(c, a);
        if (special != null) {
            return special;
        }
        if (Tens.trailingZeros(a.coefficient, a.digits()) == a.digits() - 1
                && a.coefficient.equals(Tens.power(a.digits() - 1))) {
            Calc work = c.copy();
            work.rounding = Rounding.HALF_EVEN;
            work.status = 0;
            Dec result = work.finish(Dec.of(a.adjusted()));
            c.status |= work.status;
            return result;
        }
        for (long guard = 6;; guard *= 2) {
            long digits = c.prec + guard;
            Scaled l = lnDigits(a, digits, true);
            if (isSafe(l.size.abs(), c.prec, 2)) {
                return inexact(c, l.size.signum() < 0, l.size.abs(), l.exponent);
            }
        }
    }

    static Dec power(Calc c, Dec base, Dec exponent) {
        Dec nan = c.nan(base, exponent);
        if (nan != null) {
            return nan;
        }
        boolean whole = exponent.isInteger();
        boolean negative = base.negative && whole && exponent.isOdd();
        if (base.isZero()) {
            if (exponent.isZero()) {
                return c.invalid(Calc.INVALID_OPERATION);
            }
            return exponent.negative ? Dec.infinity(negative) : new Dec(negative, BigInteger.ZERO, 0);
        }
        if (base.negative && !whole) {
            return c.invalid(Calc.INVALID_OPERATION);
        }
        int size = base.isInfinite() ? 1 : Comparisons.compare(base.withSign(false), Dec.ONE);
        if (exponent.isInfinite()) {
            if (size == 0) {
                return filledOne(c, negative);
            }
            return size > 0 == exponent.negative ? new Dec(negative, BigInteger.ZERO, 0) : Dec.infinity(negative);
        }
        if (base.isInfinite()) {
            if (exponent.isZero()) {
                return Dec.ONE.withSign(negative);
            }
            return exponent.negative ? new Dec(negative, BigInteger.ZERO, 0) : Dec.infinity(negative);
        }
        if (exponent.isZero()) {
            return Dec.ONE.withSign(negative);
        }
        if (size == 0) {
            return powerOfOne(c, base, exponent, negative, whole);
        }
        Dec beyond = beyondBounds(c, base, exponent, negative);
        if (beyond != null) {
            return beyond;
        }
        return whole ? integerPower(c, base, exponent, negative) : realPower(c, base, exponent);
    }

    private static Dec filledOne(Calc c, boolean negative) {
        c.status |= Calc.INEXACT | Calc.ROUNDED;
        return new Dec(negative, Tens.power(c.prec - 1), 1 - c.prec);
    }

    private static Dec powerOfOne(Calc c, Dec base, Dec exponent, boolean negative, boolean whole) {
        if (!whole) {
            return filledOne(c, negative);
        }
        long times = exponent.negative
                ? 0
                : exponent.adjusted() > 17 ? c.prec : Math.min(c.prec, exponent.toBigInteger().longValue());
        BigInteger e = BigInteger.valueOf(base.exponent).multiply(BigInteger.valueOf(times));
        long least = 1 - c.prec;
        long place = e.compareTo(BigInteger.valueOf(least)) < 0 ? least : e.longValue();
        if (e.compareTo(BigInteger.valueOf(least)) < 0) {
            c.status |= Calc.ROUNDED;
        }
        return place > 0
                ? Dec.ONE.withSign(negative)
                : new Dec(negative, Tens.power(-place), place);
    }

    /** The result of a power that is beyond all settings for certain; null otherwise. */
    private static Dec beyondBounds(Calc c, Dec base, Dec exponent, boolean negative) {
        // |log10(base)| is at least 10**bound.
        long adjusted = base.adjusted();
        long bound;
        if (adjusted >= 1) {
            bound = Long.toString(adjusted).length() - 1;
        } else if (adjusted <= -2) {
            bound = Long.toString(-1 - adjusted).length() - 1;
        } else {
            Dec distance = BasicMath.subtract(Calc.wide(base.digits() + 2L), base.withSign(false), Dec.ONE);
            bound = distance.adjusted() - 1;
        }
        long magnitude = bound + exponent.adjusted();
        boolean grows = adjusted >= 0 != exponent.negative;
        if (grows && magnitude >= Long.toString(c.emax).length()) {
            return c.finish(negative, BigInteger.ONE, c.emax + 1);
        }
        if (!grows && magnitude >= Long.toString(-c.etiny()).length()) {
            return c.finish(negative, BigInteger.ONE, c.etiny() - 1);
        }
        return null;
    }

    private static Dec integerPower(Calc c, Dec base, Dec exponent, boolean negative) {
        BigInteger n = exponent.toBigInteger().abs();
        Calc work = Calc.wide(Math.min(Calc.MAX_PREC, c.prec + exponent.digits() + Math.max(0, exponent.exponent) + 4));
        Dec b = base.withSign(false);
        if (exponent.negative) {
            work.prec = Math.min(Calc.MAX_PREC, work.prec + 1);
            b = BasicMath.divide(work, Dec.ONE, b);
        }
        Dec result = Dec.ONE;
        for (int i = n.bitLength() - 1; i >= 0; i--) {
            result = BasicMath.multiply(work, result, result);
            if (n.testBit(i)) {
                result = BasicMath.multiply(work, result, b);
            }
            if (result.isInfinite() || result.isZero()) {
                break;
            }
        }
        c.status |= work.status & (Calc.INEXACT | Calc.ROUNDED);
        if (result.isInfinite()) {
            return c.finish(negative, BigInteger.ONE, c.emax + 1);
        }
        if (result.isZero()) {
            return c.finish(negative, BigInteger.ONE, c.etiny() - 2);
        }
        return c.finish(negative, result.coefficient, result.exponent);
    }

    private static Dec realPower(Calc c, Dec base, Dec exponent) {
        Calc work = Calc.wide(Math.max(base.digits(), c.prec) + 4 + 19);
        Dec log = ln(work, base);
        Dec product = BasicMath.multiply(work, log, exponent);
        Dec result = exp(work, product);
        c.status |= Calc.INEXACT | Calc.ROUNDED;
        if (!result.isFinite()) {
            return c.finish(false, BigInteger.ONE, c.emax + 1);
        }
        if (result.isZero()) {
            return c.finish(false, BigInteger.ONE, c.etiny() - 2);
        }
        if (Comparisons.compare(result, Dec.ONE) == 0) {
            return c.finish(filledOne(c, false));
        }
        return c.finish(result);
    }

    static Dec powerModulo(Calc c, Dec base, Dec exponent, Dec modulus) {
        if (base.isNan() || exponent.isNan() || modulus.isNan()) {
            boolean modulusFirst = modulus.isSignaling() && !base.isSignaling() && !exponent.isSignaling();
            Dec nan = modulusFirst ? null : c.nan(base, exponent);
            return nan != null ? nan : c.nan(modulus);
        }
        if (!base.isInteger() || !exponent.isInteger() || !modulus.isInteger() || modulus.isZero()
                || exponent.negative || modulus.digits() + modulus.exponent > c.prec
                || base.isZero() && exponent.isZero()) {
            return c.invalid(Calc.INVALID_OPERATION);
        }
        BigInteger m = modulus.toBigInteger().abs();
        BigInteger e = exponent.toBigInteger();
        BigInteger size = base.toBigInteger().abs().modPow(e, m);
        return new Dec(base.negative && exponent.isOdd(), size, 0);
    }
}
