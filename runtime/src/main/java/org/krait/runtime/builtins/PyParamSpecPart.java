package org.krait.runtime.builtins;

import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** The {@code args} or {@code kwargs} of a ParamSpec. */
public final class PyParamSpecPart extends PyInstance {
    public static final PyType ARGS = PyType.builtin("typing.ParamSpecArgs", PyType.OBJECT, PyType.HAS_WEAKREF);
    public static final PyType KWARGS = PyType.builtin("typing.ParamSpecKwargs", PyType.OBJECT, PyType.HAS_WEAKREF);

    public final PyObject origin;

    public PyParamSpecPart(PyType type, PyObject origin) {
        super(type);
        this.origin = origin;
        Refs.incRef(origin);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(origin);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(origin);
    }
}
