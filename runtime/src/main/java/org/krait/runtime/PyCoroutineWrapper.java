package org.krait.runtime;

import org.krait.objects.PyGenerator;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** What {@code coroutine.__await__()} gives: an iterator over the coroutine. */
public final class PyCoroutineWrapper extends PyObject {
    public static final PyType TYPE = PyType.builtin("coroutine_wrapper", PyType.OBJECT, PyType.NO_NEW);

    public final PyGenerator coroutine;

    public PyCoroutineWrapper(PyGenerator coroutine) {
        super(TYPE);
        this.coroutine = coroutine;
        Refs.incRef(coroutine);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(coroutine);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(coroutine);
    }
}
