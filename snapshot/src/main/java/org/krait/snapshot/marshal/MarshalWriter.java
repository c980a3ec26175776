package org.krait.snapshot.marshal;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.IdentityHashMap;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBool;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyComplex;
import org.krait.objects.PyDict;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.snapshot.ByteSink;

/** Writes values. Objects that occur again are written as references from format 3 on. */
public final class MarshalWriter {
    /** The version of caches and archives: {@code marshal.version}. */
    public static final int VERSION = 4;

    private final ThreadState ts;
    private final int version;
    private final ByteSink out = new ByteSink();
    private final IdentityHashMap<PyObject, Integer> numbers = new IdentityHashMap<>();
    private int depth;

    private MarshalWriter(ThreadState ts, int version) {
        this.ts = ts;
        this.version = version;
    }

    /** The bytes of a value; {@code ts} is for buffers of foreign types and may be null. */
    public static byte[] write(ThreadState ts, PyObject value, int version) {
        MarshalWriter writer = new MarshalWriter(ts, version);
        writer.put(value);
        return writer.out.toByteArray();
    }

    private void put(PyObject o) {
        if (++depth > Tags.MAX_DEPTH) {
            throw new MarshalException(MarshalException.Kind.VALUE_ERROR, "object too deeply nested to marshal");
        }
        if (o == PySingleton.NONE) {
            out.put((byte) Tags.NONE);
        } else if (o == ExceptionTypes.STOP_ITERATION) {
            out.put((byte) Tags.STOP_ITERATION);
        } else if (o == PySingleton.ELLIPSIS) {
            out.put((byte) Tags.ELLIPSIS);
        } else if (o instanceof PyBool) {
            out.put((byte) (o == PyBool.TRUE ? Tags.TRUE : Tags.FALSE));
        } else if (!reference(o)) {
            compound(o, numbers.containsKey(o) ? Tags.FLAG_REF : 0);
        }
        depth--;
    }

    /** Writes a reference to an object that was written before; else numbers it. */
    private boolean reference(PyObject o) {
        if (version < 3) {
            return false;
        }
        Integer number = numbers.get(o);
        if (number != null) {
            out.put((byte) Tags.REF);
            out.putInt(number);
            return true;
        }
        // What is in a container is counted by it, the value itself by nobody: more means that it may come again.
        if (Refs.isImmortal(o) || Refs.count(o) > (depth == 1 ? 0 : 1)) {
            numbers.put(o, numbers.size());
        }
        return false;
    }

    private void tag(int tag, int flag) {
        out.put((byte) (tag | flag));
    }

    private void compound(PyObject o, int flag) {
        if (o.type == PyInt.TYPE) {
            integer((PyInt) o, flag);
        } else if (o.type == PyFloat.TYPE) {
            tag(Tags.BINARY_FLOAT, flag);
            out.putLong(Double.doubleToRawLongBits(((PyFloat) o).value));
        } else if (o.type == PyComplex.TYPE) {
            tag(Tags.BINARY_COMPLEX, flag);
            out.putLong(Double.doubleToRawLongBits(((PyComplex) o).real));
            out.putLong(Double.doubleToRawLongBits(((PyComplex) o).imag));
        } else if (o.type == PyBytes.TYPE) {
            bytes(((PyBytes) o).value, flag);
        } else if (o.type == PyStr.TYPE) {
            string((PyStr) o, flag);
        } else if (o.type == PyTuple.TYPE) {
            PyTuple t = (PyTuple) o;
            if (version >= 4 && t.size() < 256) {
                tag(Tags.SMALL_TUPLE, flag);
                out.put((byte) t.size());
            } else {
                tag(Tags.TUPLE, flag);
                out.putInt(t.size());
            }
            for (PyObject item : t.items) {
                put(item);
            }
        } else if (o.type == PyList.TYPE) {
            PyList list = (PyList) o;
            tag(Tags.LIST, flag);
            out.putInt(list.size());
            for (int i = 0; i < list.size(); i++) {
                put(list.get(i));
            }
        } else if (o.type == PyDict.TYPE) {
            PyDict d = (PyDict) o;
            tag(Tags.DICT, flag);
            for (int i = d.nextEntry(0); i >= 0; i = d.nextEntry(i + 1)) {
                put(d.keys[i]);
                put(d.values[i]);
            }
            out.put((byte) Tags.NULL);
        } else if (o.type == PySet.TYPE || o.type == PySet.FROZEN_TYPE) {
            PySet set = (PySet) o;
            tag(o.type == PySet.TYPE ? Tags.SET : Tags.FROZENSET, flag);
            out.putInt(set.size());
            for (PyObject item : inStableOrder(ts, set, version)) {
                put(item);
            }
        } else if (o instanceof CodeObject code) {
            tag(Tags.CODE, flag);
            code(code.load());
        } else {
            PyBuffer buffer = ts == null ? null : o.type.slots().buffer(ts, o, 0);
            if (buffer == null) {
                throw new MarshalException(MarshalException.Kind.VALUE_ERROR, "unmarshallable object");
            }
            bytes(buffer.toByteArray(), flag);
            buffer.release();
        }
    }

    /**
     * The items of a set in the order of their marshalled bytes, which no hash seed changes: files of one source are
     * equal then.
     */
    public static PyObject[] inStableOrder(ThreadState ts, PySet set, int version) {
        PyObject[] items = new PyObject[set.size()];
        byte[][] keys = new byte[items.length][];
        int n = 0;
        for (int i = set.nextEntry(0); i >= 0; i = set.nextEntry(i + 1)) {
            PyObject item = set.items[i];
            byte[] key = items.length == 1 ? null : write(ts, item, version);
            int at = n++;
            for (; at > 0 && Arrays.compareUnsigned(keys[at - 1], key) > 0; at--) {
                keys[at] = keys[at - 1];
                items[at] = items[at - 1];
            }
            keys[at] = key;
            items[at] = item;
        }
        return items;
    }

    private void bytes(byte[] bytes, int flag) {
        tag(Tags.STRING, flag);
        out.putInt(bytes.length);
        out.putAll(bytes);
    }

    private void integer(PyInt i, int flag) {
        if (i.fitsLong() && i.value == (int) i.value) {
            tag(Tags.INT, flag);
            out.putInt((int) i.value);
            return;
        }
        BigInteger magnitude = i.toBigInteger().abs();
        int digits = (magnitude.bitLength() + 14) / 15;
        tag(Tags.LONG, flag);
        out.putInt(i.signum() < 0 ? -digits : digits);
        byte[] bytes = magnitude.toByteArray();
        for (int d = 0; d < digits; d++) {
            out.putShort(bits(bytes, d * 15));
        }
    }

    /** 15 bits of a big-endian magnitude from a bit position on. */
    private static int bits(byte[] bytes, int position) {
        int value = 0;
        for (int b = 14; b >= 0; b--) {
            int at = position + b;
            int index = bytes.length - 1 - (at >> 3);
            int bit = index < 0 ? 0 : bytes[index] >> (at & 7) & 1;
            value = value << 1 | bit;
        }
        return value;
    }

    private void string(PyStr s, int flag) {
        boolean interned = s.isInterned();
        if (version >= 4 && s.isAscii()) {
            if (s.length() < 256) {
                tag(interned ? Tags.SHORT_ASCII_INTERNED : Tags.SHORT_ASCII, flag);
                out.put((byte) s.length());
            } else {
                tag(interned ? Tags.ASCII_INTERNED : Tags.ASCII, flag);
                out.putInt(s.length());
            }
            out.putAll(s.latin1);
            return;
        }
        tag(version >= 3 && interned ? Tags.INTERNED : Tags.UNICODE, flag);
        byte[] utf8 = Utf8.encode(s);
        out.putInt(utf8.length);
        out.putAll(utf8);
    }

    private void code(CodeObject code) {
        int[] scalars = {code.firstLine, code.flags, code.argCount, code.positionalOnlyCount, code.keywordOnlyCount,
            code.freeCount, code.firstTemp, code.registerCount, code.heldCount, code.cacheCount};
        for (int scalar : scalars) {
            out.putInt(scalar);
        }
        put(code.name);
        put(code.qualifiedName);
        put(code.filename);
        names(code.variables);
        raw(code.variableKinds);
        names(code.names);
        out.putInt(code.constants.length);
        for (PyObject constant : code.constants) {
            put(constant);
        }
        ints(code.code);
        ints(code.exceptionTable);
        raw(code.positions);
    }

    private void names(PyStr[] names) {
        out.putInt(names.length);
        for (PyStr name : names) {
            put(name);
        }
    }

    private void raw(byte[] bytes) {
        out.putInt(bytes.length);
        out.putAll(bytes);
    }

    private void ints(int[] values) {
        out.putInt(values.length);
        for (int value : values) {
            out.putInt(value);
        }
    }
}
