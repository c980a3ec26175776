package org.krait.objects;

import java.math.BigInteger;

/** A {@code range}: exact ints of any size. */
public final class PyRange extends PyObject {
    public static final PyType TYPE = PyType.builtin("range", PyType.OBJECT, PyType.SEQUENCE);

    public final PyInt start;
    public final PyInt stop;
    /** Not zero. */
    public final PyInt step;
    /** How many numbers it has. */
    public final PyInt length;

    /** Takes ints that may be instances of subclasses; the step is not zero. */
    public PyRange(PyInt start, PyInt stop, PyInt step) {
        super(TYPE);
        this.start = start;
        this.stop = stop;
        this.step = step;
        this.length = length(start, stop, step);
        Refs.incRef(start);
        Refs.incRef(stop);
        Refs.incRef(step);
    }

    private static PyInt length(PyInt start, PyInt stop, PyInt step) {
        if (start.fitsLong() && stop.fitsLong() && step.fitsLong()) {
            long low = step.value > 0 ? start.value : stop.value;
            long high = step.value > 0 ? stop.value : start.value;
            if (low >= high) {
                return PyInt.ZERO;
            }
            long span = high - low - 1;
            if (span >= 0 && step.value != Long.MIN_VALUE && span != Long.MAX_VALUE) {
                return PyInt.of(span / Math.abs(step.value) + 1);
            }
        }
        BigInteger span = step.signum() > 0
                ? stop.toBigInteger().subtract(start.toBigInteger())
                : start.toBigInteger().subtract(stop.toBigInteger());
        if (span.signum() <= 0) {
            return PyInt.ZERO;
        }
        BigInteger size = step.toBigInteger().abs();
        return PyInt.of(span.subtract(BigInteger.ONE).divide(size).add(BigInteger.ONE));
    }

    /** The number at a position from 0 to length - 1. */
    public PyInt at(PyInt index) {
        if (index.fitsLong() && isLong()) {
            return PyInt.of(start.value + index.value * step.value);
        }
        return PyInt.of(start.toBigInteger().add(index.toBigInteger().multiply(step.toBigInteger())));
    }

    /** True when all numbers and their count fit a long. */
    public boolean isLong() {
        return start.fitsLong() && stop.fitsLong() && step.fitsLong() && length.fitsLong();
    }

    /** True when also the number after the last one fits. */
    private boolean isFast() {
        if (!isLong()) {
            return false;
        }
        long by = step.value;
        return by > 0
                ? stop.value <= Long.MAX_VALUE - (by - 1)
                : by != Long.MIN_VALUE && stop.value >= Long.MIN_VALUE + (-1 - by);
    }

    /** A new iterator. */
    public PyIterator iterator() {
        return isFast()
                ? new PyRangeIterator(start.value, step.value, length.value)
                : new PyLongRangeIterator(start.toBigInteger(), step.toBigInteger(), length.toBigInteger());
    }

    /** A new iterator from the last to the first number. */
    public PyIterator reversed() {
        if (length.signum() == 0) {
            return new PyRangeIterator(start.fitsLong() ? start.value : 0, 1, 0);
        }
        PyInt last = at(PyInt.of(length.toBigInteger().subtract(BigInteger.ONE)));
        if (isLong() && step.value != Long.MIN_VALUE) {
            return new PyRangeIterator(last.value, -step.value, length.value);
        }
        return new PyLongRangeIterator(last.toBigInteger(), step.toBigInteger().negate(), length.toBigInteger());
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(start);
        Refs.decRef(stop);
        Refs.decRef(step);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(start);
        visitor.visit(stop);
        visitor.visit(step);
    }
}
