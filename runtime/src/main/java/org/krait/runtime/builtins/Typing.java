package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;

/** The parts of {@code typing} that its native types lean on: functions of the Python module. */
final class Typing {
    private Typing() {}

    /** A new {@code typing.Generic}: one for each context, a heap type as in CPython, which copyreg relies on. */
    static PyType newGeneric(ThreadState ts) {
        GenericMethodsTable table = new GenericMethodsTable();
        PyDict namespace = new PyDict();
        namespace.put("__module__", PyStr.interned("typing"));
        namespace.put("__slots__", PyTuple.EMPTY);
        namespace.put("__doc__", PyStr.of(table.doc()));
        PyType made = (PyType) Calls.call(ts, PyType.TYPE, PyStr.interned("Generic"), PyTuple.EMPTY, namespace);
        table.fill(made.namespace(), made);
        made.modified();
        return made;
    }

    /** Calls a function of the module {@code typing}, which is imported when it is not yet. */
    static PyObject call(ThreadState ts, String function, PyObject... args) {
        return call(ts, function, args, null);
    }

    static PyObject call(ThreadState ts, String function, PyObject[] args, PyStr[] keywords) {
        return Calls.call(ts, Attributes.get(ts, module(ts), function), args, keywords);
    }

    private static PyObject module(ThreadState ts) {
        PyObject known = ts.interp.modules.get("typing");
        return known != null
                ? known
                : Calls.call(ts, ts.interp.builtins.get("__import__"), PyStr.interned("typing"));
    }

    /** {@code typing.Unpack[parameter]}. */
    static PyObject unpack(ThreadState ts, PyTypeParameter parameter) {
        PyObject unpack = Attributes.get(ts, module(ts), "Unpack");
        return unpack.type.slots().getItem(ts, unpack, parameter);
    }

    /** The {@code __name__} of the module whose code is running. */
    static PyObject callerModule(ThreadState ts) {
        PyObject name = ts.frame == null ? null : ts.frame.globals.get("__name__");
        return name == null ? PySingleton.NONE : name;
    }

    static void checkVariance(boolean covariant, boolean contravariant, boolean inferVariance) {
        if (covariant && contravariant) {
            throw Errors.valueError("Bivariant types are not supported.");
        }
        if (inferVariance && (covariant || contravariant)) {
            throw Errors.valueError("Variance cannot be specified with infer_variance.");
        }
    }
}
