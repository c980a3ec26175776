package org.krait.objects;

/** A {@code types.GenericAlias}: {@code list[int]}. */
public final class PyGenericAlias extends PyInstance {
    public static final PyType TYPE = PyType.builtin("types.GenericAlias", PyType.OBJECT,
            PyType.BASE | PyType.HAS_WEAKREF);

    /** {@code __origin__}. */
    public final PyObject origin;
    /** {@code __args__}. */
    public final PyTuple args;
    /** {@code *list[int]}. */
    public final boolean starred;
    private PyTuple parameters;

    public PyGenericAlias(PyType type, PyObject origin, PyTuple args, boolean starred) {
        super(type);
        this.origin = origin;
        this.args = args;
        this.starred = starred;
        Refs.incRef(origin);
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
        Refs.decRef(origin);
        Refs.decRef(args);
        Refs.xdecRef(parameters);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(origin);
        visitor.visit(args);
        if (parameters != null) {
            visitor.visit(parameters);
        }
    }
}
