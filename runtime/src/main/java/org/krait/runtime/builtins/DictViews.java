package org.krait.runtime.builtins;

import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Mutations;
import org.krait.objects.PyBool;
import org.krait.objects.PyDict;
import org.krait.objects.PyDictIterator;
import org.krait.objects.PyDictView;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Texts;

/** What the views of dicts do as sets. */
final class DictViews {
    private DictViews() {}

    static PyObject repr(ThreadState ts, PyDictView self) {
        if (Protocol.enterRepr(ts, self)) {
            return PyStr.interned("...");
        }
        PyList items = null;
        try {
            items = Protocol.list(ts, new PyDictIterator(self.dict, self.kind, false));
            PyStrBuilder out = new PyStrBuilder();
            out.append(self.type.pyName()).append('(').append(Texts.repr(ts, items)).append(')');
            return out.toPyStr();
        } finally {
            Refs.xdrop(items);
            Protocol.leaveRepr(ts);
        }
    }

    static boolean contains(ThreadState ts, PyDictView self, PyObject key) {
        if (Mutations.WATCHED) {
            Mutations.noteLookUp(self.dict, key instanceof PyTuple t && t.items.length == 2
                    && self.kind != PyDictIterator.KEYS ? t.items[0] : key);
        }
        if (self.kind == PyDictIterator.KEYS) {
            return self.dict.get(ts, key) != null;
        }
        if (!(key instanceof PyTuple pair) || pair.items.length != 2) {
            return false;
        }
        PyObject value = self.dict.get(ts, pair.items[0]);
        if (value == null) {
            return false;
        }
        Refs.incRef(value);
        try {
            return Equality.same(ts, value, pair.items[1]);
        } finally {
            Refs.decRef(value);
        }
    }

    private static boolean isSetLike(PyObject o) {
        return o instanceof PySet || o instanceof PyDictView view && view.kind != PyDictIterator.VALUES;
    }

    private static int length(ThreadState ts, PyObject o) {
        return o.type.slots().length(ts, o);
    }

    private static boolean has(ThreadState ts, PyObject container, PyObject item) {
        return container instanceof PyDictView view
                ? contains(ts, view, item)
                : SetAlgebra.find(ts, (PySet) container, item) >= 0;
    }

    private static boolean allIn(ThreadState ts, PyObject a, PyObject b) {
        PyObject iterator = Protocol.iter(ts, a);
        Refs.incRef(iterator);
        try {
            for (PyObject item = Protocol.next(ts, iterator); item != null; item = Protocol.next(ts, iterator)) {
                Refs.incRef(item);
                try {
                    if (!has(ts, b, item)) {
                        return false;
                    }
                } finally {
                    Refs.decRef(item);
                }
            }
            return true;
        } finally {
            Refs.decRef(iterator);
        }
    }

    static PyObject compare(ThreadState ts, CompareOp op, PyDictView self, PyObject other) {
        if (!isSetLike(other)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        int n = self.dict.size();
        int m = length(ts, other);
        boolean answer = switch (op) {
            case EQ -> n == m && allIn(ts, self, other);
            case NE -> !(n == m && allIn(ts, self, other));
            case LT -> n < m && allIn(ts, self, other);
            case LE -> n <= m && allIn(ts, self, other);
            case GT -> n > m && allIn(ts, other, self);
            case GE -> n >= m && allIn(ts, other, self);
        };
        return PyBool.of(answer);
    }

    static PyObject and(ThreadState ts, PyObject a, PyObject b) {
        PyObject self = a;
        PyObject other = b;
        if (!(self instanceof PyDictView)) {
            self = b;
            other = a;
        }
        if (other.type == PySet.TYPE && ((PyDictView) self).dict.size() <= ((PySet) other).size()) {
            PyObject x = self;
            self = other;
            other = x;
        } else if (other instanceof PyDictView view && view.kind != PyDictIterator.VALUES
                && view.dict.size() > ((PyDictView) self).dict.size()) {
            PyObject x = self;
            self = other;
            other = x;
        }
        PySet made = new PySet();
        PyObject iterator = Protocol.iter(ts, other);
        Refs.incRef(iterator);
        try {
            for (PyObject item = Protocol.next(ts, iterator); item != null; item = Protocol.next(ts, iterator)) {
                Refs.incRef(item);
                try {
                    if (has(ts, self, item)) {
                        made.add(ts, item);
                    }
                } finally {
                    Refs.decRef(item);
                }
            }
        } finally {
            Refs.decRef(iterator);
        }
        return made;
    }

    /** A new set of the items; that of an exact dict's keys has room for all from the start, as CPython's. */
    private static PySet toSet(ThreadState ts, PyObject o) {
        boolean areKeys = o instanceof PyDictView v && v.kind == PyDictIterator.KEYS && v.dict.type == PyDict.TYPE;
        return SetAlgebra.make(ts, PySet.TYPE, areKeys ? ((PyDictView) o).dict : o);
    }

    static PyObject or(ThreadState ts, PyObject a, PyObject b) {
        PySet made = toSet(ts, a);
        SetAlgebra.update(ts, made, b);
        return made;
    }

    static PyObject subtract(ThreadState ts, PyObject a, PyObject b) {
        PySet made = toSet(ts, a);
        SetAlgebra.subtract(ts, made, b);
        return made;
    }

    static PyObject xor(ThreadState ts, PyObject a, PyObject b) {
        PySet made = toSet(ts, a);
        SetAlgebra.symmetricUpdate(ts, made, b);
        return made;
    }

    static boolean isDisjoint(ThreadState ts, PyDictView self, PyObject other) {
        if (other == self) {
            return self.dict.size() == 0;
        }
        PyObject small = other;
        PyObject large = self;
        if (isSetLike(other) && length(ts, other) > self.dict.size()) {
            small = self;
            large = other;
        }
        PyObject iterator = Protocol.iter(ts, small);
        Refs.incRef(iterator);
        try {
            for (PyObject item = Protocol.next(ts, iterator); item != null; item = Protocol.next(ts, iterator)) {
                Refs.incRef(item);
                try {
                    if (has(ts, large, item)) {
                        return false;
                    }
                } finally {
                    Refs.decRef(item);
                }
            }
            return true;
        } finally {
            Refs.decRef(iterator);
        }
    }
}
