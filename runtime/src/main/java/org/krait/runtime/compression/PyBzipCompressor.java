package org.krait.runtime.compression;

import org.krait.objects.PyObject;
import org.krait.objects.PyType;

/** A {@code _bz2.BZ2Compressor}. */
final class PyBzipCompressor extends PyObject {
    static final PyType TYPE =
            PyType.builtin("_bz2.BZ2Compressor", PyType.OBJECT, 0, new BzipCompressorMethodsTable());

    final BzipEncoder encoder;
    boolean flushed;

    PyBzipCompressor(int level) {
        super(TYPE);
        encoder = new BzipEncoder(level);
    }
}
