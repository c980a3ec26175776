package org.krait.runtime.imports;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Interp;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Iteration;
import org.krait.runtime.Texts;
import org.krait.runtime.Warnings;
import org.krait.runtime.threads.PythonThreads;

/**
 * The import statement: {@code __import__} and what {@code importlib._bootstrap} does below it, in Java.
 *
 * <p>As long as the finders of the start are in {@code sys.meta_path}, others before and behind them or not, and nobody
 * changed {@code sys.path_hooks}, modules are found natively ({@link FindAndLoad}, {@link PathSearch}); otherwise the
 * finders are asked as the protocol says. The classes that a module's {@code __spec__} and
 * {@code __loader__} belong to are the real library's ({@link ImportLibrary}).
 */
public final class Imports {
    static final PyStr NAME = PyStr.interned("__name__");
    static final PyStr PATH = PyStr.interned("__path__");
    static final PyStr PACKAGE = PyStr.interned("__package__");
    static final PyStr SPEC = PyStr.interned("__spec__");
    static final PyStr LOADER = PyStr.interned("__loader__");
    static final PyStr DOC = PyStr.interned("__doc__");
    static final PyStr FILE = PyStr.interned("__file__");
    static final PyStr CACHED = PyStr.interned("__cached__");
    static final PyStr BUILTINS = PyStr.interned("__builtins__");
    /** The names of {@code sys} that the search for modules reads. */
    static final PyStr SYS_PATH = PyStr.interned("path");
    static final PyStr META_PATH = PyStr.interned("meta_path");
    static final PyStr PATH_HOOKS = PyStr.interned("path_hooks");
    static final PyStr IMPORTER_CACHE = PyStr.interned("path_importer_cache");
    static final PyStr IMPORT = PyStr.interned("__import__");
    private static final PyStr ALL = PyStr.interned("__all__");
    private static final PyStr PARENT = PyStr.interned("parent");
    private static final PyStr INITIALIZING = PyStr.interned("_initializing");

    private Imports() {}

    /** Whether import statements call a function of the program's. */
    static boolean isReplaced(Interp interp) {
        return !(interp.builtins.get(IMPORT) instanceof PyBuiltin b && b.name.equalTo(IMPORT));
    }

    /** {@code importlib.import_module(name)} of an absolute name. */
    public static PyObject importModule(ThreadState ts, String name) {
        return load(ts, PyStr.interned(name));
    }

    /** {@code __import__(name, globals, locals, fromlist, level)}; arguments may be null. */
    public static PyObject importModule(ThreadState ts, PyObject name, PyObject globals, PyObject locals,
            PyObject from, int level) {
        if (!(name instanceof PyStr text)) {
            throw Errors.typeError("module name must be a string");
        }
        if (level < 0) {
            throw Errors.valueError("level must be >= 0");
        }
        PyStr absolute = text;
        if (level > 0) {
            absolute = resolve(ts, text, globals, level);
        } else if (text.length() == 0) {
            throw Errors.valueError("Empty module name");
        }
        PyObject module = load(ts, absolute.intern());
        boolean hasFrom = from != null && from != PySingleton.NONE && Arguments.toBoolean(ts, from);
        if (hasFrom) {
            PyObject path = Attributes.lookup(ts, module, PATH);
            return path == null ? module : handleFromList(ts, module, from, false);
        }
        int dot = indexOfDot(text);
        if (level == 0) {
            return dot < 0 ? module : load(ts, text.substring(0, dot).intern());
        }
        if (dot < 0) {
            return module;
        }
        int cut = absolute.length() - (text.length() - dot);
        PyStr front = absolute.substring(0, cut).intern();
        PyObject top = ts.interp.modules.get(ts, front);
        if (top == null) {
            throw Errors.keyError(PyStr.of(Texts.repr(ts, front) + " not in sys.modules as expected"));
        }
        return top;
    }

    private static int indexOfDot(PyStr name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.at(i) == '.') {
                return i;
            }
        }
        return -1;
    }

    /** The module of an absolute name: out of {@code sys.modules}, or found and loaded. */
    static PyObject load(ThreadState ts, PyStr name) {
        NativeImports.asksFor(ts, name);
        PyObject module = ts.interp.modules.get(ts, name);
        if (module != null && module != PySingleton.NONE) {
            if (module instanceof PyModule m && m.dict != null
                    && (ModuleLocks.any(ts.interp) || PythonThreads.areRunning(ts.interp))) {
                PyObject spec = m.dict.get(SPEC);
                if (spec != null && spec != PySingleton.NONE && isTrue(ts, spec, INITIALIZING)) {
                    ModuleLocks.await(ts, name.toString());
                    ImportLibrary.await(ts, name);
                }
            }
            return module;
        }
        if (ts.interp.finalizing && ts.interp.sys.get(META_PATH) == PySingleton.NONE) {
            // As the library says, which is being taken apart.
            throw Errors.of(ExceptionTypes.IMPORT_ERROR, "sys.meta_path is None, Python is likely shutting down");
        }
        if (!ImportLibrary.isPristine(ts.interp)) {
            return loadByProtocol(ts, name);
        }
        module = FindAndLoad.locked(ts, name, false);
        if (module == PySingleton.NONE) {
            throw notFound("import of " + name + " halted; None in sys.modules", name);
        }
        return module;
    }

    /** Imports by the library's finders and loaders, or those that the program has put beside them. */
    private static PyObject loadByProtocol(ThreadState ts, PyStr name) {
        ImportTimes times = ImportTimes.of(ts.interp);
        if (times == null) {
            return ImportLibrary.findAndLoad(ts, name);
        }
        long outer = times.begin();
        ImportTimes.enter(ts.interp, ImportTimes.EXECUTE);
        try {
            PyObject module = ImportLibrary.findAndLoad(ts, name);
            times.found();
            return module;
        } finally {
            times.leave();
            times.end(name.toString(), outer);
        }
    }

    private static boolean isTrue(ThreadState ts, PyObject o, PyStr name) {
        PyObject value = Attributes.lookup(ts, o, name);
        return value != null && Arguments.toBoolean(ts, value);
    }

    static PyException notFound(String message, PyStr name) {
        PyException e = Errors.of(ExceptionTypes.MODULE_NOT_FOUND_ERROR, message);
        e.value.setExtra(ImportErrorFields.NAME, name);
        e.value.setExtra(ImportErrorFields.MESSAGE, PyStr.of(message));
        return e;
    }

    /** The absolute name of a relative import. */
    private static PyStr resolve(ThreadState ts, PyStr name, PyObject globals, int level) {
        if (!(globals instanceof PyDict names)) {
            throw Errors.typeError("globals must be a dict");
        }
        PyStr packageName = packageOf(ts, names);
        String base = packageName.toString();
        if (base.isEmpty()) {
            throw Errors.of(ExceptionTypes.IMPORT_ERROR, "attempted relative import with no known parent package");
        }
        for (int i = 1; i < level; i++) {
            int dot = base.lastIndexOf('.');
            if (dot < 0) {
                throw Errors.of(ExceptionTypes.IMPORT_ERROR, "attempted relative import beyond top-level package");
            }
            base = base.substring(0, dot);
        }
        return PyStr.of(name.length() == 0 ? base : base + "." + name);
    }

    private static PyStr packageOf(ThreadState ts, PyDict globals) {
        PyObject packageName = globals.get(PACKAGE);
        PyObject spec = globals.get(SPEC);
        if (packageName != null && packageName != PySingleton.NONE) {
            if (!(packageName instanceof PyStr text)) {
                throw Errors.typeError("package must be a string");
            }
            return text;
        }
        if (spec != null && spec != PySingleton.NONE) {
            PyObject parent = Attributes.get(ts, spec, PARENT);
            if (!(parent instanceof PyStr text)) {
                throw Errors.typeError("__spec__.parent must be a string");
            }
            return text;
        }
        Warnings.warn(ts, ExceptionTypes.IMPORT_WARNING,
                "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__");
        PyObject name = globals.get(NAME);
        if (name == null) {
            throw Errors.keyError(PyStr.of("'__name__' not in globals"));
        }
        if (!(name instanceof PyStr text)) {
            throw Errors.typeError("__name__ must be a string");
        }
        if (globals.get(PATH) != null) {
            return text;
        }
        int dot = text.toString().lastIndexOf('.');
        return dot < 0 ? PyStr.EMPTY : text.substring(0, dot);
    }

    private static PyObject handleFromList(ThreadState ts, PyObject module, PyObject from, boolean recursive) {
        PyObject[] names = from instanceof PyTuple t ? t.items : Iteration.toList(ts, from).toArray();
        for (PyObject item : names) {
            if (!(item instanceof PyStr name)) {
                String where = recursive
                        ? Texts.str(ts, Attributes.get(ts, module, NAME)) + ".__all__"
                        : "``from list''";
                throw Errors.typeError("Item in " + where + " must be str, not " + item.type.name());
            }
            if (name.equalTo("*")) {
                PyObject all = recursive ? null : Attributes.lookup(ts, module, ALL);
                if (all != null) {
                    handleFromList(ts, module, all, true);
                }
                continue;
            }
            PyObject found = Attributes.lookup(ts, module, name.intern());
            if (found == null) {
                importSubmodule(ts, module, name);
            } else {
                Refs.drop(found);
            }
        }
        return module;
    }

    /** Imports a submodule for {@code from package import name}; that there is none is not an error here. */
    private static void importSubmodule(ThreadState ts, PyObject module, PyStr name) {
        PyStr full = PyStr.of(Texts.str(ts, Attributes.get(ts, module, NAME)) + "." + name);
        try {
            load(ts, full.intern());
        } catch (PyException e) {
            PyBaseException error = e.value;
            PyObject missing = error.extra(ImportErrorFields.NAME);
            boolean ours = e.is(ExceptionTypes.MODULE_NOT_FOUND_ERROR) && missing instanceof PyStr s
                    && s.equalTo(full);
            if (!ours || ts.interp.modules.get(ts, full) == PySingleton.NONE) {
                throw e;
            }
            e.swallow();
        }
    }

    /** {@code IMPORT_FROM}: the attribute, else the submodule in sys.modules, else ImportError. */
    public static PyObject importFrom(ThreadState ts, PyObject module, PyStr name) {
        PyObject found = Attributes.lookup(ts, module, name);
        if (found != null) {
            return found;
        }
        PyObject moduleName = Attributes.lookup(ts, module, NAME);
        if (moduleName instanceof PyStr text) {
            found = ts.interp.modules.get(ts, PyStr.of(text + "." + name));
            if (found != null) {
                return found;
            }
        }
        throw cannotImport(ts, module, moduleName, name);
    }

    private static PyException cannotImport(ThreadState ts, PyObject module, PyObject moduleName, PyStr name) {
        PyObject file = module instanceof PyModule m && m.dict != null ? m.dict.get(FILE) : null;
        String where = moduleName instanceof PyStr s ? Texts.repr(ts, s).toString() : "<unknown module name>";
        String text = "cannot import name " + Texts.repr(ts, name) + " from " + where;
        PyObject spec = Attributes.lookup(ts, module, SPEC);
        if (spec != null && spec != PySingleton.NONE && isTrue(ts, spec, INITIALIZING)) {
            text = "cannot import name " + Texts.repr(ts, name) + " from partially initialized module " + where
                    + " (most likely due to a circular import)";
        }
        text += file instanceof PyStr ? " (" + file + ")" : " (unknown location)";
        PyException e = Errors.of(ExceptionTypes.IMPORT_ERROR, text);
        e.value.setExtra(ImportErrorFields.MESSAGE, PyStr.of(text));
        e.value.setExtra(ImportErrorFields.NAME, moduleName == null ? PySingleton.NONE : moduleName);
        e.value.setExtra(ImportErrorFields.PATH, file == null ? PySingleton.NONE : file);
        e.value.setExtra(ImportErrorFields.NAME_FROM, name);
        return e;
    }
}
