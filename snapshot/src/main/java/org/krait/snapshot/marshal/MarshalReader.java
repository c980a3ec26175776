package org.krait.snapshot.marshal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBool;
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
import org.krait.objects.code.CodeParts;

/** Reads values, eagerly. Bad data gives a {@link MarshalException}, never a wrong access or a huge allocation. */
public final class MarshalReader {
    /** For how many items there is room before the first has been read. */
    private static final int FIRST_ITEMS = 256;

    private final ThreadState ts;
    private final byte[] bytes;
    private final int end;
    private int at;
    private int depth;
    /** True inside a code object: tuples and frozensets are constants. */
    private int codeDepth;
    private final ArrayList<PyObject> numbered = new ArrayList<>();

    /** A reader of the bytes from {@code from} to {@code end}. */
    public MarshalReader(ThreadState ts, byte[] bytes, int from, int end) {
        this.ts = ts;
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** Where the next byte is read. */
    public int position() {
        return at;
    }

    /** The next value. */
    public PyObject read() {
        PyObject o = next();
        if (o == null) {
            throw new MarshalException(MarshalException.Kind.TYPE_ERROR, "NULL object in marshal data for object");
        }
        return o;
    }

    private static MarshalException bad(String what) {
        return new MarshalException(MarshalException.Kind.VALUE_ERROR, "bad marshal data (" + what + ")");
    }

    private int need(int count) {
        if (count < 0 || count > end - at) {
            throw new MarshalException(MarshalException.Kind.EOF_ERROR, "marshal data too short",
                    Math.max(1, count - (end - at)));
        }
        int from = at;
        at += count;
        return from;
    }

    private int u8() {
        if (at >= end) {
            throw new MarshalException(MarshalException.Kind.EOF_ERROR, "EOF read where object expected", 1);
        }
        return bytes[at++] & 0xff;
    }

    private int u16() {
        int i = need(2);
        return bytes[i] & 0xff | (bytes[i + 1] & 0xff) << 8;
    }

    private int i32() {
        int i = need(4);
        return bytes[i] & 0xff | (bytes[i + 1] & 0xff) << 8 | (bytes[i + 2] & 0xff) << 16 | bytes[i + 3] << 24;
    }

    private long i64() {
        return i32() & 0xffffffffL | (long) i32() << 32;
    }

    /** A count of things that take at least {@code width} bytes each. */
    private int size(String what, int width) {
        int n = i32();
        if (n < 0) {
            throw bad(what + " size out of range");
        }
        if ((long) n * width > end - at) {
            throw new MarshalException(MarshalException.Kind.EOF_ERROR, "marshal data too short",
                    (int) Math.min(1 << 20, (long) n * width - (end - at)));
        }
        return n;
    }

    /** The next value; null for the NULL that ends a dict. */
    private PyObject next() {
        if (++depth > Tags.MAX_DEPTH) {
            throw bad("recursion limit exceeded");
        }
        int tag = u8();
        boolean numberIt = (tag & Tags.FLAG_REF) != 0;
        int slot = -1;
        if (numberIt) {
            slot = numbered.size();
            numbered.add(null);
        }
        PyObject o = value(tag & ~Tags.FLAG_REF, slot);
        if (numberIt) {
            numbered.set(slot, o);
        }
        depth--;
        return o;
    }

    private PyObject value(int tag, int slot) {
        switch (tag) {
            case Tags.NULL:
                return null;
            case Tags.NONE:
                return PySingleton.NONE;
            case Tags.SHORT_ASCII_INTERNED:
                return latin1(u8()).intern();
            case Tags.SHORT_ASCII:
                return latin1(u8());
            case Tags.REF:
                int number = i32();
                if (number < 0 || number >= numbered.size() || numbered.get(number) == null) {
                    throw bad("invalid reference");
                }
                return numbered.get(number);
            case Tags.INT:
                return PyInt.of(i32());
            case Tags.SMALL_TUPLE:
                return tuple(u8());
            case Tags.CODE:
                return code();
            case Tags.STRING:
                int n = size("bytes object", 1);
                int from = need(n);
                return new PyBytes(Arrays.copyOfRange(bytes, from, from + n));
            default:
                return rare(tag, slot);
        }
    }

    private PyObject rare(int tag, int slot) {
        switch (tag) {
            case Tags.TRUE:
                return PyBool.TRUE;
            case Tags.FALSE:
                return PyBool.FALSE;
            case Tags.ELLIPSIS:
                return PySingleton.ELLIPSIS;
            case Tags.STOP_ITERATION:
                return ExceptionTypes.STOP_ITERATION;
            case Tags.INT64:
                return PyInt.of(i64());
            case Tags.LONG:
                return integer();
            case Tags.BINARY_FLOAT:
                return new PyFloat(Double.longBitsToDouble(i64()));
            case Tags.FLOAT:
                return new PyFloat(textFloat());
            case Tags.BINARY_COMPLEX:
                double real = Double.longBitsToDouble(i64());
                return new PyComplex(real, Double.longBitsToDouble(i64()));
            case Tags.COMPLEX:
                double realText = textFloat();
                return new PyComplex(realText, textFloat());
            case Tags.ASCII_INTERNED:
                return latin1(size("string", 1)).intern();
            case Tags.ASCII:
                return latin1(size("string", 1));
            case Tags.INTERNED:
                return utf8().intern();
            case Tags.UNICODE:
                return utf8();
            case Tags.TUPLE:
                return tuple(size("tuple", 1));
            case Tags.LIST:
                return list(slot);
            case Tags.DICT:
                return dict(slot);
            case Tags.SET:
            case Tags.FROZENSET:
                return set(tag == Tags.FROZENSET, slot);
            default:
                throw bad("unknown type code");
        }
    }

    private PyStr latin1(int n) {
        int from = need(n);
        return PyStr.ofLatin1(Arrays.copyOfRange(bytes, from, from + n));
    }

    private PyStr utf8() {
        int n = size("string", 1);
        return Utf8.decode(bytes, need(n), n);
    }

    private double textFloat() {
        int n = u8();
        int from = need(n);
        try {
            return Double.parseDouble(new String(bytes, from, n, StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            throw bad("invalid float");
        }
    }

    private PyObject integer() {
        int n = i32();
        int digits = Math.abs(n);
        if (n == Integer.MIN_VALUE) {
            throw bad("long size out of range");
        }
        if (2L * digits > end - at) {
            throw new MarshalException(MarshalException.Kind.EOF_ERROR, "marshal data too short");
        }
        byte[] magnitude = new byte[(digits * 15 + 7) / 8 + 1];
        for (int d = 0; d < digits; d++) {
            int digit = u16();
            if (digit > 0x7fff) {
                throw bad("digit out of range in long");
            }
            if (d == digits - 1 && digit == 0) {
                throw bad("unnormalized long data");
            }
            int position = d * 15;
            for (int b = 0; b < 15; b++) {
                if ((digit >> b & 1) != 0) {
                    int bit = position + b;
                    magnitude[magnitude.length - 1 - (bit >> 3)] |= (byte) (1 << (bit & 7));
                }
            }
        }
        BigInteger value = new BigInteger(1, magnitude);
        return PyInt.of(n < 0 ? value.negate() : value);
    }

    private PyObject tuple(int n) {
        PyObject[] items = items(n, "tuple");
        return codeDepth > 0 ? PyTuple.constant(items) : PyTuple.of(items);
    }

    /**
     * The items of a tuple. The array grows with what is there: a damaged count can claim all bytes that are left, and
     * that at each level of nesting.
     */
    private PyObject[] items(int n, String container) {
        PyObject[] items = new PyObject[Math.min(n, FIRST_ITEMS)];
        for (int i = 0; i < n; i++) {
            if (i == items.length) {
                items = Arrays.copyOf(items, (int) Math.min(n, 2L * i));
            }
            items[i] = item(container);
        }
        return items;
    }

    private PyObject item(String container) {
        PyObject item = next();
        if (item == null) {
            throw new MarshalException(MarshalException.Kind.TYPE_ERROR,
                    "NULL object in marshal data for " + container);
        }
        return item;
    }

    private void number(int slot, PyObject o) {
        if (slot >= 0) {
            numbered.set(slot, o);
        }
    }

    private PyObject list(int slot) {
        int n = size("list", 1);
        PyList list = new PyList();
        number(slot, list);
        for (int i = 0; i < n; i++) {
            list.append(item("list"));
        }
        return list;
    }

    private PyObject dict(int slot) {
        PyDict dict = new PyDict();
        number(slot, dict);
        while (true) {
            PyObject key = next();
            if (key == null) {
                return dict;
            }
            PyObject value = next();
            if (value == null) {
                return dict;
            }
            dict.put(ts, key, value);
        }
    }

    private PyObject set(boolean frozen, int slot) {
        int n = size("set", 1);
        PySet set = new PySet(frozen ? PySet.FROZEN_TYPE : PySet.TYPE);
        if (!frozen) {
            number(slot, set);
        }
        for (int i = 0; i < n; i++) {
            set.add(ts, item("set"));
        }
        if (codeDepth > 0) {
            Refs.immortalize(set);
        }
        return set;
    }

    private CodeObject code() {
        codeDepth++;
        CodeParts p = new CodeParts();
        p.firstLine = i32();
        p.flags = i32();
        p.argCount = i32();
        p.positionalOnlyCount = i32();
        p.keywordOnlyCount = i32();
        p.freeCount = i32();
        p.firstTemp = i32();
        p.registerCount = i32();
        p.heldCount = i32();
        p.cacheCount = i32();
        p.name = name();
        p.qualifiedName = name();
        p.filename = name();
        p.variables = names();
        p.variableKinds = raw();
        p.names = names();
        p.constants = items(size("code", 1), "code");
        p.code = ints();
        p.exceptionTable = ints();
        p.positions = raw();
        codeDepth--;
        if (p.variableKinds.length != p.variables.length || !CodeParts.sizesAgree(p.variables.length, p.firstTemp,
                p.registerCount, p.cacheCount, p.argCount, p.keywordOnlyCount)) {
            throw bad("code object with contradictory sizes");
        }
        return new CodeObject(p);
    }

    private PyStr name() {
        if (next() instanceof PyStr s) {
            return s;
        }
        throw bad("name of a code object is no string");
    }

    private PyStr[] names() {
        int n = size("code", 1);
        PyStr[] names = new PyStr[Math.min(n, FIRST_ITEMS)];
        for (int i = 0; i < n; i++) {
            if (i == names.length) {
                names = Arrays.copyOf(names, (int) Math.min(n, 2L * i));
            }
            names[i] = name().intern();
        }
        return names;
    }

    private byte[] raw() {
        int n = size("code", 1);
        int from = need(n);
        return Arrays.copyOfRange(bytes, from, from + n);
    }

    private int[] ints() {
        int n = size("code", 4);
        int[] values = new int[n];
        for (int i = 0; i < n; i++) {
            values[i] = i32();
        }
        return values;
    }
}
