package org.krait.runtime;

import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.runtime.imports.Imports;

/** Warnings that native code gives, by {@code _warnings}: the filters decide whether they are shown or raised. */
public final class Warnings {
    private static final PyStr WARN = PyStr.interned("warn");

    private Warnings() {}

    /** Warns with the running Python frame as the place. */
    public static void warn(ThreadState ts, PyType category, String message) {
        warn(ts, category, message, 1);
    }

    /** Warns with a frame {@code stackLevel - 1} calls above the running one as the place. */
    public static void warn(ThreadState ts, PyType category, String message, int stackLevel) {
        Calls.call(ts, function(ts, WARN), PyStr.of(message), category, PyInt.of(stackLevel));
    }

    /** Warns of a place in a file: {@code warnings.warn_explicit}. */
    public static void warnExplicit(ThreadState ts, PyType category, String message, String file, int line) {
        Calls.call(ts, function(ts, PyStr.interned("warn_explicit")), PyStr.of(message), category, PyStr.of(file),
                PyInt.of(line));
    }

    /** A DeprecationWarning about what the running Python code does. */
    public static void deprecation(ThreadState ts, String message) {
        warn(ts, ExceptionTypes.DEPRECATION_WARNING, message, 1);
    }

    /**
     * A ResourceWarning about an object that nobody closed, from its finalizer: one that is raised goes to {@code
     * sys.unraisablehook}.
     */
    public static void unclosed(ThreadState ts, PyObject source, String message) {
        try {
            Calls.call(ts, function(ts, WARN), PyStr.of(message), ExceptionTypes.RESOURCE_WARNING, PyInt.ONE, source);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.WARNING)) {
                UnraisableHook.report(ts, e, null, source);
            }
        }
    }

    private static PyObject function(ThreadState ts, PyStr name) {
        return Attributes.get(ts, Imports.importModule(ts, "_warnings"), name);
    }
}
