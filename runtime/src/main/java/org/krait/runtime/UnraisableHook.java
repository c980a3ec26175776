package org.krait.runtime;

import org.krait.objects.PyBaseException;
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

/** Reports exceptions that nobody can catch, those of finalizers and callbacks, to {@code sys.unraisablehook}. */
public final class UnraisableHook {
    private UnraisableHook() {}

    /**
     * Calls the hook. {@code message} null stands for "Exception ignored in"; {@code object} is what raised, null for
     * unknown.
     */
    public static void report(ThreadState ts, PyException error, String message, PyObject object) {
        PyDict sys = ts.interp.sys;
        if (sys == null) {
            return;
        }
        PyBaseException value = error.value;
        if (value.traceback() == null && ts.frame != null) {
            value.setTraceback(new PyTraceback(null, ts.frame, ts.frame.pc, Tracing.lineNear(ts.frame)));
        }
        PyObject hook = sys.get("unraisablehook");
        if (hook == null || hook == PySingleton.NONE) {
            writeOrGiveUp(ts, message, object, value);
        } else {
            call(ts, hook, message, object, value);
        }
        error.swallow();
    }

    private static void call(ThreadState ts, PyObject hook, String message, PyObject object, PyBaseException value) {
        PyNamespace args = new PyNamespace(PyNamespace.TYPE);
        args.dict.put("exc_type", value.type);
        args.dict.put("exc_value", value);
        args.dict.put("exc_traceback", value.traceback() == null ? PySingleton.NONE : value.traceback());
        args.dict.put("err_msg", message == null ? PySingleton.NONE : PyStr.of(message));
        args.dict.put("object", object == null ? PySingleton.NONE : object);
        try {
            AuditHooks.raise(ts, "sys.unraisablehook", hook, args);
        } catch (PyException inHook) {
            writeOrGiveUp(ts, "Exception ignored in audit hook", null, inHook.value);
            inHook.swallow();
            return;
        }
        try {
            Refs.drop(Calls.call(ts, hook, args));
        } catch (PyException inHook) {
            writeOrGiveUp(ts, "Exception ignored in sys.unraisablehook", hook, inHook.value);
            inHook.swallow();
        }
        Refs.drop(args);
    }

    /** Writes to {@code sys.stderr}; when that fails too, nobody is left to be told. */
    private static void writeOrGiveUp(ThreadState ts, String message, PyObject object, PyBaseException value) {
        PyObject traceback = value.traceback();
        try {
            write(ts, message == null ? PySingleton.NONE : PyStr.of(message),
                    object == null ? PySingleton.NONE : object, value.type, value,
                    traceback == null ? PySingleton.NONE : traceback);
        } catch (PyException e) {
            e.swallow();
        }
    }

    /** What {@code sys.__unraisablehook__} does; None stands for what is unknown. */
    public static void write(ThreadState ts, PyObject message, PyObject object, PyObject type, PyObject value,
            PyObject traceback) {
        StringBuilder first = new StringBuilder();
        if (object != PySingleton.NONE) {
            first.append(message != PySingleton.NONE ? Texts.str(ts, message).toString() : "Exception ignored in");
            first.append(": ");
            try {
                first.append(Texts.repr(ts, object));
            } catch (PyException e) {
                first.append("<object repr() failed>");
            }
            first.append('\n');
        } else if (message != PySingleton.NONE) {
            first.append(Texts.str(ts, message)).append(":\n");
        }
        Tracebacks.write(ts, first.toString());
        Tracebacks.printAlone(ts, type, value, traceback);
    }
}
