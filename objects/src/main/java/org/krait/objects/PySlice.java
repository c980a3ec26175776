package org.krait.objects;

/** A {@code slice}: three counted values, None where not given. */
public final class PySlice extends PyObject {
    public static final PyType TYPE = PyType.builtin("slice", PyType.OBJECT, 0);

    public final PyObject start;
    public final PyObject stop;
    public final PyObject step;

    public PySlice(PyObject start, PyObject stop, PyObject step) {
        super(TYPE);
        this.start = start;
        this.stop = stop;
        this.step = step;
        Refs.incRef(start);
        Refs.incRef(stop);
        Refs.incRef(step);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(start);
        Refs.decRef(stop);
        Refs.decRef(step);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(start);
        visitor.visit(stop);
        visitor.visit(step);
    }
}
