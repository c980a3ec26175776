package org.krait.runtime.snapshot;

import java.util.IdentityHashMap;
import java.util.Set;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyCell;
import org.krait.objects.PyClassMethod;
import org.krait.objects.PyDict;
import org.krait.objects.PyFunction;
import org.krait.objects.PyInstance;
import org.krait.objects.PyMethod;
import org.krait.objects.PyModule;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyProperty;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStaticMethod;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.snapshot.UnitConditions;
import org.krait.snapshot.UnitConditions.FileState.Look;

/**
 * What modules read of others that stay code: each process executes those anew, and what they have then may be
 * otherwise. Only functions, classes and modules are what the source says; who takes another value stays code, too.
 */
final class UncapturedReads {
    /** Names that importing sets, the same of each module that is found at the same place. */
    private static final Set<String> OF_IMPORT = Set.of("__name__", "__file__", "__path__", "__spec__",
            "__package__", "__loader__", "__doc__", "__cached__", "__dict__", "__class__", "__builtins__", "__module__",
            "__qualname__", "__warningregistry__", "__mro__", "__bases__", "__getattr__");
    /** Classes of what importing makes for each module, by their {@code __module__} and name. */
    private static final Set<String> IMPORT_TYPES = Set.of("_frozen_importlib.ModuleSpec",
            "_frozen_importlib_external.SourceFileLoader", "_frozen_importlib_external.SourcelessFileLoader",
            "_frozen_importlib_external.NamespaceLoader", "_frozen_importlib_external._NamespacePath",
            "zipimport.zipimporter");
    private static final PyStr MODULE = PyStr.interned("__module__");
    private static final int DEPTH = 4;

    private final ThreadState ts;
    private final Execution execution;
    private final Ownership ownership;
    private final CapturedCode code;
    /** Defaults of functions that were looked through as somebody took these. */
    private final IdentityHashMap<PyObject, Boolean> defaults = new IdentityHashMap<>();

    UncapturedReads(ThreadState ts, Execution execution, Ownership ownership, CapturedCode code) {
        this.ts = ts;
        this.execution = execution;
        this.ownership = ownership;
        this.code = code;
    }

    /**
     * A part of an object is read.
     *
     * @param key null for all of it
     * @param seen gets the source of the module that the object belongs to, if that stays code
     * @return why who reads it stays code as well; null if it does not
     */
    String reads(PyObject target, PyObject key, Seen seen) {
        String module = ownership.place(target) == null ? ownership.unsoundModule(target) : null;
        if (module == null || module.equals(ProgramChanges.PROGRAM) || defaults.containsKey(target)
                || key instanceof PyStr name && OF_IMPORT.contains(name.toString())
                || isMadeByImport(target)) {
            return null;
        }
        String what = key == null ? target.type.name()
                : key instanceof PyStr || key instanceof PyInt ? key.toString() : "an entry under a " + key.type.name();
        if (key == null || !isStable(target, key) || !seen.uncaptured.contains(module) && !isOfSource(module, seen)) {
            return "reads " + what + " of " + module + ", which is not captured";
        }
        return null;
    }

    private boolean isMadeByImport(PyObject target) {
        PyObject module = target.type.isHeapType() ? execution.ask(() -> target.type.namespace().get(MODULE)) : null;
        return module != null && IMPORT_TYPES.contains(module + "." + target.type.name());
    }

    /** Whether what a module has depends on a source that is the same later, which becomes a condition. */
    private boolean isOfSource(String module, Seen seen) {
        String file = execution.ask(() -> ts.interp.modules.get(module) instanceof PyModule m
                && m.dict.get("__file__") instanceof PyStr f ? f.toString() : null);
        UnitConditions.FileState state = file == null ? null : Conditions.state(ts, file, Look.CONTENT);
        if (state == null || state.kind() != UnitConditions.FileState.Kind.FILE) {
            return false;
        }
        seen.files.putIfAbsent(Look.CONTENT + state.path(), state);
        seen.uncaptured.add(module);
        return true;
    }

    private boolean isStable(PyObject target, PyObject key) {
        if (!(key instanceof PyStr name)) {
            return false;
        }
        PyObject value = execution.ask(() -> PartReads.value(target, name));
        if (value == null) {
            // Classes and objects leave to others of their kind what they do not have.
            return target instanceof PyType || target.type.isHeapType()
                    || execution.ask(() -> ts.interp.builtins.get(name)) != null;
        }
        return isStable(value, 0);
    }

    /** Whether a value is what the source of its module says, or tells of its own parts as they are read. */
    private boolean isStable(PyObject value, int depth) {
        if (depth > DEPTH) {
            return false;
        }
        if (value instanceof PyFunction f) {
            return areCells(f.closure, depth + 1) && areDefaults(f);
        }
        if (value instanceof PyStaticMethod || value instanceof PyClassMethod || value instanceof PyProperty) {
            boolean[] stable = {true};
            // Beside functions there are their attributes, and texts.
            value.visitReferents(o -> stable[0] &= o instanceof PyStr || o instanceof PyDict || o == PySingleton.NONE
                    || isStable(o, depth + 1));
            return stable[0];
        }
        if (value instanceof PyMethod m) {
            return isStable(m.function, depth + 1) && isStable(m.self, depth + 1);
        }
        if (value instanceof PyBuiltin b) {
            return b.self == null || isStable(b.self, depth + 1);
        }
        return value == null || value instanceof PyType || value instanceof PyModule || value instanceof CodeObject
                || tellsParts(value);
    }

    private boolean areCells(PyTuple closure, int depth) {
        if (closure != null) {
            for (PyObject cell : closure.items) {
                if (!isStable(((PyCell) cell).content, depth)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether all that an object has are attributes and entries, whose reads are told. */
    private static boolean tellsParts(PyObject o) {
        return o.type.isHeapType() && (o.getClass() == PyInstance.class || o instanceof PyDict);
    }

    private boolean areDefaults(PyFunction f) {
        if (f.defaults() != null) {
            for (PyObject value : f.defaults().items) {
                if (!isDefault(value)) {
                    return false;
                }
            }
        }
        if (f.keywordDefaults() != null) {
            defaults.put(f.keywordDefaults(), Boolean.TRUE);
            for (PyObject name : f.keywordDefaults().keysInOrder()) {
                if (!isDefault(execution.ask(() -> f.keywordDefaults().get(ts, name)))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isDefault(PyObject value) {
        return value instanceof PySingleton || code.moduleOfConstant(value) != null || isStable(value, 1);
    }
}
