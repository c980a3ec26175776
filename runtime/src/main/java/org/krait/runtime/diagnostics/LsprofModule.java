package org.krait.runtime.diagnostics;

import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.builtins.StructSequence;

/** The module {@code _lsprof}. */
@BuiltinModule(value = "_lsprof", doc = "Fast profiler")
public final class LsprofModule {
    static final PyType ENTRY = StructSequence.type("_lsprof.profiler_entry", null, 6, "code", "callcount",
            "reccallcount", "totaltime", "inlinetime", "calls");
    static final PyType SUBENTRY = StructSequence.type("_lsprof.profiler_subentry", null, 5, "code", "callcount",
            "reccallcount", "totaltime", "inlinetime");

    private LsprofModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict d = module.materializeDict();
        d.put("Profiler", PyProfiler.TYPE);
        d.put("profiler_entry", ENTRY);
        d.put("profiler_subentry", SUBENTRY);
    }
}
