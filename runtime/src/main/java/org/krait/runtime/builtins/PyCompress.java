package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PyType;

/** A {@code zlib.Compress}. */
public final class PyCompress extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("zlib.Compress", PyType.OBJECT, PyType.NO_NEW, new CompressMethodsTable());

    final DeflateStream stream;

    PyCompress(DeflateStream stream) {
        super(TYPE);
        this.stream = stream;
    }

    @Override
    protected void dropReferents() {
        stream.end();
    }
}
