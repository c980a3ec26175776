package org.krait.runtime.builtins;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.WeakHashMap;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;

/** What {@code _abc} keeps of an abstract base class ({@code _abc_impl}): its registry and its caches. */
final class PyAbcData extends PyObject {
    static final PyType TYPE = PyType.builtin("_abc._abc_data", PyType.OBJECT, PyType.NO_NEW);

    /** The classes registered, oldest first. */
    final ArrayList<WeakReference<PyType>> registry = new ArrayList<>();
    /** Classes known to be subclasses; null while there is none. */
    WeakHashMap<PyType, Boolean> cache;
    /** Classes known not to be subclasses, valid at {@link #negativeVersion}; null while there is none. */
    WeakHashMap<PyType, Boolean> negativeCache;
    /** The value of the invalidation counter that the negative cache belongs to. */
    long negativeVersion;

    PyAbcData(long version) {
        super(TYPE);
        negativeVersion = version;
    }

    void addToCache(PyType type) {
        if (cache == null) {
            cache = new WeakHashMap<>();
        }
        cache.put(type, Boolean.TRUE);
    }

    void addToNegativeCache(PyType type) {
        if (negativeCache == null) {
            negativeCache = new WeakHashMap<>();
        }
        negativeCache.put(type, Boolean.TRUE);
    }

    boolean inCache(PyType type) {
        return cache != null && cache.containsKey(type);
    }

    boolean inNegativeCache(PyType type) {
        return negativeCache != null && negativeCache.containsKey(type);
    }

    boolean isRegistered(PyType type) {
        for (WeakReference<PyType> reference : registry) {
            if (reference.get() == type) {
                return true;
            }
        }
        return false;
    }
}
