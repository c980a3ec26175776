package org.krait.runtime;

import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** Warnings that native code issues; a filter may turn them into exceptions. */
public final class Warnings {
    private static final PyStr BUILTINS_IMPORT = PyStr.interned("__import__");
    private static final PyStr MODULE = PyStr.interned("_warnings");

    private Warnings() {}

    /** A DeprecationWarning about what the running Python code does. */
    public static void deprecation(ThreadState ts, String message) {
        warn(ts, ExceptionTypes.DEPRECATION_WARNING, message, 1);
    }

    /** A RuntimeWarning about what the running Python code does. */
    public static void runtime(ThreadState ts, String message) {
        warn(ts, ExceptionTypes.RUNTIME_WARNING, message, 1);
    }

    /** {@code _warnings.warn(message, category, stacklevel)}: level 1 is the running Python function. */
    public static void warn(ThreadState ts, PyType category, String message, int stackLevel) {
        PyObject module = ts.interp.modules == null ? null : ts.interp.modules.get(MODULE);
        if (module == null || module == PySingleton.NONE) {
            PyObject load = ts.interp.builtins.get(BUILTINS_IMPORT);
            module = Calls.call(ts, load, MODULE);
        }
        PyObject warn = Attributes.get(ts, module, "warn");
        Refs.drop(Calls.call(ts, warn, PyStr.of(message), category, PyInt.of(stackLevel)));
    }
}
