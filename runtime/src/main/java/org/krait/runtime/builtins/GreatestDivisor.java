package org.krait.runtime.builtins;

import java.math.BigInteger;
import java.util.Arrays;
import org.krait.objects.PyInt;

/**
 * The greatest common divisor by Lehmer's algorithm (Knuth, TAOCP 4.5.2, algorithm L, with Jebelean's condition as
 * {@code _PyLong_GCD} has it): the leading 60 bits of both numbers tell what a run of Euclid's steps does to them, and
 * one pass over the limbs does it. {@link BigInteger#gcd} takes a pass for each step.
 */
final class GreatestDivisor {
    private static final int LIMB_BITS = 32;
    private static final long LIMB = 0xffff_ffffL;
    private static final int LEADING_BITS = 60;

    /** Both numbers, least limb first; {@code a} is never less than {@code b}. */
    private int[] a;
    private int[] b;

    private GreatestDivisor(BigInteger large, BigInteger small) {
        a = limbs(large);
        b = limbs(small);
    }

    /** Never negative. */
    static PyInt of(PyInt x, PyInt y) {
        if (x.fitsLong() && y.fitsLong() && x.value != Long.MIN_VALUE && y.value != Long.MIN_VALUE) {
            return PyInt.of(unsigned(Math.abs(x.value), Math.abs(y.value)));
        }
        BigInteger large = x.toBigInteger().abs();
        BigInteger small = y.toBigInteger().abs();
        boolean swapped = large.compareTo(small) < 0;
        return PyInt.of(new GreatestDivisor(swapped ? small : large, swapped ? large : small).find());
    }

    /** Euclid's algorithm; what is 0 ends it. */
    private static long unsigned(long x, long y) {
        while (y != 0) {
            long rest = Long.remainderUnsigned(x, y);
            x = y;
            y = rest;
        }
        return x;
    }

    private BigInteger find() {
        while (a.length > 2) {
            if (b.length == 0) {
                return number(a);
            }
            if (!advance()) {
                int[] rest = limbs(number(a).mod(number(b)));
                a = b;
                b = rest;
            }
        }
        return new BigInteger(Long.toUnsignedString(unsigned(small(a), small(b))));
    }

    /** Does the steps that the leading bits are enough for; false when these are none. */
    private boolean advance() {
        int shift = a.length * LIMB_BITS - Integer.numberOfLeadingZeros(a[a.length - 1]) - LEADING_BITS;
        long x = bitsFrom(a, shift);
        long y = bitsFrom(b, shift);
        // The numbers after the steps are p*a - q*b and s*b - r*a, or the negatives of these.
        long p = 1;
        long q = 0;
        long r = 0;
        long s = 1;
        boolean odd = false;
        while (y != r) {
            long quotient = (x + (p - 1)) / (y - r);
            long nextCofactor = q + quotient * s;
            long rest = x - quotient * y;
            if (nextCofactor > rest) {
                break;
            }
            x = y;
            y = rest;
            long next = p + quotient * r;
            p = s;
            q = r;
            r = nextCofactor;
            s = next;
            odd = !odd;
        }
        if (r == 0) {
            return false;
        }
        combine(odd ? -q : p, odd ? p : -q, odd ? s : -r, odd ? -r : s);
        return true;
    }

    /** Replaces {@code a} and {@code b} by {@code aa*a + ab*b} and {@code ba*a + bb*b}. */
    private void combine(long aa, long ab, long ba, long bb) {
        int[] nextA = new int[a.length];
        int[] nextB = new int[a.length];
        long carryA = 0;
        long carryB = 0;
        for (int i = 0; i < a.length; i++) {
            long x = a[i] & LIMB;
            long y = i < b.length ? b[i] & LIMB : 0;
            carryA += aa * x + ab * y;
            carryB += ba * x + bb * y;
            nextA[i] = (int) carryA;
            nextB[i] = (int) carryB;
            carryA >>= LIMB_BITS;
            carryB >>= LIMB_BITS;
        }
        a = trimmed(nextA);
        b = trimmed(nextB);
    }

    /** The bits of a number from one on, {@link #LEADING_BITS} of them. */
    private static long bitsFrom(int[] limbs, int from) {
        int limb = from / LIMB_BITS;
        int shift = from % LIMB_BITS;
        long low = limb(limbs, limb) | limb(limbs, limb + 1) << LIMB_BITS;
        long high = limb(limbs, limb + 2);
        long bits = shift == 0 ? low : low >>> shift | high << 2 * LIMB_BITS - shift;
        return bits & (1L << LEADING_BITS) - 1;
    }

    private static long limb(int[] limbs, int i) {
        return i < limbs.length ? limbs[i] & LIMB : 0;
    }

    private static long small(int[] limbs) {
        return limb(limbs, 0) | limb(limbs, 1) << LIMB_BITS;
    }

    private static int[] trimmed(int[] limbs) {
        int size = limbs.length;
        while (size > 0 && limbs[size - 1] == 0) {
            size--;
        }
        return size == limbs.length ? limbs : Arrays.copyOf(limbs, size);
    }

    private static int[] limbs(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int[] limbs = new int[(bytes.length + 3) / 4];
        for (int i = 0; i < bytes.length; i++) {
            limbs[i / 4] |= (bytes[bytes.length - 1 - i] & 0xff) << i % 4 * 8;
        }
        return trimmed(limbs);
    }

    private static BigInteger number(int[] limbs) {
        byte[] bytes = new byte[limbs.length * 4];
        for (int i = 0; i < bytes.length; i++) {
            bytes[bytes.length - 1 - i] = (byte) (limbs[i / 4] >>> i % 4 * 8);
        }
        return new BigInteger(1, bytes);
    }
}
