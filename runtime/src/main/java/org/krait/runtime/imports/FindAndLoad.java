package org.krait.runtime.imports;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Configuration;
import org.krait.runtime.Texts;
import org.krait.runtime.Tracebacks;
import org.krait.runtime.Warnings;
import org.krait.runtime.builtins.AuditHooks;
import org.krait.runtime.snapshot.Capture;

/**
 * Finds a module that is not in {@code sys.modules}, and loads it: for import statements, and for the library's {@code
 * _find_and_load_unlocked}, which {@code importlib.import_module()} comes to. Finders that a program has put before or
 * behind those of the start are asked in their turn; for these themselves stands {@link PathSearch}.
 */
final class FindAndLoad {
    private static final PyStr LOAD_UNLOCKED = PyStr.interned("_load_unlocked");

    private final ThreadState ts;
    private final PyStr name;
    private final String text;
    /** True when functions of the library are on the way here, and so in tracebacks. */
    private final boolean isOfLibrary;
    /** Whether the library's own code loads the module: that says so itself with {@code -v}. */
    private boolean isByLibrary;

    private FindAndLoad(ThreadState ts, PyStr name, boolean isOfLibrary) {
        this.ts = ts;
        this.name = name;
        text = name.toString();
        this.isOfLibrary = isOfLibrary;
    }

    /** What is in {@code sys.modules} once no other thread imports the module; found and loaded when it is not. */
    static PyObject locked(ThreadState ts, PyStr name, boolean isOfLibrary) {
        FindAndLoad one = new FindAndLoad(ts, name, isOfLibrary);
        ModuleLocks.acquire(ts, one.text);
        ImportTimes times = ImportTimes.of(ts.interp);
        long outer = times == null ? 0 : times.begin();
        try {
            PyObject module = ts.interp.modules.get(ts, name);
            if (module == null) {
                module = one.run();
                if (times != null) {
                    times.found();
                }
                if (!one.isByLibrary && ((Configuration) ts.interp.natives.get(Configuration.class)).verbose > 0) {
                    one.trace();
                }
            }
            return module;
        } finally {
            if (times != null) {
                times.end(one.text, outer);
            }
            ModuleLocks.release(ts, one.text);
        }
    }

    /** Says with {@code -v} what has loaded the module. */
    private void trace() {
        PyObject module = ts.interp.modules.get(name);
        PyObject spec = module == null ? null : Attributes.lookup(ts, module, Imports.SPEC);
        PyObject loader = spec == null ? null : Attributes.lookup(ts, spec, PyStr.interned("loader"));
        if (loader != null) {
            Tracebacks.write(ts, "import " + Texts.repr(ts, name) + " # " + Texts.repr(ts, loader) + "\n");
        }
    }

    private PyObject run() {
        int dot = text.lastIndexOf('.');
        PyObject path = null;
        PyStr parentName = null;
        if (dot >= 0) {
            parentName = PyStr.interned(text.substring(0, dot));
            PyObject parent = Imports.load(ts, parentName);
            PyObject module = ts.interp.modules.get(ts, name);
            if (module != null) {
                return module;
            }
            if (!ImportLibrary.isPristine(ts.interp)) {
                // The parent has changed the hooks.
                isByLibrary = true;
                return ImportLibrary.findAndLoad(ts, name);
            }
            path = Attributes.lookup(ts, parent, Imports.PATH);
            if (path == null) {
                throw Imports.notFound("No module named '" + text + "'; '" + parentName + "' is not a package", name);
            }
        }
        if (ts.interp.auditHooks != null && !isOfLibrary) {
            PyDict sys = ts.interp.sys;
            AuditHooks.raise(ts, "import", name, PySingleton.NONE, sys.get(Imports.SYS_PATH),
                    sys.get(Imports.META_PATH), sys.get(Imports.PATH_HOOKS));
        }
        PyObject module = ask(path, false);
        if (module == null) {
            module = find(path);
        }
        if (module == null) {
            module = ask(path, true);
        }
        if (module == null) {
            throw Imports.notFound("No module named '" + text + "'", name);
        }
        if (parentName != null) {
            setChild(ts, parentName, PyStr.interned(text.substring(dot + 1)), text, module);
        }
        return module;
    }

    private PyObject find(PyObject path) {
        try {
            return PathSearch.find(ts, name, text, path);
        } catch (PyException e) {
            ImportLibrary library = ImportLibrary.peek(ts.interp);
            if (library != null) {
                if (isOfLibrary && ImportFrames.isOfModule(e)) {
                    ImportFrames.add(ts, library, e, ImportFrames.EXECUTING);
                }
                strip(library, e);
            }
            throw e;
        } finally {
            ForeignFinders.imported(ts.interp, text);
        }
    }

    /** The module as a finder of the program finds it, loaded; null when none does. */
    private PyObject ask(PyObject path, boolean areBehind) {
        if (!ForeignFinders.exist(ts.interp, areBehind)) {
            return null;
        }
        ImportLibrary library = ImportLibrary.of(ts);
        PyObject spec;
        try {
            spec = ForeignFinders.ask(ts, name, path, areBehind);
        } catch (PyException e) {
            ImportFrames.add(ts, library, e, isOfLibrary ? ImportFrames.FINDING_UNLOCKED : ImportFrames.FINDING);
            strip(library, e);
            throw e;
        }
        if (spec == null) {
            return null;
        }
        isByLibrary = true;
        Refs.incRef(spec);
        ImportTimes times = ImportTimes.enter(ts.interp, ImportTimes.EXECUTE);
        try {
            return Calls.call(ts, library.bootstrap.dict.get(LOAD_UNLOCKED), spec);
        } catch (PyException e) {
            if (!isOfLibrary) {
                ImportFrames.add(ts, library, e, ImportFrames.LOADING);
            }
            strip(library, e);
            throw e;
        } finally {
            if (times != null) {
                times.leave();
            }
            Refs.decRef(spec);
        }
    }

    private void strip(ImportLibrary library, PyException e) {
        if (!isOfLibrary && ((Configuration) ts.interp.natives.get(Configuration.class)).verbose == 0) {
            ImportFrames.strip(library, e);
        }
    }

    /**
     * Makes a module an attribute of its parent, which its own code may have replaced in sys.modules.
     *
     * @param name the whole name under which the module was imported
     */
    private static void setChild(ThreadState ts, PyStr parentName, PyStr child, String name, PyObject module) {
        PyObject parent = ts.interp.modules.get(ts, parentName);
        if (parent == null) {
            throw Errors.keyError(parentName);
        }
        Capture capture = Capture.of(ts.interp);
        // Binding the module does it again, unless a loader has given one of another name.
        boolean isSilent = capture != null && !capture.isRenamed(name, module);
        if (isSilent) {
            capture.silence(true);
        }
        try {
            Attributes.set(ts, parent, child, module);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
                throw e;
            }
            e.swallow();
            Warnings.warn(ts, ExceptionTypes.IMPORT_WARNING, "Cannot set an attribute on " + Texts.repr(ts, parentName)
                    + " for child module " + Texts.repr(ts, child));
        } finally {
            if (isSilent) {
                capture.silence(false);
            }
        }
    }
}
