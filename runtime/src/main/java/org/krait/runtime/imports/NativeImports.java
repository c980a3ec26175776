package org.krait.runtime.imports;

import org.krait.objects.Errors;
import org.krait.objects.Mutations;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyDict;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Interrupts;
import org.krait.runtime.snapshot.Capture;

/** What the module {@code _imp} does, for the import library. */
public final class NativeImports {
    private ThreadState lockOwner;
    private int lockDepth;

    private NativeImports() {}

    private static NativeImports of(ThreadState ts) {
        NativeImports state = (NativeImports) ts.interp.natives.get(NativeImports.class);
        if (state == null) {
            state = new NativeImports();
            ts.interp.natives.put(NativeImports.class, state);
        }
        return state;
    }

    /** How often the global import lock is held. */
    public static int lockDepth(ThreadState ts) {
        return of(ts).lockDepth;
    }

    /** Takes the global import lock; the GIL is free while waiting. */
    public static void acquireLock(ThreadState ts) {
        NativeImports state = of(ts);
        while (state.lockOwner != null && state.lockOwner != ts) {
            Interrupts.pause(ts, 1);
        }
        state.lockOwner = ts;
        state.lockDepth++;
    }

    /** Gives the global import lock back; false when this thread does not hold it. */
    public static boolean releaseLock(ThreadState ts) {
        NativeImports state = of(ts);
        if (state.lockOwner != ts) {
            return false;
        }
        if (--state.lockDepth == 0) {
            state.lockOwner = null;
        }
        return true;
    }

    /** The native module of a name, made when it is not in sys.modules yet. */
    public static PyObject loadBuiltin(ThreadState ts, String name) {
        return PathSearch.loadBuiltin(ts, name);
    }

    /**
     * The native module of a name that was made first, whatever {@code sys.modules} has there now; when it is gone one
     * that is not put there. Null for none.
     */
    public static PyModule original(ThreadState ts, String name) {
        PyModule known = ts.interp.nativeModules.get(name);
        if (known == null && ts.interp.modules.get(name) == null) {
            return PathSearch.loadBuiltin(ts, name) instanceof PyModule made ? made : null;
        }
        if (known == null || Refs.isDestroyed(known)) {
            known = new PyModule();
            PathSearch.fillBuiltin(ts, name, known, false);
            ts.interp.nativeModules.put(name, known);
        }
        return known;
    }

    /**
     * A module of the standard library, found without the other entries of {@code sys.path}: for what finds modules in
     * these.
     */
    public static PyObject fromLibrary(ThreadState ts, String name) {
        PyObject known = ts.interp.modules.get(name);
        if (known != null) {
            return known;
        }
        PyDict sys = ts.interp.sys;
        PyObject path = sys.get(Imports.SYS_PATH);
        Refs.xincRef(path);
        sys.put(Imports.SYS_PATH, PyList.of(PyStr.of(ImportLibrary.of(ts).folder)));
        try {
            return Imports.importModule(ts, name);
        } finally {
            sys.put(Imports.SYS_PATH, path);
            Refs.xdecRef(path);
        }
    }

    /** {@code importlib.import_module()} is asked for a module, which may be there already. */
    public static void asksFor(ThreadState ts, PyStr name) {
        if (Mutations.WATCHED && Capture.of(ts.interp) != null) {
            Capture.of(ts.interp).imported(name);
        }
    }

    /**
     * Finds and loads a module for the library's {@code _find_and_load_unlocked}, as the import statement does; None
     * when finders or hooks have been changed so that only the protocol can.
     */
    public static PyObject findAndLoad(ThreadState ts, PyStr name) {
        return ImportLibrary.isPristine(ts.interp) ? FindAndLoad.locked(ts, name.intern(), true) : PySingleton.NONE;
    }

    /** Forgets what folders hold. */
    public static void invalidateCaches(ThreadState ts) {
        PathSearch.invalidate(ts.interp);
    }

    /** Gives a code object and those inside it another file name. */
    public static void fixFilename(CodeObject code, PyStr path) {
        PyStr old = code.filename;
        if (!old.equalTo(path)) {
            rename(code, old, path);
        }
    }

    private static void rename(CodeObject code, PyStr old, PyStr path) {
        if (code.filename.equalTo(old)) {
            code.filename = path;
            for (PyObject constant : code.constants) {
                if (constant instanceof CodeObject inner) {
                    rename(inner, old, path);
                }
            }
        }
    }

    /** The bytes of a bytes-like object. */
    public static byte[] bytes(ThreadState ts, PyObject o) {
        PyBuffer buffer = o.type.slots().buffer(ts, o, 0);
        if (buffer == null) {
            throw Errors.typeError("a bytes-like object is required, not '" + o.type.name() + "'");
        }
        byte[] bytes = buffer.toByteArray();
        buffer.release();
        return bytes;
    }
}
