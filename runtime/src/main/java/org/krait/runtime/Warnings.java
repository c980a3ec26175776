package org.krait.runtime;

import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.Mutations;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.runtime.builtins.WarningFilters;
import org.krait.runtime.snapshot.Capture;

/** Warnings that native code gives; the filters of {@code _warnings} decide whether they are shown or raised. */
public final class Warnings {
    private Warnings() {}

    /** Warns with the running Python frame as the place. */
    public static void warn(ThreadState ts, PyType category, String message) {
        warn(ts, category, message, 1);
    }

    /** Warns with a frame {@code stackLevel - 1} calls above the running one as the place. */
    public static void warn(ThreadState ts, PyType category, String message, int stackLevel) {
        if (Mutations.WATCHED && Capture.isAtWork(ts)) {
            return;
        }
        WarningFilters.of(ts).warn(
                ts, PyStr.of(message), category, stackLevel, PySingleton.NONE, PyTuple.EMPTY);
    }

    /** Warns of a place in a file: {@code warnings.warn_explicit}. */
    public static void warnExplicit(ThreadState ts, PyType category, String message, String file, int line) {
        WarningFilters.of(ts).warnExplicit(
                ts, PyStr.of(message), category, PyStr.of(file), line, null, null, PySingleton.NONE);
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
            WarningFilters.of(ts).warn(
                    ts, PyStr.of(message), ExceptionTypes.RESOURCE_WARNING, 1, source, PyTuple.EMPTY);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.WARNING)) {
                UnraisableHook.report(ts, e, null, source);
            }
        }
    }
}
