package org.krait.runtime;

import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** The warning that a coroutine was never awaited. */
final class UnawaitedCoroutine {
    private UnawaitedCoroutine() {}

    /** "coroutine 'x' was never awaited", with its origin when that is known. */
    static void warn(ThreadState ts, PyGenerator coroutine) {
        PyObject hook = hook(ts);
        if (hook != null) {
            try {
                Refs.drop(Calls.call(ts, hook, coroutine));
                return;
            } catch (PyException e) {
                UnraisableHook.report(ts, e, null, coroutine);
                if (e.is(ExceptionTypes.RUNTIME_WARNING)) {
                    return;
                }
            }
        }
        try {
            Warnings.warn(ts, ExceptionTypes.RUNTIME_WARNING,
                    "coroutine '" + coroutine.qualifiedName() + "' was never awaited", 1);
        } catch (PyException e) {
            UnraisableHook.report(ts, e, null, coroutine);
        }
    }

    private static PyObject hook(ThreadState ts) {
        PyObject load = ts.interp.builtins == null ? null : ts.interp.builtins.get("__import__");
        if (load == null) {
            return null;
        }
        try {
            PyObject module = Calls.call(ts, load, PyStr.interned("warnings"));
            return Attributes.lookup(ts, module, "_warn_unawaited_coroutine");
        } catch (PyException e) {
            e.swallow();
            return null;
        }
    }
}
