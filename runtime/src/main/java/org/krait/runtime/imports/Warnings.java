package org.krait.runtime.imports;

import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.PyInt;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;

/** Warnings that native code gives: {@code warnings.warn}. */
public final class Warnings {
    private static final PyStr WARN = PyStr.interned("warn");

    private Warnings() {}

    /** Warns with the running Python frame as the place. */
    public static void warn(ThreadState ts, PyType category, String message) {
        warn(ts, category, message, 1);
    }

    /** Warns with a frame {@code stackLevel - 1} calls above the running one as the place. */
    public static void warn(ThreadState ts, PyType category, String message, int stackLevel) {
        PyObject module = Imports.importModule(ts, "_warnings");
        Calls.call(ts, Attributes.get(ts, module, WARN), PyStr.of(message), category, PyInt.of(stackLevel));
    }

    /** Warns of a place in a file: {@code warnings.warn_explicit}. */
    public static void warnExplicit(ThreadState ts, PyType category, String message, String file, int line) {
        PyObject module = Imports.importModule(ts, "_warnings");
        Calls.call(ts, Attributes.get(ts, module, PyStr.interned("warn_explicit")), PyStr.of(message), category,
                PyStr.of(file), PyInt.of(line));
    }
}
