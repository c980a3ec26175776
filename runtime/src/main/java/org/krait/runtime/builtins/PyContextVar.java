package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** A {@code contextvars.ContextVar}. */
public final class PyContextVar extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("_contextvars.ContextVar", PyType.OBJECT, 0, new ContextVarMethodsTable());

    final PyStr name;
    /** The default; null for none. Counted. */
    final PyObject fallback;

    PyContextVar(PyStr name, PyObject fallback) {
        super(TYPE);
        this.name = name;
        this.fallback = fallback;
        Refs.incRef(name);
        Refs.xincRef(fallback);
    }

    /** A variable of a native module, without default. */
    public static PyContextVar named(String name) {
        return new PyContextVar(PyStr.interned(name), null);
    }

    public String name() {
        return name.toString();
    }

    /** The value in the current context of a thread; null when it has none. */
    public PyObject value(ThreadState ts) {
        return ts.context == null ? null : ((PyContext) ts.context).values().get(ts, this);
    }

    /** Sets the value in the current context of a thread. */
    public void set(ThreadState ts, PyObject value) {
        PyContext.current(ts).set(ts, this, value);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(name);
        Refs.xdecRef(fallback);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(name);
        if (fallback != null) {
            visitor.visit(fallback);
        }
    }
}
