package org.krait.runtime.io;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;

/** The methods of {@code io.BufferedRandom}. */
@BuiltinType(
        base = BufferedIOBaseMethods.class,
        signature = "__init__",
        doc = "A buffered interface to random access streams.\n\nThe "
        + "constructor creates a reader and writer for a seekable stream,\nraw, given in the first argument. If the "
        + "buffer_size is omitted it\ndefaults to DEFAULT_BUFFER_SIZE.")
public final class BufferedRandomMethods {
    private BufferedRandomMethods() {}

    @Builtin("__init__(self, /, raw, buffer_size=8192)")
    static void init(ThreadState ts, PyBuffered self, PyObject raw, long bufferSize) {
        self.invalidate();
        Io.checkSeekable(ts, raw);
        Io.checkReadable(ts, raw);
        Io.checkWritable(ts, raw);
        self.start(raw, Buffering.checkedSize(bufferSize), true, true);
    }

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(PyType cls, PyObject[] args, PyStr[] keywords) {
        return new PyBuffered(cls);
    }

    @Builtin(value = "detach(self, /)", doc = "Disconnect this buffer from its underlying raw stream and return it.")
    static PyObject detach(ThreadState ts, PyBuffered self) {
        return Buffering.detach(ts, self);
    }

    @Builtin(value = "close(self, /)", doc = "Flush and close the IO object.")
    static PyObject close(ThreadState ts, PyBuffered self) {
        return Buffering.close(ts, self);
    }

    @Builtin(value = "seekable(self, /)", doc = "Return whether object supports random access.")
    static PyObject seekable(ThreadState ts, PyBuffered self) {
        return Calls.callMethod(ts, self.raw(), "seekable");
    }

    @Builtin(value = "fileno(self, /)", doc = "Return underlying file descriptor if one exists.")
    static PyObject fileno(ThreadState ts, PyBuffered self) {
        return Calls.callMethod(ts, self.raw(), "fileno");
    }

    @Builtin(value = "isatty(self, /)", doc = "Return whether this is an 'interactive' stream.")
    static PyObject isatty(ThreadState ts, PyBuffered self) {
        return Calls.callMethod(ts, self.raw(), "isatty");
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyBuffered self) {
        return Buffering.repr(ts, self);
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "Size of object in memory, in bytes.")
    static int sizeOf(PyBuffered self) {
        return 152 + self.buffer.length;
    }

    @Builtin("__getstate__(self, /)")
    static PyObject getState(PyBuffered self) {
        throw Errors.typeError("cannot pickle '" + self.type.name() + "' object");
    }

    @Attribute("closed")
    static boolean closed(ThreadState ts, PyBuffered self) {
        return self.isClosed(ts);
    }

    @Attribute("name")
    static PyObject name(ThreadState ts, PyBuffered self) {
        return Attributes.get(ts, self.raw(), "name");
    }

    @Attribute("mode")
    static PyObject mode(ThreadState ts, PyBuffered self) {
        return Attributes.get(ts, self.raw(), "mode");
    }

    @Attribute(value = "raw", member = true)
    static PyObject raw(PyBuffered self) {
        return self.raw();
    }

    @Attribute(value = "_finalizing", member = true)
    static boolean finalizing(PyBuffered self) {
        return self.finalizing;
    }

    @Attribute(value = "_finalizing", member = true, setter = true)
    static void setFinalizing(ThreadState ts, PyBuffered self, PyObject value) {
        self.finalizing = Arguments.toBoolean(ts, value);
    }

    @Builtin(value = "flush(self, /)", doc = "Flush write buffers, if applicable.")
    static PyObject flush(ThreadState ts, PyBuffered self) {
        return Buffering.flush(ts, self);
    }

    @Builtin(value = "peek(self, size=0, /)", doc = "Return buffered bytes without advancing the position.")
    static PyObject peek(ThreadState ts, PyBuffered self, long size) {
        return Buffering.peek(ts, self);
    }

    @Builtin(value = "read(self, size=-1, /)", doc = "Read and return up to size bytes.")
    static PyObject read(ThreadState ts, PyBuffered self, PyObject size) {
        return Buffering.read(ts, self, size);
    }

    @Builtin(value = "read1(self, size=-1, /)", doc = "Read and return up to size bytes with one raw read.")
    static PyObject read1(ThreadState ts, PyBuffered self, long size) {
        return Buffering.read1(ts, self, size);
    }

    @Builtin(value = "readinto(self, buffer, /)", doc = "Read bytes into buffer.")
    static PyObject readInto(ThreadState ts, PyBuffered self, PyObject buffer) {
        return Buffering.readInto(ts, self, buffer, false);
    }

    @Builtin(value = "readinto1(self, buffer, /)", doc = "Read bytes into buffer with one raw read.")
    static PyObject readInto1(ThreadState ts, PyBuffered self, PyObject buffer) {
        return Buffering.readInto(ts, self, buffer, true);
    }

    @Builtin(value = "readline(self, size=-1, /)", doc = "Read and return a line from the stream.")
    static PyObject readLine(ThreadState ts, PyBuffered self, PyObject size) {
        return Buffering.readLine(ts, self, size);
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyBuffered self) {
        return Buffering.next(ts, self);
    }

    @Builtin(value = "readable(self, /)", doc = "Return whether object was opened for reading.")
    static PyObject readable(ThreadState ts, PyBuffered self) {
        return Calls.callMethod(ts, self.raw(), "readable");
    }

    @Builtin(value = "write(self, buffer, /)", doc = "Write the given buffer to the IO stream.")
    static PyObject write(ThreadState ts, PyBuffered self, PyObject buffer) {
        return Buffering.write(ts, self, buffer);
    }

    @Builtin(value = "writable(self, /)", doc = "Return whether object was opened for writing.")
    static PyObject writable(ThreadState ts, PyBuffered self) {
        return Calls.callMethod(ts, self.raw(), "writable");
    }

    @Builtin(value = "seek(self, target, whence=0, /)", doc = "Change the stream position to the given byte offset.")
    static PyObject seek(ThreadState ts, PyBuffered self, PyObject target, int whence) {
        return Buffering.seek(ts, self, target, whence);
    }

    @Builtin(value = "tell(self, /)", doc = "Return current stream position.")
    static PyObject tell(ThreadState ts, PyBuffered self) {
        return Buffering.tell(ts, self);
    }

    @Builtin(value = "truncate(self, pos=None, /)", doc = "Truncate file to size bytes.")
    static PyObject truncate(ThreadState ts, PyBuffered self, PyObject pos) {
        return Buffering.truncate(ts, self, pos);
    }
}
