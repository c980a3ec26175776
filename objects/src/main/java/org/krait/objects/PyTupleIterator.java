package org.krait.objects;

/** Iterates over a tuple. */
public final class PyTupleIterator extends PyIterator {
    public static final PyType TYPE = PyType.builtin("tuple_iterator", PyType.OBJECT, PyType.NO_NEW);

    /** The tuple; null once exhausted. Counted. */
    public PyTuple tuple;
    /** The index of the next item. */
    public int index;

    public PyTupleIterator(PyTuple tuple) {
        super(TYPE);
        this.tuple = tuple;
        Refs.incRef(tuple);
    }

    @Override
    public PyObject next(ThreadState ts) {
        PyTuple t = tuple;
        if (t == null) {
            return null;
        }
        int i = index;
        if (i < t.items.length) {
            index = i + 1;
            return t.items[i];
        }
        tuple = null;
        Refs.decRef(t);
        return null;
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(tuple);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        if (tuple != null) {
            visitor.visit(tuple);
        }
    }
}
