package org.krait.runtime.builtins;

import org.krait.objects.Equality;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;

/** {@code itertools.groupby}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "__new__",
        doc = "Pairs of a key and an iterator over the successive items that have it.\n\n"
                + "  iterable\n    What to group.\n"
                + "  key\n    A function that gives the key of an item; None for the item itself.")
final class PyGroupBy extends Itertool {
    static final PyType TYPE = ToolTypes.GROUP_BY;

    private final PyObject source;
    /** Null for identity. */
    private final PyObject function;
    /** The key of the group given out last; null before the first. Counted, as the next two. */
    private PyObject targetKey;
    private PyObject currentKey;
    private PyObject currentValue;
    /** The only group that still may take items. Not counted: only compared. */
    private PyGroup currentGroup;

    private PyGroupBy(PyType type, PyObject source, PyObject function) {
        super(type);
        this.source = source;
        this.function = function;
        Refs.incRef(source);
        Refs.xincRef(function);
    }

    @Builtin("__new__(type, iterable, key=None)")
    static PyObject make(ThreadState ts, PyType type, PyObject iterable, PyObject key) {
        return new PyGroupBy(type, Iteration.iter(ts, iterable), key == PySingleton.NONE ? null : key);
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyGroupBy self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyGroupBy self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        currentGroup = null;
        while (currentKey == null || targetKey != null && same(ts, targetKey, currentKey)) {
            if (!step(ts)) {
                return null;
            }
        }
        PyObject old = targetKey;
        Refs.incRef(currentKey);
        targetKey = currentKey;
        Refs.xdecRef(old);
        PyGroup group = new PyGroup(this, targetKey);
        return PyTuple.of(currentKey, group);
    }

    private static boolean same(ThreadState ts, PyObject a, PyObject b) {
        Refs.incRef(a);
        Refs.incRef(b);
        try {
            return Equality.same(ts, a, b);
        } finally {
            Refs.decRef(a);
            Refs.decRef(b);
        }
    }

    /** Takes the next item; false when there is none. */
    private boolean step(ThreadState ts) {
        PyObject value = Iteration.next(ts, source);
        if (value == null) {
            return false;
        }
        Refs.incRef(value);
        PyObject key = value;
        if (function != null) {
            try {
                key = Calls.call(ts, function, value);
            } catch (PyException e) {
                Refs.decRef(value);
                throw e;
            }
        }
        Refs.incRef(key);
        PyObject oldValue = currentValue;
        PyObject oldKey = currentKey;
        currentValue = value;
        currentKey = key;
        Refs.xdecRef(oldValue);
        Refs.xdecRef(oldKey);
        return true;
    }

    /** Lets a group, and no other, take items. */
    void setCurrent(PyGroup group) {
        currentGroup = group;
    }

    /** The next item of a group; null at its end. */
    PyObject nextOf(ThreadState ts, PyGroup group, PyObject groupKey) {
        if (currentGroup != group) {
            return null;
        }
        if (currentValue == null && !step(ts)) {
            return null;
        }
        if (!same(ts, groupKey, currentKey)) {
            return null;
        }
        PyObject item = currentValue;
        currentValue = null;
        currentKey = dropped(currentKey);
        if (item != null) {
            Refs.release(item);
        }
        return item;
    }

    @Builtin("__reduce__(self, /)")
    static PyTuple reduce(ThreadState ts, PyGroupBy self) {
        warnOfPickling(ts);
        PyTuple args = PyTuple.of(self.source, self.function == null ? PySingleton.NONE : self.function);
        return self.currentKey == null || self.currentValue == null || self.targetKey == null
                ? PyTuple.of(self.type, args)
                : PyTuple.of(self.type, args, PyTuple.of(self.currentKey, self.currentValue, self.targetKey));
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(ThreadState ts, PyGroupBy self, PyObject state) {
        warnOfPickling(ts);
        PyTuple given = state(state, 3, 3);
        PyObject[] old = {self.currentKey, self.currentValue, self.targetKey};
        for (PyObject o : given.items) {
            Refs.incRef(o);
        }
        self.currentKey = given.item(0);
        self.currentValue = given.item(1);
        self.targetKey = given.item(2);
        for (PyObject o : old) {
            Refs.xdecRef(o);
        }
    }

    /** What pickle needs of a group; one that cannot take items any more is as good as an empty iterator. */
    PyTuple reduceGroup(ThreadState ts, PyGroup group, PyObject key) {
        return currentGroup == group
                ? PyTuple.of(group.type, PyTuple.of(this, key))
                : PyTuple.of(Protocol.builtin(ts, "iter"), PyTuple.of(PyTuple.EMPTY));
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(source);
        Refs.xdecRef(function);
        Refs.xdecRef(targetKey);
        Refs.xdecRef(currentKey);
        Refs.xdecRef(currentValue);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(source);
        visit(visitor, function);
        visit(visitor, targetKey);
        visit(visitor, currentKey);
        visit(visitor, currentValue);
    }
}
