package org.krait.runtime.builtins;

import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyNamespace;
import org.krait.objects.PyObject;

/** Makes {@code types.SimpleNamespace} objects for native code. */
public final class Namespaces {
    private Namespaces() {}

    /** A namespace with the entries of a dict as attributes; keeps the dict. */
    public static PyObject of(PyDict attributes) {
        PyInstance made = new PyNamespace(PyNamespace.TYPE);
        made.setDict(attributes);
        return made;
    }
}
