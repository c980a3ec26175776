package org.krait.runtime.builtins;

import java.util.HashMap;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _struct}. */
@BuiltinModule(
        value = "_struct",
        doc = "Functions to convert between Python values and C structs.\nPython bytes objects are used to hold the "
                + "data representing the C struct\nand also as format strings (explained below) to describe the layout "
                + "of data\nin the C struct.")
public final class StructModule {
    static final PyType ERROR = PyType.builtin("struct.error", ExceptionTypes.EXCEPTION, PyType.BASE | PyType.HAS_DICT);

    private static final int CACHE_SIZE = 100;

    private StructModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict namespace = module.materializeDict();
        namespace.put("error", ERROR);
        namespace.put("Struct", PyStruct.TYPE);
    }

    /** The parsed structure of a format; the context keeps those used last. */
    private static PyStruct struct(ThreadState ts, PyObject format) {
        String text = StructFormat.text(ts, format);
        @SuppressWarnings("unchecked")
        HashMap<String, PyStruct> cache = (HashMap<String, PyStruct>) ts.interp.natives.get(StructModule.class);
        if (cache == null) {
            cache = new HashMap<>();
            ts.interp.natives.put(StructModule.class, cache);
        }
        PyStruct struct = cache.get(text);
        if (struct == null) {
            struct = new PyStruct(text);
            if (cache.size() >= CACHE_SIZE) {
                cache.clear();
            }
            cache.put(text, struct);
        }
        return struct;
    }

    /** The bytes of a bytes-like object. */
    static PyBuffer buffer(ThreadState ts, PyObject data, int flags) {
        PyBuffer buffer = Bytes.contiguous(ts, data, flags);
        if (buffer == null) {
            throw Errors.typeError(flags == 0
                    ? "a bytes-like object is required, not '" + data.type.name() + "'"
                    : "argument must be read-write bytes-like object, not " + data.type.name());
        }
        return buffer;
    }

    @Builtin(value = "_clearcache()", doc = "Clear the internal cache.")
    static void clearCache(ThreadState ts) {
        ts.interp.natives.remove(StructModule.class);
    }

    @Builtin(
            value = "calcsize(format, /)",
            doc = "Return size in bytes of the struct described by the format string.")
    static int calcSize(ThreadState ts, PyObject format) {
        return struct(ts, format).format().size;
    }

    @Builtin(
            value = "pack(*args)",
            doc = "pack(format, v1, v2, ...) -> bytes\n\nReturn a bytes object containing the values v1, v2, ... packed"
                    + " according\nto the format string.  See help(struct) for more on format strings.")
    static PyObject pack(ThreadState ts, PyObject[] args) {
        if (args.length == 0) {
            throw Errors.typeError("missing format argument");
        }
        StructFormat format = struct(ts, args[0]).format();
        byte[] out = new byte[format.size];
        format.pack(ts, "pack", args, 1, out, 0);
        return new org.krait.objects.PyBytes(out);
    }

    @Builtin(
            value = "pack_into(*args)",
            doc = "pack_into(format, buffer, offset, v1, v2, ...)\n\nPack the values v1, v2, ... according to the "
                    + "format string and write\nthe packed bytes into the writable buffer buf starting at offset.  "
                    + "Note\nthat the offset is a required argument.  See help(struct) for more\non format strings.")
    static void packInto(ThreadState ts, PyObject[] args) {
        if (args.length == 0) {
            throw Errors.typeError("missing format argument");
        }
        StructMethods.packInto(ts, struct(ts, args[0]), args, 1);
    }

    @Builtin(
            value = "unpack(format, buffer, /)",
            doc = "Return a tuple containing values unpacked according to the format string.\n\nThe buffer's size in"
                    + " bytes must be calcsize(format).\n\nSee help(struct) for more on format strings.")
    static PyObject unpack(ThreadState ts, PyObject format, PyObject buffer) {
        return struct(ts, format).unpack(ts, buffer);
    }

    @Builtin(
            value = "unpack_from(format, /, buffer, offset=0)",
            doc = "Return a tuple containing values unpacked according to the format string.\n\nThe buffer's size, "
                    + "minus offset, must be at least calcsize(format).\n\nSee help(struct) for more on format "
                    + "strings.")
    static PyObject unpackFrom(ThreadState ts, PyObject format, PyObject buffer, long offset) {
        return struct(ts, format).unpackFrom(ts, buffer, offset);
    }

    @Builtin(
            value = "iter_unpack(format, buffer, /)",
            doc = "Return an iterator yielding tuples unpacked from the given bytes.\n\nThe bytes are unpacked "
                    + "according to the format string, like\na repeated invocation of unpack_from().\n\nRequires that "
                    + "the bytes length be a multiple of the format struct size.")
    static PyObject iterUnpack(ThreadState ts, PyObject format, PyObject buffer) {
        return StructMethods.iterUnpack(ts, struct(ts, format), buffer);
    }
}
