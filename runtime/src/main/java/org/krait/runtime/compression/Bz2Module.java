package org.krait.runtime.compression;

import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _bz2}. */
@BuiltinModule("_bz2")
public final class Bz2Module {
    private Bz2Module() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict d = module.materializeDict();
        d.put("BZ2Compressor", PyBzipCompressor.TYPE);
        d.put("BZ2Decompressor", PyBzipDecompressor.TYPE);
    }
}
