package org.krait.objects;

/** Iterates over a set or frozenset. */
public final class PySetIterator extends PyIterator {
    public static final PyType TYPE = PyType.builtin("set_iterator", PyType.OBJECT, PyType.NO_NEW);

    /** The set; null once exhausted. Counted. */
    public PySet set;
    /** The first entry not yet seen. */
    public int entry;
    /** Items that remain when nothing changes. */
    public int remaining;
    /** The size the set had at the start; -1 after an error. */
    public int size;

    public PySetIterator(PySet set) {
        super(TYPE);
        this.set = set;
        size = set.size();
        remaining = size;
        Refs.incRef(set);
    }

    /** One out of an archive that has not begun; {@code set} is null once exhausted. */
    public PySetIterator(PySet set, int remaining, int size) {
        super(TYPE);
        this.set = set;
        this.remaining = remaining;
        this.size = size;
        Refs.xincRef(set);
    }

    @Override
    public PyObject next(ThreadState ts) {
        PySet s = set;
        if (s == null) {
            return null;
        }
        if (size != s.size()) {
            size = -1;
            throw Errors.runtimeError("Set changed size during iteration");
        }
        int at = s.nextEntry(entry);
        if (at < 0) {
            set = null;
            Refs.decRef(s);
            return null;
        }
        remaining--;
        entry = at + 1;
        return s.items[at];
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(set);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        if (set != null) {
            visitor.visit(set);
        }
    }
}
