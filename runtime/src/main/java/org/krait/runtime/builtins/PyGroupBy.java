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
        currentGroup = group;
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
