package org.krait.runtime.io;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
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
import org.krait.runtime.Iteration;

/** The methods of {@code io.BytesIO}. */
@BuiltinType(
        base = BufferedIOBaseMethods.class,
        signature = "__init__",
        doc = "Buffered I/O implementation using an in-memory bytes buffer.")
public final class BytesIOMethods {
    private BytesIOMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(PyType cls, PyObject[] args, PyStr[] keywords) {
        return new PyBytesIO(cls);
    }

    @Builtin("__init__(self, /, initial_bytes=b'')")
    static void init(ThreadState ts, PyBytesIO self, PyObject initial) {
        self.checkResizable();
        self.share(new byte[0]);
        if (initial == null || initial == PySingleton.NONE) {
            return;
        }
        if (initial.getClass() == PyBytes.class) {
            self.share(((PyBytes) initial).value);
            return;
        }
        PyBuffer buffer = Io.readable(ts, initial);
        self.share(buffer.toByteArray());
        buffer.release();
    }

    @Builtin(value = "readable(self, /)", doc = "Returns True if the IO object can be read.")
    static boolean readable(PyBytesIO self) {
        self.checkOpen();
        return true;
    }

    @Builtin(value = "writable(self, /)", doc = "Returns True if the IO object can be written.")
    static boolean writable(PyBytesIO self) {
        self.checkOpen();
        return true;
    }

    @Builtin(value = "seekable(self, /)", doc = "Returns True if the IO object can be seeked.")
    static boolean seekable(PyBytesIO self) {
        self.checkOpen();
        return true;
    }

    @Builtin(value = "flush(self, /)", doc = "Does nothing.")
    static void flush(PyBytesIO self) {
        self.checkOpen();
    }

    @Builtin(value = "isatty(self, /)", doc = "Always returns False.\n\nBytesIO objects are not connected to a "
            + "TTY-like device.")
    static boolean isatty(PyBytesIO self) {
        self.checkOpen();
        return false;
    }

    @Builtin(value = "getbuffer(self, /)", doc = "Get a read-write view over the contents of the BytesIO object.")
    static PyObject getBuffer(ThreadState ts, PyBytesIO self) {
        self.checkOpen();
        PyBytesIOBuffer exporter = new PyBytesIOBuffer(self);
        return Io.view(ts, exporter);
    }

    @Builtin(value = "getvalue(self, /)", doc = "Retrieve the entire contents of the BytesIO object.")
    static PyObject getValue(PyBytesIO self) {
        self.checkOpen();
        return self.value();
    }

    @Builtin(value = "tell(self, /)", doc = "Current file position, an integer.")
    static long tell(PyBytesIO self) {
        self.checkOpen();
        return self.position;
    }

    @Builtin(value = "read(self, size=-1, /)", doc = "Read at most size bytes, returned as a bytes object.\n\nIf the "
            + "size argument is negative, read until EOF is reached.\nReturn an empty bytes object at EOF.")
    static PyObject read(ThreadState ts, PyBytesIO self, PyObject size) {
        long n = Io.size(ts, size);
        self.checkOpen();
        return self.take(n);
    }

    @Builtin(value = "read1(self, size=-1, /)", doc = "Read at most size bytes, returned as a bytes object.")
    static PyObject read1(ThreadState ts, PyBytesIO self, PyObject size) {
        return read(ts, self, size);
    }

    @Builtin(value = "readline(self, size=-1, /)", doc = "Next line from the file, as a bytes object.")
    static PyObject readLine(ThreadState ts, PyBytesIO self, PyObject size) {
        long n = Io.size(ts, size);
        self.checkOpen();
        return self.line(n);
    }

    @Builtin(value = "readlines(self, size=None, /)", doc = "List of bytes objects, each a line from the file.")
    static PyObject readLines(ThreadState ts, PyBytesIO self, PyObject size) {
        long limit = Io.size(ts, size);
        self.checkOpen();
        PyList lines = new PyList();
        long total = 0;
        for (PyBytes line = self.line(-1); line.value.length > 0; line = self.line(-1)) {
            lines.append(line);
            total += line.value.length;
            if (limit > 0 && total >= limit) {
                break;
            }
        }
        return lines;
    }

    @Builtin(value = "readinto(self, buffer, /)", doc = "Read bytes into buffer.\n\nReturns number of bytes read (0 "
            + "for EOF), or None if the object\nis set not to block and has no data to read.")
    static int readInto(ThreadState ts, PyBytesIO self, PyObject target) {
        PyBuffer buffer = Io.writable(ts, target, "readinto");
        try {
            self.checkOpen();
            int n = Math.min(buffer.length, self.left());
            System.arraycopy(self.bytes, (int) Math.min(self.position, self.bytes.length), buffer.array,
                    buffer.offset, n);
            self.position += n;
            return n;
        } finally {
            buffer.release();
        }
    }

    @Builtin(value = "truncate(self, size=None, /)", doc = "Truncate the file to at most size bytes.\n\nSize defaults "
            + "to the current file position, as returned by tell().\nThe current file position is unchanged.  Returns "
            + "the new size.")
    static long truncate(ThreadState ts, PyBytesIO self, PyObject size) {
        self.checkResizable();
        long n = size == null || size == PySingleton.NONE ? self.position : Io.size(ts, size);
        if (n < 0) {
            throw Errors.valueError("negative size value " + n);
        }
        self.truncate(n);
        return n;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyBytesIO self) {
        if (!self.isExact()) {
            PyObject line = Calls.callMethod(ts, self, "readline");
            return line.type.slots().length(ts, line) == 0 ? null : line;
        }
        self.checkOpen();
        PyBytes line = self.line(-1);
        return line.value.length == 0 ? null : line;
    }

    @Builtin(value = "seek(self, pos, whence=0, /)", doc = "Change stream position.\n\nSeek to byte offset pos "
            + "relative to position indicated by whence:\n     0  Start of stream (the default).  pos should be >= "
            + "0;\n     1  Current position - pos may be negative;\n     2  End of stream - pos usually "
            + "negative.\nReturns the new absolute position.")
    static long seek(ThreadState ts, PyBytesIO self, long position, int whence) {
        self.checkOpen();
        if (position < 0 && whence == 0) {
            throw Errors.valueError("negative seek value " + position);
        }
        long base = switch (whence) {
            case 0 -> 0;
            case 1 -> self.position;
            case 2 -> self.size;
            default -> throw Errors.valueError("invalid whence (" + whence + ", should be 0, 1 or 2)");
        };
        if (position > Long.MAX_VALUE - base) {
            throw Errors.overflowError("new position too large");
        }
        self.position = Math.max(0, base + position);
        return self.position;
    }

    @Builtin(value = "write(self, b, /)", doc = "Write bytes to file.\n\nReturn the number of bytes written.")
    static int write(ThreadState ts, PyBytesIO self, PyObject b) {
        self.checkResizable();
        PyBuffer buffer = Io.readable(ts, b);
        try {
            self.write(buffer.array, buffer.offset, buffer.length);
            return buffer.length;
        } finally {
            buffer.release();
        }
    }

    @Builtin(value = "writelines(self, lines, /)", doc = "Write lines to the file.\n\nNote that newlines are not added."
            + "  lines can be any iterable object\nproducing bytes-like objects. This is equivalent to calling write() "
            + "for\neach element.")
    static void writeLines(ThreadState ts, PyBytesIO self, PyObject lines) {
        self.checkOpen();
        PyObject iterator = Iteration.iter(ts, lines);
        for (PyObject line = Iteration.next(ts, iterator); line != null; line = Iteration.next(ts, iterator)) {
            write(ts, self, line);
        }
    }

    @Builtin(value = "close(self, /)", doc = "Disable all I/O operations.")
    static void close(PyBytesIO self) {
        if (!self.closed) {
            self.checkResizable();
            self.closed = true;
            self.share(new byte[0]);
        }
    }

    @Builtin("__getstate__(self, /)")
    static PyObject getState(PyBytesIO self) {
        self.checkOpen();
        PyDict dict = ((PyInstance) self).materializeDict();
        return PyTuple.of(self.value(), PyInt.of(self.position), dict.size() == 0 ? PySingleton.NONE : dict.copy());
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(ThreadState ts, PyBytesIO self, PyObject state) {
        if (!(state instanceof PyTuple t) || t.size() < 3) {
            throw Errors.typeError(self.type.name() + ".__setstate__ argument should be 3-tuple, got "
                    + state.type.name());
        }
        self.checkResizable();
        PyBuffer buffer = Io.readable(ts, t.item(0));
        self.share(buffer.toByteArray());
        buffer.release();
        if (!(t.item(1) instanceof PyInt)) {
            throw Errors.typeError("second item of state must be an integer, not " + t.item(1).type.name());
        }
        long position = Arguments.toLong(ts, t.item(1));
        if (position < 0) {
            throw Errors.valueError("position value cannot be negative");
        }
        self.position = position;
        if (t.item(2) != PySingleton.NONE) {
            if (!(t.item(2) instanceof PyDict dict)) {
                throw Errors.typeError("third item of state should be a dict, got a " + t.item(2).type.name());
            }
            self.materializeDict().putAll(ts, dict);
        }
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "Size of object in memory, in bytes.")
    static int sizeOf(PyBytesIO self) {
        return 88 + self.bytes.length;
    }

    @Attribute(value = "closed", doc = "True if the file is closed.")
    static boolean closed(PyBytesIO self) {
        return self.closed;
    }
}
