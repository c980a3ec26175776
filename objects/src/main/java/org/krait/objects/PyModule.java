package org.krait.objects;

/** A module; its attributes are its namespace. */
public class PyModule extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("module", PyType.OBJECT, PyType.BASE | PyType.HAS_DICT | PyType.HAS_WEAKREF);

    public PyModule(PyType type) {
        super(type);
    }

    /** A module with an empty namespace. */
    public PyModule() {
        super(TYPE);
        dict = new PyDict();
        Refs.incRef(dict);
    }
}
