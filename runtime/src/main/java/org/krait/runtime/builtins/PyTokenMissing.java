package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** {@code Token.MISSING}. */
public final class PyTokenMissing extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("Token.MISSING", PyType.OBJECT, PyType.NO_NEW, new TokenMissingMethodsTable());
    public static final PyTokenMissing MISSING = new PyTokenMissing();

    private PyTokenMissing() {
        super(TYPE, Refs.IMMORTAL);
    }
}
