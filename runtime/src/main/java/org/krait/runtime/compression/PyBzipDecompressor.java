package org.krait.runtime.compression;

import org.krait.objects.PyBytes;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;

/** A {@code _bz2.BZ2Decompressor}. */
final class PyBzipDecompressor extends PyObject {
    static final PyType TYPE =
            PyType.builtin("_bz2.BZ2Decompressor", PyType.OBJECT, 0, new BzipDecompressorMethodsTable());

    final BzipDecoder decoder = new BzipDecoder();
    PyBytes unusedData = PyBytes.EMPTY;
    boolean needsInput = true;

    PyBzipDecompressor() {
        super(TYPE);
    }
}
