package org.krait.runtime.builtins;

import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The native module {@code _typing}. */
@BuiltinModule(value = "_typing", doc = "Primitives and accelerators for the typing module.\n")
public final class TypingModule {
    private TypingModule() {}

    @Builtin(value = "_idfunc(x, /)")
    static PyObject identity(PyObject x) {
        return x;
    }

    static void initialize(ThreadState ts, PyModule module) {
        PyType[] types = {
            PyTypeParameter.TYPE_VAR, PyTypeParameter.PARAM_SPEC, PyTypeParameter.TYPE_VAR_TUPLE, PyParamSpecPart.ARGS,
            PyParamSpecPart.KWARGS, PyTypeAlias.TYPE, Typing.newGeneric(ts)
        };
        for (PyType type : types) {
            module.dict.put(type.pyName(), type);
        }
    }
}
