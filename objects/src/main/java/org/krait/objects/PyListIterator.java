package org.krait.objects;

/** Iterates over a list that may change meanwhile. */
public final class PyListIterator extends PyIterator {
    public static final PyType TYPE = PyType.builtin("list_iterator", PyType.OBJECT, PyType.NO_NEW);

    /** The list; null once exhausted. Counted. */
    public PyList list;
    /** The index of the next item. */
    public int index;

    public PyListIterator(PyList list) {
        super(TYPE);
        this.list = list;
        Refs.incRef(list);
    }

    @Override
    public PyObject next(ThreadState ts) {
        PyList l = list;
        if (l == null) {
            return null;
        }
        int i = index;
        if (i < l.size) {
            index = i + 1;
            return l.items[i];
        }
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
