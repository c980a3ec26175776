package org.krait.runtime.snapshot;

import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.imports.NativeImports;

/** The package {@code krait}: what programs can ask of this Python that others do not have. */
@BuiltinModule(value = "krait", doc = "What Krait has beyond Python: the submodule snapshot.")
public final class KraitModule {
    private KraitModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        module.dict.put("__path__", new PyList());
        module.dict.put("__package__", PyStr.interned("krait"));
        module.dict.put("snapshot", NativeImports.loadBuiltin(ts, "krait.snapshot"));
    }
}
