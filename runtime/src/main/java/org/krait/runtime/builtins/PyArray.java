package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.Mutations;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;

/** An {@code array.array}: items of one typecode in bytes, little-endian. */
public final class PyArray extends PyInstance {
    public static final PyType TYPE = PyType.builtin("array.array", PyType.OBJECT,
            PyType.BASE | PyType.SEQUENCE | PyType.HAS_WEAKREF, new ArrayMethodsTable());

    static final String TYPECODES = "bBuhHiIlLqQfd";

    final char typecode;
    final int itemSize;
    byte[] data = {};
    /** The number of items. */
    int size;
    /** How many buffers look at the bytes. */
    int exports;

    PyArray(PyType type, char typecode) {
        super(type);
        this.typecode = typecode;
        itemSize = typecode == 'u' ? 4 : MemoryFormats.size(typecode);
    }

    /** A new array of the same typecode; takes the bytes. */
    PyArray sibling(byte[] bytes) {
        PyArray made = new PyArray(TYPE, typecode);
        made.data = bytes;
        made.size = bytes.length / itemSize;
        return made;
    }

    byte[] bytes() {
        return Arrays.copyOf(data, size * itemSize);
    }

    PyObject item(int index) {
        if (typecode == 'u') {
            return PyStr.ofCodePoint((int) ((PyInt) MemoryFormats.unpack(data, index * 4, 'I')).value);
        }
        return MemoryFormats.unpack(data, index * itemSize, typecode);
    }

    /** The bytes of one value; the errors of array. */
    byte[] pack(ThreadState ts, PyObject value) {
        byte[] b = new byte[itemSize];
        switch (typecode) {
            case 'u' -> {
                if (!(value instanceof PyStr s) || s.length() != 1) {
                    throw Errors.typeError("array item must be unicode character");
                }
                MemoryFormats.storeInt(b, 0, 'I', s.at(0));
            }
            case 'f', 'd' ->
                MemoryFormats.storeFloat(b, 0, typecode, org.krait.objects.Arguments.toDouble(ts, value));
            default -> {
                if (!(value instanceof PyInt) && !value.type.has(Special.INDEX)) {
                    throw Errors.typeError("'" + value.type.name() + "' object cannot be interpreted as an integer");
                }
                PyInt i = Protocol.index(ts, value);
                if (!MemoryFormats.fits(i, typecode)) {
                    throw Errors.overflowError(overflow(i));
                }
                MemoryFormats.storeInt(b, 0, typecode, i.big() == null ? i.value : i.big().longValue());
            }
        }
        return b;
    }

    private String overflow(PyInt i) {
        boolean negative = i.signum() < 0;
        if (typecode == 'q') {
            return "int too big to convert";
        }
        if (typecode == 'Q') {
            return negative ? "can't convert negative int to unsigned" : "int too big to convert";
        }
        if (typecode == 'L' || typecode == 'I') {
            return negative ? "can't convert negative value to unsigned int"
                    : typecode == 'I' && i.toBigInteger().bitLength() <= 64 ? "unsigned int is greater than maximum"
                    : "Python int too large to convert to C unsigned long";
        }
        if (i.big() != null || typecode == 'l') {
            return "Python int too large to convert to C long";
        }
        String name = switch (typecode) {
            case 'b' -> "signed char";
            case 'B' -> "unsigned byte integer";
            case 'h' -> "signed short integer";
            case 'H' -> "unsigned short";
            default -> "signed integer";
        };
        return name + (negative ? " is less than minimum" : " is greater than maximum");
    }

    void checkResizable() {
        if (exports > 0) {
            throw Errors.bufferError("cannot resize an array that is exporting buffers");
        }
    }

    /** Replaces the items from {@code from} to {@code to} by those of some bytes. */
    void replace(int from, int to, byte[] bytes) {
        Mutations.noteContent(this);
        int newSize = size - (to - from) + bytes.length / itemSize;
        if (newSize != size) {
            checkResizable();
        }
        int needed = newSize * itemSize;
        byte[] target = data;
        if (needed > data.length || needed < 0) {
            if (needed < 0) {
                throw Errors.memoryError();
            }
            target = Arrays.copyOf(data, Math.max(needed, (size + (size >> 3) + 4) * itemSize));
        }
        System.arraycopy(data, to * itemSize, target, from * itemSize + bytes.length, (size - to) * itemSize);
        System.arraycopy(bytes, 0, target, from * itemSize, bytes.length);
        data = target;
        size = newSize;
    }

    void append(byte[] bytes) {
        replace(size, size, bytes);
    }
}
