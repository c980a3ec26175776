package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.sre.Matcher;
import org.krait.runtime.sre.Subject;

/** One pass of a pattern over a string or bytes-like object, whose buffer is held until {@link #close}. */
final class SreScan {
    final PyPattern pattern;
    final PyObject string;
    final Matcher matcher;
    final int pos;
    final int endPos;
    private final PyBuffer view;

    /** Opens a string for a pattern, with {@code pos} and {@code endPos} moved into it. */
    SreScan(ThreadState ts, PyPattern pattern, PyObject string, long pos, long endPos) {
        this.pattern = pattern;
        this.string = string;
        Subject subject;
        if (string instanceof PyStr text) {
            checkKind(pattern.kind != PyPattern.Kind.BYTES, "cannot use a bytes pattern on a string-like object");
            view = null;
            subject = text.latin1 != null
                    ? Subject.of(text.latin1, text.latin1.length)
                    : text.ucs2 != null ? Subject.of(text.ucs2) : Subject.of(text.ucs4);
        } else if (string.getClass() == PyBytes.class) {
            checkKind(pattern.kind != PyPattern.Kind.TEXT, "cannot use a string pattern on a bytes-like object");
            view = null;
            byte[] bytes = ((PyBytes) string).value;
            subject = Subject.of(bytes, bytes.length);
        } else {
            PyBuffer buffer = buffer(ts, string);
            if (pattern.kind == PyPattern.Kind.TEXT) {
                buffer.release();
            }
            checkKind(pattern.kind != PyPattern.Kind.TEXT, "cannot use a string pattern on a bytes-like object");
            view = buffer;
            subject = Subject.of(buffer.offset == 0 ? buffer.array : buffer.toByteArray(), buffer.length);
        }
        int length = subject.length();
        this.pos = (int) Math.max(0, Math.min(pos, length));
        this.endPos = (int) Math.max(0, Math.min(endPos, length));
        matcher = new Matcher(pattern.program, subject, this.pos, this.endPos, new SrePoll(ts));
    }

    private static void checkKind(boolean fits, String message) {
        if (!fits) {
            throw Errors.typeError(message);
        }
    }

    /** The bytes of a bytes-like object, or the TypeError of all that take a string or bytes. */
    static PyBuffer buffer(ThreadState ts, PyObject string) {
        PyBuffer buffer = null;
        try {
            buffer = string.type.slots().buffer(ts, string, 0);
        } catch (PyException e) {
            e.swallowKeeping(string);
        }
        if (buffer == null) {
            throw Errors.typeError("expected string or bytes-like object, got '" + string.type.name() + "'");
        }
        return buffer;
    }

    void close() {
        if (view != null) {
            view.release();
        }
    }

    /** A match object of the matcher's state. */
    PyMatch match() {
        return new PyMatch(pattern, string, matcher, pos, endPos);
    }

    /** A part of the string. */
    PyObject slice(int from, int to) {
        if (string instanceof PyStr text) {
            return text.substring(from, to);
        }
        if (string.getClass() == PyBytes.class) {
            return slice((PyBytes) string, from, to);
        }
        return new PyBytes(Arrays.copyOfRange(view.array, view.offset + from, view.offset + to));
    }

    /** The text of a group of the match, or {@code absent}. */
    PyObject group(int group, PyObject absent) {
        int from = matcher.groupStart(group);
        return from < 0 ? absent : slice(from, matcher.groupEnd(group));
    }

    /** A part of an immutable string or of what a bytes-like object holds now. */
    static PyObject slice(ThreadState ts, PyObject string, int from, int to) {
        if (string instanceof PyStr text) {
            return text.substring(from, to);
        }
        if (string.getClass() == PyBytes.class) {
            return slice((PyBytes) string, from, to);
        }
        PyBuffer buffer = buffer(ts, string);
        int start = buffer.offset + Math.min(from, buffer.length);
        int end = buffer.offset + Math.min(to, buffer.length);
        PyObject slice = new PyBytes(Arrays.copyOfRange(buffer.array, start, end));
        buffer.release();
        return slice;
    }

    private static PyBytes slice(PyBytes bytes, int from, int to) {
        if (from == to) {
            return PyBytes.EMPTY;
        }
        return from == 0 && to == bytes.value.length ? bytes : new PyBytes(Arrays.copyOfRange(bytes.value, from, to));
    }
}
