package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;

/** A {@code struct.Struct}: a format with the operations on it. */
public final class PyStruct extends PyInstance {
    public static final PyType TYPE = PyType.builtin("_struct.Struct", PyType.OBJECT,
            PyType.BASE | PyType.HAS_WEAKREF, new StructMethodsTable());

    /** The format as text; null until {@code __init__}. */
    PyStr text;
    private StructFormat format;

    PyStruct(PyType type) {
        super(type);
    }

    /** A structure of a parsed format. */
    PyStruct(String text) {
        super(TYPE);
        set(text);
    }

    void set(String text) {
        format = StructFormat.parse(text);
        this.text = PyStr.of(text);
    }

    StructFormat format() {
        if (format == null) {
            throw Errors.runtimeError("Struct object is not initialized");
        }
        return format;
    }

    PyTuple unpack(ThreadState ts, PyObject data) {
        StructFormat f = format();
        PyBuffer buffer = StructModule.buffer(ts, data, 0);
        try {
            if (buffer.length != f.size) {
                throw StructFormat.error("unpack requires a buffer of " + f.size + " bytes");
            }
            return PyTuple.of(f.unpack(buffer.array, buffer.offset));
        } finally {
            buffer.release();
        }
    }

    PyTuple unpackFrom(ThreadState ts, PyObject data, long offset) {
        StructFormat f = format();
        PyBuffer buffer = StructModule.buffer(ts, data, 0);
        try {
            long at = offset;
            if (at < 0) {
                if (at + f.size > 0) {
                    throw StructFormat.error("not enough data to unpack " + f.size + " bytes at offset " + at);
                }
                if (at + buffer.length < 0) {
                    throw outOfRange(offset, buffer);
                }
                at += buffer.length;
            }
            if (buffer.length - at < f.size) {
                throw StructFormat.error("unpack_from requires a buffer of at least "
                        + Long.toUnsignedString(f.size + at)
                        + " bytes for unpacking " + f.size + " bytes at offset " + at + " (actual buffer size is "
                        + buffer.length + ")");
            }
            return PyTuple.of(f.unpack(buffer.array, buffer.offset + (int) at));
        } finally {
            buffer.release();
        }
    }

    void packInto(ThreadState ts, PyObject target, long offset, PyObject[] args, int from) {
        StructFormat f = format();
        PyBuffer buffer = StructModule.buffer(ts, target, PyBuffer.WRITABLE);
        try {
            long at = offset;
            if (at < 0) {
                if (at + f.size > 0) {
                    throw StructFormat.error("no space to pack " + f.size + " bytes at offset " + at);
                }
                if (at + buffer.length < 0) {
                    throw outOfRange(offset, buffer);
                }
                at += buffer.length;
            }
            if (buffer.length - at < f.size) {
                throw StructFormat.error("pack_into requires a buffer of at least " + Long.toUnsignedString(f.size + at)
                        + " bytes for packing " + f.size + " bytes at offset " + at + " (actual buffer size is "
                        + buffer.length + ")");
            }
            f.pack(ts, "pack_into", args, from, buffer.array, buffer.offset + (int) at);
        } finally {
            buffer.release();
        }
    }

    private static org.krait.objects.PyException outOfRange(long offset, PyBuffer buffer) {
        return StructFormat.error("offset " + offset + " out of range for " + buffer.length + "-byte buffer");
    }
}
