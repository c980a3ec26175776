package org.krait.objects;

/** A {@code types.UnionType}: {@code int | str}. */
public final class PyUnion extends PyObject {
    public static final PyType TYPE = PyType.builtin("types.UnionType", PyType.OBJECT, 0);

    /** The members, without duplicates. */
    public final PyTuple args;
    private PyTuple parameters;

    public PyUnion(PyTuple args) {
        super(TYPE);
        this.args = args;
        Refs.incRef(args);
    }

    /** {@code __parameters__}, once computed; null before. */
    public PyTuple parameters() {
        return parameters;
    }

    public void setParameters(PyTuple value) {
        Refs.incRef(value);
        Refs.xdecRef(parameters);
        parameters = value;
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(args);
        Refs.xdecRef(parameters);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(args);
        if (parameters != null) {
            visitor.visit(parameters);
        }
    }
}
