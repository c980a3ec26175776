package org.krait.runtime.decimal;

import java.math.BigInteger;

/** The settings of calculations and what they have signalled. */
final class Calc {
    static final long MAX_PREC = 999_999_999_999_999_999L;
    static final long MAX_EMAX = 999_999_999_999_999_999L;
    static final long MIN_EMIN = -MAX_EMAX;

    static final int CLAMPED = 0x1;
    static final int CONVERSION_SYNTAX = 0x2;
    static final int DIVISION_BY_ZERO = 0x4;
    static final int DIVISION_IMPOSSIBLE = 0x8;
    static final int DIVISION_UNDEFINED = 0x10;
    static final int INEXACT = 0x40;
    static final int INVALID_CONTEXT = 0x80;
    static final int INVALID_OPERATION = 0x100;
    static final int FLOAT_OPERATION = 0x400;
    static final int OVERFLOW = 0x800;
    static final int ROUNDED = 0x1000;
    static final int SUBNORMAL = 0x2000;
    static final int UNDERFLOW = 0x4000;
    /** All that is the signal InvalidOperation. */
    static final int ANY_INVALID =
            CONVERSION_SYNTAX | DIVISION_IMPOSSIBLE | DIVISION_UNDEFINED | INVALID_CONTEXT | INVALID_OPERATION;
    /** What matters when a result has to be exact. */
    static final int ERRORS = ANY_INVALID | DIVISION_BY_ZERO;

    long prec;
    long emax;
    long emin;
    Rounding rounding;
    boolean clamp;
    /** The signals since it was last cleared. */
    int status;

    Calc(long prec, long emax, long emin, Rounding rounding, boolean clamp) {
        this.prec = prec;
        this.emax = emax;
        this.emin = emin;
        this.rounding = rounding;
        this.clamp = clamp;
    }

    /** The widest settings, in which results are exact. */
    static Calc widest() {
        return new Calc(MAX_PREC, MAX_EMAX, MIN_EMIN, Rounding.HALF_EVEN, false);
    }

    /** The widest exponents with a precision, rounding half to even. */
    static Calc wide(long prec) {
        return new Calc(prec, MAX_EMAX, MIN_EMIN, Rounding.HALF_EVEN, false);
    }

    Calc copy() {
        return new Calc(prec, emax, emin, rounding, clamp);
    }

    long etiny() {
        return emin - (prec - 1);
    }

    long etop() {
        return emax - (prec - 1);
    }

    Dec invalid(int why) {
        status |= why;
        return Dec.NAN;
    }

    /** A number made to fit the settings. */
    Dec finish(Dec d) {
        if (d.isNan()) {
            return fitPayload(d);
        }
        return d.isInfinite() ? d : finish(d.negative, d.coefficient, d.exponent);
    }

    /** The NaN with as many digits as the settings let it have. */
    private Dec fitPayload(Dec d) {
        long room = prec - (clamp ? 1 : 0);
        if (d.coefficient.signum() == 0 || d.digits() <= room) {
            return d;
        }
        return Dec.nan(d.negative, d.isSignaling(), d.coefficient.mod(Tens.power(room)));
    }

    /** A finite number made to fit the settings: rounded, overflown, clamped. */
    Dec finish(boolean negative, BigInteger coefficient, long exponent) {
        int digits = Tens.digits(coefficient);
        long adjusted = exponent + digits - 1;
        if (adjusted > emax) {
            if (coefficient.signum() == 0) {
                status |= CLAMPED;
                return new Dec(negative, coefficient, clamp ? etop() : emax);
            }
            return overflow(negative);
        }
        if (clamp && exponent > etop() && digits <= prec) {
            status |= CLAMPED;
            if (coefficient.signum() != 0 && adjusted < emin) {
                status |= SUBNORMAL;
            }
            BigInteger shifted = coefficient.signum() == 0
                    ? coefficient
                    : coefficient.multiply(Tens.power(exponent - etop()));
            return new Dec(negative, shifted, etop());
        }
        if (adjusted < emin) {
            return subnormal(negative, coefficient, exponent);
        }
        if (digits > prec) {
            return round(negative, coefficient, exponent, digits - prec);
        }
        return new Dec(negative, coefficient, exponent);
    }

    private Dec subnormal(boolean negative, BigInteger coefficient, long exponent) {
        long etiny = etiny();
        if (coefficient.signum() == 0) {
            if (exponent < etiny) {
                status |= CLAMPED;
                return new Dec(negative, coefficient, etiny);
            }
            return new Dec(negative, coefficient, exponent);
        }
        status |= SUBNORMAL;
        if (exponent >= etiny) {
            return new Dec(negative, coefficient, exponent);
        }
        Dec rounded = round(negative, coefficient, exponent, etiny - exponent);
        if (lastInexact) {
            status |= UNDERFLOW;
            if (rounded.isZero()) {
                status |= CLAMPED;
            }
        }
        return rounded;
    }

    /** Whether the last call of {@link #round} lost digits other than zeros. */
    private boolean lastInexact;

    private Dec overflow(boolean negative) {
        status |= OVERFLOW | INEXACT | ROUNDED;
        boolean infinite = switch (rounding) {
            case DOWN, ROUND_05UP -> false;
            case CEILING -> !negative;
            case FLOOR -> negative;
            default -> true;
        };
        return infinite ? Dec.infinity(negative) : largest(negative);
    }

    /** The largest number of the settings. */
    Dec largest(boolean negative) {
        return new Dec(negative, Tens.power(prec).subtract(BigInteger.ONE), etop());
    }

    /** Drops {@code count} digits at the end; signals and checks the exponent again when it carries over. */
    private Dec round(boolean negative, BigInteger coefficient, long exponent, long count) {
        BigInteger kept = shiftRight(negative, coefficient, count, rounding);
        status |= ROUNDED;
        if (lastInexact) {
            status |= INEXACT;
        }
        long e = exponent + count;
        int digits = Tens.digits(kept);
        if (digits > prec) {
            kept = kept.divide(BigInteger.TEN);
            e++;
            digits--;
        }
        return e + digits - 1 > emax ? overflow(negative) : new Dec(negative, kept, e);
    }

    /** The size without its last digits, rounded; sets {@link #lastInexact}. */
    private BigInteger shiftRight(boolean negative, BigInteger size, long count, Rounding how) {
        BigInteger kept;
        int half;
        if (count > Tens.digits(size)) {
            kept = BigInteger.ZERO;
            half = size.signum() == 0 ? -2 : -1;
        } else {
            BigInteger power = Tens.power(count);
            BigInteger[] parts = size.divideAndRemainder(power);
            kept = parts[0];
            half = parts[1].signum() == 0 ? -2 : parts[1].shiftLeft(1).compareTo(power);
        }
        lastInexact = half != -2;
        return how.increments(negative, kept, half) ? kept.add(BigInteger.ONE) : kept;
    }

    /** The size of a finite number counted in {@code 10**exponent}, rounded; signals when that loses digits. */
    BigInteger rescaled(Dec d, long exponent, Rounding how) {
        if (d.exponent >= exponent) {
            lastInexact = false;
            return d.coefficient.signum() == 0
                    ? d.coefficient
                    : d.coefficient.multiply(Tens.power(d.exponent - exponent));
        }
        BigInteger size = shiftRight(d.negative, d.coefficient, exponent - d.exponent, how);
        status |= ROUNDED;
        if (lastInexact) {
            status |= INEXACT;
        }
        return size;
    }

    /** What operands that are NaNs make; null when none is. */
    Dec nan(Dec a) {
        if (!a.isNan()) {
            return null;
        }
        if (a.isSignaling()) {
            status |= INVALID_OPERATION;
        }
        return fitPayload(a.quieted());
    }

    /** What operands that are NaNs make; null when none is: a signaling one goes first. */
    Dec nan(Dec a, Dec b) {
        if (!a.isNan() && !b.isNan()) {
            return null;
        }
        Dec chosen = a.isSignaling() ? a : b.isSignaling() ? b : a.isNan() ? a : b;
        return nan(chosen);
    }
}
