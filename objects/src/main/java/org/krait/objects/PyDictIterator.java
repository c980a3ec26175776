package org.krait.objects;

/** Iterates over the keys, values or items of a dict, in either direction. */
public final class PyDictIterator extends PyIterator {
    /** What an iterator or a view shows. */
    public static final int KEYS = 0;
    public static final int VALUES = 1;
    public static final int ITEMS = 2;

    /** The types by kind, forward ones first. */
    private static final PyType[] TYPES = {
        PyType.builtin("dict_keyiterator", PyType.OBJECT, PyType.NO_NEW),
        PyType.builtin("dict_valueiterator", PyType.OBJECT, PyType.NO_NEW),
        PyType.builtin("dict_itemiterator", PyType.OBJECT, PyType.NO_NEW),
        PyType.builtin("dict_reversekeyiterator", PyType.OBJECT, PyType.NO_NEW),
        PyType.builtin("dict_reversevalueiterator", PyType.OBJECT, PyType.NO_NEW),
        PyType.builtin("dict_reverseitemiterator", PyType.OBJECT, PyType.NO_NEW),
    };

    public final int kind;
    public final boolean reversed;
    /** The dict; null once exhausted. Counted. */
    public PyDict dict;
    /** Forward: the first entry not yet seen; backward: one more than that. */
    public int entry;
    /** Items that remain when nothing changes. */
    public int remaining;
    /** The size the dict had at the start; -1 after an error. */
    public int size;

    public PyDictIterator(PyDict dict, int kind, boolean reversed) {
        super(TYPES[reversed ? kind + 3 : kind]);
        this.dict = dict;
        this.kind = kind;
        this.reversed = reversed;
        size = dict.size();
        remaining = size;
        entry = reversed ? dict.fill : 0;
        Refs.incRef(dict);
    }

    /** One out of an archive, with all that it is made of; {@code dict} is null once exhausted. */
    public PyDictIterator(PyDict dict, int kind, boolean reversed, int entry, int remaining, int size) {
        super(TYPES[reversed ? kind + 3 : kind]);
        this.dict = dict;
        this.kind = kind;
        this.reversed = reversed;
        this.entry = entry;
        this.remaining = remaining;
        this.size = size;
        Refs.xincRef(dict);
    }

    /** The type of the iterators of a kind. */
    public static PyType type(int kind, boolean reversed) {
        return TYPES[reversed ? kind + 3 : kind];
    }

    @Override
    public PyObject next(ThreadState ts) {
        PyDict d = dict;
        if (d == null) {
            return null;
        }
        if (size != d.size()) {
            size = -1;
            throw Errors.runtimeError("dictionary changed size during iteration");
        }
        int at = reversed ? d.previousEntry(entry) : d.nextEntry(entry);
        if (at < 0) {
            dict = null;
            Refs.decRef(d);
            return null;
        }
        if (remaining == 0 && !reversed) {
            throw Errors.runtimeError("dictionary keys changed during iteration");
        }
        remaining--;
        entry = reversed ? at : at + 1;
        if (kind == KEYS) {
            return d.keys[at];
        }
        return kind == VALUES ? d.values[at] : PyTuple.of(d.keys[at], d.values[at]);
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(dict);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        if (dict != null) {
            visitor.visit(dict);
        }
    }
}
