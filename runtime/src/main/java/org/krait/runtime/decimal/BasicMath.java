package org.krait.runtime.decimal;

import java.math.BigInteger;

/** Sums, products and quotients. */
final class BasicMath {
    /** A precision beyond which a quotient is computed only when it is exact. */
    static final long HUGE = 50_000_000;

    private BasicMath() {}

    static Dec add(Calc c, Dec a, Dec b) {
        Dec nan = c.nan(a, b);
        if (nan != null) {
            return nan;
        }
        if (a.isInfinite() || b.isInfinite()) {
            if (a.isInfinite() && b.isInfinite() && a.negative != b.negative) {
                return c.invalid(Calc.INVALID_OPERATION);
            }
            return Dec.infinity(a.isInfinite() ? a.negative : b.negative);
        }
        return sum(c, a, b);
    }

    static Dec subtract(Calc c, Dec a, Dec b) {
        return b.isNan() ? add(c, a, b) : add(c, a, b.withSign(!b.negative));
    }

    /** The sum of finite numbers. */
    private static Dec sum(Calc c, Dec a, Dec b) {
        Dec big = a.exponent >= b.exponent ? a : b;
        Dec small = a.exponent >= b.exponent ? b : a;
        long exponent = small.exponent;
        if (big.isZero() && small.isZero()) {
            boolean negative = a.negative == b.negative ? a.negative : c.rounding == Rounding.FLOOR;
            return c.finish(negative, BigInteger.ZERO, exponent);
        }
        if (!big.isZero() && big.exponent > exponent) {
            // A number so small that it only shows which way to round is replaced by one just below the last digit.
            long room = Math.min(-1, big.digits() - c.prec - 2);
            long limit = big.exponent + room;
            if (small.adjusted() < limit) {
                small = small.isZero()
                        ? new Dec(small.negative, BigInteger.ZERO, Math.max(small.exponent, limit))
                        : new Dec(small.negative, BigInteger.ONE, limit);
                exponent = small.exponent;
                if (small.isZero()) {
                    return padded(c, big, a.exponent >= b.exponent ? b.exponent : a.exponent);
                }
            }
        } else if (big.isZero()) {
            return padded(c, small, exponent);
        }
        BigInteger x = big.exponent == exponent
                ? big.coefficient
                : big.coefficient.multiply(Tens.power(big.exponent - exponent));
        BigInteger y = small.coefficient;
        if (big.negative == small.negative) {
            return c.finish(big.negative, x.add(y), exponent);
        }
        BigInteger difference = x.subtract(y);
        if (difference.signum() == 0) {
            return c.finish(c.rounding == Rounding.FLOOR, difference, exponent);
        }
        boolean negative = difference.signum() < 0 != big.negative;
        return c.finish(negative, difference.abs(), exponent);
    }

    /** A number plus a zero of a smaller exponent: as many zeros are added as have room. */
    private static Dec padded(Calc c, Dec d, long exponent) {
        long to = Math.max(exponent, d.exponent - Math.max(0, c.prec - d.digits() + 1));
        if (to >= d.exponent) {
            return c.finish(d);
        }
        if (to > exponent) {
            // Zeros that do not fit are rounded away, which is signalled.
            c.status |= Calc.ROUNDED;
        }
        return c.finish(d.negative, d.coefficient.multiply(Tens.power(d.exponent - to)), to);
    }

    static Dec multiply(Calc c, Dec a, Dec b) {
        Dec nan = c.nan(a, b);
        if (nan != null) {
            return nan;
        }
        Dec product = exactProduct(c, a, b);
        return product.isFinite() ? c.finish(product) : product;
    }

    private static Dec exactProduct(Calc c, Dec a, Dec b) {
        boolean negative = a.negative != b.negative;
        if (a.isInfinite() || b.isInfinite()) {
            return a.isZero() || b.isZero() ? c.invalid(Calc.INVALID_OPERATION) : Dec.infinity(negative);
        }
        return new Dec(negative, a.coefficient.multiply(b.coefficient), a.exponent + b.exponent);
    }

    /** {@code a * b + third} with one rounding. */
    static Dec fma(Calc c, Dec a, Dec b, Dec third) {
        Dec nan = a.isNan() || b.isNan()
                ? a.isSignaling() || b.isSignaling() || !third.isSignaling() ? c.nan(a, b) : c.nan(third)
                : null;
        if (nan != null) {
            return nan;
        }
        if (third.isNan()) {
            int before = c.status;
            exactProduct(c, a, b);
            return c.status != before ? Dec.NAN : c.nan(third);
        }
        Dec product = exactProduct(c, a, b);
        return product.isNan() ? product : add(c, product, third);
    }

    static Dec divide(Calc c, Dec a, Dec b) {
        Dec nan = c.nan(a, b);
        if (nan != null) {
            return nan;
        }
        boolean negative = a.negative != b.negative;
        if (a.isInfinite()) {
            return b.isInfinite() ? c.invalid(Calc.INVALID_OPERATION) : Dec.infinity(negative);
        }
        if (b.isInfinite()) {
            c.status |= Calc.CLAMPED;
            return new Dec(negative, BigInteger.ZERO, c.etiny());
        }
        if (b.isZero()) {
            if (a.isZero()) {
                return c.invalid(Calc.DIVISION_UNDEFINED);
            }
            c.status |= Calc.DIVISION_BY_ZERO;
            return Dec.infinity(negative);
        }
        long ideal = a.exponent - b.exponent;
        if (a.isZero()) {
            return c.finish(negative, BigInteger.ZERO, ideal);
        }
        return quotient(c, a, b, negative, ideal);
    }

    private static Dec quotient(Calc c, Dec a, Dec b, boolean negative, long ideal) {
        long prec = c.prec;
        boolean exactOnly = prec > HUGE;
        if (exactOnly) {
            // An exact quotient has no more digits than this.
            prec = a.digits() + 4L * b.digits();
        }
        long shift = Math.max(0, b.digits() - (long) a.digits() + prec + 1);
        BigInteger[] parts = a.coefficient.multiply(Tens.power(shift)).divideAndRemainder(b.coefficient);
        BigInteger size = parts[0];
        long exponent = ideal - shift;
        if (parts[1].signum() != 0) {
            if (exactOnly) {
                throw org.krait.objects.Errors.memoryError();
            }
            // A sticky digit: what is left out is neither zero nor a half.
            if (size.mod(BigInteger.valueOf(5)).signum() == 0) {
                size = size.add(BigInteger.ONE);
            }
        } else if (exponent < ideal) {
            int zeros = Tens.trailingZeros(size, ideal - exponent);
            if (zeros > 0) {
                size = size.divide(Tens.power(zeros));
                exponent += zeros;
            }
        }
        return c.finish(negative, size, exponent);
    }

    /** Integer quotient and remainder; null when a quotient has more digits than the precision. */
    private static BigInteger[] integerParts(Calc c, Dec a, Dec b) {
        if (a.adjusted() < b.adjusted()) {
            return new BigInteger[] {BigInteger.ZERO, null};
        }
        if (a.adjusted() - b.adjusted() > c.prec) {
            return null;
        }
        long exponent = Math.min(a.exponent, b.exponent);
        BigInteger x = a.coefficient.multiply(Tens.power(a.exponent - exponent));
        BigInteger y = b.coefficient.multiply(Tens.power(b.exponent - exponent));
        BigInteger[] parts = x.divideAndRemainder(y);
        return Tens.digits(parts[0]) > c.prec ? null : parts;
    }

    /** Quotient and remainder of the integer division; what is the matter is signalled as for {@code divmod}. */
    static Dec[] divmod(Calc c, Dec a, Dec b) {
        Dec nan = c.nan(a, b);
        if (nan != null) {
            return new Dec[] {nan, nan};
        }
        boolean negative = a.negative != b.negative;
        if (a.isInfinite()) {
            c.invalid(Calc.INVALID_OPERATION);
            return new Dec[] {b.isInfinite() ? Dec.NAN : Dec.infinity(negative), Dec.NAN};
        }
        if (b.isInfinite()) {
            return new Dec[] {new Dec(negative, BigInteger.ZERO, 0), c.finish(a)};
        }
        if (b.isZero()) {
            if (a.isZero()) {
                c.invalid(Calc.DIVISION_UNDEFINED);
                return new Dec[] {Dec.NAN, Dec.NAN};
            }
            c.status |= Calc.DIVISION_BY_ZERO | Calc.INVALID_OPERATION;
            return new Dec[] {Dec.infinity(negative), Dec.NAN};
        }
        Dec[] both = truncated(c, a, b);
        return both == null ? new Dec[] {c.invalid(Calc.DIVISION_IMPOSSIBLE), Dec.NAN} : both;
    }

    private static Dec[] truncated(Calc c, Dec a, Dec b) {
        boolean negative = a.negative != b.negative;
        long exponent = Math.min(a.exponent, b.exponent);
        if (a.isZero()) {
            return new Dec[] {new Dec(negative, BigInteger.ZERO, 0), c.finish(a.negative, BigInteger.ZERO, exponent)};
        }
        BigInteger[] parts = integerParts(c, a, b);
        if (parts == null) {
            return null;
        }
        Dec quotient = new Dec(negative, parts[0], 0);
        if (parts[1] == null) {
            return new Dec[] {quotient, wholeRemainder(c, a, exponent)};
        }
        return new Dec[] {quotient, c.finish(a.negative, parts[1], exponent)};
    }

    /** A number as remainder: with the exponent of the divisor when that is the smaller and there is room. */
    private static Dec wholeRemainder(Calc c, Dec a, long exponent) {
        return a.exponent == exponent ? c.finish(a) : padded(c, a, exponent);
    }

    static Dec divideInteger(Calc c, Dec a, Dec b) {
        Dec nan = c.nan(a, b);
        if (nan != null) {
            return nan;
        }
        boolean negative = a.negative != b.negative;
        if (a.isInfinite()) {
            return b.isInfinite() ? c.invalid(Calc.INVALID_OPERATION) : Dec.infinity(negative);
        }
        if (b.isInfinite()) {
            return new Dec(negative, BigInteger.ZERO, 0);
        }
        if (b.isZero()) {
            if (a.isZero()) {
                return c.invalid(Calc.DIVISION_UNDEFINED);
            }
            c.status |= Calc.DIVISION_BY_ZERO;
            return Dec.infinity(negative);
        }
        if (a.isZero()) {
            return new Dec(negative, BigInteger.ZERO, 0);
        }
        BigInteger[] parts = integerParts(c, a, b);
        return parts == null ? c.invalid(Calc.DIVISION_IMPOSSIBLE) : new Dec(negative, parts[0], 0);
    }

    static Dec remainder(Calc c, Dec a, Dec b) {
        Dec bad = remainderFault(c, a, b);
        if (bad != null) {
            return bad;
        }
        if (b.isInfinite()) {
            return c.finish(a);
        }
        Dec[] both = truncated(c, a, b);
        return both == null ? c.invalid(Calc.DIVISION_IMPOSSIBLE) : both[1];
    }

    private static Dec remainderFault(Calc c, Dec a, Dec b) {
        Dec nan = c.nan(a, b);
        if (nan != null) {
            return nan;
        }
        if (a.isInfinite()) {
            return c.invalid(Calc.INVALID_OPERATION);
        }
        if (b.isZero()) {
            return c.invalid(a.isZero() ? Calc.DIVISION_UNDEFINED : Calc.INVALID_OPERATION);
        }
        return null;
    }

    /** The remainder of the division whose quotient is the nearest integer. */
    static Dec remainderNear(Calc c, Dec a, Dec b) {
        Dec bad = remainderFault(c, a, b);
        if (bad != null) {
            return bad;
        }
        if (b.isInfinite()) {
            return c.finish(a);
        }
        long exponent = Math.min(a.exponent, b.exponent);
        if (a.isZero()) {
            return c.finish(a.negative, BigInteger.ZERO, exponent);
        }
        if (a.adjusted() < b.adjusted() - 1) {
            return wholeRemainder(c, a, exponent);
        }
        if (a.adjusted() - b.adjusted() > c.prec) {
            return c.invalid(Calc.DIVISION_IMPOSSIBLE);
        }
        BigInteger x = a.coefficient.multiply(Tens.power(a.exponent - exponent));
        BigInteger y = b.coefficient.multiply(Tens.power(b.exponent - exponent));
        BigInteger[] parts = x.divideAndRemainder(y);
        BigInteger rest = parts[1];
        boolean negative = a.negative;
        int half = rest.shiftLeft(1).compareTo(y);
        if (half > 0 || half == 0 && parts[0].testBit(0)) {
            rest = y.subtract(rest);
            negative = !negative;
            parts[0] = parts[0].add(BigInteger.ONE);
        }
        if (Tens.digits(parts[0]) > c.prec) {
            return c.invalid(Calc.DIVISION_IMPOSSIBLE);
        }
        return c.finish(negative, rest, exponent);
    }

    static Dec plus(Calc c, Dec a) {
        Dec nan = c.nan(a);
        if (nan != null) {
            return nan;
        }
        return c.finish(a.isZero() ? a.withSign(c.rounding == Rounding.FLOOR && a.negative) : a);
    }

    static Dec minus(Calc c, Dec a) {
        Dec nan = c.nan(a);
        if (nan != null) {
            return nan;
        }
        return c.finish(a.isZero() ? a.withSign(c.rounding == Rounding.FLOOR && !a.negative) : a.withSign(!a.negative));
    }

    static Dec abs(Calc c, Dec a) {
        return a.negative ? minus(c, a) : plus(c, a);
    }
}
