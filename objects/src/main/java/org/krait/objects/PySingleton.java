package org.krait.objects;

/** {@code None}, {@code NotImplemented} and {@code Ellipsis}. */
public final class PySingleton extends PyObject {
    public static final PyType NONE_TYPE = PyType.builtin("NoneType", PyType.OBJECT, 0);
    public static final PyType NOT_IMPLEMENTED_TYPE = PyType.builtin("NotImplementedType", PyType.OBJECT, 0);
    public static final PyType ELLIPSIS_TYPE = PyType.builtin("ellipsis", PyType.OBJECT, 0);

    public static final PySingleton NONE = new PySingleton(NONE_TYPE, "None");
    public static final PySingleton NOT_IMPLEMENTED = new PySingleton(NOT_IMPLEMENTED_TYPE, "NotImplemented");
    public static final PySingleton ELLIPSIS = new PySingleton(ELLIPSIS_TYPE, "Ellipsis");

    private final String name;

    private PySingleton(PyType type, String name) {
        super(type, Refs.IMMORTAL);
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
