package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** Makes and reads UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError. */
final class UnicodeErrors {
    private UnicodeErrors() {}

    static PyBaseException decode(ThreadState ts, String encoding, byte[] input, int start, int end, String reason) {
        return make(ts, ExceptionTypes.UNICODE_DECODE_ERROR, PyStr.of(encoding), new PyBytes(input), PyInt.of(start),
                PyInt.of(end), PyStr.of(reason));
    }

    static PyBaseException encode(ThreadState ts, String encoding, PyStr text, int start, int end, String reason) {
        return make(ts, ExceptionTypes.UNICODE_ENCODE_ERROR, PyStr.of(encoding), text, PyInt.of(start),
                PyInt.of(end), PyStr.of(reason));
    }

    static PyBaseException translate(ThreadState ts, PyStr text, int start, int end, String reason) {
        return make(ts, ExceptionTypes.UNICODE_TRANSLATE_ERROR, text, PyInt.of(start), PyInt.of(end),
                PyStr.of(reason));
    }

    private static PyBaseException make(ThreadState ts, PyType type, PyObject... args) {
        return (PyBaseException) Protocol.call(ts, type, args);
    }

    static int start(ThreadState ts, PyObject e) {
        return number(ts, e, "start");
    }

    static int end(ThreadState ts, PyObject e) {
        return number(ts, e, "end");
    }

    private static int number(ThreadState ts, PyObject e, String name) {
        PyObject o = Protocol.getAttribute(ts, e, PyStr.interned(name));
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Protocol.clip(Protocol.index(ts, o))));
    }

    static String encoding(ThreadState ts, PyObject e) {
        return Protocol.getAttribute(ts, e, PyStr.interned("encoding")).toString();
    }

    /** The text of an encode or translate error. */
    static PyStr text(ThreadState ts, PyObject e) {
        PyObject o = Protocol.getAttribute(ts, e, PyStr.interned("object"));
        if (o instanceof PyStr s) {
            return s;
        }
        throw Errors.typeError("object attribute must be unicode");
    }

    /** The bytes of a decode error. */
    static byte[] bytes(ThreadState ts, PyObject e) {
        PyObject o = Protocol.getAttribute(ts, e, PyStr.interned("object"));
        if (o instanceof PyBytes b) {
            return b.value;
        }
        throw Errors.typeError("object attribute must be bytes");
    }

    /** The UnicodeError of a decoder whose waiting bytes are too many. */
    static PyException tooLong() {
        return Errors.of(ExceptionTypes.UNICODE_ERROR, "pending buffer too large");
    }

    /** Asks an error handler about an error; drops that when the handler raises another. */
    static PyObject ask(ThreadState ts, PyObject handler, PyBaseException error) {
        try {
            return Protocol.call(ts, handler, error);
        } catch (PyException raised) {
            if (raised.value != error) {
                Refs.drop(error);
            }
            throw raised;
        }
    }

    static PyException raised(PyBaseException e) {
        return new PyException(e);
    }
}
