package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code zlib._ZlibDecompressor}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "__new__",
        doc = """
            Create a decompressor object for decompressing data incrementally.

              wbits = 15
              zdict
                 The predefined compression dictionary. This is a sequence of bytes
                 (such as a bytes object) containing subsequences that are expected
                 to occur frequently in the data that is to be compressed. Those
                 subsequences that are expected to be most common should come at the
                 end of the dictionary. This must be the same dictionary as used by the
                 compressor that produced the input data.

            """)
public final class ZlibDecompressorMethods {
    private ZlibDecompressorMethods() {}

    @Builtin("__new__(cls, /, wbits=15, zdict=b'')")
    static PyObject make(ThreadState ts, PyType cls, int wbits, PyObject zdict) {
        byte[] dictionary = ZlibModule.dictionary(ts, zdict);
        if (!InflateStream.isValid(wbits)) {
            throw Errors.valueError("Invalid initialization option");
        }
        return new PyZlibDecompressor(new InflateStream(wbits, dictionary, false));
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PyObject self, PyObject[] args, PyStr[] keywords) {}

    @Builtin(
            value = "decompress(self, /, data, max_length=-1)",
            doc = """
                Decompress *data*, returning uncompressed data as bytes.

                If *max_length* is nonnegative, returns at most *max_length* bytes of
                decompressed data. If this limit is reached and further output can be
                produced, *self.needs_input* will be set to ``False``. In this case, the next
                call to *decompress()* may provide *data* as b'' to obtain more of the output.

                If all of the input data was decompressed and returned (either because this
                was less than *max_length* bytes, or because *max_length* was negative),
                *self.needs_input* will be set to True.

                Attempting to decompress data after the end of stream is reached raises an
                EOFError.  Any data found after the end of the stream is ignored and saved in
                the unused_data attribute.""")
    static PyObject decompress(ThreadState ts, PyZlibDecompressor self, PyObject data, long maxLength) {
        PyBuffer buffer = ZlibModule.buffer(ts, data);
        try {
            if (self.isEnded()) {
                throw Errors.of(ExceptionTypes.EOF_ERROR, "End of stream already reached");
            }
            return self.decompress(buffer.array, buffer.offset, buffer.length,
                    maxLength < 0 ? Long.MAX_VALUE : maxLength);
        } finally {
            buffer.release();
        }
    }

    @Attribute(value = "eof", doc = "True if the end-of-stream marker has been reached.", member = true)
    static boolean eof(PyZlibDecompressor self) {
        return self.isEnded();
    }

    @Attribute(value = "unused_data", doc = "Data found after the end of the compressed stream.")
    static PyObject unusedData(PyZlibDecompressor self) {
        return self.unusedData;
    }

    @Attribute(
            value = "needs_input",
            doc = "True if more input is needed before more decompressed data can be produced.",
            member = true)
    static boolean needsInput(PyZlibDecompressor self) {
        return self.needsInput;
    }
}
