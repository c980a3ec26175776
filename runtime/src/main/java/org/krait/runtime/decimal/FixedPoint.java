package org.krait.runtime.decimal;

import java.math.BigInteger;

/** Exponential and logarithm of binary fixed-point numbers, value times {@code 2**bits}; the last bits may be wrong. */
final class FixedPoint {
    /** Bits of the result that may be wrong. */
    static final int SLACK = 24;

    private FixedPoint() {}

    /** atanh(1/n). */
    private static BigInteger atanhInverse(int n, int bits) {
        BigInteger square = BigInteger.valueOf((long) n * n);
        BigInteger power = BigInteger.ONE.shiftLeft(bits).divide(BigInteger.valueOf(n));
        BigInteger sum = power;
        for (int k = 3; power.signum() != 0; k += 2) {
            power = power.divide(square);
            sum = sum.add(power.divide(BigInteger.valueOf(k)));
        }
        return sum;
    }

    private static BigInteger combination(int bits, long x, long y, long z) {
        int work = bits + 16;
        return atanhInverse(31, work).multiply(BigInteger.valueOf(x))
                .add(atanhInverse(49, work).multiply(BigInteger.valueOf(y)))
                .add(atanhInverse(161, work).multiply(BigInteger.valueOf(z))).shiftRight(16);
    }

    static BigInteger ln2(int bits) {
        return combination(bits, 14, 10, 6);
    }

    static BigInteger ln10(int bits) {
        return combination(bits, 46, 34, 20);
    }

    /** e**x for 0 <= x < 4. */
    static BigInteger exp(BigInteger x, int bits) {
        // With x halved so often the series is short; each squaring doubles the error.
        int halvings = (int) Math.sqrt(bits / 2.0) + 4;
        int work = bits + 2 * halvings + 16;
        BigInteger r = x.shiftLeft(work - bits).shiftRight(halvings);
        BigInteger sum = BigInteger.ONE.shiftLeft(work);
        BigInteger term = sum;
        for (int k = 1; term.signum() != 0; k++) {
            term = term.multiply(r).shiftRight(work).divide(BigInteger.valueOf(k));
            sum = sum.add(term);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum).shiftRight(work);
        }
        return sum.shiftRight(work - bits);
    }

    /** ln(x) for x > 0. */
    static BigInteger ln(BigInteger x, int bits) {
        int roots = (int) Math.sqrt(bits / 4.0) + 2;
        int work = bits + 2 * roots + 16;
        // x = m * 2**shift with m from 0.7 to 1.5.
        int shift = x.bitLength() - bits;
        BigInteger m = work - bits - shift >= 0 ? x.shiftLeft(work - bits - shift) : x.shiftRight(bits + shift - work);
        if (m.shiftLeft(2).compareTo(BigInteger.valueOf(3).shiftLeft(work)) < 0) {
            m = m.shiftLeft(1);
            shift--;
        }
        for (int i = 0; i < roots; i++) {
            m = m.shiftLeft(work).sqrt();
        }
        BigInteger one = BigInteger.ONE.shiftLeft(work);
        BigInteger t = m.subtract(one).shiftLeft(work).divide(m.add(one));
        BigInteger square = t.multiply(t).shiftRight(work);
        BigInteger power = t;
        BigInteger sum = t;
        for (int k = 3; power.signum() != 0 && power.bitLength() > 1; k += 2) {
            power = power.multiply(square).shiftRight(work);
            sum = sum.add(power.divide(BigInteger.valueOf(k)));
        }
        BigInteger result = sum.shiftLeft(roots + 1);
        if (shift != 0) {
            result = result.add(ln2(work).multiply(BigInteger.valueOf(shift)));
        }
        return result.shiftRight(work - bits);
    }
}
