package org.krait.runtime.imports;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.krait.objects.Interp;
import org.krait.objects.Mutations;
import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.snapshot.Capture;

/**
 * What attributes of native and restored modules were before a program replaced, deleted or added them: an object out
 * of a heap that refers to {@code time.sleep} means the function, also when it is made after a test has put another
 * there; and a module that would read there what the program has put there cannot come out of a heap.
 */
public final class ModuleOriginals {
    private static final PyStr NAME = PyStr.interned("__name__");

    /** By module, the first values by name, null for none. */
    private final IdentityHashMap<PyModule, IdentityHashMap<PyStr, PyObject>> modules = new IdentityHashMap<>();

    private ModuleOriginals() {}

    /**
     * An attribute of a module is about to be set or deleted. What a package's own code does to its modules is left
     * out, it would do the same elsewhere, and what importing does.
     */
    public static void keep(ThreadState ts, PyModule module, PyStr name) {
        if (module.dict == null) {
            return;
        }
        ModuleOriginals known = of(ts.interp);
        IdentityHashMap<PyStr, PyObject> originals = known == null ? null : known.modules.get(module);
        PyStr key = name.intern();
        if (originals != null && originals.containsKey(key) || !isToKeep(ts, module)) {
            return;
        }
        if (Mutations.WATCHED) {
            Capture.sets(ts, module, key);
        }
        if (known == null) {
            known = new ModuleOriginals();
            ts.interp.natives.put(ModuleOriginals.class, known);
        }
        if (originals == null) {
            originals = new IdentityHashMap<>();
            known.modules.put(module, originals);
        }
        ProgramStores stores = ProgramStores.of(ts.interp);
        originals.put(key, stores != null && stores.knows(module.dict, key) ? stores.original(module.dict, key)
                : module.dict.get(key));
    }

    private static boolean isToKeep(ThreadState ts, PyModule module) {
        return ts.interp.nativeModules.containsValue(module) || Refs.isImmortal(module) && !isOwnDoing(ts, module);
    }

    private static boolean isOwnDoing(ThreadState ts, PyModule module) {
        if (ts.frame != null && ImportLibrary.isAtWork(ts.interp, ts.frame)) {
            return true;
        }
        if (ts.frame == null || !(ts.frame.globals.get(NAME) instanceof PyStr setter)
                || !(module.dict.get(NAME) instanceof PyStr set)) {
            return false;
        }
        return set.equalTo(setter) || set.toString().startsWith(setter.toString().concat("."));
    }

    /** What is known of a context's modules; null when no attribute of one was set. */
    static ModuleOriginals of(Interp interp) {
        return (ModuleOriginals) interp.natives.get(ModuleOriginals.class);
    }

    /**
     * The first value of an attribute that was replaced or deleted; null for all others, and for a mortal one, which
     * no heap knows by such a name.
     */
    public static PyObject of(Interp interp, PyModule module, PyStr name) {
        ModuleOriginals known = of(interp);
        IdentityHashMap<PyStr, PyObject> names = known == null ? null : known.modules.get(module);
        PyObject value = names == null ? null : names.get(name.intern());
        return value != null && Refs.isImmortal(value) ? value : null;
    }

    /**
     * Puts the first values of attributes of a native module, of all or one, in the place of what the program has set.
     *
     * @return what it has set, for {@link #putBack}: names and values in turn
     */
    static PyObject[] setAside(Interp interp, PyDict namespace, PyStr only) {
        ModuleOriginals known = of(interp);
        List<PyObject> aside = new ArrayList<>();
        for (PyModule module : known == null ? List.<PyModule>of() : known.modules.keySet()) {
            if (module.dict == namespace) {
                for (Map.Entry<PyStr, PyObject> e : known.modules.get(module).entrySet()) {
                    PyStr name = e.getKey();
                    if (e.getValue() != null && (only == null || only == name)) {
                        PyObject now = namespace.get(name);
                        Refs.xincRef(now);
                        aside.add(name);
                        aside.add(now);
                        namespace.put(name, e.getValue());
                    }
                }
            }
        }
        return aside.toArray(new PyObject[0]);
    }

    /** Puts back what was set aside; null as value is a name that was deleted. */
    static void putBack(PyDict namespace, PyObject[] aside) {
        for (int i = 0; i < aside.length; i += 2) {
            if (aside[i + 1] == null) {
                namespace.remove((PyStr) aside[i]);
            } else {
                namespace.put((PyStr) aside[i], aside[i + 1]);
                Refs.decRef(aside[i + 1]);
            }
        }
    }

    /** Whether some attribute has another value than at first. */
    boolean areAnyChanged(Interp interp) {
        for (Map.Entry<PyModule, IdentityHashMap<PyStr, PyObject>> module : modules.entrySet()) {
            for (PyStr name : module.getValue().keySet()) {
                if (isChanged(interp, module.getKey(), name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether an attribute has another value than at first; a submodule that was imported is no change. */
    private boolean isChanged(Interp interp, PyModule module, PyStr name) {
        IdentityHashMap<PyStr, PyObject> names = modules.get(module);
        if (names == null || !names.containsKey(name)) {
            return false;
        }
        PyObject now = module.dict.get(name);
        return names.get(name) != now && !(now instanceof PyModule child
                && module.dict.get(NAME) instanceof PyStr parent
                && interp.modules.get(parent + "." + name) == child);
    }

    /**
     * An attribute that has another value than at first.
     *
     * @param reads for each module a tuple of its name and the attributes' names
     * @return null when all that there are were never changed, or changed back
     */
    String findChanged(Interp interp, PyTuple reads) {
        for (PyObject row : reads.items) {
            PyModule module = row instanceof PyTuple names && names.size() > 0
                    && interp.modules.get(names.item(0).toString()) instanceof PyModule m ? m : null;
            for (int i = 1; module != null && module.dict != null && i < ((PyTuple) row).size(); i++) {
                if (((PyTuple) row).item(i) instanceof PyStr name && isChanged(interp, module, name.intern())) {
                    return ((PyTuple) row).item(0) + "." + name;
                }
            }
        }
        return null;
    }
}
