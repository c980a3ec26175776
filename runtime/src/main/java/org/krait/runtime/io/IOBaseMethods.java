package org.krait.runtime.io;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Configuration;
import org.krait.runtime.Iteration;
import org.krait.runtime.UnraisableHook;
import org.krait.runtime.builtins.ObjectMethods;
import org.krait.runtime.builtins.Protocol;

/** The methods of {@code io.IOBase}. */
@BuiltinType(base = ObjectMethods.class, signature = "()", doc = "The abstract base class for all I/O classes.\n\n"
        + "This class provides dummy implementations for many methods that\nderived classes can override selectively;"
        + " the default implementations\nrepresent a file that cannot be read, written or seeked.\n\n"
        + "Even though IOBase does not declare read, readinto, or write because\ntheir signatures will vary,"
        + " implementations and clients should\nconsider those methods part of the interface. Also, implementations\n"
        + "may raise UnsupportedOperation when operations they do not support are\ncalled.")
public final class IOBaseMethods {
    private IOBaseMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(PyType cls, PyObject[] args, PyStr[] keywords) {
        return new PyIOBase(cls);
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PyObject self, PyObject[] args, PyStr[] keywords) {}

    @Builtin(value = "seek(self, offset, whence=0, /)", doc = "Change the stream position to the given byte offset.")
    static PyObject seek(PyObject self, PyObject offset, PyObject whence) {
        throw Io.unsupported("seek");
    }

    @Builtin(value = "tell(self, /)", doc = "Return current stream position.")
    static PyObject tell(ThreadState ts, PyObject self) {
        return Calls.callMethod(ts, self, "seek", PyInt.ZERO, PyInt.ONE);
    }

    @Builtin(value = "truncate(self, size=None, /)", doc = "Truncate file to size bytes.\n\nFile pointer is left "
            + "unchanged. Size defaults to the current IO position\nas reported by tell(). Return the new size.")
    static PyObject truncate(PyObject self, PyObject size) {
        throw Io.unsupported("truncate");
    }

    @Builtin(value = "flush(self, /)", doc = "Flush write buffers, if applicable.\n\nThis is not implemented for "
            + "read-only and non-blocking streams.")
    static void flush(PyIOBase self) {
        if (self.baseClosed) {
            throw Io.closedFile();
        }
    }

    @Builtin(value = "close(self, /)", doc = "Flush and close the IO object.\n\nThis method has no effect if the file "
            + "is already closed.")
    static void close(ThreadState ts, PyIOBase self) {
        if (self.baseClosed) {
            return;
        }
        try {
            Calls.callMethod(ts, self, "flush");
        } finally {
            self.baseClosed = true;
        }
    }

    @Builtin("__del__(self, /)")
    static void finalize(ThreadState ts, PyIOBase self) {
        boolean closed;
        try {
            closed = Io.isClosed(ts, self);
        } catch (PyException e) {
            // Not fully made, or broken: then close may still do some good.
            e.swallow();
            closed = false;
        }
        if (closed) {
            return;
        }
        self.finalizing = true;
        try {
            Calls.callMethod(ts, self, "close");
        } catch (PyException e) {
            if (((Configuration) ts.interp.natives.get(Configuration.class)).devMode) {
                UnraisableHook.report(ts, e, null, self);
            } else {
                e.swallow();
            }
        }
    }

    @Builtin(value = "seekable(self, /)", doc = "Return whether object supports random access.\n\nIf False, seek(), "
            + "tell() and truncate() will raise OSError.\nThis method may need to do a test seek().")
    static boolean seekable(PyObject self) {
        return false;
    }

    @Builtin(value = "readable(self, /)", doc = "Return whether object was opened for reading.\n\nIf False, read() "
            + "will raise OSError.")
    static boolean readable(PyObject self) {
        return false;
    }

    @Builtin(value = "writable(self, /)", doc = "Return whether object was opened for writing.\n\nIf False, write() "
            + "will raise OSError.")
    static boolean writable(PyObject self) {
        return false;
    }

    @Builtin("_checkClosed(self, /)")
    static void checkClosed(ThreadState ts, PyObject self) {
        Io.checkClosed(ts, self);
    }

    @Builtin("_checkSeekable(self, /)")
    static boolean checkSeekable(ThreadState ts, PyObject self) {
        Io.checkSeekable(ts, self);
        return true;
    }

    @Builtin("_checkReadable(self, /)")
    static boolean checkReadable(ThreadState ts, PyObject self) {
        Io.checkReadable(ts, self);
        return true;
    }

    @Builtin("_checkWritable(self, /)")
    static boolean checkWritable(ThreadState ts, PyObject self) {
        Io.checkWritable(ts, self);
        return true;
    }

    @Builtin(value = "fileno(self, /)", doc = "Return underlying file descriptor if one exists.\n\nRaise OSError if "
            + "the IO object does not use a file descriptor.")
    static PyObject fileno(PyObject self) {
        throw Io.unsupported("fileno");
    }

    @Builtin(value = "isatty(self, /)", doc = "Return whether this is an 'interactive' stream.\n\nReturn False if it "
            + "can't be determined.")
    static boolean isatty(ThreadState ts, PyObject self) {
        Io.checkClosed(ts, self);
        return false;
    }

    @Builtin("__enter__(self, /)")
    static PyObject enter(ThreadState ts, PyObject self) {
        Io.checkClosed(ts, self);
        return self;
    }

    @Builtin("__exit__(self, /, *args)")
    static PyObject exit(ThreadState ts, PyObject self, PyObject[] args) {
        return Calls.callMethod(ts, self, "close");
    }

    @Builtin(value = "readline(self, size=-1, /)", doc = "Read and return a line from the stream.\n\nIf size is "
            + "specified, at most size bytes will be read.\n\nThe line terminator is always b'\\n' for binary files; "
            + "for text\nfiles, the newlines argument to open can be used to select the line\nterminator(s) "
            + "recognized.")
    static PyObject readLine(ThreadState ts, PyObject self, PyObject size) {
        long limit = Io.size(ts, size);
        PyObject peek = Attributes.lookup(ts, self, "peek");
        Refs.xincRef(peek);
        Refs.incRef(self);
        try {
            return readLine(ts, self, limit, peek);
        } finally {
            Refs.xdecRef(peek);
            Refs.release(self);
        }
    }

    private static PyObject readLine(ThreadState ts, PyObject self, long limit, PyObject peek) {
        java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
        while (limit < 0 || line.size() < limit) {
            long want = 1;
            if (peek != null) {
                PyObject ahead = Calls.call(ts, peek, PyInt.ONE);
                if (!(ahead instanceof PyBytes bytes)) {
                    throw Errors.of(ExceptionTypes.OS_ERROR,
                            "peek() should have returned a bytes object, not '" + ahead.type.name() + "'");
                }
                if (bytes.value.length > 0) {
                    int n = limit < 0 ? bytes.value.length : (int) Math.min(limit - line.size(), bytes.value.length);
                    int at = 0;
                    while (at < n && bytes.value[at] != '\n') {
                        at++;
                    }
                    want = at < n ? at + 1 : n;
                }
            }
            PyObject read = Calls.callMethod(ts, self, "read", PyInt.of(want));
            if (!(read instanceof PyBytes bytes)) {
                throw Errors.of(ExceptionTypes.OS_ERROR,
                        "read() should have returned a bytes object, not '" + read.type.name() + "'");
            }
            if (bytes.value.length == 0) {
                break;
            }
            line.write(bytes.value, 0, bytes.value.length);
            if (bytes.value[bytes.value.length - 1] == '\n') {
                break;
            }
        }
        return new PyBytes(line.toByteArray());
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(ThreadState ts, PyObject self) {
        Io.checkClosed(ts, self);
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyObject self) {
        PyObject line = Calls.callMethod(ts, self, "readline");
        return line.type.slots().length(ts, line) == 0 ? null : line;
    }

    @Builtin(value = "readlines(self, hint=-1, /)", doc = "Return a list of lines from the stream.\n\nhint can be "
            + "specified to control the number of lines read: no more\nlines will be read if the total size (in bytes/"
            + "characters) of all\nlines so far exceeds hint.")
    static PyObject readLines(ThreadState ts, PyObject self, PyObject hint) {
        long limit = Io.size(ts, hint);
        PyList lines = new PyList();
        long[] total = {0};
        try {
            Iteration.forEach(ts, self, line -> {
                lines.append(line);
                total[0] += limit > 0 ? line.type.slots().length(ts, line) : 0;
                return limit <= 0 || total[0] <= limit;
            });
        } catch (PyException e) {
            Refs.drop(lines);
            throw e;
        }
        return lines;
    }

    @Builtin(value = "writelines(self, lines, /)", doc = "Write a list of lines to stream.\n\nLine separators are not "
            + "added, so it is usual for each of the\nlines provided to have a line separator at the end.")
    static void writeLines(ThreadState ts, PyObject self, PyObject lines) {
        Io.checkClosed(ts, self);
        Iteration.forEach(ts, lines, line -> {
            Refs.drop(Calls.callMethod(ts, self, "write", line));
            return true;
        });
    }

    @Builtin("_dealloc_warn(self, source, /)")
    static void deallocWarn(ThreadState ts, PyIOBase self, PyObject source) {
        self.warnUnclosed(ts, source);
    }

    @Attribute("__dict__")
    static PyObject dict(PyIOBase self) {
        return self.materializeDict();
    }

    @Attribute("closed")
    static boolean closed(PyIOBase self) {
        return self.baseClosed;
    }

    /** Closes in a {@code finally}: the first error stays, chained as the context of the second. */
    static void closeAfter(ThreadState ts, PyObject inner, PyException first) {
        try {
            Calls.callMethod(ts, inner, "close");
        } catch (PyException second) {
            throw chained(first, second);
        }
        if (first != null) {
            throw first;
        }
    }

    /** The second error, with the first, null for none, as its context. */
    static PyException chained(PyException first, PyException second) {
        if (first != null && second.value != first.value) {
            PyBaseException e = second.value;
            if (e.context() == null) {
                e.setContext(first.value);
            } else {
                first.swallowKeeping(e);
            }
        }
        return second;
    }

    /** True when the object's attribute is there and true. */
    static boolean flag(ThreadState ts, PyObject o, String name) {
        PyObject value = Attributes.lookup(ts, o, name);
        boolean set = value != null && value != PySingleton.NONE && Protocol.truth(ts, value);
        Refs.xdrop(value);
        return set;
    }
}
