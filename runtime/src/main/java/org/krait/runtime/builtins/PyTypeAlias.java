package org.krait.runtime.builtins;

import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** A {@code typing.TypeAliasType}: a name, type parameters and a value that is computed when asked for. */
public final class PyTypeAlias extends PyInstance {
    public static final PyType TYPE = PyType.builtin("typing.TypeAliasType", PyType.OBJECT, 0);

    public final PyStr name;
    /** A tuple, or None. */
    public final PyObject parameters;
    /** The function that computes the value; null for an alias made by a call. */
    public final PyObject evaluate;
    private PyObject value;
    private PyObject module;

    public PyTypeAlias(PyStr name, PyObject parameters, PyObject evaluate, PyObject value) {
        super(TYPE);
        this.name = name;
        this.parameters = parameters == null ? PySingleton.NONE : parameters;
        this.evaluate = evaluate;
        this.value = value;
        Refs.incRef(this.parameters);
        Refs.xincRef(evaluate);
        Refs.xincRef(value);
    }

    /** The value; null while it is not evaluated. */
    public PyObject value() {
        return value;
    }

    public void setValue(PyObject computed) {
        Refs.xincRefFrom(this, computed);
        Refs.xdecRef(value);
        value = computed;
    }

    /** {@code __module__}; null for unknown. */
    public PyObject module() {
        return module;
    }

    public void setModule(PyObject name) {
        Refs.xincRef(name);
        Refs.xdecRef(module);
        module = name;
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(parameters);
        Refs.xdecRef(evaluate);
        Refs.xdecRef(value);
        Refs.xdecRef(module);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        PyObject[] all = {parameters, evaluate, value, module};
        for (PyObject o : all) {
            if (o != null) {
                visitor.visit(o);
            }
        }
    }
}
