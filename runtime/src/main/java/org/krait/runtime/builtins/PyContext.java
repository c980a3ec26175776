package org.krait.runtime.builtins;

import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/**
 * A {@code contextvars.Context}. Its map is never changed once something else looks at it: a copy shares the map, and
 * the first to set a variable takes a map of its own.
 */
public final class PyContext extends PyInstance {
    public static final PyType TYPE = PyType.builtin("_contextvars.Context", PyType.OBJECT, PyType.HAS_WEAKREF,
            new ContextMethodsTable());

    private PyDict values;
    private boolean shared;
    /** The context that was current before this one was entered. Counted. */
    PyObject previous;
    boolean entered;

    PyContext() {
        super(TYPE);
        values = new PyDict();
        Refs.incRef(values);
    }

    /** The current context of a thread. */
    static PyContext current(ThreadState ts) {
        if (ts.context == null) {
            PyContext made = new PyContext();
            Refs.incRef(made);
            ts.context = made;
        }
        return (PyContext) ts.context;
    }

    PyContext copy() {
        PyContext made = new PyContext();
        PyDict own = made.values;
        made.values = snapshot();
        made.shared = true;
        Refs.incRef(made.values);
        Refs.decRef(own);
        return made;
    }

    /** The map as it is now: it will not change. */
    PyDict snapshot() {
        shared = true;
        return values;
    }

    /** The map, for reading at once. */
    PyDict values() {
        return values;
    }

    private PyDict own() {
        if (shared) {
            PyDict old = values;
            values = old.copy();
            shared = false;
            Refs.incRef(values);
            Refs.decRef(old);
        }
        return values;
    }

    void set(ThreadState ts, PyContextVar key, PyObject value) {
        own().put(ts, key, value);
    }

    void remove(ThreadState ts, PyContextVar key) {
        own().remove(ts, key);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(values);
        Refs.xdecRef(previous);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(values);
        if (previous != null) {
            visitor.visit(previous);
        }
    }
}
