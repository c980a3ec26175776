package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyBool;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFrame;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;
import org.krait.runtime.TypeChecks;
import org.krait.runtime.imports.Imports;
import org.krait.runtime.snapshot.Capture;

/** The warning filters of a context, as CPython's _warnings.c: used natively even when {@code warnings} is loaded. */
public final class WarningFilters {
    private static final PyStr REGISTRY = PyStr.interned("__warningregistry__");
    private static final PyStr VERSION = PyStr.interned("version");

    /** Tuples (action, message, category, module, line); the first match decides. */
    PyList filters = new PyList();
    /** What the action "once" has shown. */
    final PyDict once = new PyDict();
    /** Changes when the filters change, so that registries are forgotten. */
    int version;

    private WarningFilters() {
        Refs.incRef(filters);
        Refs.incRef(once);
        add("default", ExceptionTypes.DEPRECATION_WARNING, PyStr.interned("__main__"));
        add("ignore", ExceptionTypes.DEPRECATION_WARNING, PySingleton.NONE);
        add("ignore", ExceptionTypes.PENDING_DEPRECATION_WARNING, PySingleton.NONE);
        add("ignore", ExceptionTypes.IMPORT_WARNING, PySingleton.NONE);
        add("ignore", ExceptionTypes.RESOURCE_WARNING, PySingleton.NONE);
    }

    private void add(String action, PyType category, PyObject module) {
        filters.append(PyTuple.of(PyStr.interned(action), PySingleton.NONE, category, module, PyInt.ZERO));
    }

    public static WarningFilters of(ThreadState ts) {
        WarningFilters state = (WarningFilters) ts.interp.natives.get(WarningFilters.class);
        if (state == null) {
            state = new WarningFilters();
            ts.interp.natives.put(WarningFilters.class, state);
        }
        return state;
    }

    /** An attribute of the module {@code warnings} when that is loaded, else null. */
    private static PyObject ofLibrary(ThreadState ts, String name) {
        PyObject module = ts.interp.modules.get("warnings");
        return module instanceof PyModule m && m.dict != null ? m.dict.get(name) : null;
    }

    public void warn(ThreadState ts, PyObject message, PyObject category, int stackLevel, PyObject source,
            PyObject skipFilePrefixes) {
        PyObject type = category(ts, message, category);
        PyFrame frame = ts.frame;
        PyObject[] prefixes = prefixes(skipFilePrefixes);
        int level = prefixes.length > 0 ? Math.max(stackLevel, 2) : stackLevel;
        if (level <= 0 || frame != null && isInternal(frame)) {
            for (int i = 1; i < level && frame != null; i++) {
                frame = frame.back;
            }
        } else {
            for (int i = 1; i < level && frame != null; i++) {
                frame = next(frame, prefixes);
            }
        }
        PyDict globals = frame == null ? ts.interp.sys : frame.globals;
        PyObject filename = frame == null ? PyStr.of("sys") : frame.code.filename;
        int line = frame == null ? 1 : frame.line();
        PyObject registry = globals.get(REGISTRY);
        if (!(registry instanceof PyDict)) {
            registry = new PyDict();
            globals.put(REGISTRY, registry);
        }
        PyObject module = globals.get("__name__");
        warnExplicit(ts, message, type, filename, line, module == null ? PyStr.of("<string>") : module,
                (PyDict) registry, source);
    }

    private static PyObject[] prefixes(PyObject given) {
        if (!(given instanceof PyTuple tuple)) {
            throw Errors.typeError("warn() argument 'skip_file_prefixes' must be tuple, not " + given.type.name());
        }
        for (PyObject prefix : tuple.items) {
            if (!(prefix instanceof PyStr)) {
                throw Errors.typeError("Found non-str '" + prefix.type.name() + "' in skip_file_prefixes.");
            }
        }
        return tuple.items;
    }

    private static boolean isInternal(PyFrame frame) {
        String file = frame.code.filename.toString();
        return file.contains("importlib") && file.contains("_bootstrap");
    }

    private static PyFrame next(PyFrame frame, PyObject[] prefixes) {
        PyFrame f = frame.back;
        while (f != null && (isInternal(f) || startsWithAny(f.code.filename.toString(), prefixes))) {
            f = f.back;
        }
        return f;
    }

    /** The name of the module in whose frame an import is, below frames of the import library; null for none. */
    public static String importer(PyFrame innermost) {
        PyFrame f = innermost;
        while (f != null && isInternal(f)) {
            f = f.back;
        }
        return f != null && f.globals.get("__name__") instanceof PyStr name ? name.toString() : null;
    }

    /** Whether all filters are for all modules alike but for those that are for one of that very name. */
    public static boolean areAlikeBut(ThreadState ts, String module) {
        if (!(active(ts) instanceof PyList list)) {
            return false;
        }
        for (int i = 0; i < list.size; i++) {
            boolean isAlike = list.items[i] instanceof PyTuple t && t.size() == 5 && (t.item(3) == PySingleton.NONE
                    || t.item(3) instanceof PyStr name && name.equalTo(module));
            if (!isAlike) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWithAny(String file, PyObject[] prefixes) {
        for (PyObject prefix : prefixes) {
            if (file.startsWith(prefix.toString())) {
                return true;
            }
        }
        return false;
    }

    private static PyObject category(ThreadState ts, PyObject message, PyObject category) {
        if (ExceptionTypes.WARNING.isInstance(message)) {
            return message.type;
        }
        if (category == null || category == PySingleton.NONE) {
            return ExceptionTypes.USER_WARNING;
        }
        if (!(category instanceof PyType) || !TypeChecks.isSubclass(ts, category, ExceptionTypes.WARNING)) {
            throw Errors.typeError("category must be a Warning subclass, not '" + category.type.name() + "'");
        }
        return category;
    }

    public void warnExplicit(ThreadState ts, PyObject message, PyObject category, PyObject filename, int line,
            PyObject module, PyDict registry, PyObject source) {
        PyObject type = category;
        PyObject text;
        PyObject warning = message;
        if (ExceptionTypes.WARNING.isInstance(message)) {
            text = Texts.str(ts, message);
            type = message.type;
        } else {
            text = message;
            warning = Calls.call(ts, category, message);
        }
        try {
            warnExplicit(ts, warning, text, type, filename, line, module, registry, source);
        } catch (PyException e) {
            if (e.value != warning) {
                Refs.drop(warning);
            }
            throw e;
        }
        if (warning != message) {
            Refs.drop(warning);
        }
    }

    private void warnExplicit(ThreadState ts, PyObject warning, PyObject text, PyObject type, PyObject filename,
            int line, PyObject module, PyDict registry, PyObject source) {
        PyObject moduleName = module != null ? module : moduleOf(filename);
        PyInt lineNumber = PyInt.of(line);
        PyTuple key = PyTuple.of(text, type, lineNumber);
        if (registry != null && isKnown(ts, registry, key)) {
            return;
        }
        PyTuple filter = matching(ts, type, text, moduleName, line);
        String action = filter == null ? defaultAction(ts) : filter.item(0).toString();
        if (Mutations.WATCHED) {
            Capture.warns(ts, action, filter, text, moduleName.toString());
        }
        switch (action) {
            case "error" -> throw new PyException((PyBaseException) warning);
            case "ignore" -> {
                return;
            }
            case "always" -> { }
            case "once" -> {
                PyDict onceRegistry = ofLibrary(ts, "onceregistry") instanceof PyDict d ? d : once;
                if (isKnownOrMark(ts, onceRegistry, PyTuple.of(text, type))) {
                    return;
                }
                mark(ts, registry, key);
            }
            case "module" -> {
                if (registry != null && isKnownOrMark(ts, registry, PyTuple.of(text, type, PyInt.ZERO))) {
                    return;
                }
            }
            case "default" -> mark(ts, registry, key);
            default -> throw Errors.runtimeError(
                    "Unrecognized action (" + action + ") in warnings.filters:\n " + action);
        }
        show(ts, warning, text, type, filename, lineNumber, source);
    }

    private static PyObject moduleOf(PyObject filename) {
        String name = filename.toString();
        if (name.isEmpty()) {
            return PyStr.of("<unknown>");
        }
        return PyStr.of(name.endsWith(".py") ? name.substring(0, name.length() - 3) : name);
    }

    private boolean isKnown(ThreadState ts, PyDict registry, PyObject key) {
        PyObject seen = registry.get(VERSION);
        if (!(seen instanceof PyInt i) || i.value != version) {
            registry.clear();
            registry.put(VERSION, PyInt.of(version));
            return false;
        }
        PyObject entry = registry.get(ts, key);
        return entry != null && Arguments.toBoolean(ts, entry);
    }

    private boolean isKnownOrMark(ThreadState ts, PyDict registry, PyObject key) {
        if (isKnown(ts, registry, key)) {
            return true;
        }
        registry.put(ts, key, PyBool.TRUE);
        return false;
    }

    private static void mark(ThreadState ts, PyDict registry, PyObject key) {
        if (registry != null) {
            registry.put(ts, key, PyBool.TRUE);
        }
    }

    /** The filters that are in force. */
    public static PyObject active(ThreadState ts) {
        return ofLibrary(ts, "filters") instanceof PyList list ? list : of(ts).filters;
    }

    /** The first filter that matches, or null. */
    private PyTuple matching(ThreadState ts, PyObject category, PyObject text, PyObject module, int line) {
        if (ofLibrary(ts, "filters") instanceof PyList list && list != filters) {
            Refs.incRef(list);
            Refs.decRef(filters);
            filters = list;
        }
        PyList active = filters;
        for (int i = 0; i < active.size(); i++) {
            if (!(active.get(i) instanceof PyTuple filter) || filter.size() != 5) {
                throw Errors.valueError("warnings.filters item " + i + " isn't a 5-tuple");
            }
            long filterLine = ((PyInt) filter.item(4)).value;
            if (TypeChecks.isSubclass(ts, category, filter.item(2)) && (filterLine == 0 || filterLine == line)
                    && matches(ts, filter.item(1), text) && matches(ts, filter.item(3), module)) {
                return filter;
            }
        }
        return null;
    }

    private static String defaultAction(ThreadState ts) {
        PyObject fallback = ofLibrary(ts, "defaultaction");
        return fallback == null ? "default" : fallback.toString();
    }

    /** A filter's pattern: None, the exact text, or a compiled regular expression. */
    private static boolean matches(ThreadState ts, PyObject pattern, PyObject text) {
        if (pattern == PySingleton.NONE) {
            return true;
        }
        if (pattern.getClass() == PyStr.class) {
            return Equality.equal(ts, pattern, text);
        }
        PyObject match = Calls.callMethod(ts, pattern, PyStr.interned("match"), text);
        boolean matches = Arguments.toBoolean(ts, match);
        Refs.drop(match);
        return matches;
    }

    private static void show(ThreadState ts, PyObject warning, PyObject text, PyObject category, PyObject filename,
            PyObject line, PyObject source) {
        PyObject library = source == null || source == PySingleton.NONE
                ? ts.interp.modules.get("warnings")
                : ts.interp.finalizing ? null : Imports.importModule(ts, "warnings");
        PyObject hook = library instanceof PyModule m && m.dict != null ? m.dict.get("_showwarnmsg") : null;
        if (hook == null) {
            WarningText.show(ts, filename, line, text, category);
            return;
        }
        PyObject type = Attributes.get(ts, library, PyStr.interned("WarningMessage"));
        PyObject message = Calls.call(ts, type, new PyObject[] {warning, category, filename, line, PySingleton.NONE,
            PySingleton.NONE, source == null ? PySingleton.NONE : source}, null);
        Refs.incRef(message);
        try {
            Refs.drop(Calls.call(ts, hook, message));
        } finally {
            Refs.decRef(message);
        }
    }
}
