package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _warnings}; the work is done by {@link WarningFilters}. */
@BuiltinModule(value = "_warnings", doc = "_warnings provides basic warning filtering support.")
final class WarningsModule {
    private WarningsModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        WarningFilters state = WarningFilters.of(ts);
        module.dict.put("filters", state.filters);
        module.dict.put("_onceregistry", state.once);
        module.dict.put("_defaultaction", PyStr.interned("default"));
    }

    @Builtin(value = "warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=())",
            doc = "Issue a warning, or maybe ignore it or raise an exception.")
    static void warn(ThreadState ts, PyObject message, PyObject category, int stackLevel, PyObject source,
            PyObject skipFilePrefixes) {
        WarningFilters.of(ts).warn(ts, message, category, stackLevel, source,
                skipFilePrefixes == null ? PyTuple.EMPTY : skipFilePrefixes);
    }

    @Builtin(value = "warn_explicit(message, category, filename, lineno, module=None, registry=None, "
            + "module_globals=None, source=None)", doc = "Issue a warning, or maybe ignore it or raise an exception.")
    static void warnExplicit(ThreadState ts, PyObject message, PyObject category, PyObject filename, int line,
            PyObject module, PyObject registry, PyObject moduleGlobals, PyObject source) {
        if (!(filename instanceof PyStr)) {
            throw Errors.typeError("warn_explicit() argument 'filename' must be str, not " + (filename
                    == PySingleton.NONE ? "None" : filename.type.name()));
        }
        if (registry != null && registry != PySingleton.NONE && !(registry instanceof PyDict)) {
            throw Errors.typeError("'registry' must be a dict or None");
        }
        if (moduleGlobals != null && moduleGlobals != PySingleton.NONE && !(moduleGlobals instanceof PyDict)) {
            throw Errors.typeError("module_globals must be a dict, not '" + moduleGlobals.type.name() + "'");
        }
        PyDict known = registry instanceof PyDict d ? d : null;
        WarningFilters.of(ts).warnExplicit(ts, message, category, filename, line,
                module == PySingleton.NONE ? null : module, known, source);
    }

    @Builtin("_filters_mutated()")
    static void filtersMutated(ThreadState ts) {
        WarningFilters.of(ts).version++;
    }
}
