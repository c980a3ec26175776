package org.krait.objects;

/** A {@code cell}: a variable that closures share. */
public final class PyCell extends PyObject {
    public static final PyType TYPE = PyType.builtin("cell", PyType.OBJECT, 0);

    /** The counted content; null when unbound. Set it by {@link #set}. */
    public PyObject content;

    public PyCell() {
        super(TYPE);
    }

    /** Stores a counted reference; null unbinds. */
    public void set(PyObject value) {
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.CELL, null, value);
        }
        PyObject old = content;
        Refs.xincRefFrom(this, value);
        content = value;
        Refs.xdecRef(old);
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(content);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        if (content != null) {
            visitor.visit(content);
        }
    }
}
