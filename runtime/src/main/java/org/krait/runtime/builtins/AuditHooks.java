package org.krait.runtime.builtins;

import java.util.ArrayList;
import org.krait.objects.Arguments;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Tracing;
import org.krait.runtime.Truth;

/** {@code sys.addaudithook} and the raising of audit events (PEP 578); costs one look-up while there is no hook. */
public final class AuditHooks {
    private static final PyStr CAN_TRACE = PyStr.interned("__cantrace__");

    private AuditHooks() {}

    /** Tells the hooks of an event. */
    public static void raise(ThreadState ts, String event, PyObject... args) {
        Object hooks = ts.interp.auditHooks;
        if (hooks == null) {
            return;
        }
        PyTuple tuple = PyTuple.of(args);
        int traced = Tracing.suspend(ts);
        try {
            for (PyObject hook : ((ArrayList<?>) hooks).toArray(new PyObject[0])) {
                PyObject canTrace = Attributes.lookup(ts, hook, CAN_TRACE);
                boolean traces = canTrace != null && Truth.of(ts, canTrace);
                if (traces) {
                    Tracing.resume(ts, traced);
                }
                Refs.drop(Calls.call(ts, hook, PyStr.of(event), tuple));
                if (traces) {
                    traced = Tracing.suspend(ts);
                }
            }
        } finally {
            Tracing.resume(ts, traced);
            Arguments.drop(tuple);
        }
    }

    /** A {@code dir_fd} as events show it: -1 for none. */
    public static PyObject folder(PyObject folder) {
        return folder == null || folder == PySingleton.NONE ? PyInt.of(-1) : folder;
    }

    @SuppressWarnings("unchecked")
    static void add(ThreadState ts, PyObject hook) {
        try {
            raise(ts, "sys.addaudithook");
        } catch (PyException e) {
            if (e.is(ExceptionTypes.RUNTIME_ERROR)) {
                e.swallow();
                return;
            }
            throw e;
        }
        if (ts.interp.auditHooks == null) {
            ts.interp.auditHooks = new ArrayList<PyObject>();
        }
        Refs.incRef(hook);
        ((ArrayList<PyObject>) ts.interp.auditHooks).add(hook);
    }
}
