package org.krait.objects;

import java.math.BigInteger;

/** Iterates over a range of numbers of any size. */
public final class PyLongRangeIterator extends PyIterator {
    public static final PyType TYPE = PyType.builtin("longrange_iterator", PyType.OBJECT, PyType.NO_NEW);

    /** The number that comes next, if any is left. */
    public BigInteger start;
    public final BigInteger step;
    /** How many numbers are left. */
    public BigInteger left;

    public PyLongRangeIterator(BigInteger start, BigInteger step, BigInteger left) {
        super(TYPE);
        this.start = start;
        this.step = step;
        this.left = left;
    }

    @Override
    public PyObject next(ThreadState ts) {
        if (left.signum() <= 0) {
            return null;
        }
        left = left.subtract(BigInteger.ONE);
        BigInteger value = start;
        start = value.add(step);
        return PyInt.of(value);
    }
}
