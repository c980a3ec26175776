package org.krait.objects;

/** A bound method: a callable and the object it is bound to. */
public final class PyMethod extends PyInstance {
    public static final PyType TYPE = PyType.builtin("method", PyType.OBJECT, PyType.HAS_WEAKREF);

    public final PyObject function;
    public final PyObject self;

    public PyMethod(PyObject function, PyObject self) {
        super(TYPE);
        this.function = function;
        this.self = self;
        Refs.incRef(function);
        Refs.incRef(self);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(function);
        Refs.decRef(self);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(function);
        visitor.visit(self);
    }
}
