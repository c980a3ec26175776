package org.krait.runtime.compression;

import org.krait.objects.Errors;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.builtins.Bytes;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@link PyBzipCompressor}. */
@BuiltinType(base = ObjectMethods.class, signature = "__new__", doc = """
        Create a compressor object for compressing data incrementally.

          compresslevel
            Compression level, as a number between 1 and 9.

        For one-shot compression, use the compress() function instead.""")
final class BzipCompressorMethods {
    private BzipCompressorMethods() {}

    @Builtin("__new__(type, compresslevel=9, /)")
    static PyObject make(PyType type, int level) {
        if (level < 1 || level > 9) {
            throw Errors.valueError("compresslevel must be between 1 and 9");
        }
        return new PyBzipCompressor(level);
    }

    @Builtin(value = "compress(self, data, /)", doc = """
            Provide data to the compressor object.

            Returns a chunk of compressed data if possible, or b'' otherwise.

            When you have finished providing data to the compressor, call the
            flush() method to finish the compression process.""")
    static PyObject compress(ThreadState ts, PyBzipCompressor self, PyObject data) {
        PyBuffer buffer = Bytes.buffer(ts, data);
        try {
            if (self.flushed) {
                throw Errors.valueError("Compressor has been flushed");
            }
            return new PyBytes(self.encoder.compress(buffer.array, buffer.offset, buffer.length));
        } finally {
            buffer.release();
        }
    }

    @Builtin(value = "flush(self, /)", doc = """
            Finish the compression process.

            Returns the compressed data left in internal buffers.

            The compressor object may not be used after this method is called.""")
    static PyObject flush(PyBzipCompressor self) {
        if (self.flushed) {
            throw Errors.valueError("Repeated call to flush()");
        }
        self.flushed = true;
        return new PyBytes(self.encoder.finish());
    }
}
