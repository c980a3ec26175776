package org.krait.runtime.imports;

import java.util.HashMap;
import java.util.IdentityHashMap;
import org.krait.objects.Interp;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;

/**
 * What attributes of native modules were before a program replaced or deleted them, for objects out of heaps: an object
 * that refers to {@code time.sleep} means the function, also when it is made after a test has put another there. Only
 * what is immortal is kept, as all is that a heap knows by such a name.
 */
public final class NativeOriginals {
    private final IdentityHashMap<PyModule, HashMap<String, PyObject>> modules = new IdentityHashMap<>();

    private NativeOriginals() {}

    /** An attribute of a module is about to be replaced or deleted. */
    public static void keep(Interp interp, PyModule module, PyStr name) {
        PyObject value = module.dict == null ? null : module.dict.get(name);
        if (value == null || !Refs.isImmortal(value) || !interp.nativeModules.containsValue(module)) {
            return;
        }
        NativeOriginals known = (NativeOriginals) interp.natives.get(NativeOriginals.class);
        if (known == null) {
            known = new NativeOriginals();
            interp.natives.put(NativeOriginals.class, known);
        }
        HashMap<String, PyObject> originals = known.modules.get(module);
        if (originals == null) {
            originals = new HashMap<>();
            known.modules.put(module, originals);
        }
        originals.putIfAbsent(name.toString(), value);
    }

    /** The first value of an attribute that was replaced or deleted; null for all others. */
    public static PyObject of(Interp interp, PyModule module, PyStr name) {
        NativeOriginals known = (NativeOriginals) interp.natives.get(NativeOriginals.class);
        HashMap<String, PyObject> names = known == null ? null : known.modules.get(module);
        return names == null ? null : names.get(name.toString());
    }
}
