package org.krait.runtime.io;

import org.krait.objects.PyInstance;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** What exports the bytes of a BytesIO to the views that {@code getbuffer} makes. */
public final class PyBytesIOBuffer extends PyInstance {
    public static final PyType TYPE = PyType.builtin("_io._BytesIOBuffer", PyType.OBJECT, PyType.NO_NEW,
            new BytesIOBufferMethodsTable());

    final PyBytesIO stream;

    PyBytesIOBuffer(PyBytesIO stream) {
        super(TYPE);
        this.stream = stream;
        Refs.incRef(stream);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(stream);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(stream);
    }
}
