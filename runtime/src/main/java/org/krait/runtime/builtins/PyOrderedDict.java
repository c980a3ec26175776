package org.krait.runtime.builtins;

import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBool;
import org.krait.objects.PyDict;
import org.krait.objects.PyDictIterator;
import org.krait.objects.PyDictView;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;
import org.krait.runtime.Subscripts;
import org.krait.runtime.Texts;

/** A {@code collections.OrderedDict}: a dict that can be reordered and whose equality minds the order. */
@BuiltinType(base = DictMethods.class, doc = "Dictionary that remembers insertion order")
final class PyOrderedDict extends PyDict {
    static final PyType TYPE = ToolTypes.ORDERED_DICT;

    private static final PyType KEYS_TYPE = PyType.builtin("odict_keys", PyDictView.KEYS_TYPE, PyType.NO_NEW);
    private static final PyType VALUES_TYPE = PyType.builtin("odict_values", PyDictView.VALUES_TYPE, PyType.NO_NEW);
    private static final PyType ITEMS_TYPE = PyType.builtin("odict_items", PyDictView.ITEMS_TYPE, PyType.NO_NEW);

    private PyOrderedDict(PyType type) {
        super(type);
    }

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(PyType type, PyObject[] args, PyStr[] keywords) {
        return new PyOrderedDict(type);
    }

    @Builtin("__init__(self, *args, **kwargs)")
    static void init(ThreadState ts, PyOrderedDict self, PyObject[] args, PyStr[] keywords) {
        int given = Itertool.positional(args, keywords);
        if (given > 1) {
            throw Errors.typeError("expected at most 1 arguments, got " + given);
        }
        fill(ts, self, "OrderedDict", args, keywords);
    }

    @Builtin(
            value = "update(self, *args, **kwargs)",
            doc = "D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.")
    static void update(ThreadState ts, PyOrderedDict self, PyObject[] args, PyStr[] keywords) {
        int given = Itertool.positional(args, keywords);
        if (given > 1) {
            throw Errors.typeError("update() takes at most 1 positional argument (" + given + " given)");
        }
        fill(ts, self, "update", args, keywords);
    }

    /** Adds the arguments by way of {@code __setitem__}, which a subclass may define. */
    private static void fill(
            ThreadState ts, PyOrderedDict self, String function, PyObject[] args, PyStr[] keywords) {
        if (self.type.special(Special.SETITEM) == PyDict.TYPE.special(Special.SETITEM)) {
            DictUpdates.fromArguments(ts, self, function, args, keywords);
            return;
        }
        PyDict collected = new PyDict();
        DictUpdates.fromArguments(ts, collected, function, args, keywords);
        Refs.incRef(collected);
        try {
            for (int i = collected.nextEntry(0); i >= 0; i = collected.nextEntry(i + 1)) {
                Subscripts.set(ts, self, collected.keys[i], collected.values[i]);
            }
        } finally {
            Refs.decRef(collected);
        }
    }

    @Builtin(
            value = "fromkeys(type, iterable, value=None)",
            doc = "Create a new ordered dictionary with keys from iterable and values set to value.",
            kind = Builtin.Kind.CLASS_METHOD)
    static PyObject fromKeys(ThreadState ts, PyType type, PyObject iterable, PyObject value) {
        PyObject made = Calls.call(ts, type);
        Refs.incRef(made);
        PyObject each = value == null ? PySingleton.NONE : value;
        PyObject iterator = Iteration.iter(ts, iterable);
        Refs.incRef(iterator);
        try {
            for (PyObject key = Iteration.next(ts, iterator); key != null; key = Iteration.next(ts, iterator)) {
                Subscripts.set(ts, made, key, each);
            }
        } finally {
            Refs.decRef(iterator);
        }
        Refs.release(made);
        return made;
    }

    @Builtin(
            value = "move_to_end(self, key, last=True)",
            doc = "Move an existing element to the end (or beginning if last is false).\n\n"
                    + "Raise KeyError if the element does not exist.")
    static void moveToEnd(ThreadState ts, PyOrderedDict self, PyObject key, boolean last) {
        long hash = Equality.hash(ts, key);
        int entry = self.indexOf(ts, key, hash);
        if (entry < 0) {
            throw Errors.keyError(key);
        }
        if (last) {
            if (self.nextEntry(entry + 1) >= 0) {
                self.moveLast(entry);
            }
        } else if (self.nextEntry(0) != entry) {
            self.moveLast(entry);
            int others = self.size() - 1;
            for (int i = 0; i < others; i++) {
                self.moveLast(self.nextEntry(0));
            }
        }
    }

    private void moveLast(int entry) {
        PyObject key = keys[entry];
        PyObject value = values[entry];
        long hash = hashes[entry];
        Refs.incRef(key);
        Refs.incRef(value);
        removeEntry(entry);
        insertNew(key, hash, value);
        Refs.decRef(key);
        Refs.decRef(value);
    }

    @Builtin(
            value = "popitem(self, last=True)",
            doc = "Remove and return a (key, value) pair from the dictionary.\n\n"
                    + "Pairs are returned in LIFO order if last is true or FIFO order if false.")
    static PyObject popItem(PyOrderedDict self, boolean last) {
        if (self.size() == 0) {
            throw Errors.withArgs(ExceptionTypes.KEY_ERROR, PyStr.of("dictionary is empty"));
        }
        if (last) {
            PyObject[] pair = new PyObject[2];
            self.popLast(pair);
            return PyTuple.of(pair);
        }
        int entry = self.nextEntry(0);
        PyTuple pair = PyTuple.of(self.keys[entry], self.values[entry]);
        self.removeEntry(entry);
        return pair;
    }

    @Builtin(
            value = "pop(self, key, default=<unrepresentable>)",
            doc = "od.pop(key[,default]) -> v, remove specified key and return the corresponding value.\n\n"
                    + "If the key is not found, return the default if given; otherwise,\nraise a KeyError.")
    static PyObject pop(ThreadState ts, PyOrderedDict self, PyObject key, PyObject otherwise) {
        PyObject value = self.pop(ts, key);
        if (value != null) {
            return value;
        }
        if (otherwise != null) {
            return otherwise;
        }
        throw Errors.keyError(key);
    }

    @Builtin(
            value = "setdefault(self, key, default=None)",
            doc = "Insert key with a value of default if key is not in the dictionary.\n\n"
                    + "Return the value for key if key is in the dictionary, else default.")
    static PyObject setDefault(ThreadState ts, PyOrderedDict self, PyObject key, PyObject otherwise) {
        PyObject value = self.get(ts, key);
        if (value != null) {
            return value;
        }
        PyObject made = otherwise == null ? PySingleton.NONE : otherwise;
        Subscripts.set(ts, self, key, made);
        return made;
    }

    @Builtin(value = "copy(self, /)", doc = "od.copy() -> a shallow copy of od")
    static PyObject copy(ThreadState ts, PyOrderedDict self) {
        if (self.type == TYPE) {
            PyOrderedDict made = new PyOrderedDict(TYPE);
            made.putAll(ts, self);
            return made;
        }
        PyObject made = Calls.call(ts, self.type);
        Refs.incRef(made);
        for (int i = self.nextEntry(0); i >= 0; i = self.nextEntry(i + 1)) {
            PyObject key = self.keys[i];
            Subscripts.set(ts, made, key, Subscripts.get(ts, self, key));
        }
        Refs.release(made);
        return made;
    }

    @Builtin(value = "__reversed__(self, /)", doc = "od.__reversed__() <==> reversed(od)")
    static PyObject reversed(PyOrderedDict self) {
        return new PyDictIterator(self, PyDictIterator.KEYS, true);
    }

    @Builtin(value = "keys(self, /)", doc = "D.keys() -> a set-like object providing a view on D's keys")
    static PyObject keys(PyOrderedDict self) {
        return new PyDictView(KEYS_TYPE, self, PyDictIterator.KEYS);
    }

    @Builtin(value = "values(self, /)", doc = "D.values() -> an object providing a view on D's values")
    static PyObject values(PyOrderedDict self) {
        return new PyDictView(VALUES_TYPE, self, PyDictIterator.VALUES);
    }

    @Builtin(value = "items(self, /)", doc = "D.items() -> a set-like object providing a view on D's items")
    static PyObject items(PyOrderedDict self) {
        return new PyDictView(ITEMS_TYPE, self, PyDictIterator.ITEMS);
    }

    private static boolean sameOrder(ThreadState ts, PyDict a, PyDict b) {
        int j = b.nextEntry(0);
        for (int i = a.nextEntry(0); i >= 0; i = a.nextEntry(i + 1)) {
            if (j < 0 || !Equality.same(ts, a.keys[i], b.keys[j])) {
                return false;
            }
            j = b.nextEntry(j + 1);
        }
        return true;
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PyOrderedDict self, PyObject value) {
        if (!(value instanceof PyDict other)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyObject equal = PyDict.TYPE.slots().compare(ts, CompareOp.EQ, self, value);
        return equal == PyBool.TRUE && other instanceof PyOrderedDict ? PyBool.of(sameOrder(ts, self, other)) : equal;
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PyOrderedDict self, PyObject value) {
        PyObject equal = equal(ts, self, value);
        return equal instanceof PyBool answer ? PyBool.of(answer == PyBool.FALSE) : equal;
    }

    @Builtin("__hash__(self, /)")
    static void hash(PyOrderedDict self) {
        throw Errors.typeError("unhashable type: '" + self.type.name() + "'");
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyOrderedDict self) {
        if (self.size() == 0) {
            return self.type.pyName() + "()";
        }
        if (Protocol.enterRepr(ts, self)) {
            return "...";
        }
        try {
            PyDict plain = new PyDict();
            PyObject items = Calls.callMethod(ts, self, "items");
            DictUpdates.fromPairs(ts, plain, items);
            Refs.drop(items);
            String text = self.type.pyName() + "(" + Texts.repr(ts, plain) + ")";
            plain.clear();
            return text;
        } finally {
            Protocol.leaveRepr(ts);
        }
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "Size in memory, in bytes.")
    static long sizeInBytes(PyOrderedDict self) {
        return DictMethods.sizeOf(self) + 72 + 40L * self.size();
    }

    @Builtin(value = "__reduce__(self, /)", doc = "Return state information for pickling")
    static PyObject reduce(ThreadState ts, PyOrderedDict self) {
        PyObject state = Calls.consume(ts, Attributes.get(ts, self, "__getstate__"));
        PyObject items = Calls.callMethod(ts, self, "items");
        PyObject iterator = Iteration.iter(ts, items);
        Refs.drop(items);
        return PyTuple.of(self.type, PyTuple.EMPTY, state, PySingleton.NONE, iterator);
    }

    @Builtin("__or__(self, value, /)")
    static PyObject or(ThreadState ts, PyOrderedDict self, PyObject value) {
        return value instanceof PyDict ? merged(ts, self.type, self, value) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ror__(self, value, /)")
    static PyObject reflectedOr(ThreadState ts, PyOrderedDict self, PyObject value) {
        return value instanceof PyDict ? merged(ts, self.type, value, self) : PySingleton.NOT_IMPLEMENTED;
    }

    private static PyObject merged(ThreadState ts, PyType type, PyObject first, PyObject second) {
        PyObject made = Calls.call(ts, type, first);
        fill(ts, (PyOrderedDict) made, "update", new PyObject[] {second}, null);
        return made;
    }

    @Builtin("__ior__(self, value, /)")
    static PyObject orInPlace(ThreadState ts, PyOrderedDict self, PyObject value) {
        fill(ts, self, "update", new PyObject[] {value}, null);
        return self;
    }

    @Attribute("__dict__")
    static PyObject attributes(PyOrderedDict self) {
        return self.materializeDict();
    }

    @Attribute(value = "__dict__", setter = true)
    static void setAttributes(PyOrderedDict self, PyObject value) {
        if (!(value instanceof PyDict attributes)) {
            throw Errors.typeError(value == null
                    ? "cannot delete __dict__"
                    : "__dict__ must be set to a dictionary, not a '" + value.type.name() + "'");
        }
        self.setDict(attributes);
    }
}
