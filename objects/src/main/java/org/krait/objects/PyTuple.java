package org.krait.objects;

/** A {@code tuple}. Its items are counted; a tuple of constants is immortal. */
public class PyTuple extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("tuple", PyType.OBJECT, PyType.BASE | PyType.SEQUENCE | PyType.MATCH_SELF);
    public static final PyTuple EMPTY = new PyTuple(new PyObject[0]);

    static {
        Refs.immortalize(EMPTY);
    }

    /** The items; never changed after construction. */
    public final PyObject[] items;

    private PyTuple(PyObject[] items) {
        super(TYPE);
        this.items = items;
    }

    PyTuple(PyType type, PyObject[] items) {
        super(type);
        this.items = items;
    }

    /** Takes the array, which must not be changed any more, and counts its items. */
    public static PyTuple of(PyObject... items) {
        if (items.length == 0) {
            return EMPTY;
        }
        for (PyObject item : items) {
            Refs.incRef(item);
        }
        return new PyTuple(items);
    }

    /** A tuple of a part of an array, which is copied. */
    public static PyTuple copyOf(PyObject[] array, int from, int count) {
        if (count == 0) {
            return EMPTY;
        }
        PyObject[] items = new PyObject[count];
        System.arraycopy(array, from, items, 0, count);
        return of(items);
    }

    /** An immortal tuple of immortal items: a constant. */
    public static PyTuple constant(PyObject... items) {
        PyTuple t = of(items);
        Refs.immortalize(t);
        return t;
    }

    public final int size() {
        return items.length;
    }

    public final PyObject item(int index) {
        return items[index];
    }

    @Override
    protected void dropReferents() {
        for (int i = items.length - 1; i >= 0; i--) {
            Refs.decRef(items[i]);
        }
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        for (int i = items.length - 1; i >= 0; i--) {
            visitor.visit(items[i]);
        }
    }
}
