package org.krait.runtime.io;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;

/** The methods of {@code io.RawIOBase}. */
@BuiltinType(base = IOBaseMethods.class, signature = "()", doc = "Base class for raw binary I/O.")
public final class RawIOBaseMethods {
    private RawIOBaseMethods() {}

    @Builtin(value = "read(self, size=-1, /)", doc = "Read up to size bytes, or all of them.")
    static PyObject read(ThreadState ts, PyObject self, PyObject size) {
        long n = size == null ? -1 : Arguments.toLong(ts, size);
        if (n < 0) {
            return Calls.callMethod(ts, self, "readall");
        }
        PyByteArray target = new PyByteArray(new byte[(int) Math.min(n, Integer.MAX_VALUE - 8)]);
        PyObject count = Calls.callMethod(ts, self, "readinto", target);
        if (count == PySingleton.NONE) {
            return count;
        }
        long got = Arguments.toLong(ts, count);
        if (got < 0 || got > target.size()) {
            throw Errors.valueError("readinto returned " + got + " outside buffer size " + target.size());
        }
        return new PyBytes(java.util.Arrays.copyOf(target.toByteArray(), (int) got));
    }

    @Builtin(value = "readall(self, /)", doc = "Read until EOF, using multiple read() call.")
    static PyObject readAll(ThreadState ts, PyObject self) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        boolean any = false;
        while (true) {
            PyObject data = Calls.callMethod(ts, self, "read", PyInt.of(Io.DEFAULT_BUFFER_SIZE));
            if (data == PySingleton.NONE) {
                return any ? new PyBytes(all.toByteArray()) : data;
            }
            if (!(data instanceof PyBytes bytes)) {
                throw Errors.typeError("read() should return bytes");
            }
            if (bytes.value.length == 0) {
                return new PyBytes(all.toByteArray());
            }
            any = true;
            all.write(bytes.value, 0, bytes.value.length);
        }
    }

    @Builtin(value = "readinto(self, buffer, /)", doc = "Read bytes into buffer.")
    static PyObject readInto(PyObject self, PyObject buffer) {
        throw Errors.withArgs(ExceptionTypes.NOT_IMPLEMENTED_ERROR);
    }

    @Builtin(value = "write(self, b, /)", doc = "Write buffer b to the stream.")
    static PyObject write(PyObject self, PyObject b) {
        throw Errors.withArgs(ExceptionTypes.NOT_IMPLEMENTED_ERROR);
    }
}
