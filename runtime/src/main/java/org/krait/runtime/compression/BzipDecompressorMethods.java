package org.krait.runtime.compression;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.builtins.Bytes;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@link PyBzipDecompressor}. */
@BuiltinType(base = ObjectMethods.class, signature = "()", doc = """
        Create a decompressor object for decompressing data incrementally.

        For one-shot decompression, use the decompress() function instead.""")
final class BzipDecompressorMethods {
    private BzipDecompressorMethods() {}

    @Builtin("__new__(type, /)")
    static PyObject make(PyType type) {
        return new PyBzipDecompressor();
    }

    @Builtin(value = "decompress(self, /, data, max_length=-1)", doc = """
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
    static PyObject decompress(ThreadState ts, PyBzipDecompressor self, PyObject data, long maxLength) {
        PyBuffer buffer = Bytes.buffer(ts, data);
        try {
            if (self.decoder.isEnded()) {
                throw Errors.of(ExceptionTypes.EOF_ERROR, "End of stream already reached");
            }
            self.decoder.feed(buffer.array, buffer.offset, buffer.length);
        } finally {
            buffer.release();
        }
        try {
            byte[] out = self.decoder.decode(maxLength < 0 ? Long.MAX_VALUE : maxLength);
            if (self.decoder.isEnded()) {
                self.unusedData = new PyBytes(self.decoder.rest());
                self.needsInput = false;
            } else {
                self.needsInput = maxLength < 0 || out.length < maxLength;
            }
            return new PyBytes(out);
        } catch (BzipDecoder.BadData e) {
            throw Errors.of(ExceptionTypes.OS_ERROR, e.getMessage());
        }
    }

    @Attribute(value = "eof", member = true, doc = "True if the end-of-stream marker has been reached.")
    static boolean eof(PyBzipDecompressor self) {
        return self.decoder.isEnded();
    }

    @Attribute(value = "unused_data", member = true, doc = "Data found after the end of the compressed stream.")
    static PyObject unusedData(PyBzipDecompressor self) {
        return self.unusedData;
    }

    @Attribute(value = "needs_input", member = true,
            doc = "True if more input is needed before more decompressed data can be produced.")
    static boolean needsInput(PyBzipDecompressor self) {
        return self.needsInput;
    }
}
