package org.krait.runtime;

import java.util.ArrayList;
import org.krait.objects.Collector;
import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyPending;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;

/**
 * Drops what modules hold at exit, so that {@code __del__} and weak reference callbacks run: first what has a
 * finalizer, which may need the other names (CPython's collector runs it before names go), then the names that begin
 * with one underscore, then the others, newest module first, as CPython's finalize_modules.
 */
final class ModuleTeardown {
    /** What {@code sys} lets go of before all else. */
    private static final String[] SYS_NAMES = {"argv", "ps1", "ps2", "last_exc", "last_type", "last_value",
        "last_traceback", "__interactivehook__"};

    private static final PyStr BUILTINS = PyStr.interned("__builtins__");

    private ModuleTeardown() {}

    static void run(ThreadState ts) {
        PyDict modules = ts.interp.modules;
        ArrayList<PyModule> alive = new ArrayList<>();
        for (int i = modules.nextEntry(0); i >= 0; i = modules.nextEntry(i + 1)) {
            if (modules.values[i] instanceof PyModule m && m.dict != null && m.dict != ts.interp.sys
                    && m.dict != ts.interp.builtins) {
                alive.add(m);
            }
        }
        for (String name : SYS_NAMES) {
            if (ts.interp.sys.get(name) != null) {
                ts.interp.sys.put(name, PySingleton.NONE);
            }
        }
        PyObject main = modules.get("__main__");
        if (ts.interp.collector.finalizers) {
            collect(ts, modules, main instanceof PyModule m ? m.dict : null);
        }
        if (main instanceof PyModule m && alive.remove(m)) {
            clear(m.dict);
        }
        for (int i = alive.size() - 1; i >= 0; i--) {
            PyModule m = alive.get(i);
            if (hasFinalizers(m.dict)) {
                clear(m.dict);
            }
        }
    }

    /**
     * Lets go of the modules; those that only cycles keep alive go as garbage, so that finalizers find the globals as
     * they were.
     */
    private static void collect(ThreadState ts, PyDict modules, PyDict main) {
        for (int i = modules.nextEntry(0); i >= 0; i = modules.nextEntry(i + 1)) {
            if (modules.values[i] instanceof PyModule m && m.dict != ts.interp.sys && m.dict != ts.interp.builtins) {
                modules.replace(i, PySingleton.NONE);
            }
        }
        GarbageCollection gc = GarbageCollection.of(ts);
        gc.dying = main;
        int ignored = gc.collect(ts, Collector.GENERATIONS - 1);
        assert ignored >= 0;
        gc.dying = null;
    }

    /** Whether clearing a namespace can be noticed: cheap look at its direct values. */
    private static boolean hasFinalizers(PyDict names) {
        for (int i = 0; i < names.fill; i++) {
            PyObject o = names.values[i];
            if (o == null || o instanceof PyPending) {
                continue;
            }
            if (o.type.hasFinalizer || o.attributes() != null && o.attributes().weakRefs != null) {
                return true;
            }
        }
        return false;
    }

    private static void clear(PyDict names) {
        names.replacePending(BUILTINS, PySingleton.NONE);
        for (int pass = 0; pass <= 2; pass++) {
            for (int i = 0; i < names.fill; i++) {
                // Null where an entry was removed; what was never made has no str as key yet.
                if (!(names.keys[i] instanceof PyStr name) || names.values[i] == PySingleton.NONE) {
                    continue;
                }
                boolean single = name.length() > 0 && name.at(0) == '_' && (name.length() < 2 || name.at(1) != '_');
                boolean goes = switch (pass) {
                    case 0 -> names.values[i].type.hasFinalizer;
                    case 1 -> single;
                    default -> !single && !name.equalTo(BUILTINS);
                };
                if (goes) {
                    names.replace(i, PySingleton.NONE);
                }
            }
        }
    }
}
