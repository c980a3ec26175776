package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code Token.MISSING}. */
@BuiltinType(base = ObjectMethods.class)
public final class TokenMissingMethods {
    private TokenMissingMethods() {}

    @Builtin("__repr__(self, /)")
    static PyObject repr(PyObject self) {
        return PyStr.of("<Token.MISSING>");
    }
}
