package org.krait.runtime.builtins;

import java.io.ByteArrayOutputStream;
import org.krait.objects.Errors;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code zlib.Compress}. */
@BuiltinType(base = ObjectMethods.class)
public final class CompressMethods {
    private CompressMethods() {}

    @Builtin(
            value = "compress(self, data, /)",
            doc = """
                Returns a bytes object containing compressed data.

                  data
                    Binary data to be compressed.

                After calling this function, some of the input data may still
                be stored in internal buffers for later processing.
                Call the flush() method to clear these buffers.""")
    static PyObject compress(ThreadState ts, PyCompress self, PyObject data) {
        PyBuffer buffer = ZlibModule.buffer(ts, data);
        try {
            if (self.stream.isFinished()) {
                throw ZlibModule.error(-2, "while compressing data", "inconsistent stream state");
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            self.stream.compress(buffer.array, buffer.offset, buffer.length, out);
            return new PyBytes(out.toByteArray());
        } finally {
            buffer.release();
        }
    }

    @Builtin(
            value = "flush(self, mode=4, /)",
            doc = """
                Return a bytes object containing any remaining compressed data.

                  mode
                    One of the constants Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH.
                    If mode == Z_FINISH, the compressor object can no longer be
                    used after calling the flush() method.  Otherwise, more data
                    can still be compressed.""")
    static PyObject flush(PyCompress self, int mode) {
        if (mode == 0) {
            return PyBytes.EMPTY;
        }
        if (self.stream.isFinished() || mode < 0 || mode > 6) {
            throw ZlibModule.error(-2, "while flushing", "inconsistent stream state");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        self.stream.flush(mode > 4 ? 2 : mode, out);
        return new PyBytes(out.toByteArray());
    }

    @Builtin(value = "copy(self, /)", doc = "Return a copy of the compression object.")
    static PyObject copy(PyCompress self) {
        if (self.stream.isFinished()) {
            throw Errors.valueError("Inconsistent stream state");
        }
        DeflateStream copy = self.stream.copy();
        if (copy == null) {
            throw Errors.memoryError();
        }
        return new PyCompress(copy);
    }

    @Builtin("__copy__(self, /)")
    static PyObject shallowCopy(PyCompress self) {
        return copy(self);
    }

    @Builtin("__deepcopy__(self, memo, /)")
    static PyObject deepCopy(PyCompress self, PyObject memo) {
        return copy(self);
    }
}
