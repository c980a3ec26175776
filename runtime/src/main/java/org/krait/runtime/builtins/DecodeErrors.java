package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** What a decoder does with bytes that it cannot decode: the error handler's decision. */
final class DecodeErrors {
    private final ThreadState ts;
    private final String encoding;
    private final String errors;
    /** The input; a handler may replace it. */
    byte[] input;

    DecodeErrors(ThreadState ts, String encoding, String errors, byte[] input) {
        this.ts = ts;
        this.encoding = encoding;
        this.errors = errors == null ? "strict" : errors;
        this.input = input;
    }

    /** Appends the replacement of the bytes from {@code start} to {@code end}; the result is where to go on. */
    int handle(PyStrBuilder out, int start, int end, String reason) {
        switch (errors) {
            case "strict" -> throw error(start, end, reason);
            case "ignore" -> {
                return end;
            }
            case "replace" -> {
                out.append(0xfffd);
                return end;
            }
            case "backslashreplace" -> {
                for (int i = start; i < end; i++) {
                    SourceForm.escape(out, input[i] & 0xff);
                }
                return end;
            }
            case "surrogateescape" -> {
                int at = start;
                while (at < end && at < start + 4 && input[at] < 0) {
                    out.append(0xdc00 + (input[at++] & 0xff));
                }
                if (at == start) {
                    throw error(start, end, reason);
                }
                return at;
            }
            case "surrogatepass" -> {
                int width = Surrogates.width(encoding);
                int c = Surrogates.read(input, start, encoding);
                if (c < 0) {
                    throw error(start, end, reason);
                }
                out.append(c);
                return start + width;
            }
            default -> {
                return call(out, start, end, reason);
            }
        }
    }

    private RuntimeException error(int start, int end, String reason) {
        return UnicodeErrors.raised(UnicodeErrors.decode(ts, encoding, input, start, end, reason));
    }

    private int call(PyStrBuilder out, int start, int end, String reason) {
        PyObject handler = CodecRegistry.of(ts).lookUpError(ts, errors);
        PyBaseException e = UnicodeErrors.decode(ts, encoding, input, start, end, reason);
        PyObject answer = UnicodeErrors.ask(ts, handler, e);
        try {
            return replace(out, e, answer);
        } finally {
            Refs.drop(answer);
            Refs.drop(e);
        }
    }

    private int replace(PyStrBuilder out, PyBaseException e, PyObject answer) {
        if (!(answer instanceof PyTuple pair) || pair.items.length != 2 || !(pair.items[0] instanceof PyStr text)
                || !(pair.items[1] instanceof PyInt position)) {
            throw Errors.typeError("decoding error handler must return (str, int) tuple");
        }
        input = UnicodeErrors.bytes(ts, e);
        long at = Protocol.clip(position);
        if (at < 0) {
            at += input.length;
        }
        if (at < 0 || at > input.length) {
            throw Errors.indexError("position " + position + " from error handler out of bounds");
        }
        out.append(text);
        return (int) at;
    }
}
