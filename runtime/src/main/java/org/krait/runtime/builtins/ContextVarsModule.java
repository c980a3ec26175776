package org.krait.runtime.builtins;

import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _contextvars}. */
@BuiltinModule(value = "_contextvars", doc = "Context Variables")
public final class ContextVarsModule {
    private ContextVarsModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        module.dict.put("Context", PyContext.TYPE);
        module.dict.put("ContextVar", PyContextVar.TYPE);
        module.dict.put("Token", PyContextToken.TYPE);
        PyContextToken.TYPE.namespace().put("MISSING", PyTokenMissing.MISSING);
    }

    @Builtin(value = "copy_context()", doc = "Return a copy of the current context.")
    static PyObject copyContext(ThreadState ts) {
        return PyContext.current(ts).copy();
    }
}
