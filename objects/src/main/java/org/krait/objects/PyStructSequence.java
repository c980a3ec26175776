package org.krait.objects;

/** An instance of a struct sequence ({@code os.stat_result}, {@code sys.flags}): a tuple whose items have names. */
public final class PyStructSequence extends PyTuple {
    /** Fields that have a name but are not items; null when there are none. Counted. */
    public final PyObject[] hidden;

    /** Takes the arrays and counts what is in them. */
    public PyStructSequence(PyType type, PyObject[] items, PyObject[] hidden) {
        super(type, items);
        this.hidden = hidden;
        for (PyObject item : items) {
            Refs.incRef(item);
        }
        if (hidden != null) {
            for (PyObject item : hidden) {
                Refs.incRef(item);
            }
        }
    }

    /** The field of an index, the hidden ones after the items. */
    public PyObject field(int index) {
        return index < items.length ? items[index] : hidden[index - items.length];
    }

    @Override
    protected void dropReferents() {
        super.dropReferents();
        if (hidden != null) {
            for (PyObject item : hidden) {
                Refs.decRef(item);
            }
        }
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (hidden != null) {
            for (PyObject item : hidden) {
                visitor.visit(item);
            }
        }
    }
}
