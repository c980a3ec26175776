package org.krait.runtime;

import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyNamespace;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTraceback;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.builtins.AuditHooks;
import org.krait.runtime.builtins.Hooks;

/** Reports exceptions that nobody can catch, those of finalizers and callbacks, to {@code sys.unraisablehook}. */
public final class UnraisableHook {
    private UnraisableHook() {}

    /**
     * Calls the hook. {@code message} null stands for "Exception ignored in"; {@code object} is what raised, null for
     * unknown.
     */
    public static void report(ThreadState ts, PyException error, String message, PyObject object) {
        PyDict sys = ts.interp.sys;
        PyObject hook = sys == null ? null : sys.get("unraisablehook");
        if (hook == null || hook == PySingleton.NONE) {
            return;
        }
        if (error.value.traceback() == null && ts.frame != null) {
            error.value.setTraceback(new PyTraceback(null, ts.frame, ts.frame.pc));
        }
        PyNamespace args = arguments(error, message, object);
        try {
            AuditHooks.raise(ts, "sys.unraisablehook", hook, args);
            hook.type.slots().call(ts, hook, new PyObject[] {args}, null);
        } catch (PyException inHook) {
            Hooks.unraisable(ts, arguments(inHook, "Exception ignored in sys.unraisablehook", hook));
            inHook.swallow();
        }
        Refs.drop(args);
        error.swallow();
    }

    /** What a hook is called with. */
    private static PyNamespace arguments(PyException error, String message, PyObject object) {
        PyNamespace args = new PyNamespace(PyNamespace.TYPE);
        args.dict.put("exc_type", error.value.type);
        args.dict.put("exc_value", error.value);
        args.dict.put("exc_traceback", error.value.traceback() == null ? PySingleton.NONE : error.value.traceback());
        args.dict.put("err_msg", message == null ? PySingleton.NONE : PyStr.of(message));
        args.dict.put("object", object == null ? PySingleton.NONE : object);
        return args;
    }
}
