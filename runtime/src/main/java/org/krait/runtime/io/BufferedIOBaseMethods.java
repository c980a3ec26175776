package org.krait.runtime.io;

import org.krait.objects.Errors;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;

/** The methods of {@code io.BufferedIOBase}. */
@BuiltinType(
        base = IOBaseMethods.class,
        signature = "()",
        doc = "Base class for buffered IO objects.\n\nThe main difference with "
        + "RawIOBase is that the read() method\nsupports omitting the size argument, and does not have a default\n"
        + "implementation that defers to readinto().")
public final class BufferedIOBaseMethods {
    private BufferedIOBaseMethods() {}

    @Builtin(value = "detach(self, /)", doc = "Disconnect this buffer from its underlying raw stream and return it."
            + "\n\nAfter the raw stream has been detached, the buffer is in an unusable\nstate.")
    static PyObject detach(PyObject self) {
        throw Io.unsupported("detach");
    }

    @Builtin(value = "read(self, size=-1, /)", doc = "Read and return up to n bytes.\n\nIf the size argument is "
            + "omitted, None, or negative, read and\nreturn all data until EOF.")
    static PyObject read(PyObject self, PyObject size) {
        throw Io.unsupported("read");
    }

    @Builtin(value = "read1(self, size=-1, /)", doc = "Read and return up to size bytes, with at most one read() call"
            + " to the underlying raw stream.\n\nReturn an empty bytes object on EOF.")
    static PyObject read1(PyObject self, PyObject size) {
        throw Io.unsupported("read1");
    }

    @Builtin(value = "write(self, b, /)", doc = "Write buffer b to the IO stream.\n\nReturn the number of bytes "
            + "written, which is always\nthe length of b in bytes.")
    static PyObject write(PyObject self, PyObject b) {
        throw Io.unsupported("write");
    }

    @Builtin(value = "readinto(self, buffer, /)", doc = "Read bytes into buffer.")
    static PyObject readInto(ThreadState ts, PyObject self, PyObject buffer) {
        return into(ts, self, buffer, "readinto", "read");
    }

    @Builtin(value = "readinto1(self, buffer, /)", doc = "Read bytes into buffer with one read() call.")
    static PyObject readInto1(ThreadState ts, PyObject self, PyObject buffer) {
        return into(ts, self, buffer, "readinto1", "read1");
    }

    private static PyObject into(ThreadState ts, PyObject self, PyObject target, String function, String reader) {
        PyBuffer buffer = Io.writable(ts, target, function);
        try {
            PyObject data = Calls.callMethod(ts, self, PyStr.interned(reader), PyInt.of(buffer.length));
            if (!(data instanceof PyBytes bytes)) {
                throw Errors.typeError("read() should return bytes");
            }
            if (bytes.value.length > buffer.length) {
                throw Errors.valueError("read() returned too much data: " + buffer.length + " bytes requested, "
                        + bytes.value.length + " returned");
            }
            System.arraycopy(bytes.value, 0, buffer.array, buffer.offset, bytes.value.length);
            return PyInt.of(bytes.value.length);
        } finally {
            buffer.release();
        }
    }
}
