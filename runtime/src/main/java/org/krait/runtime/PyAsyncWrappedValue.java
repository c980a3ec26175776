package org.krait.runtime;

import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** A value that an async generator yields, to tell it from what it awaits. Never seen by a program. */
final class PyAsyncWrappedValue extends PyObject {
    static final PyType TYPE = PyType.builtin("async_generator_wrapped_value", PyType.OBJECT, PyType.NO_NEW);

    final PyObject value;

    PyAsyncWrappedValue(PyObject value) {
        super(TYPE);
        this.value = value;
        Refs.incRef(value);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(value);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(value);
    }
}
