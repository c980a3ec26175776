package org.krait.runtime.decimal;

import java.math.BigInteger;

/** Operations on the exponent, and the neighbours of a number. */
final class Rescaling {
    private Rescaling() {}

    static Dec quantize(Calc c, Dec a, Dec b) {
        return quantize(c, a, b, c.rounding);
    }

    static Dec quantize(Calc c, Dec a, Dec b, Rounding rounding) {
        Dec nan = c.nan(a, b);
        if (nan != null) {
            return nan;
        }
        if (a.isInfinite() || b.isInfinite()) {
            return a.isInfinite() && b.isInfinite() ? a : c.invalid(Calc.INVALID_OPERATION);
        }
        if (b.exponent > c.emax || b.exponent < c.etiny()) {
            return c.invalid(Calc.INVALID_OPERATION);
        }
        if (a.isZero()) {
            return c.finish(a.negative, BigInteger.ZERO, b.exponent);
        }
        if (a.exponent - b.exponent > c.prec - a.digits()) {
            return c.invalid(Calc.INVALID_OPERATION);
        }
        int before = c.status;
        BigInteger size = c.rescaled(a, b.exponent, rounding);
        int digits = Tens.digits(size);
        if (digits > c.prec || b.exponent + digits - 1 > c.emax) {
            c.status = before;
            return c.invalid(Calc.INVALID_OPERATION);
        }
        if (size.signum() != 0 && b.exponent + digits - 1 < c.emin) {
            c.status |= Calc.SUBNORMAL;
        }
        Dec result = new Dec(a.negative, size, b.exponent);
        if (c.clamp && b.exponent > c.etop()) {
            return c.finish(result);
        }
        return result;
    }

    /** Rounds to an integer; {@code signals} says whether digits lost are told. */
    static Dec toIntegral(Calc c, Dec a, Rounding rounding, boolean signals) {
        Dec nan = c.nan(a);
        if (nan != null) {
            return nan;
        }
        if (a.isInfinite() || a.exponent >= 0) {
            return a;
        }
        if (a.isZero()) {
            return new Dec(a.negative, BigInteger.ZERO, 0);
        }
        int before = c.status;
        BigInteger size = c.rescaled(a, 0, rounding);
        if (!signals) {
            c.status = before;
        }
        return new Dec(a.negative, size, 0);
    }

    /** Without zeros at the end. */
    static Dec normalize(Calc c, Dec a) {
        Dec nan = c.nan(a);
        if (nan != null) {
            return nan;
        }
        if (a.isInfinite()) {
            return a;
        }
        Dec fitting = c.finish(a);
        if (fitting.isInfinite()) {
            return fitting;
        }
        if (fitting.isZero()) {
            return new Dec(fitting.negative, BigInteger.ZERO, 0);
        }
        long most = c.clamp ? c.etop() : c.emax;
        int zeros = Tens.trailingZeros(fitting.coefficient, most - fitting.exponent);
        return zeros == 0
                ? fitting
                : new Dec(fitting.negative, fitting.coefficient.divide(Tens.power(zeros)), fitting.exponent + zeros);
    }

    static Dec logb(Calc c, Dec a) {
        Dec nan = c.nan(a);
        if (nan != null) {
            return nan;
        }
        if (a.isInfinite()) {
            return Dec.infinity(false);
        }
        if (a.isZero()) {
            c.status |= Calc.DIVISION_BY_ZERO;
            return Dec.infinity(true);
        }
        return c.finish(Dec.of(a.adjusted()));
    }

    static Dec scaleb(Calc c, Dec a, Dec b) {
        Dec nan = c.nan(a, b);
        if (nan != null) {
            return nan;
        }
        if (b.isInfinite() || b.exponent != 0) {
            return c.invalid(Calc.INVALID_OPERATION);
        }
        long limit = 2 * (c.emax + c.prec);
        if (b.coefficient.bitLength() > 62 || b.coefficient.longValue() > limit) {
            return c.invalid(Calc.INVALID_OPERATION);
        }
        if (a.isInfinite()) {
            return a;
        }
        long n = b.coefficient.longValue();
        return c.finish(a.negative, a.coefficient, a.exponent + (b.negative ? -n : n));
    }

    /** The largest number below. */
    static Dec nextMinus(Calc c, Dec a) {
        return neighbour(c, a, Rounding.FLOOR);
    }

    /** The smallest number above. */
    static Dec nextPlus(Calc c, Dec a) {
        return neighbour(c, a, Rounding.CEILING);
    }

    private static Dec neighbour(Calc c, Dec a, Rounding towards) {
        Dec nan = c.nan(a);
        if (nan != null) {
            return nan;
        }
        boolean down = towards == Rounding.FLOOR;
        if (a.isInfinite()) {
            return a.negative == down ? a : c.largest(a.negative);
        }
        Calc work = c.copy();
        work.rounding = towards;
        work.status = 0;
        Dec fitting = work.finish(a);
        if (fitting.isInfinite() || fitting != a && Comparisons.compare(fitting, a) != 0) {
            return fitting;
        }
        return BasicMath.add(work, a, new Dec(down, BigInteger.ONE, c.etiny() - 1));
    }

    static Dec nextToward(Calc c, Dec a, Dec b) {
        Dec nan = c.nan(a, b);
        if (nan != null) {
            return nan;
        }
        int order = Comparisons.compare(a, b);
        if (order == 0) {
            return a.withSign(b.negative);
        }
        Dec next = order < 0 ? nextPlus(c, a) : nextMinus(c, a);
        if (next.isInfinite()) {
            if (a.isFinite()) {
                c.status |= Calc.OVERFLOW | Calc.ROUNDED | Calc.INEXACT;
            }
        } else if (next.adjusted() < c.emin) {
            c.status |= Calc.UNDERFLOW | Calc.SUBNORMAL | Calc.ROUNDED | Calc.INEXACT;
            if (next.isZero()) {
                c.status |= Calc.CLAMPED;
            }
        }
        return next;
    }
}
