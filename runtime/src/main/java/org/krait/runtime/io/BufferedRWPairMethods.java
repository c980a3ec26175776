package org.krait.runtime.io;

import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;

/** The methods of {@code io.BufferedRWPair}. */
@BuiltinType(
        base = BufferedIOBaseMethods.class,
        signature = "__init__",
        doc = "A buffered reader and writer object together.\n\nA buffered "
        + "reader object and buffered writer object put together to\nform a sequential IO object that can read and "
        + "write. This is typically\nused with a socket or two-way pipe.\n\nreader and writer are RawIOBase objects "
        + "that are readable and\nwriteable respectively. If the buffer_size is omitted it defaults "
        + "to\nDEFAULT_BUFFER_SIZE.")
public final class BufferedRWPairMethods {
    private BufferedRWPairMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(PyType cls, PyObject[] args, PyStr[] keywords) {
        return new PyBufferedRWPair(cls);
    }

    @Builtin("__init__(self, reader, writer, buffer_size=8192, /)")
    static void init(ThreadState ts, PyBufferedRWPair self, PyObject reader, PyObject writer, long bufferSize) {
        Io.checkReadable(ts, reader);
        Io.checkWritable(ts, writer);
        PyBuffered in = new PyBuffered(PyBuffered.READER);
        in.start(reader, Buffering.checkedSize(bufferSize), true, false);
        PyBuffered out = new PyBuffered(PyBuffered.WRITER);
        out.start(writer, Buffering.checkedSize(bufferSize), false, true);
        self.set(in, out);
    }

    @Builtin(value = "read(self, /, *args, **kwargs)", doc = "Read and return up to size bytes.")
    static PyObject read(ThreadState ts, PyBufferedRWPair self, PyObject[] args, PyStr[] keywords) {
        return Calls.consume(ts, Attributes.get(ts, self.reader(), "read"), args, keywords);
    }

    @Builtin(value = "peek(self, /, *args, **kwargs)", doc = "Return buffered bytes without advancing the position.")
    static PyObject peek(ThreadState ts, PyBufferedRWPair self, PyObject[] args, PyStr[] keywords) {
        return Calls.consume(ts, Attributes.get(ts, self.reader(), "peek"), args, keywords);
    }

    @Builtin(value = "read1(self, size=-1, /)", doc = "Read with at most one raw read.")
    static PyObject read1(ThreadState ts, PyBufferedRWPair self, PyObject size) {
        return Calls.callMethod(ts, self.reader(), "read1", size == null ? org.krait.objects.PyInt.MINUS_ONE : size);
    }

    @Builtin(value = "readinto(self, buffer, /)", doc = "Read bytes into buffer.")
    static PyObject readInto(ThreadState ts, PyBufferedRWPair self, PyObject buffer) {
        return Calls.callMethod(ts, self.reader(), "readinto", buffer);
    }

    @Builtin(value = "readinto1(self, buffer, /)", doc = "Read bytes into buffer with one raw read.")
    static PyObject readInto1(ThreadState ts, PyBufferedRWPair self, PyObject buffer) {
        return Calls.callMethod(ts, self.reader(), "readinto1", buffer);
    }

    @Builtin(value = "write(self, b, /)", doc = "Write buffer b to the IO stream.")
    static PyObject write(ThreadState ts, PyBufferedRWPair self, PyObject b) {
        return Calls.callMethod(ts, self.writer(), "write", b);
    }

    @Builtin(value = "flush(self, /)", doc = "Flush write buffers, if applicable.")
    static PyObject flush(ThreadState ts, PyBufferedRWPair self) {
        return Calls.callMethod(ts, self.writer(), "flush");
    }

    @Builtin(value = "readable(self, /)", doc = "Return whether object was opened for reading.")
    static PyObject readable(ThreadState ts, PyBufferedRWPair self) {
        return Calls.callMethod(ts, self.reader(), "readable");
    }

    @Builtin(value = "writable(self, /)", doc = "Return whether object was opened for writing.")
    static PyObject writable(ThreadState ts, PyBufferedRWPair self) {
        return Calls.callMethod(ts, self.writer(), "writable");
    }

    @Builtin(value = "close(self, /)", doc = "Flush and close both streams.")
    static void close(ThreadState ts, PyBufferedRWPair self) {
        PyException first = null;
        try {
            Calls.callMethod(ts, self.writer(), "close");
        } catch (PyException e) {
            first = e;
        }
        PyObject reader;
        try {
            reader = self.reader();
        } catch (PyException second) {
            throw IOBaseMethods.chained(first, second);
        }
        IOBaseMethods.closeAfter(ts, reader, first);
    }

    @Builtin(value = "isatty(self, /)", doc = "Return whether either stream is interactive.")
    static boolean isatty(ThreadState ts, PyBufferedRWPair self) {
        return Io.ask(ts, self.writer(), "isatty") || Io.ask(ts, self.reader(), "isatty");
    }

    @Attribute("closed")
    static PyObject closed(ThreadState ts, PyBufferedRWPair self) {
        return Attributes.get(ts, self.writer(), "closed");
    }
}
