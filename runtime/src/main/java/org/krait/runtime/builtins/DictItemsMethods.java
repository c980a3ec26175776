package org.krait.runtime.builtins;

import org.krait.objects.CompareOp;
import org.krait.objects.Errors;
import org.krait.objects.PyDictIterator;
import org.krait.objects.PyDictView;
import org.krait.objects.PyMappingProxy;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code dict_items}. */
@BuiltinType(base = ObjectMethods.class)
public final class DictItemsMethods {
    private DictItemsMethods() {}

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyDictView self) {
        return DictViews.repr(ts, self);
    }

    @Builtin("__len__(self, /)")
    static int length(PyDictView self) {
        return DictMethods.length(self.dict);
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyDictView self) {
        return new PyDictIterator(self.dict, self.kind, false);
    }

    @Builtin("__reversed__(self, /)")
    static PyObject reversed(PyDictView self) {
        return new PyDictIterator(self.dict, self.kind, true);
    }

    @Attribute(value = "mapping", doc = "dictionary that this view refers to")
    static PyObject mapping(PyDictView self) {
        return new PyMappingProxy(self.dict);
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(ThreadState ts, PyDictView self, PyObject key) {
        return DictViews.contains(ts, self, key);
    }

    @Builtin("__hash__(self, /)")
    static void hash(PyDictView self) {
        throw Errors.typeError("unhashable type: 'dict_items'");
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject lessThan(ThreadState ts, PyDictView self, PyObject value) {
        return DictViews.compare(ts, CompareOp.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(ThreadState ts, PyDictView self, PyObject value) {
        return DictViews.compare(ts, CompareOp.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PyDictView self, PyObject value) {
        return DictViews.compare(ts, CompareOp.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PyDictView self, PyObject value) {
        return DictViews.compare(ts, CompareOp.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greaterThan(ThreadState ts, PyDictView self, PyObject value) {
        return DictViews.compare(ts, CompareOp.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(ThreadState ts, PyDictView self, PyObject value) {
        return DictViews.compare(ts, CompareOp.GE, self, value);
    }

    @Builtin("__and__(self, value, /)")
    static PyObject and(ThreadState ts, PyDictView self, PyObject value) {
        return DictViews.and(ts, self, value);
    }

    @Builtin("__rand__(self, value, /)")
    static PyObject reflectedAnd(ThreadState ts, PyDictView self, PyObject value) {
        return DictViews.and(ts, value, self);
    }

    @Builtin("__or__(self, value, /)")
    static PyObject or(ThreadState ts, PyDictView self, PyObject value) {
        return DictViews.or(ts, self, value);
    }

    @Builtin("__ror__(self, value, /)")
    static PyObject reflectedOr(ThreadState ts, PyDictView self, PyObject value) {
        return DictViews.or(ts, value, self);
    }

    @Builtin("__sub__(self, value, /)")
    static PyObject subtract(ThreadState ts, PyDictView self, PyObject value) {
        return DictViews.subtract(ts, self, value);
    }

    @Builtin("__rsub__(self, value, /)")
    static PyObject reflectedSubtract(ThreadState ts, PyDictView self, PyObject value) {
        return DictViews.subtract(ts, value, self);
    }

    @Builtin("__xor__(self, value, /)")
    static PyObject xor(ThreadState ts, PyDictView self, PyObject value) {
        return DictViews.xor(ts, self, value);
    }

    @Builtin("__rxor__(self, value, /)")
    static PyObject reflectedXor(ThreadState ts, PyDictView self, PyObject value) {
        return DictViews.xor(ts, value, self);
    }

    @Builtin(value = "isdisjoint(self, other, /)",
            doc = "Return True if the view and the given iterable have a null intersection.")
    static boolean isDisjoint(ThreadState ts, PyDictView self, PyObject other) {
        return DictViews.isDisjoint(ts, self, other);
    }
}
