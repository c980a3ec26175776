package org.krait.objects;

/** A {@code types.SimpleNamespace}. */
public final class PyNamespace extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("types.SimpleNamespace", PyType.OBJECT, PyType.BASE | PyType.HAS_DICT);

    public PyNamespace(PyType type) {
        super(type);
        materializeDict();
    }
}
