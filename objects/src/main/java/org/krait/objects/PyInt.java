package org.krait.objects;

import java.math.BigInteger;

/**
 * An {@code int}. An object of exactly this Java class is an exact int that fits a long: one class comparison tells.
 * {@link PyBigInt} holds the larger ones, {@link PyBool} the booleans, {@link PyIntInstance} those of subclasses.
 */
public class PyInt extends PyObject {
    public static final PyType TYPE = PyType.builtin("int", PyType.OBJECT, PyType.BASE | PyType.MATCH_SELF);

    private static final int MIN_SMALL = -5;
    private static final int MAX_SMALL = 256;
    private static final PyInt[] SMALL = new PyInt[MAX_SMALL - MIN_SMALL + 1];

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = new PyInt(i + MIN_SMALL);
        }
    }

    public static final PyInt ZERO = of(0);
    public static final PyInt ONE = of(1);
    public static final PyInt MINUS_ONE = of(-1);

    /** The value when {@link #big()} is null. */
    public final long value;

    private PyInt(long value) {
        super(TYPE, Refs.IMMORTAL);
        this.value = value;
    }

    PyInt(PyType type, int refs, long value) {
        super(type, refs);
        this.value = value;
    }

    public static PyInt of(long value) {
        if (value >= MIN_SMALL && value <= MAX_SMALL) {
            return SMALL[(int) value - MIN_SMALL];
        }
        return new PyInt(value);
    }

    public static PyInt of(BigInteger value) {
        return value.bitLength() < 64 ? of(value.longValue()) : new PyBigInt(value);
    }

    /** The value when it does not fit a long, else null. */
    public BigInteger big() {
        return null;
    }

    public final boolean fitsLong() {
        return big() == null;
    }

    public final BigInteger toBigInteger() {
        BigInteger big = big();
        return big != null ? big : BigInteger.valueOf(value);
    }

    /** -1, 0 or 1. */
    public final int signum() {
        BigInteger big = big();
        return big != null ? big.signum() : Long.signum(value);
    }

    /** True when both have the same value; types do not matter. */
    public final boolean equalTo(PyInt other) {
        BigInteger big = big();
        return big == null ? other.big() == null && value == other.value : big.equals(other.big());
    }

    /** The hash: the value modulo 2^61-1 with the sign kept, and -2 for -1. */
    public final long hash() {
        BigInteger big = big();
        if (big == null) {
            long v = value;
            if (v > -HASH_MODULUS && v < HASH_MODULUS) {
                return v == -1 ? -2 : v;
            }
            long h = v == Long.MIN_VALUE ? -4 : v % HASH_MODULUS;
            return h == -1 ? -2 : h;
        }
        long h = big.abs().mod(BigInteger.valueOf(HASH_MODULUS)).longValue() * big.signum();
        return h == -1 ? -2 : h;
    }

    /** {@code sys.hash_info.modulus}. */
    public static final long HASH_MODULUS = (1L << 61) - 1;

    @Override
    public String toString() {
        BigInteger big = big();
        return big != null ? big.toString() : Long.toString(value);
    }
}
