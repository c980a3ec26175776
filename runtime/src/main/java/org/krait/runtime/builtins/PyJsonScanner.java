package org.krait.runtime.builtins;

import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** A {@code _json.Scanner}: what a decoder's settings say about parsing. */
public final class PyJsonScanner extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("_json.Scanner", PyType.OBJECT, PyType.BASE, new JsonScannerMethodsTable());

    final boolean strict;
    PyObject objectHook = PySingleton.NONE;
    PyObject objectPairsHook = PySingleton.NONE;
    PyObject parseFloat = PySingleton.NONE;
    PyObject parseInt = PySingleton.NONE;
    PyObject parseConstant = PySingleton.NONE;

    PyJsonScanner(PyType type, boolean strict) {
        super(type);
        this.strict = strict;
    }

    /** Sets what parsing calls; once. */
    PyJsonScanner with(PyObject hook, PyObject pairsHook, PyObject floats, PyObject ints, PyObject constants) {
        objectHook = hook;
        objectPairsHook = pairsHook;
        parseFloat = floats;
        parseInt = ints;
        parseConstant = constants;
        for (PyObject o : all()) {
            Refs.incRef(o);
        }
        return this;
    }

    /** What parsing calls. */
    PyObject[] all() {
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
