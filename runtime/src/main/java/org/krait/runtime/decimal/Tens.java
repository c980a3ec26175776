package org.krait.runtime.decimal;

import java.math.BigInteger;
import org.krait.objects.Errors;

/** Powers of ten and the digits of integers. */
final class Tens {
    private static final int KNOWN = 64;
    private static final BigInteger[] POWERS = powers();
    /** log10(2), a little less. */
    private static final double LOG = 0.30102999566398114;
    /** More digits than a BigInteger can hold. */
    private static final long LIMIT = 600_000_000;

    private Tens() {}

    private static BigInteger[] powers() {
        BigInteger[] powers = new BigInteger[KNOWN];
        powers[0] = BigInteger.ONE;
        for (int i = 1; i < KNOWN; i++) {
            powers[i] = powers[i - 1].multiply(BigInteger.TEN);
        }
        return powers;
    }

    /** {@code 10**n}; MemoryError when it is too large. */
    static BigInteger power(long n) {
        if (n < KNOWN) {
            return POWERS[(int) n];
        }
        if (n > LIMIT) {
            throw Errors.memoryError();
        }
        return BigInteger.valueOf(5).pow((int) n).shiftLeft((int) n);
    }

    /** How many decimal digits a number of 0 or more has; 0 has one. */
    static int digits(BigInteger n) {
        int bits = n.bitLength();
        if (bits == 0) {
            return 1;
        }
        int least = (int) ((bits - 1) * LOG) + 1;
        return n.compareTo(power(least)) >= 0 ? least + 1 : least;
    }

    /** How many zeros the decimal digits of a positive number end in, at most {@code max}. */
    static int trailingZeros(BigInteger n, long max) {
        int bound = (int) Math.min(max, n.getLowestSetBit());
        if (bound <= 0) {
            return 0;
        }
        int found = 0;
        BigInteger rest = n;
        // By halves: whether 10**step divides.
        for (int step = Integer.highestOneBit(bound); step > 0; step >>= 1) {
            if (found + step > bound) {
                continue;
            }
            BigInteger[] parts = rest.divideAndRemainder(power(step));
            if (parts[1].signum() == 0) {
                found += step;
                rest = parts[0];
            }
        }
        return found;
    }
}
