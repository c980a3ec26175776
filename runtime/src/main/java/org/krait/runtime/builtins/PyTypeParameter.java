package org.krait.runtime.builtins;

import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** A {@code TypeVar}, {@code ParamSpec} or {@code TypeVarTuple}: the type tells. */
public final class PyTypeParameter extends PyInstance {
    private static final int FLAGS = PyType.HAS_DICT | PyType.HAS_WEAKREF;
    public static final PyType TYPE_VAR = PyType.builtin("typing.TypeVar", PyType.OBJECT, FLAGS);
    public static final PyType PARAM_SPEC = PyType.builtin("typing.ParamSpec", PyType.OBJECT, FLAGS);
    public static final PyType TYPE_VAR_TUPLE = PyType.builtin("typing.TypeVarTuple", PyType.OBJECT, FLAGS);

    public final PyStr name;
    public boolean covariant;
    public boolean contravariant;
    public boolean inferVariance;
    /** The bound; null when there is none or it is not evaluated yet. */
    private PyObject bound;
    /** The function that computes the bound when asked; null when there is none. */
    private PyObject evaluateBound;
    private PyObject constraints;
    private PyObject evaluateConstraints;

    public PyTypeParameter(PyType type, PyStr name) {
        super(type);
        this.name = name;
    }

    public PyObject bound() {
        return bound;
    }

    public void setBound(PyObject value) {
        bound = swap(bound, value);
    }

    public PyObject evaluateBound() {
        return evaluateBound;
    }

    public void setEvaluateBound(PyObject value) {
        evaluateBound = swap(evaluateBound, value);
    }

    public PyObject constraints() {
        return constraints;
    }

    public void setConstraints(PyObject value) {
        constraints = swap(constraints, value);
    }

    public PyObject evaluateConstraints() {
        return evaluateConstraints;
    }

    public void setEvaluateConstraints(PyObject value) {
        evaluateConstraints = swap(evaluateConstraints, value);
    }

    /** Sets {@code __module__}. */
    public void setModule(PyObject value) {
        setAttribute(PyStr.interned("__module__"), value);
    }

    private static PyObject swap(PyObject old, PyObject value) {
        Refs.xincRef(value);
        Refs.xdecRef(old);
        return value;
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(bound);
        Refs.xdecRef(evaluateBound);
        Refs.xdecRef(constraints);
        Refs.xdecRef(evaluateConstraints);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        PyObject[] all = {bound, evaluateBound, constraints, evaluateConstraints};
        for (PyObject o : all) {
            if (o != null) {
                visitor.visit(o);
            }
        }
    }
}
