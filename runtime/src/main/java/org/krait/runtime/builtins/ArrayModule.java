package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code array}. */
@BuiltinModule(value = "array", doc = """
        This module defines an object type which can efficiently represent
        an array of basic values: characters, integers, floating-point
        numbers.  Arrays are sequence types and behave very much like lists,
        except that the type of objects stored in them is constrained.
        """)
public final class ArrayModule {
    private ArrayModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        module.dict.put("array", PyArray.TYPE);
        module.dict.put("ArrayType", PyArray.TYPE);
        PyObject abc = Protocol.call(ts, ts.interp.builtins.get("__import__"), PyStr.interned("collections.abc"),
                ts.interp.builtins, ts.interp.builtins, PyTuple.of(PyStr.interned("MutableSequence")), PyInt.ZERO);
        PyObject sequence = Protocol.getAttribute(ts, abc, PyStr.interned("MutableSequence"));
        Protocol.callMethod(ts, sequence, "register", PyArray.TYPE);
        module.dict.put("typecodes", PyStr.of(PyArray.TYPECODES));
    }

    /** The machine format of a typecode, as pickles of protocol 3 name it. */
    static int machineFormat(char typecode) {
        return switch (typecode) {
            case 'b' -> 1;
            case 'B' -> 0;
            case 'u' -> 20;
            case 'h' -> 4;
            case 'H' -> 2;
            case 'i' -> 8;
            case 'I' -> 6;
            case 'l', 'q' -> 12;
            case 'L', 'Q' -> 10;
            case 'f' -> 14;
            default -> 16;
        };
    }

    @Builtin(value = "_array_reconstructor(arraytype, typecode, mformat_code, items, /)")
    static PyObject reconstruct(ThreadState ts, PyObject arraytype, PyObject typecode, int code, PyObject items) {
        if (!(arraytype instanceof PyType type)) {
            throw Errors.typeError("first argument must be a type object, not " + arraytype.type.name());
        }
        if (!type.isSubtypeOf(PyArray.TYPE)) {
            throw Errors.typeError(type.name() + " is not a subtype of array.array");
        }
        if (!(typecode instanceof PyStr text) || text.length() != 1) {
            throw Errors.typeError("_array_reconstructor() argument 2 must be a unicode character, not "
                    + typecode.type.name());
        }
        if (PyArray.TYPECODES.indexOf(text.at(0)) < 0) {
            throw Errors.valueError("second argument must be a valid type code");
        }
        if (code < 0 || code > 21) {
            throw Errors.valueError("third argument must be a valid machine format code.");
        }
        if (!(items instanceof PyBytes bytes)) {
            throw Errors.typeError("fourth argument should be bytes, not " + items.type.name());
        }
        char wanted = (char) text.at(0);
        if (code == machineFormat(wanted)) {
            PyObject made = Protocol.call(ts, type, text);
            ArrayMethods.fromBytes((PyArray) made, bytes.value);
            return made;
        }
        if (code >= 18) {
            String encoding = (code < 20 ? "utf-16-" : "utf-32-") + (code % 2 == 0 ? "le" : "be");
            return Protocol.call(ts, type, text, Codecs.decode(ts, bytes, encoding, "strict"));
        }
        PyList list = new PyList();
        boolean big = code % 2 == 1 && code > 1;
        char format = "BbHHhhIIiiQQqqffdd".charAt(code);
        int size = MemoryFormats.size(format);
        if (bytes.value.length % size != 0) {
            throw Errors.valueError("string length not a multiple of item size");
        }
        byte[] b = bytes.value.clone();
        for (int at = 0; at < b.length; at += size) {
            if (big) {
                ArrayMethods.swap(b, at, size);
            }
            list.append(MemoryFormats.unpack(b, at, format));
        }
        return Protocol.call(ts, type, text, list);
    }

    /** The machine format as an int object. */
    static PyInt machineFormatOf(PyArray array) {
        return PyInt.of(machineFormat(array.typecode));
    }
}
