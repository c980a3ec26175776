package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySetIterator;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code set}. */
@BuiltinType(base = ObjectMethods.class, doc = """
        set() -> new empty set object
        set(iterable) -> new set object

        Build an unordered collection of unique elements.""")
public final class SetMethods {
    private SetMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType cls, PyObject[] args, PyStr[] keywords) {
        return new PySet(cls);
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PySet self, PyObject[] args, PyStr[] keywords) {
        int named = keywords == null ? 0 : keywords.length;
        if (named > 0) {
            throw Errors.typeError("set() takes no keyword arguments");
        }
        int n = args.length - named;
        if (n > 1) {
            throw Errors.typeError("set expected at most 1 argument, got " + n);
        }
        if (self.size() > 0) {
            self.clear();
        }
        if (n == 1) {
            SetAlgebra.update(ts, self, args[0]);
        }
    }

    @Builtin("__hash__(self, /)")
    static void hash(PySet self) {
        throw Errors.typeError("unhashable type: '" + self.type.name() + "'");
    }

    @Builtin(value = "copy(self, /)", doc = "Return a shallow copy of a set.")
    static PyObject copy(PySet self) {
        return SetAlgebra.copy(self);
    }

    @Builtin(value = "add(self, object, /)", doc = """
            Add an element to a set.

            This has no effect if the element is already present.""")
    static void add(ThreadState ts, PySet self, PyObject object) {
        self.add(ts, object);
    }

    @Builtin(value = "clear(self, /)", doc = "Remove all elements from this set.")
    static void clear(PySet self) {
        self.clear();
    }

    @Builtin(value = "discard(self, object, /)", doc = """
            Remove an element from a set if it is a member.

            Unlike set.remove(), the discard() method does not raise
            an exception when an element is missing from the set.""")
    static void discard(ThreadState ts, PySet self, PyObject object) {
        int at = SetAlgebra.find(ts, self, object);
        if (at >= 0) {
            Refs.drop(self.removeEntry(at));
        }
    }

    @Builtin(value = "remove(self, object, /)", doc = """
            Remove an element from a set; it must be a member.

            If the element is not a member, raise a KeyError.""")
    static void remove(ThreadState ts, PySet self, PyObject object) {
        int at = SetAlgebra.find(ts, self, object);
        if (at < 0) {
            throw Errors.keyError(object);
        }
        Refs.drop(self.removeEntry(at));
    }

    @Builtin(value = "pop(self, /)", doc = """
            Remove and return an arbitrary set element.
            Raises KeyError if the set is empty.""")
    static PyObject pop(PySet self) {
        PyObject item = self.pop();
        if (item == null) {
            throw Errors.keyError(PyStr.of("pop from an empty set"));
        }
        return item;
    }

    @Builtin(value = "update(self, /, *others)", doc = "Update a set with the union of itself and others.")
    static void update(ThreadState ts, PySet self, PyObject[] others) {
        for (PyObject other : others) {
            SetAlgebra.update(ts, self, other);
        }
    }

    @Builtin(value = "difference_update(self, /, *others)", doc = "Remove all elements of another set from this set.")
    static void differenceUpdate(ThreadState ts, PySet self, PyObject[] others) {
        for (PyObject other : others) {
            SetAlgebra.subtract(ts, self, other);
        }
    }

    @Builtin(value = "intersection_update(self, /, *others)",
            doc = "Update a set with the intersection of itself and another.")
    static void intersectionUpdate(ThreadState ts, PySet self, PyObject[] others) {
        PySet made = (PySet) intersection(ts, self, others);
        self.swap(made);
        Refs.drop(made);
    }

    @Builtin(value = "symmetric_difference_update(self, other, /)",
            doc = "Update a set with the symmetric difference of itself and another.")
    static void symmetricDifferenceUpdate(ThreadState ts, PySet self, PyObject other) {
        SetAlgebra.symmetricUpdate(ts, self, other);
    }

    @Builtin("__iand__(self, value, /)")
    static PyObject andInPlace(ThreadState ts, PySet self, PyObject value) {
        if (!(value instanceof PySet)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PySet made = SetAlgebra.intersection(ts, self, value);
        self.swap(made);
        Refs.drop(made);
        return self;
    }

    @Builtin("__ior__(self, value, /)")
    static PyObject orInPlace(ThreadState ts, PySet self, PyObject value) {
        if (!(value instanceof PySet)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        SetAlgebra.update(ts, self, value);
        return self;
    }

    @Builtin("__isub__(self, value, /)")
    static PyObject subtractInPlace(ThreadState ts, PySet self, PyObject value) {
        if (!(value instanceof PySet)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        SetAlgebra.subtract(ts, self, value);
        return self;
    }

    @Builtin("__ixor__(self, value, /)")
    static PyObject xorInPlace(ThreadState ts, PySet self, PyObject value) {
        if (!(value instanceof PySet)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        SetAlgebra.symmetricUpdate(ts, self, value);
        return self;
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PySet self) {
        return SetText.repr(ts, self);
    }

    @Builtin("__len__(self, /)")
    static int length(PySet self) {
        return self.size();
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PySet self) {
        return new PySetIterator(self);
    }

    @Builtin(value = "__contains__(self, key, /)", coexist = true, doc = "x.__contains__(y) <==> y in x.")
    static boolean contains(ThreadState ts, PySet self, PyObject key) {
        return SetAlgebra.find(ts, self, key) >= 0;
    }

    // Operators.

    @Builtin("__and__(self, value, /)")
    static PyObject and(ThreadState ts, PySet self, PyObject value) {
        return value instanceof PySet ? SetAlgebra.intersection(ts, self, value) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__rand__(self, value, /)")
    static PyObject reflectedAnd(ThreadState ts, PySet self, PyObject value) {
        return value instanceof PySet other ? SetAlgebra.intersection(ts, other, self) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__or__(self, value, /)")
    static PyObject or(ThreadState ts, PySet self, PyObject value) {
        if (!(value instanceof PySet)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        return SetAlgebra.updated(ts, SetAlgebra.copy(self), value);
    }

    @Builtin("__ror__(self, value, /)")
    static PyObject reflectedOr(ThreadState ts, PySet self, PyObject value) {
        return value instanceof PySet other ? or(ts, other, self) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__sub__(self, value, /)")
    static PyObject subtract(ThreadState ts, PySet self, PyObject value) {
        return value instanceof PySet ? SetAlgebra.difference(ts, self, value) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__rsub__(self, value, /)")
    static PyObject reflectedSubtract(ThreadState ts, PySet self, PyObject value) {
        return value instanceof PySet other ? SetAlgebra.difference(ts, other, self) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__xor__(self, value, /)")
    static PyObject xor(ThreadState ts, PySet self, PyObject value) {
        if (!(value instanceof PySet)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        return symmetricDifference(ts, self, value);
    }

    @Builtin("__rxor__(self, value, /)")
    static PyObject reflectedXor(ThreadState ts, PySet self, PyObject value) {
        return value instanceof PySet other ? xor(ts, other, self) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject lessThan(ThreadState ts, PySet self, PyObject value) {
        return value instanceof PySet other
                ? PyBool.of(self.size() < other.size() && SetAlgebra.isSubset(ts, self, other))
                : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(ThreadState ts, PySet self, PyObject value) {
        return value instanceof PySet other
                ? PyBool.of(SetAlgebra.isSubset(ts, self, other))
                : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PySet self, PyObject value) {
        return value instanceof PySet other
                ? PyBool.of(SetAlgebra.equal(ts, self, other))
                : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PySet self, PyObject value) {
        return value instanceof PySet other
                ? PyBool.of(!SetAlgebra.equal(ts, self, other))
                : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greaterThan(ThreadState ts, PySet self, PyObject value) {
        return value instanceof PySet other
                ? PyBool.of(self.size() > other.size() && SetAlgebra.isSubset(ts, other, self))
                : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(ThreadState ts, PySet self, PyObject value) {
        return value instanceof PySet other
                ? PyBool.of(SetAlgebra.isSubset(ts, other, self))
                : PySingleton.NOT_IMPLEMENTED;
    }

    // Methods.

    @Builtin(value = "difference(self, /, *others)", doc = """
            Return the difference of two or more sets as a new set.

            (i.e. all elements that are in this set but not the others.)""")
    static PyObject difference(ThreadState ts, PySet self, PyObject[] others) {
        return SetAlgebra.difference(ts, self, others);
    }

    @Builtin(value = "intersection(self, /, *others)", doc = """
            Return the intersection of two sets as a new set.

            (i.e. all elements that are in both sets.)""")
    static PyObject intersection(ThreadState ts, PySet self, PyObject[] others) {
        return SetAlgebra.intersection(ts, self, others);
    }

    @Builtin(value = "union(self, /, *others)", doc = """
            Return the union of sets as a new set.

            (i.e. all elements that are in either set.)""")
    static PyObject union(ThreadState ts, PySet self, PyObject[] others) {
        PySet made = SetAlgebra.copy(self);
        for (PyObject other : others) {
            made = SetAlgebra.updated(ts, made, other);
        }
        return made;
    }

    @Builtin(value = "symmetric_difference(self, other, /)", doc = """
            Return the symmetric difference of two sets as a new set.

            (i.e. all elements that are in exactly one of the sets.)""")
    static PyObject symmetricDifference(ThreadState ts, PySet self, PyObject other) {
        PySet made = SetAlgebra.make(ts, SetAlgebra.plainType(self), other);
        try {
            SetAlgebra.symmetricUpdate(ts, made, self);
        } catch (PyException e) {
            Refs.drop(made);
            throw e;
        }
        return made;
    }

    @Builtin(value = "isdisjoint(self, other, /)", doc = "Return True if two sets have a null intersection.")
    static boolean isDisjoint(ThreadState ts, PySet self, PyObject other) {
        return SetAlgebra.isDisjoint(ts, self, other);
    }

    @Builtin(value = "issubset(self, other, /)", doc = "Report whether another set contains this set.")
    static boolean isSubset(ThreadState ts, PySet self, PyObject other) {
        return SetAlgebra.isSubset(ts, self, other);
    }

    @Builtin(value = "issuperset(self, other, /)", doc = "Report whether this set contains another set.")
    static boolean isSuperset(ThreadState ts, PySet self, PyObject other) {
        if (other instanceof PySet set) {
            return SetAlgebra.isSubset(ts, set, self);
        }
        PyObject iterator = Protocol.iter(ts, other);
        Refs.incRef(iterator);
        try {
            for (PyObject item = Protocol.next(ts, iterator); item != null; item = Protocol.next(ts, iterator)) {
                try {
                    if (SetAlgebra.find(ts, self, item) < 0) {
                        return false;
                    }
                } finally {
                    Refs.drop(item);
                }
            }
            return true;
        } finally {
            Refs.decRef(iterator);
        }
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(ThreadState ts, PySet self) {
        return SetText.reduce(ts, self);
    }

    @Builtin("__sizeof__(self, /)")
    static int sizeOf(PySet self) {
        return 200 + Math.max(0, self.items.length - 5) * 24;
    }

    @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS_METHOD)
    static PyObject classGetItem(PyType cls, PyObject item) {
        return Sequences.alias(cls, item);
    }
}
