package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code NoneType}. */
@BuiltinType(base = ObjectMethods.class)
public final class NoneMethods {
    private NoneMethods() {}

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        if (args.length > 0) {
            throw Errors.typeError("NoneType takes no arguments");
        }
        return PySingleton.NONE;
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(PyObject self) {
        return PyStr.interned("None");
    }

    @Builtin("__bool__(self, /)")
    static boolean truth(PyObject self) {
        return false;
    }

    @Builtin("__hash__(self, /)")
    static long hash(PyObject self) {
        return 0xfca86420L;
    }
}
