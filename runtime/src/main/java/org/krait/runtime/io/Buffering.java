package org.krait.runtime.io;

import java.util.Arrays;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;

/** The methods that the buffered classes share, each named for its Python name. */
final class Buffering {
    private Buffering() {}

    static int checkedSize(long size) {
        if (size <= 0) {
            throw Errors.valueError("buffer size must be strictly positive");
        }
        if (size > Integer.MAX_VALUE - 8) {
            throw Errors.memoryError();
        }
        return (int) size;
    }

    static PyObject detach(ThreadState ts, PyBuffered self) {
        self.raw();
        Calls.callMethod(ts, self, "flush");
        return self.detach();
    }

    /** {@code flush} of a reader: nothing is pending. */
    static PyObject simpleFlush(ThreadState ts, PyBuffered self) {
        return Calls.callMethod(ts, self.raw(), "flush");
    }

    static PyObject flush(ThreadState ts, PyBuffered self) {
        self.raw();
        self.checkOpen(ts, "flush of closed file");
        self.enter(ts);
        try {
            self.flushWrites(ts);
            if (self.readable) {
                self.rewindAhead(ts);
            }
            return Calls.callMethod(ts, self.raw(), "flush");
        } finally {
            self.leave();
        }
    }

    static PyObject close(ThreadState ts, PyBuffered self) {
        PyObject raw = self.raw();
        if (self.isClosed(ts)) {
            return PySingleton.NONE;
        }
        if (self.finalizing) {
            if (raw instanceof PyIOBase stream) {
                stream.warnUnclosed(ts, self);
            } else {
                Calls.callMethod(ts, raw, "_dealloc_warn", self);
            }
        }
        PyException first = null;
        try {
            Calls.callMethod(ts, self, "flush");
        } catch (PyException e) {
            first = e;
        }
        self.enter(ts);
        try {
            IOBaseMethods.closeAfter(ts, raw, first);
        } finally {
            self.leave();
            self.buffer = self.buffer.length == 0 ? self.buffer : new byte[self.buffer.length];
            self.position = 0;
            self.readEnd = 0;
            self.writeEnd = 0;
        }
        return PySingleton.NONE;
    }

    static PyObject peek(ThreadState ts, PyBuffered self) {
        self.beginReading();
        self.checkOpen(ts, "peek of closed file");
        self.enter(ts);
        try {
            if (self.ahead() == 0) {
                self.fill(ts);
            }
            return new PyBytes(Arrays.copyOfRange(self.buffer, self.position, self.readEnd));
        } finally {
            self.leave();
        }
    }

    static PyObject read(ThreadState ts, PyBuffered self, PyObject size) {
        self.beginReading();
        long n = Io.size(ts, size);
        if (n < -1) {
            throw Errors.valueError("read length must be non-negative or -1");
        }
        self.checkOpen(ts, "read of closed file");
        if (n >= 0 && n <= self.ahead()) {
            return self.take((int) n);
        }
        self.enter(ts);
        try {
            if (n < 0) {
                return self.readAll(ts);
            }
            if (n > Integer.MAX_VALUE - 8) {
                throw Errors.memoryError();
            }
            byte[] target = new byte[(int) n];
            int got = self.readFully(ts, target, 0, target.length);
            return got < 0 ? PySingleton.NONE : new PyBytes(got == target.length ? target
                    : Arrays.copyOf(target, got));
        } finally {
            self.leave();
        }
    }

    static PyObject read1(ThreadState ts, PyBuffered self, long size) {
        self.beginReading();
        long n = size < 0 ? self.buffer.length : size;
        self.checkOpen(ts, "read of closed file");
        if (n == 0) {
            return PyBytes.EMPTY;
        }
        if (self.ahead() > 0) {
            return self.take((int) Math.min(n, self.ahead()));
        }
        self.enter(ts);
        try {
            self.flushWrites(ts);
            byte[] target = new byte[(int) Math.min(n, Integer.MAX_VALUE - 8)];
            self.position = 0;
            self.readEnd = 0;
            int got = self.rawRead(ts, target, 0, target.length);
            return got <= 0 ? PyBytes.EMPTY : new PyBytes(Arrays.copyOf(target, got));
        } finally {
            self.leave();
        }
    }

    static PyObject readInto(ThreadState ts, PyBuffered self, PyObject target, boolean once) {
        self.beginReading();
        String function = once ? "readinto1" : "readinto";
        PyBuffer buffer = Io.writable(ts, target, function);
        try {
            self.checkOpen(ts, "readinto of closed file");
            self.enter(ts);
            try {
                int n;
                if (!once) {
                    n = self.readFully(ts, buffer.array, buffer.offset, buffer.length);
                } else if (self.ahead() > 0 || buffer.length == 0) {
                    n = Math.min(buffer.length, self.ahead());
                    System.arraycopy(self.buffer, self.position, buffer.array, buffer.offset, n);
                    self.position += n;
                    int left = buffer.length - n;
                    if (left > self.buffer.length) {
                        self.position = 0;
                        self.readEnd = 0;
                        n += Math.max(0, self.rawRead(ts, buffer.array, buffer.offset + n, left));
                    }
                } else if (buffer.length > self.buffer.length) {
                    self.flushWrites(ts);
                    self.position = 0;
                    self.readEnd = 0;
                    n = self.rawRead(ts, buffer.array, buffer.offset, buffer.length);
                } else {
                    n = self.fill(ts);
                    if (n > 0) {
                        n = Math.min(n, buffer.length);
                        System.arraycopy(self.buffer, 0, buffer.array, buffer.offset, n);
                        self.position = n;
                    }
                }
                return n < 0 ? PySingleton.NONE : PyInt.of(n);
            } finally {
                self.leave();
            }
        } finally {
            buffer.release();
        }
    }

    static PyObject readLine(ThreadState ts, PyBuffered self, PyObject size) {
        self.beginReading();
        long limit = Io.size(ts, size);
        self.checkOpen(ts, "readline of closed file");
        self.enter(ts);
        try {
            return self.readLine(ts, limit);
        } finally {
            self.leave();
        }
    }

    static PyObject next(ThreadState ts, PyBuffered self) {
        self.raw();
        PyObject line;
        if (self.isExact()) {
            line = readLine(ts, self, null);
        } else {
            line = Calls.callMethod(ts, self, "readline");
            if (!(line instanceof PyBytes)) {
                throw Errors.of(ExceptionTypes.OS_ERROR,
                        "readline() should have returned a bytes object, not '" + line.type.name() + "'");
            }
        }
        return ((PyBytes) line).value.length == 0 ? null : line;
    }

    static PyObject write(ThreadState ts, PyBuffered self, PyObject b) {
        if (Mutations.WATCHED) {
            self.tellWriting();
        }
        self.raw();
        PyBuffer source = Io.readable(ts, b);
        try {
            self.enter(ts);
            try {
                self.checkOpen(ts, "write to closed file");
                self.write(ts, source.array, source.offset, source.length);
            } finally {
                self.leave();
            }
            return PyInt.of(source.length);
        } finally {
            source.release();
        }
    }

    static PyObject seek(ThreadState ts, PyBuffered self, PyObject target, int whence) {
        PyObject raw = self.raw();
        if (whence < 0 || whence > 4) {
            throw Errors.valueError("whence value " + whence + " unsupported");
        }
        self.checkOpen(ts, "seek of closed file");
        if (!Io.ask(ts, raw, "seekable")) {
            throw Io.unsupported("File or stream is not seekable.");
        }
        long offset = Arguments.toLong(ts, target);
        self.enter(ts);
        try {
            return PyInt.of(self.seek(ts, offset, whence));
        } finally {
            self.leave();
        }
    }

    static PyObject tell(ThreadState ts, PyBuffered self) {
        self.raw();
        return PyInt.of(Math.max(0, self.tell(ts)));
    }

    static PyObject truncate(ThreadState ts, PyBuffered self, PyObject size) {
        PyObject raw = self.raw();
        self.checkOpen(ts, "truncate of closed file");
        if (!self.writable) {
            throw Io.unsupported("truncate");
        }
        self.enter(ts);
        try {
            self.flushWrites(ts);
            PyObject given = size == null || size == PySingleton.NONE ? PyInt.of(self.tell(ts)) : size;
            if (self.readable) {
                self.rewindAhead(ts);
            }
            return Calls.callMethod(ts, raw, "truncate", given);
        } finally {
            self.leave();
        }
    }

    static PyObject repr(ThreadState ts, PyIOBase self) {
        PyObject name = null;
        try {
            name = Attributes.lookup(ts, self, "name");
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.VALUE_ERROR)) {
                throw e;
            }
            e.swallow();
        }
        if (name == null) {
            return PyStr.of("<" + self.type.name() + ">");
        }
        if (org.krait.runtime.builtins.Protocol.enterRepr(ts, self)) {
            throw Errors.runtimeError("reentrant call inside " + self.type.name() + ".__repr__");
        }
        try {
            return PyStr.of("<" + self.type.name() + " name=").concat(Texts.repr(ts, name)).concat(PyStr.of(">"));
        } finally {
            org.krait.runtime.builtins.Protocol.leaveRepr(ts);
        }
    }
}
