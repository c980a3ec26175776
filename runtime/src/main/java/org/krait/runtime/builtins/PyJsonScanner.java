package org.krait.runtime.builtins;

import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** A {@code _json.Scanner}: what a decoder's settings say about parsing. */
public final class PyJsonScanner extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("_json.Scanner", PyType.OBJECT, PyType.BASE, new JsonScannerMethodsTable());

    final boolean strict;
    final PyObject objectHook;
    final PyObject objectPairsHook;
    final PyObject parseFloat;
    final PyObject parseInt;
    final PyObject parseConstant;

    PyJsonScanner(PyType type, boolean strict, PyObject objectHook, PyObject objectPairsHook, PyObject parseFloat,
            PyObject parseInt, PyObject parseConstant) {
        super(type);
        this.strict = strict;
        this.objectHook = objectHook;
        this.objectPairsHook = objectPairsHook;
        this.parseFloat = parseFloat;
        this.parseInt = parseInt;
        this.parseConstant = parseConstant;
        for (PyObject o : all()) {
            Refs.incRef(o);
        }
    }

    private PyObject[] all() {
        return new PyObject[] {objectHook, objectPairsHook, parseFloat, parseInt, parseConstant};
    }

    @Override
    protected void dropReferents() {
        for (PyObject o : all()) {
            Refs.decRef(o);
        }
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        for (PyObject o : all()) {
            visitor.visit(o);
        }
    }
}
