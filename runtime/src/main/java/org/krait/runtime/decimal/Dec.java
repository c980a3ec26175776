package org.krait.runtime.decimal;

import java.math.BigInteger;

/**
 * A decimal number: {@code coefficient * 10**exponent} with a sign, an infinity, or a NaN whose diagnostic digits are
 * the coefficient.
 */
final class Dec {
    static final int FINITE = 0;
    static final int INFINITE = 1;
    static final int QUIET = 2;
    static final int SIGNALING = 3;

    static final Dec ZERO = new Dec(false, BigInteger.ZERO, 0);
    static final Dec ONE = new Dec(false, BigInteger.ONE, 0);
    static final Dec NAN = new Dec(false, QUIET, BigInteger.ZERO, 0);

    final boolean negative;
    final int kind;
    final BigInteger coefficient;
    final long exponent;
    /** How many digits the coefficient has; 0 when not counted yet. */
    private int digits;

    private Dec(boolean negative, int kind, BigInteger coefficient, long exponent) {
        this.negative = negative;
        this.kind = kind;
        this.coefficient = coefficient;
        this.exponent = exponent;
    }

    Dec(boolean negative, BigInteger coefficient, long exponent) {
        this(negative, FINITE, coefficient, exponent);
    }

    static Dec of(BigInteger value) {
        return new Dec(value.signum() < 0, value.abs(), 0);
    }

    static Dec of(long value) {
        return of(BigInteger.valueOf(value));
    }

    static Dec infinity(boolean negative) {
        return new Dec(negative, INFINITE, BigInteger.ZERO, 0);
    }

    static Dec nan(boolean negative, boolean signaling, BigInteger payload) {
        return new Dec(negative, signaling ? SIGNALING : QUIET, payload, 0);
    }

    /** The exact value of a double. */
    static Dec of(double value) {
        boolean negative = Double.doubleToRawLongBits(value) < 0;
        if (Double.isNaN(value)) {
            return nan(negative, false, BigInteger.ZERO);
        }
        if (Double.isInfinite(value)) {
            return infinity(negative);
        }
        long bits = Double.doubleToRawLongBits(value) & Long.MAX_VALUE;
        int power = (int) (bits >>> 52);
        long mantissa = bits & (1L << 52) - 1 | (power == 0 ? 0 : 1L << 52);
        power = Math.max(power, 1) - 1075;
        if (mantissa == 0) {
            return new Dec(negative, BigInteger.ZERO, 0);
        }
        int zeros = Long.numberOfTrailingZeros(mantissa);
        mantissa >>>= zeros;
        power += zeros;
        BigInteger m = BigInteger.valueOf(mantissa);
        return power >= 0
                ? new Dec(negative, m.shiftLeft(power), 0)
                : new Dec(negative, m.multiply(BigInteger.valueOf(5).pow(-power)), power);
    }

    boolean isFinite() {
        return kind == FINITE;
    }

    boolean isInfinite() {
        return kind == INFINITE;
    }

    boolean isNan() {
        return kind >= QUIET;
    }

    boolean isSignaling() {
        return kind == SIGNALING;
    }

    boolean isZero() {
        return kind == FINITE && coefficient.signum() == 0;
    }

    int digits() {
        if (digits == 0) {
            digits = Tens.digits(coefficient);
        }
        return digits;
    }

    /** The exponent of the most significant digit. */
    long adjusted() {
        return exponent + digits() - 1;
    }

    Dec withSign(boolean sign) {
        return sign == negative ? this : new Dec(sign, kind, coefficient, exponent);
    }

    Dec withExponent(long other) {
        return new Dec(negative, kind, coefficient, other);
    }

    Dec quieted() {
        return kind == SIGNALING ? new Dec(negative, QUIET, coefficient, 0) : this;
    }

    /** -1, 0 or 1. */
    int signum() {
        return isZero() ? 0 : negative ? -1 : 1;
    }

    boolean isInteger() {
        if (kind != FINITE) {
            return false;
        }
        return exponent >= 0 || isZero() || Tens.trailingZeros(coefficient, -exponent) >= -exponent;
    }

    /** For an integer. */
    boolean isOdd() {
        if (kind != FINITE || exponent > 0 || isZero()) {
            return false;
        }
        return exponent == 0
                ? coefficient.testBit(0)
                : -exponent < digits() && coefficient.divide(Tens.power(-exponent)).testBit(0);
    }

    /** The value without its fraction. */
    BigInteger toBigInteger() {
        BigInteger size;
        if (exponent >= 0) {
            size = coefficient.signum() == 0 ? coefficient : coefficient.multiply(Tens.power(exponent));
        } else {
            size = -exponent >= digits() ? BigInteger.ZERO : coefficient.divide(Tens.power(-exponent));
        }
        return negative ? size.negate() : size;
    }

    @Override
    public String toString() {
        return DecText.scientific(this, true);
    }
}
