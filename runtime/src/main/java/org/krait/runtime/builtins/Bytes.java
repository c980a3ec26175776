package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyMemoryView;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.TypeBuilder;

/** The bytes behind objects, and other conversions of arguments that codecs and byte strings need. */
public final class Bytes {
    private Bytes() {}

    /** True when the object has a buffer. */
    public static boolean isBytesLike(ThreadState ts, PyObject o) {
        if (o instanceof PyBytes) {
            return true;
        }
        PyBuffer buffer = o.type.slots().buffer(ts, o, 0);
        if (buffer == null) {
            return false;
        }
        buffer.release();
        return true;
    }

    /** The buffer of a bytes-like object, to be released; TypeError for others. */
    public static PyBuffer buffer(ThreadState ts, PyObject o) {
        PyBuffer buffer = find(ts, o);
        if (buffer == null) {
            throw Errors.typeError("a bytes-like object is required, not '" + o.type.name() + "'");
        }
        return buffer;
    }

    /** The buffer of a bytes-like object, to be released; null for others. */
    public static PyBuffer find(ThreadState ts, PyObject o) {
        if (o instanceof PyBytes b) {
            return new PyBuffer(o, b.value, 0, b.value.length, true);
        }
        return o.type.slots().buffer(ts, o, 0);
    }

    /** As {@link #contiguous}, but null for what cannot give its bytes now. */
    static PyBuffer contiguousOrNull(ThreadState ts, PyObject o) {
        if (o instanceof PyBytes b) {
            return new PyBuffer(o, b.value, 0, b.value.length, true);
        }
        if (o instanceof PyMemoryView view && (view.isReleased() || !view.isContiguous())) {
            return null;
        }
        try {
            return o.type.slots().buffer(ts, o, 0);
        } catch (PyException e) {
            e.swallowKeeping(o);
            return null;
        }
    }

    /** As {@link #find}, but BufferError for a view whose bytes don't lie in a row: C's {@code PyBUF_SIMPLE}. */
    static PyBuffer contiguous(ThreadState ts, PyObject o, int flags) {
        if (o instanceof PyMemoryView view && !view.isReleased() && !view.isContiguous()) {
            throw Errors.bufferError("memoryview: underlying buffer is not C-contiguous");
        }
        return o.type.slots().buffer(ts, o, flags);
    }

    /** The buffer of a bytes-like object with its shape, to be released; TypeError for others. */
    static PyBuffer strided(ThreadState ts, PyObject o) {
        PyBuffer buffer = o.type.slots().buffer(ts, o, PyBuffer.STRIDED);
        if (buffer == null) {
            throw Errors.typeError("a bytes-like object is required, not '" + o.type.name() + "'");
        }
        return buffer;
    }

    /**
     * A copy of the bytes of a bytes-like object (exact bytes are not copied); TypeError for others, BufferError for a
     * view whose bytes don't lie in a row.
     */
    public static byte[] array(ThreadState ts, PyObject o) {
        if (o instanceof PyBytes b) {
            return b.value;
        }
        PyBuffer buffer = contiguous(ts, o, 0);
        if (buffer == null) {
            throw Errors.typeError("a bytes-like object is required, not '" + o.type.name() + "'");
        }
        try {
            return buffer.toByteArray();
        } finally {
            buffer.release();
        }
    }

    /** The text of a str argument that goes to C functions: ValueError for a null character or a lone surrogate. */
    static String withoutNull(PyStr s) {
        TypeBuilder.checkEncodable(s);
        for (int i = 0; i < s.length(); i++) {
            if (s.at(i) == 0) {
                throw Errors.valueError("embedded null character");
            }
        }
        return s.toString();
    }

    /** A named argument that must be a str without null characters. */
    static String name(PyObject o, String function, String argument) {
        if (o instanceof PyStr s) {
            return withoutNull(s);
        }
        throw Errors.typeError(function + "() argument '" + argument + "' must be str, not "
                + org.krait.objects.Arguments.shown(o));
    }
}
