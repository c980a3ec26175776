package org.krait.objects;

import java.math.BigInteger;

/** An exact {@code int} that does not fit a long. */
public final class PyBigInt extends PyInt {
    private final BigInteger big;

    PyBigInt(BigInteger big) {
        super(PyInt.TYPE, Refs.IMMORTAL, 0);
        this.big = big;
        if (listened) {
            AllocationListener.tellMade(this);
        }
    }

    @Override
    public BigInteger big() {
        return big;
    }
}
