package org.krait.runtime.snapshot;

import java.util.IdentityHashMap;
import java.util.Set;
import org.krait.objects.PyBytes;
import org.krait.objects.PyComplex;
import org.krait.objects.PyFloat;
import org.krait.objects.PyGenericAlias;
import org.krait.objects.PyInstance;
import org.krait.objects.PyIntInstance;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.PyUnion;
import org.krait.objects.ThreadState;
import org.krait.runtime.builtins.PyPattern;

/**
 * What modules share although none of them imports the other: what caches give to the second who asks for it (compiled
 * patterns, aliases of {@code typing}, combined flags) and constants of code that both run. It belongs to the first; a
 * unit that has no other reason to need that one's gets a copy.
 */
final class Copies {
    private static final PyStr MODULE = PyStr.interned("__module__");

    /** The unit of the import library, which all have. */
    private static final int LIBRARY_UNIT = 0;

    private final ThreadState ts;
    private final Ownership ownership;
    /** What the unit that is being written has copies of. */
    private final IdentityHashMap<PyObject, Boolean> copied = new IdentityHashMap<>();
    /** The dicts that hold the attributes of these. */
    private final IdentityHashMap<PyObject, Boolean> dicts = new IdentityHashMap<>();
    /** The units that it imports. */
    private Set<Integer> imported = Set.of();

    Copies(ThreadState ts, Ownership ownership) {
        this.ts = ts;
        this.ownership = ownership;
    }

    /** A unit is about to be written that imports others, directly or not. */
    void begin(Set<Integer> importedUnits) {
        imported = importedUnits;
        imported.add(LIBRARY_UNIT);
        copied.clear();
        dicts.clear();
    }

    /** True for an object of a unit that is not imported, if nobody can tell a copy from it. */
    boolean isCopied(PyObject o, long place) {
        int unit = (int) (place >>> 32);
        if (imported.contains(unit) || !isShared(o, unit)) {
            return false;
        }
        copied.put(o, Boolean.TRUE);
        PyInstance attributes = o.attributes();
        if (attributes != null && attributes.dict != null) {
            dicts.put(attributes.dict, Boolean.TRUE);
        }
        return true;
    }

    /** True for what caches of the library give to all who ask for the same: patterns and aliases. */
    static boolean isOfCache(PyObject o) {
        return o.getClass() == PyPattern.class || o.getClass() == PyInstance.class && isOfTyping(o.type);
    }

    private boolean isShared(PyObject o, int unit) {
        Class<?> c = o.getClass();
        if (c == PyTuple.class || c == PyFloat.class || c == PyComplex.class || c == PyBytes.class
                || o instanceof PyGenericAlias || o instanceof PyUnion || isOfCache(o) || dicts.containsKey(o)) {
            return true;
        }
        return (c == PyInstance.class || o instanceof PyIntInstance) && isFlag(o.type, unit);
    }

    private static boolean isOfTyping(PyType type) {
        return type.namespace().get(MODULE) instanceof PyStr module && module.equalTo("typing");
    }

    /** True for a class of flags if it is of another unit: members that the class begins with are of its own. */
    private boolean isFlag(PyType type, int unit) {
        Long place = ownership.place(type);
        return place != null && place >>> 32 != unit && ts.interp.modules.get("enum") instanceof PyModule m
                && m.dict.get("Flag") instanceof PyType flag && type.isSubtypeOf(flag);
    }

    /** True for an object that the unit that is being written can refer to without needing another for it. */
    boolean isAtHand(PyObject o) {
        Long place = ownership.place(o);
        return place == null || imported.contains((int) (place >>> 32));
    }

    /** True for an object that the unit that is being written has a copy of. */
    boolean has(PyObject o) {
        return copied.containsKey(o);
    }
}
