package org.krait.runtime.builtins;

import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.Mutations;
import org.krait.objects.PyBool;
import org.krait.objects.PyDict;
import org.krait.objects.PyDictIterator;
import org.krait.objects.PyDictView;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Texts;

/** The methods of {@code dict}. */
@BuiltinType(base = ObjectMethods.class, doc = """
        dict() -> new empty dictionary
        dict(mapping) -> new dictionary initialized from a mapping object's
            (key, value) pairs
        dict(iterable) -> new dictionary initialized as if via:
            d = {}
            for k, v in iterable:
                d[k] = v
        dict(**kwargs) -> new dictionary initialized with the name=value pairs
            in the keyword argument list.  For example:  dict(one=1, two=2)""")
public final class DictMethods {
    private DictMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType cls, PyObject[] args, PyStr[] keywords) {
        return new PyDict(cls);
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PyDict self, PyObject[] args, PyStr[] keywords) {
        DictUpdates.fromArguments(ts, self, "dict", args, keywords);
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyDict self) {
        if (self.nextEntry(0) < 0) {
            return PyStr.interned("{}");
        }
        if (Protocol.enterRepr(ts, self)) {
            return PyStr.interned("{...}");
        }
        try {
            PyStrBuilder out = new PyStrBuilder(self.size() * 8);
            out.append('{');
            boolean first = true;
            for (int i = self.nextEntry(0); i >= 0; i = self.nextEntry(i + 1)) {
                PyObject key = self.keys[i];
                PyObject value = self.values[i];
                Refs.incRef(key);
                Refs.incRef(value);
                try {
                    if (!first) {
                        out.append(',').append(' ');
                    }
                    first = false;
                    out.append(Texts.repr(ts, key)).append(':').append(' ').append(Texts.repr(ts, value));
                } finally {
                    Refs.decRef(key);
                    Refs.decRef(value);
                }
            }
            return out.append('}').toPyStr();
        } finally {
            Protocol.leaveRepr(ts);
        }
    }

    @Builtin("__len__(self, /)")
    static int length(PyDict self) {
        if (Mutations.WATCHED) {
            Mutations.noteRead(self, null);
        }
        return self.size();
    }

    @Builtin("__hash__(self, /)")
    static void hash(PyDict self) {
        throw Errors.typeError("unhashable type: '" + self.type.name() + "'");
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyDict self) {
        return new PyDictIterator(self, PyDictIterator.KEYS, false);
    }

    @Builtin("__reversed__(self, /)")
    static PyObject reversed(PyDict self) {
        return new PyDictIterator(self, PyDictIterator.KEYS, true);
    }

    /** Who captures a heap hears that Python code looks for a key. */
    private static void told(PyDict self, PyObject key) {
        if (Mutations.WATCHED) {
            Mutations.noteLookUp(self, key);
        }
    }

    @Builtin(value = "__contains__(self, key, /)", coexist = true,
            doc = "True if the dictionary has the specified key, else False.")
    static boolean contains(ThreadState ts, PyDict self, PyObject key) {
        told(self, key);
        return self.get(ts, key) != null;
    }

    @Builtin(value = "__getitem__(self, key, /)", coexist = true, doc = "Return self[key].")
    static PyObject getItem(ThreadState ts, PyDict self, PyObject key) {
        told(self, key);
        PyObject value = self.get(ts, key);
        if (value != null) {
            return value;
        }
        if (self.type != PyDict.TYPE) {
            PyObject answer = Protocol.callSpecial(ts, Special.MISSING, self, key);
            if (answer != null) {
                return answer;
            }
        }
        throw Errors.keyError(key);
    }

    @Builtin("__setitem__(self, key, value, /)")
    static void setItem(ThreadState ts, PyDict self, PyObject key, PyObject value) {
        self.put(ts, key, value);
    }

    @Builtin("__delitem__(self, key, /)")
    static void deleteItem(ThreadState ts, PyDict self, PyObject key) {
        PyObject old = self.pop(ts, key);
        if (old == null) {
            throw Errors.keyError(key);
        }
        Refs.drop(old);
    }

    // Operators.

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PyDict self, PyObject value) {
        return value instanceof PyDict other ? PyBool.of(equal(ts, self, other)) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PyDict self, PyObject value) {
        return value instanceof PyDict other ? PyBool.of(!equal(ts, self, other)) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject lessThan(PyDict self, PyObject value) {
        return PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(PyDict self, PyObject value) {
        return PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greaterThan(PyDict self, PyObject value) {
        return PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(PyDict self, PyObject value) {
        return PySingleton.NOT_IMPLEMENTED;
    }

    private static boolean equal(ThreadState ts, PyDict a, PyDict b) {
        if (length(a) != length(b)) {
            return false;
        }
        for (int i = a.nextEntry(0); i >= 0; i = a.nextEntry(i + 1)) {
            PyObject key = a.keys[i];
            PyObject x = a.values[i];
            Refs.incRef(key);
            Refs.incRef(x);
            try {
                int at = b.indexOf(ts, key, a.hashes[i]);
                if (at < 0) {
                    return false;
                }
                PyObject y = b.values[at];
                if (x != y) {
                    Refs.incRef(y);
                    try {
                        if (!Equality.equal(ts, x, y)) {
                            return false;
                        }
                    } finally {
                        Refs.decRef(y);
                    }
                }
            } finally {
                Refs.decRef(key);
                Refs.decRef(x);
            }
        }
        return true;
    }

    @Builtin("__or__(self, value, /)")
    static PyObject or(ThreadState ts, PyDict self, PyObject value) {
        if (!(value instanceof PyDict other)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDict made = self.copy();
        DictUpdates.merge(ts, made, other);
        return made;
    }

    @Builtin("__ror__(self, value, /)")
    static PyObject reflectedOr(ThreadState ts, PyDict self, PyObject value) {
        return value instanceof PyDict other ? or(ts, other, self) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ior__(self, value, /)")
    static PyObject orInPlace(ThreadState ts, PyDict self, PyObject value) {
        DictUpdates.update(ts, self, value);
        return self;
    }

    // Methods.

    @Builtin(value = "get(self, key, default=None, /)",
            doc = "Return the value for key if key is in the dictionary, else default.")
    static PyObject get(ThreadState ts, PyDict self, PyObject key, PyObject otherwise) {
        told(self, key);
        PyObject value = self.get(ts, key);
        return value != null ? value : otherwise == null ? PySingleton.NONE : otherwise;
    }

    @Builtin(value = "setdefault(self, key, default=None, /)", doc = """
            Insert key with a value of default if key is not in the dictionary.

            Return the value for key if key is in the dictionary, else default.""")
    static PyObject setDefault(ThreadState ts, PyDict self, PyObject key, PyObject value) {
        told(self, key);
        long hash = Equality.hash(ts, key);
        int at = self.indexOf(ts, key, hash);
        if (at >= 0) {
            return self.values[at];
        }
        PyObject stored = value == null ? PySingleton.NONE : value;
        self.insertNew(key, hash, stored);
        return stored;
    }

    @Builtin(value = "pop(self, key, default=<unrepresentable>, /)", doc = """
            D.pop(k[,d]) -> v, remove specified key and return the corresponding value.

            If the key is not found, return the default if given; otherwise,
            raise a KeyError.""")
    static PyObject pop(ThreadState ts, PyDict self, PyObject key, PyObject otherwise) {
        told(self, key);
        // The key of an empty dict is not even hashed.
        PyObject value = self.size() == 0 ? null : self.pop(ts, key);
        if (value != null) {
            return value;
        }
        if (otherwise == null) {
            throw Errors.keyError(key);
        }
        return otherwise;
    }

    @Builtin(value = "popitem(self, /)", doc = """
            Remove and return a (key, value) pair as a 2-tuple.

            Pairs are returned in LIFO (last-in, first-out) order.
            Raises KeyError if the dict is empty.""")
    static PyObject popItem(PyDict self) {
        if (self.size() == 0) {
            throw Errors.keyError(PyStr.of("popitem(): dictionary is empty"));
        }
        PyObject[] pair = new PyObject[2];
        self.popLast(pair);
        return PyTuple.of(pair);
    }

    @Builtin(value = "keys(self, /)", doc = "D.keys() -> a set-like object providing a view on D's keys")
    static PyObject keys(PyDict self) {
        return new PyDictView(self, PyDictIterator.KEYS);
    }

    @Builtin(value = "items(self, /)", doc = "D.items() -> a set-like object providing a view on D's items")
    static PyObject items(PyDict self) {
        return new PyDictView(self, PyDictIterator.ITEMS);
    }

    @Builtin(value = "values(self, /)", doc = "D.values() -> an object providing a view on D's values")
    static PyObject values(PyDict self) {
        return new PyDictView(self, PyDictIterator.VALUES);
    }

    @Builtin(value = "update(self, /, *args, **kwargs)", doc = """
            D.update([E, ]**F) -> None.  Update D from dict/iterable E and F.
            If E is present and has a .keys() method, then does:  for k in E: D[k] = E[k]
            If E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v
            In either case, this is followed by: for k in F:  D[k] = F[k]""")
    static void update(ThreadState ts, PyDict self, PyObject[] args, PyStr[] keywords) {
        DictUpdates.fromArguments(ts, self, "update", args, keywords);
    }

    @Builtin(value = "fromkeys(cls, iterable, value=None, /)", kind = Builtin.Kind.CLASS_METHOD,
            doc = "Create a new dictionary with keys from iterable and values set to value.")
    static PyObject fromKeys(ThreadState ts, PyType cls, PyObject iterable, PyObject value) {
        PyObject stored = value == null ? PySingleton.NONE : value;
        PyObject made = cls == PyDict.TYPE ? new PyDict() : Protocol.call(ts, cls);
        Refs.incRef(made);
        try {
            if (made.type != PyDict.TYPE || !copyKeys(ts, (PyDict) made, iterable, stored)) {
                putKeys(ts, made, iterable, stored);
            }
        } catch (PyException e) {
            Refs.decRef(made);
            throw e;
        }
        Refs.release(made);
        return made;
    }

    private static void putKeys(ThreadState ts, PyObject made, PyObject iterable, PyObject stored) {
        PyObject iterator = Protocol.iter(ts, iterable);
        Refs.incRef(iterator);
        try {
            boolean exact = made.getClass() == PyDict.class && made.type == PyDict.TYPE;
            for (PyObject key = Protocol.next(ts, iterator); key != null; key = Protocol.next(ts, iterator)) {
                if (exact) {
                    ((PyDict) made).put(ts, key, stored);
                } else {
                    made.type.slots().setItem(ts, made, key, stored);
                }
            }
        } finally {
            Refs.decRef(iterator);
        }
    }

    /** Takes the keys with their hashes when the iterable is a plain dict or set. */
    private static boolean copyKeys(ThreadState ts, PyDict made, PyObject iterable, PyObject value) {
        if (iterable.type == PyDict.TYPE) {
            PyDict dict = (PyDict) iterable;
            for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
                made.put(ts, dict.keys[i], dict.hashes[i], value);
            }
            return true;
        }
        if (iterable.type == PySet.TYPE || iterable.type == PySet.FROZEN_TYPE) {
            PySet set = (PySet) iterable;
            for (int i = set.nextEntry(0); i >= 0; i = set.nextEntry(i + 1)) {
                made.put(ts, set.items[i], set.hashes[i], value);
            }
            return true;
        }
        return false;
    }

    @Builtin(value = "clear(self, /)", doc = "D.clear() -> None.  Remove all items from D.")
    static void clear(PyDict self) {
        self.clear();
    }

    @Builtin(value = "copy(self, /)", doc = "D.copy() -> a shallow copy of D")
    static PyObject copy(PyDict self) {
        return self.copy();
    }

    @Builtin("__sizeof__(self, /)")
    static int sizeOf(PyDict self) {
        return 64 + self.keys.length * 28;
    }

    @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS_METHOD)
    static PyObject classGetItem(PyType cls, PyObject item) {
        return Sequences.alias(cls, item);
    }
}
