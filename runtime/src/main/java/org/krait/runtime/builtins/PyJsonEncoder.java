package org.krait.runtime.builtins;

import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** A {@code _json.Encoder}: how values are written. */
public final class PyJsonEncoder extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("_json.Encoder", PyType.OBJECT, PyType.BASE, new JsonEncoderMethodsTable());

    /** A dict of the containers being written, or None. */
    PyObject markers = PySingleton.NONE;
    PyObject defaultFunction = PySingleton.NONE;
    PyObject encoder = PySingleton.NONE;
    PyObject indent = PySingleton.NONE;
    final PyStr keySeparator;
    final PyStr itemSeparator;
    final boolean sortKeys;
    final boolean skipKeys;
    final boolean allowNan;

    PyJsonEncoder(PyType type, PyStr keySeparator, PyStr itemSeparator, boolean sortKeys, boolean skipKeys,
            boolean allowNan) {
        super(type);
        this.keySeparator = keySeparator;
        this.itemSeparator = itemSeparator;
        this.sortKeys = sortKeys;
        this.skipKeys = skipKeys;
        this.allowNan = allowNan;
        Refs.incRef(keySeparator);
        Refs.incRef(itemSeparator);
    }

    /** Sets what writing calls and remembers; once. */
    PyJsonEncoder with(PyObject containers, PyObject otherwise, PyObject strings, PyObject indentation) {
        markers = containers;
        defaultFunction = otherwise;
        encoder = strings;
        indent = indentation;
        Refs.incRef(markers);
        Refs.incRef(defaultFunction);
        Refs.incRef(encoder);
        Refs.incRef(indent);
        return this;
    }

    private PyObject[] all() {
        return new PyObject[] {markers, defaultFunction, encoder, indent, keySeparator, itemSeparator};
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
