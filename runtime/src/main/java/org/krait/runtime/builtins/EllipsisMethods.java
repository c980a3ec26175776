package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code ellipsis}. */
@BuiltinType(base = ObjectMethods.class)
public final class EllipsisMethods {
    private EllipsisMethods() {}

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        if (args.length > 0) {
            throw Errors.typeError("EllipsisType takes no arguments");
        }
        return PySingleton.ELLIPSIS;
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(PyObject self) {
        return PyStr.interned("Ellipsis");
    }

    @Builtin(value = "__reduce__(self, /)", doc = "Helper for pickle.")
    static PyObject reduce(PyObject self) {
        return PyStr.interned("Ellipsis");
    }
}
