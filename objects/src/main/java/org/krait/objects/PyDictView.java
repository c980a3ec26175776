package org.krait.objects;

/** The {@code keys()}, {@code values()} or {@code items()} of a dict. */
public final class PyDictView extends PyObject {
    public static final PyType KEYS_TYPE = PyType.builtin("dict_keys", PyType.OBJECT, PyType.NO_NEW);
    public static final PyType VALUES_TYPE = PyType.builtin("dict_values", PyType.OBJECT, PyType.NO_NEW);
    public static final PyType ITEMS_TYPE = PyType.builtin("dict_items", PyType.OBJECT, PyType.NO_NEW);

    public final PyDict dict;
    /** As in {@link PyDictIterator}. */
    public final int kind;

    public PyDictView(PyDict dict, int kind) {
        this(kind == PyDictIterator.KEYS ? KEYS_TYPE : kind == PyDictIterator.VALUES ? VALUES_TYPE : ITEMS_TYPE, dict,
                kind);
    }

    /** A view of another type: those of OrderedDict. */
    public PyDictView(PyType type, PyDict dict, int kind) {
        super(type);
        this.dict = dict;
        this.kind = kind;
        Refs.incRef(dict);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(dict);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(dict);
    }
}
