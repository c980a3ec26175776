package org.krait.objects;

/** A {@code super} object: looks attributes up after a class in the MRO of an object's class. */
public final class PySuper extends PyInstance {
    public static final PyType TYPE = PyType.builtin("super", PyType.OBJECT, PyType.BASE);

    /** {@code __thisclass__}; null before {@code __init__}. */
    private PyType thisClass;
    /** {@code __self__}; null when unbound. */
    private PyObject self;
    /** {@code __self_class__}: the class whose MRO is searched; null when unbound. */
    private PyType selfClass;

    public PySuper(PyType type) {
        super(type);
    }

    /** Sets what {@code __init__} found out. */
    public void set(PyType thisClass, PyObject self, PyType selfClass) {
        Refs.xincRef(thisClass);
        Refs.xincRef(self);
        Refs.xincRef(selfClass);
        PyType oldClass = this.thisClass;
        PyObject oldSelf = this.self;
        PyType oldSelfClass = this.selfClass;
        this.thisClass = thisClass;
        this.self = self;
        this.selfClass = selfClass;
        Refs.xdecRef(oldClass);
        Refs.xdecRef(oldSelf);
        Refs.xdecRef(oldSelfClass);
    }

    public PyType thisClass() {
        return thisClass;
    }

    public PyObject self() {
        return self;
    }

    public PyType selfClass() {
        return selfClass;
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(thisClass);
        Refs.xdecRef(self);
        Refs.xdecRef(selfClass);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        PyObject[] all = {thisClass, self, selfClass};
        for (PyObject o : all) {
            if (o != null) {
                visitor.visit(o);
            }
        }
    }
}
