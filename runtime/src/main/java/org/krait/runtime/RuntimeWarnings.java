package org.krait.runtime;

import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** Warnings that the interpreter itself gives, by way of the {@code warnings} module. */
public final class RuntimeWarnings {
    private RuntimeWarnings() {}

    /** {@code warnings.warn(message, category, stacklevel)}; an error when the filters say so. */
    public static void warn(ThreadState ts, PyType category, String message, int stackLevel) {
        PyObject module = module(ts);
        if (module != null) {
            Refs.drop(Calls.callMethod(ts, module, "warn", PyStr.of(message), category, PyInt.of(stackLevel)));
        }
    }

    /** "coroutine 'x' was never awaited". */
    static void neverAwaited(ThreadState ts, PyGenerator coroutine) {
        PyObject python = ts.interp.modules == null ? null : ts.interp.modules.get("warnings");
        PyObject hook = python == null ? null : Attributes.lookup(ts, python, "_warn_unawaited_coroutine");
        if (hook != null) {
            Refs.drop(Calls.call(ts, hook, coroutine));
        } else {
            warn(ts, ExceptionTypes.RUNTIME_WARNING, "coroutine '" + coroutine.qualifiedName() + "' was never awaited",
                    1);
        }
    }

    private static PyObject module(ThreadState ts) {
        if (ts.interp.modules == null) {
            return null;
        }
        PyObject python = ts.interp.modules.get("warnings");
        return python != null ? python : ts.interp.modules.get("_warnings");
    }
}
