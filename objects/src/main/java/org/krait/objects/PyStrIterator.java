package org.krait.objects;

/** Iterates over the code points of a str. */
public final class PyStrIterator extends PyIterator {
    public static final PyType TYPE = PyType.builtin("str_iterator", PyType.OBJECT, PyType.NO_NEW);
    /** The type for ASCII-only strings. */
    public static final PyType ASCII_TYPE = PyType.builtin("str_ascii_iterator", PyType.OBJECT, PyType.NO_NEW);

    /** The str; null once exhausted. Counted. */
    public PyStr text;
    /** The index of the next code point. */
    public int index;

    public PyStrIterator(PyStr text) {
        super(text.getClass() == PyStr.class && text.isAscii() ? ASCII_TYPE : TYPE);
        this.text = text;
        Refs.incRef(text);
    }

    /** One out of an archive; {@code text} is null once exhausted. */
    public PyStrIterator(PyStr text, boolean isAscii, int index) {
        super(isAscii ? ASCII_TYPE : TYPE);
        this.text = text;
        this.index = index;
        Refs.xincRef(text);
    }

    @Override
    public PyObject next(ThreadState ts) {
        PyStr s = text;
        if (s == null) {
            return null;
        }
        int i = index;
        if (i < s.length()) {
            index = i + 1;
            return PyStr.ofCodePoint(s.at(i));
        }
        text = null;
        Refs.decRef(s);
        return null;
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(text);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        if (text != null) {
            visitor.visit(text);
        }
    }
}
