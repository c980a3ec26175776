package org.krait.runtime.builtins;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.WeakHashMap;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Interp;
import org.krait.objects.PyBool;
import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.TypeBuilder;
import org.krait.runtime.TypeChecks;
import org.krait.runtime.snapshot.Capture;

/** The module {@code _abc}: registries and caches of abstract base classes, as CPython {@code Modules/_abc.c}. */
@BuiltinModule(value = "_abc", doc = "Module contains faster C implementation of abc.ABCMeta")
final class AbcModule {
    private static final PyStr IMPL = PyStr.interned("_abc_impl");
    private static final PyStr ABSTRACT_METHODS = PyStr.interned("__abstractmethods__");
    private static final PyStr TPFLAGS = PyStr.interned("__abc_tpflags__");
    private static final PyStr CLASS = PyStr.interned("__class__");
    private static final PyStr SUBCLASSHOOK = PyStr.interned("__subclasshook__");
    private static final int COLLECTION = PyType.MAPPING | PyType.SEQUENCE;

    private AbcModule() {}

    /** The counter of registrations of a context: when it changes, what is no subclass may have become one. */
    private static final class Counter {
        long value;
    }

    private static Counter counter(Interp interp) {
        Counter counter = (Counter) interp.natives.get(Counter.class);
        if (counter == null) {
            counter = new Counter();
            interp.natives.put(Counter.class, counter);
        }
        return counter;
    }

    private static PyAbcData data(ThreadState ts, PyObject self) {
        PyObject impl = self instanceof PyType t ? t.lookup(IMPL) : null;
        if (impl == null) {
            impl = Attributes.get(ts, self, IMPL);
        }
        if (impl instanceof PyAbcData data) {
            return data;
        }
        throw Errors.typeError("_abc_impl is set to a wrong type");
    }

    @Builtin(value = "get_cache_token()", doc = """
            Returns the current ABC cache token.

            The token is an opaque object (supporting equality testing) identifying the
            current version of the ABC cache for virtual subclasses. The token changes
            with every call to register() on any ABC.""")
    static long getCacheToken(ThreadState ts) {
        return counter(ts.interp).value;
    }

    @Builtin(value = "_abc_init(self, /)",
            doc = "Internal ABC helper for class set-up. Should be never used outside abc module.")
    static void init(ThreadState ts, PyObject self) {
        if (!(self instanceof PyType cls)) {
            throw Errors.typeError("_abc_init() argument must be a type");
        }
        computeAbstractMethods(ts, cls);
        Attributes.set(ts, cls, IMPL, new PyAbcData(counter(ts.interp).value));
        PyObject flags = cls.namespace().get(TPFLAGS);
        if (flags instanceof PyInt number) {
            // Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING.
            long wanted = number.value & (1 << 5 | 1 << 6);
            if (wanted == (1 << 5 | 1 << 6)) {
                throw Errors.typeError(
                        "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
            }
            cls.flags |= wanted == 1 << 5 ? PyType.SEQUENCE : wanted == 1 << 6 ? PyType.MAPPING : 0;
            cls.setOwn(TPFLAGS, null);
        }
    }

    private static void computeAbstractMethods(ThreadState ts, PyType cls) {
        PySet names = new PySet(PySet.FROZEN_TYPE);
        PyDict own = cls.namespace();
        for (int i = own.nextEntry(0); i >= 0; i = own.nextEntry(i + 1)) {
            if (PropertyMethods.isAbstract(ts, own.values[i])) {
                names.add(ts, own.keys[i]);
            }
        }
        for (PyObject base : cls.bases().items) {
            PyObject inherited = Attributes.lookup(ts, base, ABSTRACT_METHODS);
            if (inherited == null) {
                continue;
            }
            for (PyObject name : Protocol.items(ts, inherited)) {
                PyObject value = Attributes.lookup(ts, cls, (PyStr) name);
                if (PropertyMethods.isAbstract(ts, value)) {
                    names.add(ts, name);
                }
                Refs.xdrop(value);
            }
        }
        Attributes.set(ts, cls, ABSTRACT_METHODS, names);
    }

    @Builtin(value = "_abc_register(self, subclass, /)",
            doc = "Internal ABC helper for subclasss registration. Should be never used outside abc module.")
    static PyObject register(ThreadState ts, PyObject self, PyObject subclass) {
        if (!(subclass instanceof PyType sub)) {
            throw Errors.typeError("Can only register classes");
        }
        if (TypeChecks.isSubclass(ts, sub, self)) {
            return sub;
        }
        if (TypeChecks.isSubclass(ts, self, sub)) {
            throw Errors.runtimeError("Refusing to create an inheritance cycle");
        }
        PyAbcData data = data(ts, self);
        if (!data.isRegistered(sub)) {
            Capture.registered(ts, data, sub);
            data.registry.add(new WeakReference<>(sub));
        }
        counter(ts.interp).value++;
        if (self instanceof PyType cls && (cls.flags & COLLECTION) != 0) {
            setPatternFlag(ts, sub, cls.flags & COLLECTION);
        }
        return sub;
    }

    /** Registers a class that was registered when a heap was captured; its flags tell the rest. */
    static void restoreRegistration(ThreadState ts, PyAbcData data, PyType sub) {
        if (!data.isRegistered(sub)) {
            data.registry.add(new WeakReference<>(sub));
            counter(ts.interp).value++;
        }
    }

    /** What is registered as a sequence or mapping matches such patterns, and so do its subclasses. */
    private static void setPatternFlag(ThreadState ts, PyType type, int flag) {
        if (!type.isHeapType() || (type.flags & COLLECTION) == flag) {
            return;
        }
        type.flags = type.flags & ~COLLECTION | flag;
        for (PyType sub : TypeBuilder.subclasses(ts, type)) {
            setPatternFlag(ts, sub, flag);
        }
    }

    @Builtin(value = "_abc_instancecheck(self, instance, /)",
            doc = "Internal ABC helper for instance checks. Should be never used outside abc module.")
    static PyObject instanceCheck(ThreadState ts, PyObject self, PyObject instance) {
        PyAbcData data = data(ts, self);
        PyObject cls = Attributes.get(ts, instance, CLASS);
        if (cls instanceof PyType t && data.inCache(t)) {
            return PyBool.TRUE;
        }
        PyObject type = instance.type;
        if (type == cls) {
            if (data.negativeVersion == counter(ts.interp).value && data.inNegativeCache((PyType) cls)) {
                return PyBool.FALSE;
            }
            return subclassCheckOf(ts, self, cls);
        }
        PyObject answer = subclassCheckOf(ts, self, cls);
        if (answer.type.slots().truth(ts, answer)) {
            return answer;
        }
        return subclassCheckOf(ts, self, type);
    }

    private static PyObject subclassCheckOf(ThreadState ts, PyObject self, PyObject cls) {
        PyObject check = Attributes.get(ts, self, Special.SUBCLASSCHECK.pyName());
        PyObject answer = Protocol.call(ts, check, cls);
        Refs.drop(check);
        return answer;
    }

    @Builtin(value = "_abc_subclasscheck(self, subclass, /)",
            doc = "Internal ABC helper for subclasss checks. Should be never used outside abc module.")
    static boolean subclassCheck(ThreadState ts, PyObject self, PyObject subclass) {
        if (!(subclass instanceof PyType sub)) {
            throw Errors.typeError("issubclass() arg 1 must be a class");
        }
        PyAbcData data = data(ts, self);
        if (data.inCache(sub)) {
            return true;
        }
        long version = counter(ts.interp).value;
        if (data.negativeVersion < version) {
            data.negativeCache = null;
            data.negativeVersion = version;
        } else if (data.inNegativeCache(sub)) {
            return false;
        }
        PyObject hook = Attributes.get(ts, self, SUBCLASSHOOK);
        PyObject answer = Protocol.call(ts, hook, sub);
        Refs.drop(hook);
        if (answer == PyBool.TRUE) {
            data.addToCache(sub);
            return true;
        }
        if (answer == PyBool.FALSE) {
            data.addToNegativeCache(sub);
            return false;
        }
        if (answer != PySingleton.NOT_IMPLEMENTED) {
            throw Errors.of(ExceptionTypes.ASSERTION_ERROR,
                    "__subclasshook__ must return either False, True, or NotImplemented");
        }
        boolean found = self instanceof PyType cls && sub.isSubtypeOf(cls) || inRegistry(ts, data, sub)
                || inSubclasses(ts, self, sub);
        if (found) {
            data.addToCache(sub);
        } else {
            data.addToNegativeCache(sub);
        }
        return found;
    }

    private static boolean inRegistry(ThreadState ts, PyAbcData data, PyType sub) {
        if (data.registry.isEmpty()) {
            return false;
        }
        if (data.isRegistered(sub)) {
            return true;
        }
        for (WeakReference<PyType> reference : List.copyOf(data.registry)) {
            PyType registered = reference.get();
            if (registered != null && TypeChecks.isSubclass(ts, sub, registered)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inSubclasses(ThreadState ts, PyObject self, PyType sub) {
        PyObject answer = Calls.callMethod(ts, self, "__subclasses__");
        if (!(answer instanceof PyList list)) {
            throw Errors.typeError("__subclasses__() must return a list");
        }
        Refs.incRef(list);
        try {
            for (PyObject cls : list.toArray()) {
                if (TypeChecks.isSubclass(ts, sub, cls)) {
                    return true;
                }
            }
            return false;
        } finally {
            Refs.decRef(list);
        }
    }

    @Builtin(value = "_get_dump(self, /)", doc = """
            Internal ABC helper for cache and registry debugging.

            Return shallow copies of registry, of both caches, and
            negative cache version. Don't call this function directly,
            instead use ABC._dump_registry() for a nice repr.""")
    static PyObject dump(ThreadState ts, PyObject self) {
        PyAbcData data = data(ts, self);
        List<PyType> registered = new ArrayList<>();
        for (WeakReference<PyType> reference : data.registry) {
            if (reference.get() != null) {
                registered.add(reference.get());
            }
        }
        return PyTuple.of(references(ts, registered), references(ts, keys(data.cache)),
                references(ts, keys(data.negativeCache)), PyInt.of(data.negativeVersion));
    }

    private static List<PyType> keys(WeakHashMap<PyType, Boolean> map) {
        return map == null ? List.of() : new ArrayList<>(map.keySet());
    }

    private static PySet references(ThreadState ts, List<PyType> types) {
        PySet set = new PySet();
        for (PyType type : types) {
            set.add(ts, WeakRefs.reference(WeakRefs.TYPE, type, null));
        }
        return set;
    }

    @Builtin(value = "_reset_registry(self, /)", doc = """
            Internal ABC helper to reset registry of a given class.

            Should be only used by refleak.py""")
    static void resetRegistry(ThreadState ts, PyObject self) {
        data(ts, self).registry.clear();
    }

    @Builtin(value = "_reset_caches(self, /)", doc = """
            Internal ABC helper to reset both caches of a given class.

            Should be only used by refleak.py""")
    static void resetCaches(ThreadState ts, PyObject self) {
        PyAbcData data = data(ts, self);
        data.cache = null;
        data.negativeCache = null;
    }
}
