package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;

/** {@code print} and {@code input}. */
final class Printing {
    private static final PyStr WRITE = PyStr.interned("write");
    private static final PyStr FLUSH = PyStr.interned("flush");
    private static final PyStr READLINE = PyStr.interned("readline");

    private Printing() {}

    static void print(ThreadState ts, PyObject[] args, PyObject sep, PyObject end, PyObject file, boolean flush) {
        PyObject stream = file;
        if (stream == null || stream == PySingleton.NONE) {
            stream = ts.interp.sys.get("stdout");
            if (stream == null) {
                throw Errors.runtimeError("lost sys.stdout");
            }
            if (stream == PySingleton.NONE) {
                return;
            }
        }
        PyObject separator = text(sep, "sep", " ");
        PyObject last = text(end, "end", "\n");
        PyObject write = Attributes.get(ts, stream, WRITE);
        Refs.incRef(write);
        for (int i = 0; i < args.length; i++) {
            if (i > 0) {
                Calls.call(ts, write, separator);
            }
            Calls.call(ts, write, Texts.str(ts, args[i]));
        }
        Calls.call(ts, write, last);
        Refs.decRef(write);
        if (flush) {
            Calls.callMethod(ts, stream, FLUSH);
        }
    }

    private static PyObject text(PyObject o, String name, String fallback) {
        if (o == null || o == PySingleton.NONE) {
            return PyStr.of(fallback);
        }
        if (o instanceof PyStr) {
            return o;
        }
        throw Errors.typeError(name + " must be None or a string, not " + o.type.name());
    }

    static PyObject input(ThreadState ts, PyObject prompt) {
        PyObject in = stream(ts, "stdin");
        PyObject out = stream(ts, "stdout");
        PyObject errors = stream(ts, "stderr");
        flush(ts, errors);
        InputHook hook = (InputHook) ts.interp.natives.get(InputHook.class);
        if (hook != null && hook.isFor(ts, in, out)) {
            flush(ts, out);
            return hook.read(ts, prompt == null ? "" : Texts.str(ts, prompt).toString());
        }
        if (prompt != null) {
            Calls.callMethod(ts, out, WRITE, Texts.str(ts, prompt));
        }
        flush(ts, out);
        PyObject line = Calls.callMethod(ts, in, READLINE);
        if (!(line instanceof PyStr text)) {
            throw Errors.typeError("object.readline() returned non-string");
        }
        int n = text.length();
        if (n == 0) {
            throw Errors.of(ExceptionTypes.EOF_ERROR, "EOF when reading a line");
        }
        return text.at(n - 1) == '\n' ? text.substring(0, n - 1) : text;
    }

    /** Flushes before reading; a stream that cannot is left as it is, as in CPython. */
    private static void flush(ThreadState ts, PyObject stream) {
        try {
            Refs.drop(Calls.callMethod(ts, stream, FLUSH));
        } catch (PyException e) {
            if (!e.value.type.isSubtypeOf(ExceptionTypes.EXCEPTION)) {
                throw e;
            }
            e.swallow();
        }
    }

    private static PyObject stream(ThreadState ts, String name) {
        PyObject stream = ts.interp.sys.get(name);
        if (stream == null || stream == PySingleton.NONE) {
            throw Errors.runtimeError("input(): lost sys." + name);
        }
        return stream;
    }
}
