package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code struct.Struct}. */
@BuiltinType(base = ObjectMethods.class, doc = "Struct(fmt) --> compiled struct object")
public final class StructMethods {
    private StructMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(PyType cls, PyObject[] args, PyStr[] keywords) {
        return new PyStruct(cls);
    }

    @Builtin("__init__(self, /, format)")
    static void init(ThreadState ts, PyStruct self, PyObject format) {
        self.set(StructFormat.text(ts, format));
    }

    @Builtin(
            value = "pack(self, /, *args)",
            doc = "S.pack(v1, v2, ...) -> bytes\n\nReturn a bytes object containing values v1, v2, ... packed "
                    + "according\nto the format string S.format.  See help(struct) for more on format\nstrings.")
    static PyObject pack(ThreadState ts, PyStruct self, PyObject[] args) {
        StructFormat format = self.format();
        byte[] out = new byte[format.size];
        format.pack(ts, "pack", args, 0, out, 0);
        return new PyBytes(out);
    }

    @Builtin(
            value = "pack_into(self, /, *args)",
            doc = "S.pack_into(buffer, offset, v1, v2, ...)\n\nPack the values v1, v2, ... according to the format\n"
                    + "string S.format and write the packed bytes into the writable buffer buf\n"
                    + "starting at offset.  Note that the offset is a required argument.  See\n"
                    + "help(struct) for more on format strings.")
    static void packInto(ThreadState ts, PyStruct self, PyObject[] args) {
        packInto(ts, self, args, 0);
    }

    /** Packs into {@code args[from]} at {@code args[from + 1]} what follows them. */
    static void packInto(ThreadState ts, PyStruct struct, PyObject[] args, int from) {
        if (args.length <= from) {
            throw StructFormat.error("pack_into expected buffer argument");
        }
        if (args.length == from + 1) {
            throw StructFormat.error("pack_into expected offset argument");
        }
        int values = struct.format().values;
        if (args.length - from - 2 != values) {
            throw StructFormat.error("pack_into expected " + values + " items for packing (got "
                    + (args.length - from - 2) + ")");
        }
        struct.packInto(ts, args[from], Arguments.toLong(ts, args[from + 1]), args, from + 2);
    }

    @Builtin(
            value = "unpack(self, buffer, /)",
            doc = "Return a tuple containing unpacked values.\n\nUnpack according to the format string Struct.format. "
                    + "The buffer's size\nin bytes must be Struct.size.\n\nSee help(struct) for more on format "
                    + "strings.")
    static PyObject unpack(ThreadState ts, PyStruct self, PyObject buffer) {
        return self.unpack(ts, buffer);
    }

    @Builtin(
            value = "unpack_from(self, /, buffer, offset=0)",
            doc = "Return a tuple containing unpacked values.\n\nValues are unpacked according to the format string"
                    + " Struct.format.\n\nThe buffer's size in bytes, starting at position offset, must be\nat least"
                    + " Struct.size.\n\nSee help(struct) for more on format strings.")
    static PyObject unpackFrom(ThreadState ts, PyStruct self, PyObject buffer, long offset) {
        return self.unpackFrom(ts, buffer, offset);
    }

    @Builtin(
            value = "iter_unpack(self, buffer, /)",
            doc = "Return an iterator yielding tuples.\n\nTuples are unpacked from the given bytes source, like a"
                    + " repeated\ninvocation of unpack_from().\n\nRequires that the bytes length be a multiple of the"
                    + " struct size.")
    static PyObject iterUnpack(ThreadState ts, PyStruct self, PyObject data) {
        int size = self.format().size;
        if (size == 0) {
            throw StructFormat.error("cannot iteratively unpack with a struct of length 0");
        }
        PyBuffer buffer = StructModule.buffer(ts, data, 0);
        if (buffer.length % size != 0) {
            buffer.release();
            throw StructFormat.error("iterative unpacking requires a buffer of a multiple of " + size + " bytes");
        }
        return new PyStructIterator(self, buffer);
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "S.__sizeof__() -> size of S in memory, in bytes")
    static int sizeOf(PyStruct self) {
        return 56 + 24 * (self.format().items + 1);
    }

    @Attribute(value = "format", doc = "struct format string")
    static PyObject format(PyStruct self) {
        self.format();
        return self.text;
    }

    @Attribute(value = "size", doc = "struct size in bytes")
    static int size(PyStruct self) {
        return self.format().size;
    }
}
