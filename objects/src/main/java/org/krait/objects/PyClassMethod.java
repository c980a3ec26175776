package org.krait.objects;

/** A {@code classmethod}: binds the class instead of the instance. */
public final class PyClassMethod extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("classmethod", PyType.OBJECT, PyType.BASE | PyType.HAS_DICT | PyType.HAS_WEAKREF);

    private PyObject callable;

    /** One without a callable yet: {@code __init__} sets it. */
    public PyClassMethod(PyType type) {
        super(type);
    }

    public PyClassMethod(PyObject callable) {
        super(TYPE);
        setCallable(callable);
    }

    /** {@code __func__}; null before {@code __init__}. */
    public PyObject callable() {
        return callable;
    }

    public void setCallable(PyObject value) {
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.OTHER, null, null);
        }
        PyObject old = callable;
        Refs.xincRef(value);
        callable = value;
        Refs.xdecRef(old);
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(callable);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (callable != null) {
            visitor.visit(callable);
        }
    }
}
