package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** A {@code contextvars.Token}: what a variable was before it was set. */
public final class PyContextToken extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("_contextvars.Token", PyType.OBJECT, 0, new ContextTokenMethodsTable());

    final PyContext context;
    final PyContextVar variable;
    /** Null when the variable had no value. Counted. */
    final PyObject oldValue;
    boolean used;

    PyContextToken(PyContext context, PyContextVar variable, PyObject oldValue) {
        super(TYPE);
        this.context = context;
        this.variable = variable;
        this.oldValue = oldValue;
        Refs.incRef(context);
        Refs.incRef(variable);
        Refs.xincRef(oldValue);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(context);
        Refs.decRef(variable);
        Refs.xdecRef(oldValue);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(context);
        visitor.visit(variable);
        if (oldValue != null) {
            visitor.visit(oldValue);
        }
    }
}
