package org.krait.runtime.io;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;

/** The methods of {@code io.StringIO}. */
@BuiltinType(
        base = TextIOBaseMethods.class,
        signature = "__init__",
        doc = "Text I/O implementation using an in-memory buffer.\n\nThe "
        + "initial_value argument sets the value of object.  The newline\nargument is like the one of TextIOWrapper's "
        + "constructor.")
public final class StringIOMethods {
    private StringIOMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(PyType cls, PyObject[] args, PyStr[] keywords) {
        return new PyStringIO(cls);
    }

    @Builtin("__init__(self, /, initial_value='', newline='\\n')")
    static void init(ThreadState ts, PyStringIO self, PyObject initial, PyObject newline) {
        PyStr lineEnd = PyStr.of("\n");
        if (newline == PySingleton.NONE) {
            lineEnd = null;
        } else if (newline != null) {
            if (!(newline instanceof PyStr s)) {
                throw Errors.typeError("newline must be str or None, not " + newline.type.name());
            }
            if (s.length() != 0 && !s.equalTo("\n") && !s.equalTo("\r") && !s.equalTo("\r\n")) {
                throw Errors.valueError("illegal newline value: " + Texts.repr(ts, newline));
            }
            lineEnd = s;
        }
        if (initial != null && initial != PySingleton.NONE && !(initial instanceof PyStr)) {
            throw Errors.typeError("initial_value must be str or None, not " + initial.type.name());
        }
        self.start(lineEnd);
        if (initial instanceof PyStr text) {
            self.write(text);
            self.position = 0;
        }
    }

    @Builtin(value = "getvalue(self, /)", doc = "Retrieve the entire contents of the object.")
    static PyObject getValue(PyStringIO self) {
        self.checkOpen();
        return self.value();
    }

    @Builtin(value = "tell(self, /)", doc = "Tell the current file position.")
    static long tell(PyStringIO self) {
        self.checkOpen();
        return self.position;
    }

    @Builtin(value = "read(self, size=-1, /)", doc = "Read at most size characters, returned as a string.\n\nIf the "
            + "argument is negative or omitted, read until EOF\nis reached. Return an empty string at EOF.")
    static PyObject read(ThreadState ts, PyStringIO self, PyObject size) {
        long n = Io.size(ts, size);
        self.checkOpen();
        return self.take(n);
    }

    @Builtin(value = "readline(self, size=-1, /)", doc = "Read until newline or EOF.\n\nReturns an empty string if EOF "
            + "is hit immediately.")
    static PyObject readLine(ThreadState ts, PyStringIO self, PyObject size) {
        long n = Io.size(ts, size);
        self.checkOpen();
        return self.line(n);
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyStringIO self) {
        PyObject line;
        if (self.isExact()) {
            self.checkOpen();
            line = self.line(-1);
        } else {
            line = Calls.callMethod(ts, self, "readline");
            if (!(line instanceof PyStr)) {
                throw Errors.of(ExceptionTypes.OS_ERROR,
                        "readline() should have returned a str object, not '" + line.type.name() + "'");
            }
        }
        return ((PyStr) line).length() == 0 ? null : line;
    }

    @Builtin(value = "truncate(self, pos=None, /)", doc = "Truncate size to pos.\n\nThe pos argument defaults to the "
            + "current file position, as\nreturned by tell().  The current file position is unchanged.\nReturns the "
            + "new absolute position.")
    static long truncate(ThreadState ts, PyStringIO self, PyObject pos) {
        self.checkOpen();
        long n = pos == null || pos == PySingleton.NONE ? self.position : Io.size(ts, pos);
        if (n < 0) {
            throw Errors.valueError("Negative size value " + n);
        }
        self.truncate(n);
        return n;
    }

    @Builtin(value = "seek(self, pos, whence=0, /)", doc = "Change stream position.\n\nSeek to character offset pos "
            + "relative to position indicated by whence:\n    0  Start of stream (the default).  pos should be >= 0;\n"
            + "    1  Current position - pos must be 0;\n    2  End of stream - pos must be 0.\nReturns the new "
            + "absolute position.")
    static long seek(ThreadState ts, PyStringIO self, long pos, int whence) {
        self.checkOpen();
        if (whence < 0 || whence > 2) {
            throw Errors.valueError("Invalid whence (" + whence + ", should be 0, 1 or 2)");
        }
        if (pos < 0 && whence == 0) {
            throw Errors.valueError("Negative seek position " + pos);
        }
        if (whence != 0 && pos != 0) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "Can't do nonzero cur-relative seeks");
        }
        self.position = whence == 0 ? pos : whence == 1 ? self.position : self.size;
        return self.position;
    }

    @Builtin(value = "write(self, s, /)", doc = "Write string to file.\n\nReturns the number of characters written, "
            + "which is always equal to\nthe length of the string.")
    static int write(PyStringIO self, PyObject s) {
        if (!(s instanceof PyStr text)) {
            throw Errors.typeError("string argument expected, got '" + s.type.name() + "'");
        }
        self.checkOpen();
        self.write(text);
        return text.length();
    }

    @Builtin(value = "close(self, /)", doc = "Close the IO object.\n\nAttempting any further operation after the "
            + "object is closed\nwill raise a ValueError.\n\nThis method has no effect if the file is already closed.")
    static void close(PyStringIO self) {
        self.close();
    }

    @Builtin(value = "readable(self, /)", doc = "Returns True if the IO object can be read.")
    static boolean readable(PyStringIO self) {
        self.checkOpen();
        return true;
    }

    @Builtin(value = "writable(self, /)", doc = "Returns True if the IO object can be written.")
    static boolean writable(PyStringIO self) {
        self.checkOpen();
        return true;
    }

    @Builtin(value = "seekable(self, /)", doc = "Returns True if the IO object can be seeked.")
    static boolean seekable(PyStringIO self) {
        self.checkOpen();
        return true;
    }

    @Builtin("__getstate__(self, /)")
    static PyObject getState(PyStringIO self) {
        self.checkOpen();
        PyDict dict = self.materializeDict();
        return PyTuple.of(self.value(), self.newline == null ? PySingleton.NONE : self.newline,
                PyInt.of(self.position), dict.size() == 0 ? PySingleton.NONE : dict.copy());
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(ThreadState ts, PyStringIO self, PyObject state) {
        if (!(state instanceof PyTuple t) || t.size() < 4) {
            throw Errors.typeError(self.type.name() + ".__setstate__ argument should be 4-tuple, got "
                    + state.type.name());
        }
        if (self.initialized) {
            self.checkOpen();
        }
        init(ts, self, PyStr.EMPTY, t.item(1));
        if (!(t.item(0) instanceof PyStr text)) {
            throw Errors.typeError("initial_value must be str or None, not " + t.item(0).type.name());
        }
        self.put(text);
        long position = Arguments.toLong(ts, t.item(2));
        if (position < 0) {
            throw Errors.valueError("position value cannot be negative");
        }
        self.position = position;
        if (t.item(3) != PySingleton.NONE) {
            if (!(t.item(3) instanceof PyDict dict)) {
                throw Errors.typeError("fourth item of state should be a dict, got a " + t.item(3).type.name());
            }
            self.materializeDict().putAll(ts, dict);
        }
    }

    @Attribute("closed")
    static boolean closed(ThreadState ts, PyStringIO self) {
        return self.isClosed(ts);
    }

    @Attribute("line_buffering")
    static boolean lineBuffering(PyStringIO self) {
        self.checkOpen();
        return false;
    }

    @Attribute("newlines")
    static PyObject newlines(PyStringIO self) {
        self.checkOpen();
        return self.newlines == null ? PySingleton.NONE : self.newlines.newlines();
    }
}
