package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code zlib.Decompress}. */
@BuiltinType(base = ObjectMethods.class)
public final class DecompressMethods {
    private DecompressMethods() {}

    @Builtin(
            value = "decompress(self, data, /, max_length=0)",
            doc = """
                Return a bytes object containing the decompressed version of the data.

                  data
                    The binary data to decompress.
                  max_length
                    The maximum allowable length of the decompressed data.
                    Unconsumed input data will be stored in
                    the unconsumed_tail attribute.

                After calling this function, some of the input data may still be stored in
                internal buffers for later processing.
                Call the flush() method to clear these buffers.""")
    static PyObject decompress(ThreadState ts, PyDecompress self, PyObject data, long maxLength) {
        PyBuffer buffer = ZlibModule.buffer(ts, data);
        try {
            if (maxLength < 0) {
                throw Errors.valueError("max_length must be non-negative");
            }
            if (self.closed) {
                throw ZlibModule.error(-2, "while decompressing data", "inconsistent stream state");
            }
            return self.run(buffer.array, buffer.offset, buffer.length, maxLength == 0 ? Long.MAX_VALUE : maxLength,
                    "while decompressing data");
        } finally {
            buffer.release();
        }
    }

    @Builtin(
            value = "flush(self, length=16384, /)",
            doc = """
                Return a bytes object containing any remaining decompressed data.

                  length
                    the initial size of the output buffer.""")
    static PyObject flush(PyDecompress self, long length) {
        if (length <= 0) {
            throw Errors.valueError("length must be greater than zero");
        }
        byte[] tail = self.unconsumedTail.value;
        PyObject rest = self.run(tail, 0, tail.length, Long.MAX_VALUE, "while flushing");
        self.closed = self.stream.isEnded();
        return rest;
    }

    @Builtin(value = "copy(self, /)", doc = "Return a copy of the decompression object.")
    static PyObject copy(PyDecompress self) {
        if (self.closed) {
            throw Errors.valueError("Inconsistent stream state");
        }
        InflateStream stream;
        try {
            stream = self.stream.copy();
        } catch (InflateStream.BadData e) {
            throw Errors.valueError("Inconsistent stream state");
        }
        if (stream == null) {
            throw Errors.memoryError();
        }
        PyDecompress copy = new PyDecompress(stream);
        copy.unusedData = self.unusedData;
        copy.unconsumedTail = self.unconsumedTail;
        return copy;
    }

    @Builtin("__copy__(self, /)")
    static PyObject shallowCopy(PyDecompress self) {
        return copy(self);
    }

    @Builtin("__deepcopy__(self, memo, /)")
    static PyObject deepCopy(PyDecompress self, PyObject memo) {
        return copy(self);
    }

    @Attribute(value = "unused_data", member = true)
    static PyObject unusedData(PyDecompress self) {
        return self.unusedData;
    }

    @Attribute(value = "unconsumed_tail", member = true)
    static PyObject unconsumedTail(PyDecompress self) {
        return self.unconsumedTail;
    }

    @Attribute(value = "eof", member = true)
    static boolean eof(PyDecompress self) {
        return self.stream.isEnded();
    }
}
