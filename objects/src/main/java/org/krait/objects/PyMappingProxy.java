package org.krait.objects;

/** A {@code mappingproxy}: a read-only view of a mapping. */
public final class PyMappingProxy extends PyObject {
    public static final PyType TYPE = PyType.builtin("mappingproxy", PyType.OBJECT, PyType.MAPPING);

    public final PyObject mapping;

    public PyMappingProxy(PyObject mapping) {
        super(TYPE);
        this.mapping = mapping;
        Refs.incRef(mapping);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(mapping);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(mapping);
    }
}
