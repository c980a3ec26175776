package org.krait.objects;

/** Iterates backwards over a list that may change meanwhile. */
public final class PyListReverseIterator extends PyIterator {
    public static final PyType TYPE = PyType.builtin("list_reverseiterator", PyType.OBJECT, PyType.NO_NEW);

    /** The list; null once exhausted. Counted. */
    public PyList list;
    /** The index of the next item. */
    public int index;

    public PyListReverseIterator(PyList list) {
        super(TYPE);
        this.list = list;
        index = list.size - 1;
        Refs.incRef(list);
    }

    @Override
    public PyObject next(ThreadState ts) {
        PyList l = list;
        if (l == null) {
            return null;
        }
        int i = index;
        if (i >= 0 && i < l.size) {
            index = i - 1;
            return l.items[i];
        }
        index = -1;
        list = null;
        Refs.decRef(l);
        return null;
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(list);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        if (list != null) {
            visitor.visit(list);
        }
    }
}
