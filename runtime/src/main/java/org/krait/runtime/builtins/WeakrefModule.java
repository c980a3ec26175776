package org.krait.runtime.builtins;

import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyWeakRef;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _weakref}. */
@BuiltinModule(value = "_weakref", doc = "Weak-reference support module.")
final class WeakrefModule {
    private WeakrefModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        module.dict.put("ref", WeakRefs.TYPE);
        module.dict.put("ReferenceType", WeakRefs.TYPE);
        module.dict.put("ProxyType", WeakRefs.PROXY_TYPE);
        module.dict.put("CallableProxyType", WeakRefs.CALLABLE_PROXY_TYPE);
    }

    private static PyWeakRef first(PyObject o) {
        PyInstance attributes = o.attributes();
        return attributes == null ? null : attributes.weakRefs;
    }

    @Builtin(value = "getweakrefcount(object, /)", doc = "Return the number of weak references to 'object'.")
    static int getweakrefcount(PyObject object) {
        int n = 0;
        for (PyWeakRef ref = first(object); ref != null; ref = ref.next) {
            n++;
        }
        return n;
    }

    @Builtin(value = "getweakrefs(object, /)",
            doc = "Return a list of all weak reference objects that point to 'object'.")
    static PyObject getweakrefs(PyObject object) {
        PyList refs = new PyList();
        for (PyWeakRef ref = first(object); ref != null; ref = ref.next) {
            refs.append(ref);
        }
        return refs;
    }

    @Builtin(value = "proxy(object, callback=None, /)", doc = """
            Create a proxy object that weakly references 'object'.

            'callback', if given, is called with a reference to the
            proxy when 'object' is about to be finalized.""")
    static PyObject proxy(PyObject object, PyObject callback) {
        return WeakRefs.proxy(object, callback == PySingleton.NONE ? null : callback);
    }

    @Builtin(value = "_remove_dead_weakref(dct, key, /)",
            doc = "Atomically remove key from dict if it points to a dead weakref.")
    static void removeDead(ThreadState ts, PyDict dct, PyObject key) {
        PyObject value = dct.get(ts, key);
        if (value instanceof PyWeakRef ref && ref.get() == null) {
            PyObject removed = dct.pop(ts, key);
            if (removed != null) {
                Refs.drop(removed);
            }
        }
    }
}
