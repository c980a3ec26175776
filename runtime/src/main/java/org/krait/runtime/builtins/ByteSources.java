package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.CompareOp;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.runtime.Warnings;

/** What bytes and bytearray are made of. */
final class ByteSources {
    private ByteSources() {}

    /** Of a str with its encoding. */
    static byte[] encoded(ThreadState ts, PyObject source, PyObject encoding, PyObject errors, String type) {
        String codec = encoding == null ? null : Bytes.name(encoding, type, "encoding");
        String handler = errors == null ? "strict" : Bytes.name(errors, type, "errors");
        if (!(source instanceof PyStr text)) {
            throw Errors.typeError((codec != null ? "encoding" : "errors") + " without a string argument");
        }
        if (codec == null) {
            throw Errors.typeError("string argument without an encoding");
        }
        PyObject made = Codecs.encode(ts, text, codec, handler);
        if (made instanceof PyBytes b) {
            return b.value;
        }
        throw Errors.typeError("'" + codec + "' encoder returned '" + made.type.name()
                + "' instead of 'bytes'; use codecs.encode() to encode to arbitrary types");
    }

    /** A new array of a size, a buffer's bytes or the ints of an iterable. */
    static byte[] bytes(ThreadState ts, PyObject source, String type) {
        byte[] zeros = zeros(ts, source, type);
        if (zeros != null) {
            return zeros;
        }
        PyBuffer buffer = Bytes.find(ts, source);
        if (buffer != null) {
            try {
                return buffer.toByteArray();
            } finally {
                buffer.release();
            }
        }
        boolean fixed = type.equals("bytes");
        return ByteText.ofItems(ts, source, fixed ? "bytes" : "byte",
                "cannot convert '" + source.type.name() + "' object to " + type, fixed);
    }

    private static byte[] zeros(ThreadState ts, PyObject source, String type) {
        PyInt count = Protocol.indexOrNull(ts, source);
        if (count == null) {
            return null;
        }
        if (count.big() != null) {
            throw Errors.overflowError("cannot fit '" + source.type.name() + "' into an index-sized integer");
        }
        if (count.value < 0) {
            throw Errors.valueError("negative count");
        }
        if (count.value > Integer.MAX_VALUE - 8) {
            throw Errors.memoryError();
        }
        return new byte[(int) count.value];
    }

    /** The selected bytes of an array that starts at {@code offset}. */
    static byte[] slice(byte[] b, int offset, SliceRange range) {
        if (range.step == 1) {
            return Arrays.copyOfRange(b, offset + range.start, offset + range.start + range.count);
        }
        byte[] out = new byte[range.count];
        for (int i = 0, at = range.start; i < out.length; i++, at += range.step) {
            out[i] = b[offset + at];
        }
        return out;
    }

    /** Warns or raises as {@code -b} and {@code -bb} say. */
    static void warnOfBytes(ThreadState ts, String message) {
        PyObject flags = ts.interp.sys == null ? null : ts.interp.sys.get("flags");
        if (flags instanceof PyTuple) {
            PyObject level = Protocol.findAttribute(ts, flags, PyStr.interned("bytes_warning"));
            if (level instanceof PyInt i && i.value > 0) {
                Warnings.warn(ts, ExceptionTypes.BYTES_WARNING, message, 1);
            }
        }
    }

    /** Warns of {@code ==} and {@code !=} with a text or a number, as {@code -b} asks; {@code ts} may be null. */
    static void warnOfComparison(ThreadState ts, CompareOp op, String what, PyObject other) {
        boolean text = other instanceof PyStr;
        boolean number = what.equals("bytes") && other.type.isSubtypeOf(PyInt.TYPE);
        if (ts == null || op != CompareOp.EQ && op != CompareOp.NE || !text && !number) {
            return;
        }
        warnOfBytes(ts, "Comparison between " + what + " and " + (text ? "string" : "int"));
    }

    static PyObject reduce(ThreadState ts, PyByteArray self, int protocol) {
        PyObject last = Protocol.callMethod(ts, self, "__getstate__");
        byte[] b = self.toByteArray();
        if (protocol < 3) {
            return PyTuple.of(self.type, PyTuple.of(PyStr.ofLatin1(b), PyStr.of("latin-1")), last);
        }
        return PyTuple.of(self.type, b.length == 0 ? PyTuple.EMPTY : PyTuple.of(new PyBytes(b)), last);
    }
}
