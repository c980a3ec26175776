package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;

/** The methods of {@code NotImplementedType}. */
@BuiltinType(base = ObjectMethods.class)
public final class NotImplementedMethods {
    private NotImplementedMethods() {}

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        if (args.length > 0) {
            throw Errors.typeError("NotImplementedType takes no arguments");
        }
        return PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(PyObject self) {
        return PyStr.interned("NotImplemented");
    }

    @Builtin("__bool__(self, /)")
    static boolean truth(ThreadState ts, PyObject self) {
        PyObject warnings = ts.interp.modules.get("warnings");
        if (warnings == null) {
            PyObject load = ts.interp.builtins.get("__import__");
            warnings = Calls.call(ts, load, PyStr.interned("warnings"));
        }
        PyObject warn = Attributes.get(ts, warnings, "warn");
        Calls.call(ts, warn, PyStr.of("NotImplemented should not be used in a boolean context"),
                ExceptionTypes.DEPRECATION_WARNING);
        return true;
    }

    @Builtin(value = "__reduce__(self, /)", doc = "Helper for pickle.")
    static PyObject reduce(PyObject self) {
        return PyStr.interned("NotImplemented");
    }
}
