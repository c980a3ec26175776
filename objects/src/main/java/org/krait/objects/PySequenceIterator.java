package org.krait.objects;

/** Iterates over anything with {@code __getitem__}: indices from 0 until an IndexError. */
public final class PySequenceIterator extends PyIterator {
    public static final PyType TYPE = PyType.builtin("iterator", PyType.OBJECT, PyType.NO_NEW);

    /** The sequence; null once exhausted. Counted. */
    public PyObject sequence;
    /** The index of the next item. */
    public long index;

    public PySequenceIterator(PyObject sequence) {
        super(TYPE);
        this.sequence = sequence;
        Refs.incRef(sequence);
    }

    @Override
    public PyObject next(ThreadState ts) {
        PyObject s = sequence;
        if (s == null) {
            return null;
        }
        if (index == Long.MAX_VALUE) {
            throw Errors.overflowError("iter index too large");
        }
        try {
            PyObject item = s.type.slots().getItem(ts, s, PyInt.of(index));
            index++;
            return item;
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.INDEX_ERROR) && !e.is(ExceptionTypes.STOP_ITERATION)) {
                throw e;
            }
            e.swallow();
            if (sequence == s) {
                sequence = null;
                Refs.decRef(s);
            }
            return null;
        }
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(sequence);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        if (sequence != null) {
            visitor.visit(sequence);
        }
    }
}
