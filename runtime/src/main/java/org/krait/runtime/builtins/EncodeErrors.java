package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** What an encoder does with characters that it cannot encode: the error handler's decision. */
final class EncodeErrors {
    private final ThreadState ts;
    private final String encoding;
    private final String errors;
    private final PyStr text;
    /** Text to be encoded in place of the characters; null when {@link #bytes} are to be written as they are. */
    PyStr replacement;
    byte[] bytes;

    EncodeErrors(ThreadState ts, String encoding, String errors, PyStr text) {
        this.ts = ts;
        this.encoding = encoding;
        this.errors = errors == null ? "strict" : errors;
        this.text = text;
    }

    /** Decides on the characters from {@code start} to {@code end}; the result is where to go on. */
    int handle(int start, int end, String reason) {
        replacement = PyStr.EMPTY;
        bytes = null;
        switch (errors) {
            case "strict" -> throw error(start, end, reason);
            case "ignore" -> {
                return end;
            }
            case "replace" -> {
                byte[] marks = new byte[end - start];
                java.util.Arrays.fill(marks, (byte) '?');
                replacement = PyStr.ofLatin1(marks);
                return end;
            }
            case "xmlcharrefreplace" -> {
                replacement = ErrorTexts.characterReferences(text, start, end);
                return end;
            }
            case "backslashreplace" -> {
                replacement = ErrorTexts.escapes(text, start, end);
                return end;
            }
            case "namereplace" -> {
                replacement = ErrorTexts.names(text, start, end);
                return end;
            }
            case "surrogateescape" -> {
                return surrogateEscape(start, end, reason);
            }
            case "surrogatepass" -> {
                return surrogatePass(start, end, reason);
            }
            default -> {
                return call(start, end, reason);
            }
        }
    }

    private int surrogateEscape(int start, int end, String reason) {
        int at = start;
        ByteSink sink = new ByteSink(end - start);
        while (at < end && text.at(at) >= 0xdc80 && text.at(at) <= 0xdcff) {
            sink.add(text.at(at++) - 0xdc00);
        }
        if (at < end) {
            throw error(at, end, reason);
        }
        bytes = sink.toByteArray();
        replacement = null;
        return at;
    }

    private int surrogatePass(int start, int end, String reason) {
        ByteSink sink = new ByteSink(3 * (end - start));
        for (int i = start; i < end; i++) {
            if (!Surrogates.write(sink, text.at(i), encoding)) {
                throw error(start, end, reason);
            }
        }
        bytes = sink.toByteArray();
        replacement = null;
        return end;
    }

    RuntimeException error(int start, int end, String reason) {
        return UnicodeErrors.raised(UnicodeErrors.encode(ts, encoding, text, start, end, reason));
    }

    private int call(int start, int end, String reason) {
        PyObject handler = CodecRegistry.of(ts).lookUpError(ts, errors);
        PyBaseException e = UnicodeErrors.encode(ts, encoding, text, start, end, reason);
        PyObject answer = UnicodeErrors.ask(ts, handler, e);
        try {
            return replace(answer);
        } finally {
            Refs.drop(answer);
            Refs.drop(e);
        }
    }

    private int replace(PyObject answer) {
        if (!(answer instanceof PyTuple pair) || pair.items.length != 2 || !(pair.items[1] instanceof PyInt position)
                || !(pair.items[0] instanceof PyStr) && !(pair.items[0] instanceof PyBytes)) {
            throw Errors.typeError("encoding error handler must return (str/bytes, int) tuple");
        }
        if (pair.items[0] instanceof PyBytes b) {
            bytes = b.value;
            replacement = null;
        } else {
            replacement = (PyStr) pair.items[0];
        }
        int n = text.length();
        long at = Protocol.clip(position);
        if (at < 0) {
            at += n;
        }
        if (at < 0 || at > n) {
            throw Errors.indexError("position " + position + " from error handler out of bounds");
        }
        return (int) at;
    }

    /** Writes the decision for an encoder of single bytes below {@code limit}. */
    void writeTo(ByteSink sink, int limit, int start, int end, String reason) {
        if (replacement == null) {
            sink.addAll(bytes);
            return;
        }
        for (int i = 0; i < replacement.length(); i++) {
            int c = replacement.at(i);
            if (c >= limit) {
                throw error(start, end, reason);
            }
            sink.add(c);
        }
    }
}
