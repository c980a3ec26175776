package org.krait.objects;

/** A {@code property}. */
public final class PyProperty extends PyInstance {
    public static final PyType TYPE = PyType.builtin("property", PyType.OBJECT, PyType.BASE);

    private static final int GETTER = 0;
    private static final int SETTER = 1;
    private static final int DELETER = 2;
    private static final int DOC = 3;
    private static final int NAME = 4;

    private final PyObject[] parts = new PyObject[5];
    /** The docstring came from the getter. */
    public boolean getterDoc;

    public PyProperty(PyType type) {
        super(type);
    }

    /** {@code fget}; null for none. */
    public PyObject getter() {
        return parts[GETTER];
    }

    public void setGetter(PyObject value) {
        set(GETTER, value);
    }

    /** {@code fset}; null for none. */
    public PyObject setter() {
        return parts[SETTER];
    }

    public void setSetter(PyObject value) {
        set(SETTER, value);
    }

    /** {@code fdel}; null for none. */
    public PyObject deleter() {
        return parts[DELETER];
    }

    public void setDeleter(PyObject value) {
        set(DELETER, value);
    }

    /** {@code __doc__}; null for none. */
    public PyObject doc() {
        return parts[DOC];
    }

    public void setDoc(PyObject value) {
        set(DOC, value);
    }

    /** The name given by {@code __set_name__}; null before. */
    public PyObject name() {
        return parts[NAME];
    }

    public void setName(PyObject value) {
        set(NAME, value);
    }

    private void set(int index, PyObject value) {
        if (value == parts[index]) {
            // As a property that a second class has under the same name.
            return;
        }
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.OTHER, null, null);
        }
        PyObject old = parts[index];
        Refs.xincRef(value);
        parts[index] = value;
        Refs.xdecRef(old);
    }

    @Override
    protected void dropReferents() {
        for (PyObject part : parts) {
            Refs.xdecRef(part);
        }
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        for (PyObject part : parts) {
            if (part != null) {
                visitor.visit(part);
            }
        }
    }
}
