package org.krait.runtime.builtins;

import org.krait.objects.PyBaseException;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Texts;

/** The methods of {@code KeyError}. */
@BuiltinType(base = BaseExceptionMethods.class, doc = "Mapping key not found.")
public final class KeyErrorMethods {

    private KeyErrorMethods() {}

    @Builtin("__str__(self, /)")
    static PyObject str(ThreadState ts, PyBaseException self) {
        PyTuple args = self.args();
        return args.size() == 1 ? Texts.repr(ts, args.item(0)) : BaseExceptionMethods.str(ts, self);
    }
}
