package org.krait.runtime;

import java.util.ArrayList;
import org.krait.objects.Collector;
import org.krait.objects.PyDict;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyPending;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyWeakRef;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.imports.Archives;
import org.krait.runtime.snapshot.Capture;

/**
 * Drops what modules hold at exit, so that {@code __del__} and weak reference callbacks run, in the order of CPython's
 * finalize_modules: garbage, what only {@code sys} has, what only modules keep alive (as garbage, so that finalizers
 * find the globals as they were), then the namespaces of modules that something else keeps alive, newest first. When
 * nothing of that can be noticed, only {@code __main__} is cleared.
 */
final class ModuleTeardown {
    /** What {@code sys} lets go of before all else. */
    private static final String[] SYS_NAMES = {"argv", "ps1", "ps2", "last_exc", "last_type", "last_value",
        "last_traceback", "__interactivehook__", "path", "path_hooks", "path_importer_cache", "meta_path"};
    /** The streams that {@code sys} has again what it had at first. */
    private static final String[] SYS_FILES = {"stdin", "stdout", "stderr"};
    private static final PyStr BUILTINS = PyStr.interned("__builtins__");

    private final ThreadState ts;
    private final ArrayList<PyModule> modules = new ArrayList<>();

    private ModuleTeardown(ThreadState ts) {
        this.ts = ts;
        PyDict known = ts.interp.modules;
        for (int i = known.nextEntry(0); i >= 0; i = known.nextEntry(i + 1)) {
            if (known.values[i] instanceof PyModule m && m.dict != null && m.dict != ts.interp.sys
                    && m.dict != ts.interp.builtins) {
                modules.add(m);
            }
        }
    }

    static void run(ThreadState ts) {
        Capture.programEnds(ts.interp);
        new ModuleTeardown(ts).run();
    }

    private void run() {
        PyModule main = ts.interp.modules.get("__main__") instanceof PyModule m ? m : null;
        boolean noticed = ts.interp.collector.finalizers || ts.interp.collector.openFiles > 0
                || Archives.haveFinalizable(ts.interp);
        for (int i = 0; i < modules.size() && !noticed; i++) {
            noticed = hasFinalizers(modules.get(i).dict);
        }
        if (!noticed) {
            resetSys();
            if (main != null && main.dict != null) {
                clear(main.dict);
            }
            return;
        }
        GarbageCollection gc = GarbageCollection.of(ts);
        if (ts.interp.collector.enabled) {
            collect(gc);
        }
        resetSys();
        dropMortal(ts.interp.builtins, true);
        letGo();
        Archives.runFinalizers(ts);
        gc.dying = main == null ? null : main.dict;
        collect(gc);
        gc.dying = null;
        ts.interp.collector.runFinalizers(HeldForever.objects(ts.interp));
        // Modules out of heaps never die, but what the program put there does.
        boolean dropped = false;
        for (int i = modules.size() - 1; i >= 0; i--) {
            if (Refs.isImmortal(modules.get(i)) && !Refs.isDestroyed(modules.get(i))) {
                dropped |= dropMortal(modules.get(i).dict, false);
            }
        }
        if (dropped) {
            collect(gc);
        }
        for (int i = modules.size() - 1; i >= 0; i--) {
            if (!Refs.isImmortal(modules.get(i)) && modules.get(i).dict != null) {
                clear(modules.get(i).dict);
            }
        }
    }

    private void resetSys() {
        PyDict sys = ts.interp.sys;
        for (String name : SYS_NAMES) {
            if (sys.get(name) != null) {
                sys.put(name, PySingleton.NONE);
            }
        }
        for (String name : SYS_FILES) {
            PyObject first = sys.get("__" + name + "__");
            if (first != sys.get(name)) {
                sys.put(name, first == null ? PySingleton.NONE : first);
            }
        }
    }

    private void letGo() {
        PyDict known = ts.interp.modules;
        for (int i = known.nextEntry(0); i >= 0; i = known.nextEntry(i + 1)) {
            if (known.values[i] instanceof PyModule m && m.dict != ts.interp.sys && m.dict != ts.interp.builtins) {
                known.replace(i, PySingleton.NONE);
            }
        }
    }

    private void collect(GarbageCollection gc) {
        int ignored = gc.collect(ts, Collector.GENERATIONS - 1);
        assert ignored >= 0;
    }

    /** Drops the values of a namespace that lives on that the program put there; true when there were any. */
    private static boolean dropMortal(PyDict names, boolean remove) {
        boolean dropped = false;
        for (int i = 0; i < names.fill; i++) {
            PyObject value = names.values[i];
            if (value == null || value instanceof PyPending || Refs.isImmortal(value)) {
                continue;
            }
            dropped = true;
            if (remove) {
                names.removeEntry(i);
            } else {
                names.replace(i, PySingleton.NONE);
            }
        }
        return dropped;
    }

    /** Whether the death of a direct value of a namespace can be noticed. */
    private static boolean hasFinalizers(PyDict names) {
        for (int i = 0; i < names.fill; i++) {
            PyObject o = names.values[i];
            if (o == null || o instanceof PyPending || Refs.isImmortal(o)) {
                continue;
            }
            if (o.type.hasFinalizer || o instanceof PyGenerator || o instanceof PyWeakRef ref && ref.callback != null
                    || o.attributes() != null && hasCallback(o.attributes().weakRefs)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCallback(PyWeakRef first) {
        for (PyWeakRef ref = first; ref != null; ref = ref.next) {
            if (ref.callback != null) {
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
