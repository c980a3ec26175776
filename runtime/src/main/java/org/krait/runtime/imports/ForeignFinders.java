package org.krait.runtime.imports;

import org.krait.objects.Interp;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.snapshot.Capture;

/**
 * The finders in {@code sys.meta_path} before and behind those of the start: asked as the library's {@code _find_spec}
 * asks them, also for modules that come out of a heap.
 */
final class ForeignFinders {
    private static final PyStr FIND_SPEC = PyStr.interned("find_spec");

    private ForeignFinders() {}

    /** Whether there are any. */
    static boolean exist(Interp interp) {
        return exist(interp, false) || exist(interp, true);
    }

    /** Whether there are any, before or behind the finders of the start. */
    static boolean exist(Interp interp, boolean behind) {
        ImportLibrary library = ImportLibrary.peek(interp);
        if (library == null || !(interp.sys.get(Imports.META_PATH) instanceof PyList finders)) {
            return false;
        }
        int at = library.findersAt(finders);
        return behind ? at >= 0 && finders.size > at + library.findersCount() : at > 0;
    }

    /** The spec that one of them has for a module; null for none. What they do is no module's doing. */
    static PyObject ask(ThreadState ts, PyStr name, PyObject path, boolean behind) {
        if (FinderAnswers.has(ts.interp, name.toString(), behind)) {
            return FinderAnswers.take(ts.interp, name.toString(), behind);
        }
        Capture capture = Capture.of(ts.interp);
        if (capture == null) {
            return askAll(ts, name, path == null ? PySingleton.NONE : path, behind);
        }
        capture.silence(true);
        try {
            return askAll(ts, name, path == null ? PySingleton.NONE : path, behind);
        } finally {
            capture.silence(false);
        }
    }

    /** Forgets what finders have answered while a module was imported. */
    static void imported(Interp interp, String name) {
        if (interp.natives.get(ForeignFinders.class) instanceof FinderAnswers answers) {
            answers.imported(interp, name);
        }
    }

    private static PyObject askAll(ThreadState ts, PyStr name, PyObject path, boolean behind) {
        ImportLibrary library = ImportLibrary.of(ts);
        boolean isReload = ts.interp.modules.get(ts, name) != null;
        boolean isBehind = false;
        // The list is the program's: any of them may change it.
        for (int i = 0; ts.interp.sys.get(Imports.META_PATH) instanceof PyList finders && i < finders.size; i++) {
            PyObject finder = finders.items[i];
            if (!isBehind && i == library.findersAt(finders)) {
                if (!behind) {
                    return null;
                }
                isBehind = true;
                i += library.findersCount() - 1;
            } else if (isBehind == behind) {
                PyObject spec = ask(ts, finder, name, path);
                if (spec != PySingleton.NONE) {
                    return isReload ? spec : ofLoaded(ts, name, spec);
                }
            }
        }
        return null;
    }

    private static PyObject ask(ThreadState ts, PyObject finder, PyStr name, PyObject path) {
        NativeImports.acquireLock(ts);
        try {
            PyObject findSpec = Attributes.lookup(ts, finder, FIND_SPEC);
            return findSpec == null ? PySingleton.NONE : Calls.call(ts, findSpec, name, path, PySingleton.NONE);
        } finally {
            NativeImports.releaseLock(ts);
        }
    }

    /** The spec of the module that asking the finder has put into {@code sys.modules}, if it did. */
    private static PyObject ofLoaded(ThreadState ts, PyStr name, PyObject spec) {
        PyObject module = ts.interp.modules.get(ts, name);
        PyObject own = module == null ? null
                : module instanceof PyModule m && m.dict != null ? m.dict.get(Imports.SPEC)
                : Attributes.lookup(ts, module, Imports.SPEC);
        return own == null || own == PySingleton.NONE ? spec : own;
    }
}
