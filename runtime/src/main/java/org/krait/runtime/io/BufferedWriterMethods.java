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

/** The methods of {@code io.BufferedWriter}. */
@BuiltinType(
        base = BufferedIOBaseMethods.class,
        signature = "__init__",
        doc = "A buffer for a writeable sequential RawIO object.\n\nThe "
        + "constructor creates a BufferedWriter for the given writeable raw\nstream. If the buffer_size is not "
        + "given, it defaults to\nDEFAULT_BUFFER_SIZE.")
public final class BufferedWriterMethods {
    private BufferedWriterMethods() {}

    @Builtin("__init__(self, /, raw, buffer_size=8192)")
    static void init(ThreadState ts, PyBuffered self, PyObject raw, long bufferSize) {
        self.invalidate();
        Io.checkWritable(ts, raw);
        self.start(raw, Buffering.checkedSize(bufferSize), false, true);
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
