package org.krait.runtime.builtins;

import java.util.ArrayList;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;

/** {@code sys.addaudithook} and the raising of audit events (PEP 578); costs one look-up while there is no hook. */
public final class AuditHooks {
    private AuditHooks() {}

    /** Tells the hooks of an event. */
    public static void raise(ThreadState ts, String event, PyObject... args) {
        Object hooks = ts.interp.auditHooks;
        if (hooks == null) {
            return;
        }
        PyTuple tuple = PyTuple.of(args);
        for (PyObject hook : ((ArrayList<?>) hooks).toArray(new PyObject[0])) {
            Calls.call(ts, hook, PyStr.of(event), tuple);
        }
    }

    @SuppressWarnings("unchecked")
    static void add(ThreadState ts, PyObject hook) {
        try {
            raise(ts, "sys.addaudithook");
        } catch (PyException e) {
            if (e.is(ExceptionTypes.RUNTIME_ERROR)) {
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
