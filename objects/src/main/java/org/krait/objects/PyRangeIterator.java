package org.krait.objects;

/** Iterates over a range whose numbers fit a long. */
public final class PyRangeIterator extends PyIterator {
    public static final PyType TYPE = PyType.builtin("range_iterator", PyType.OBJECT, PyType.NO_NEW);

    /** The number that comes next, if any is left. */
    public long start;
    public final long step;
    /** How many numbers are left. */
    public long left;

    public PyRangeIterator(long start, long step, long left) {
        super(TYPE);
        this.start = start;
        this.step = step;
        this.left = left;
    }

    @Override
    public PyObject next(ThreadState ts) {
        if (left <= 0) {
            return null;
        }
        left--;
        long value = start;
        start = value + step;
        return PyInt.of(value);
    }
}
