package org.krait.launcher;

import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Configuration;
import org.krait.runtime.Texts;
import org.krait.runtime.Tracebacks;
import org.krait.runtime.builtins.AuditHooks;
import org.krait.runtime.posix.Signals;

/** What an uncaught exception means for the process: its exit code and what is printed, as CPython's pythonrun.c. */
final class Exit {
    private static final int SIGINT = 2;
    private static final int SIGNALLED = 128;

    private final ThreadState ts;
    private boolean interrupted;
    private boolean exits;

    Exit(ThreadState ts) {
        this.ts = ts;
    }

    /** True after an uncaught KeyboardInterrupt. */
    boolean interrupted() {
        return interrupted;
    }

    /** Code runs on after what was reported: only what comes now may end the process. */
    void forget() {
        interrupted = false;
        exits = false;
    }

    /** Ends the process as SIGINT does, so that a shell sees why; answers the exit code in case it goes on. */
    static int bySignal(ThreadState ts) {
        Signals.die(ts, SIGINT);
        return SIGNALLED + SIGINT;
    }

    /** True when the last exception reported asks for the end of the process. */
    boolean exits() {
        return exits;
    }

    /** Prints an uncaught exception by {@code sys.excepthook}, or takes the exit code of SystemExit; it ends here. */
    int report(PyException e) {
        int exitCode = consequence(e);
        e.swallow();
        return exitCode;
    }

    private int consequence(PyException e) {
        Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
        exits = e.is(ExceptionTypes.SYSTEM_EXIT) && c.inspect == 0;
        if (exits) {
            return exitCode(e);
        }
        PyObject hook = ts.interp.sys.get("excepthook");
        PyObject traceback = e.value.traceback() == null ? PySingleton.NONE : e.value.traceback();
        ts.interp.sys.put("last_exc", e.value);
        ts.interp.sys.put("last_type", e.value.type);
        ts.interp.sys.put("last_value", e.value);
        ts.interp.sys.put("last_traceback", traceback);
        // As CPython: a class derived from KeyboardInterrupt ends the process as any other exception.
        interrupted = e.value.type == ExceptionTypes.KEYBOARD_INTERRUPT;
        try {
            if (hook == null) {
                Tracebacks.write(ts, "sys.excepthook is missing\n");
                Tracebacks.print(ts, e.value.type, e.value, traceback);
            } else {
                AuditHooks.raise(ts, "sys.excepthook", hook, e.value.type, e.value, traceback);
                Calls.call(ts, hook, e.value.type, e.value, traceback);
            }
        } catch (PyException inHook) {
            exits = inHook.is(ExceptionTypes.SYSTEM_EXIT) && c.inspect == 0;
            if (exits) {
                return exitCode(inHook);
            }
            PyObject place = inHook.value.traceback() == null ? PySingleton.NONE : inHook.value.traceback();
            Tracebacks.write(ts, "Error in sys.excepthook:\n");
            Tracebacks.print(ts, inHook.value.type, inHook.value, place);
            Tracebacks.write(ts, "\nOriginal exception was:\n");
            Tracebacks.print(ts, e.value.type, e.value, traceback);
        }
        return 1;
    }

    private int exitCode(PyException e) {
        PyObject code = e.value;
        try {
            code = Attributes.get(ts, e.value, PyStr.interned("code"));
        } catch (PyException noCode) {
            noCode.swallow();
        }
        if (code == PySingleton.NONE) {
            return 0;
        }
        if (code.type.isSubtypeOf(PyInt.TYPE)) {
            if (code instanceof PyInt i && i.fitsLong()) {
                return (int) i.value & 0xff;
            }
            Tracebacks.write(ts, "OverflowError: Python int too large to convert to C long\n");
            return 0xff;
        }
        Tracebacks.write(ts, Texts.str(ts, code) + "\n");
        return 1;
    }
}
