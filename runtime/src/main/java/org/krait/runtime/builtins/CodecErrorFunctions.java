package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The standard error handlers as functions: what {@code codecs.lookup_error} gives. */
@BuiltinModule("")
public final class CodecErrorFunctions {
    private CodecErrorFunctions() {}

    private static boolean isEncode(PyObject e) {
        return ExceptionTypes.UNICODE_ENCODE_ERROR.isInstance(e);
    }

    private static boolean isDecode(PyObject e) {
        return ExceptionTypes.UNICODE_DECODE_ERROR.isInstance(e);
    }

    private static boolean isTranslate(PyObject e) {
        return ExceptionTypes.UNICODE_TRANSLATE_ERROR.isInstance(e);
    }

    private static PyException wrongType(PyObject e) {
        return Errors.typeError("don't know how to handle " + e.type.name() + " in error callback");
    }

    /** The start, at least 0 and at most the length. */
    private static int start(ThreadState ts, PyObject e, int length) {
        return Math.max(0, Math.min(UnicodeErrors.start(ts, e), Math.max(length - 1, 0)));
    }

    private static int end(ThreadState ts, PyObject e, int length) {
        return Math.min(Math.max(UnicodeErrors.end(ts, e), Math.min(1, length)), length);
    }

    private static PyTuple pair(PyObject replacement, int position) {
        return PyTuple.of(replacement, PyInt.of(position));
    }

    @Builtin(value = "strict_errors(exception, /)", doc = """
            Implements the 'strict' error handling, which raises a UnicodeError on coding errors.""")
    static PyObject strict(PyObject exception) {
        if (exception instanceof PyBaseException e) {
            throw new PyException(e);
        }
        throw Errors.typeError("codec must pass exception instance");
    }

    @Builtin(value = "ignore_errors(exception, /)", doc = """
            Implements the 'ignore' error handling, which ignores malformed data and continues.""")
    static PyObject ignore(ThreadState ts, PyObject exception) {
        if (isEncode(exception) || isTranslate(exception)) {
            return pair(PyStr.EMPTY, end(ts, exception, UnicodeErrors.text(ts, exception).length()));
        }
        if (isDecode(exception)) {
            return pair(PyStr.EMPTY, end(ts, exception, UnicodeErrors.bytes(ts, exception).length));
        }
        throw wrongType(exception);
    }

    @Builtin(value = "replace_errors(exception, /)", doc = """
            Implements the 'replace' error handling, which replaces malformed data with a replacement marker.""")
    static PyObject replace(ThreadState ts, PyObject exception) {
        if (isDecode(exception)) {
            return pair(PyStr.ofCodePoint(0xfffd), end(ts, exception, UnicodeErrors.bytes(ts, exception).length));
        }
        if (!isEncode(exception) && !isTranslate(exception)) {
            throw wrongType(exception);
        }
        int n = UnicodeErrors.text(ts, exception).length();
        int end = end(ts, exception, n);
        PyStrBuilder out = new PyStrBuilder();
        for (int i = start(ts, exception, n); i < end; i++) {
            out.append(isEncode(exception) ? '?' : 0xfffd);
        }
        return pair(out.toPyStr(), end);
    }

    @Builtin(value = "xmlcharrefreplace_errors(exception, /)", doc = """
            Implements the 'xmlcharrefreplace' error handling, which replaces an unencodable character with the \
            appropriate XML character reference.""")
    static PyObject xmlCharacterReference(ThreadState ts, PyObject exception) {
        if (!isEncode(exception)) {
            throw wrongType(exception);
        }
        PyStr text = UnicodeErrors.text(ts, exception);
        int end = end(ts, exception, text.length());
        return pair(ErrorTexts.characterReferences(text, start(ts, exception, text.length()), end), end);
    }

    @Builtin(value = "backslashreplace_errors(exception, /)", doc = """
            Implements the 'backslashreplace' error handling, which replaces malformed data with a backslashed escape \
            sequence.""")
    static PyObject backslash(ThreadState ts, PyObject exception) {
        if (isDecode(exception)) {
            byte[] bytes = UnicodeErrors.bytes(ts, exception);
            int end = end(ts, exception, bytes.length);
            PyStrBuilder out = new PyStrBuilder();
            for (int i = start(ts, exception, bytes.length); i < end; i++) {
                SourceForm.escape(out, bytes[i] & 0xff);
            }
            return pair(out.toPyStr(), end);
        }
        if (!isEncode(exception) && !isTranslate(exception)) {
            throw wrongType(exception);
        }
        PyStr text = UnicodeErrors.text(ts, exception);
        int end = end(ts, exception, text.length());
        return pair(ErrorTexts.escapes(text, start(ts, exception, text.length()), end), end);
    }

    @Builtin(value = "namereplace_errors(exception, /)", doc = """
            Implements the 'namereplace' error handling, which replaces an unencodable character with a \\N{...} \
            escape sequence.""")
    static PyObject name(ThreadState ts, PyObject exception) {
        if (!isEncode(exception)) {
            throw wrongType(exception);
        }
        PyStr text = UnicodeErrors.text(ts, exception);
        int end = end(ts, exception, text.length());
        return pair(ErrorTexts.names(text, start(ts, exception, text.length()), end), end);
    }

    @Builtin(value = "surrogatepass(exception, /)", doc = "Lets surrogates pass in the UTF encodings.")
    static PyObject surrogatePass(ThreadState ts, PyObject exception) {
        if (isEncode(exception)) {
            PyStr text = UnicodeErrors.text(ts, exception);
            String encoding = UnicodeErrors.encoding(ts, exception);
            int end = end(ts, exception, text.length());
            ByteSink sink = new ByteSink(16);
            for (int i = start(ts, exception, text.length()); i < end; i++) {
                if (!Surrogates.write(sink, text.at(i), encoding)) {
                    throw new PyException((PyBaseException) exception);
                }
            }
            return pair(sink.toPyBytes(), end);
        }
        if (!isDecode(exception)) {
            throw wrongType(exception);
        }
        byte[] bytes = UnicodeErrors.bytes(ts, exception);
        String encoding = UnicodeErrors.encoding(ts, exception);
        int start = start(ts, exception, bytes.length);
        int c = Surrogates.read(bytes, start, encoding);
        if (c < 0) {
            throw new PyException((PyBaseException) exception);
        }
        return pair(PyStr.ofCodePoint(c), start + Surrogates.width(encoding));
    }

    @Builtin(value = "surrogateescape(exception, /)", doc = "Hides undecodable bytes in surrogates.")
    static PyObject surrogateEscape(ThreadState ts, PyObject exception) {
        if (isEncode(exception)) {
            PyStr text = UnicodeErrors.text(ts, exception);
            int end = end(ts, exception, text.length());
            ByteSink sink = new ByteSink(16);
            for (int i = start(ts, exception, text.length()); i < end; i++) {
                int c = text.at(i);
                if (c < 0xdc80 || c > 0xdcff) {
                    throw new PyException((PyBaseException) exception);
                }
                sink.add(c - 0xdc00);
            }
            return pair(new PyBytes(sink.toByteArray()), end);
        }
        if (!isDecode(exception)) {
            throw wrongType(exception);
        }
        byte[] bytes = UnicodeErrors.bytes(ts, exception);
        int start = start(ts, exception, bytes.length);
        int end = end(ts, exception, bytes.length);
        PyStrBuilder out = new PyStrBuilder();
        int at = start;
        while (at < end && at < start + 4 && bytes[at] < 0) {
            out.append(0xdc00 + (bytes[at++] & 0xff));
        }
        if (at == start) {
            throw new PyException((PyBaseException) exception);
        }
        return pair(out.toPyStr(), at);
    }
}
