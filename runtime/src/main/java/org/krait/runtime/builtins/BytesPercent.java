package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.text.PercentFormat;

/** {@code format % values} of bytes and bytearray. */
final class BytesPercent {
    private final ThreadState ts;
    private final byte[] format;
    private final PyObject[] values;
    private final PyObject mapping;
    private int next;
    private boolean keyed;
    private PyObject pending;
    private int at;
    private final ByteSink out;

    BytesPercent(ThreadState ts, byte[] format, PyObject argument) {
        this.ts = ts;
        this.format = format;
        if (argument instanceof PyTuple tuple) {
            values = tuple.items;
            mapping = null;
        } else {
            values = new PyObject[] {argument};
            mapping = !(argument instanceof PyStr) && !(argument instanceof PyBytes)
                    && !(argument instanceof PyByteArray)
                            && argument.type.special(Special.GETITEM) != null
                    ? argument
                    : null;
        }
        out = new ByteSink(format.length + 32);
    }

    byte[] format() {
        while (at < format.length) {
            int start = at;
            while (at < format.length && format[at] != '%') {
                at++;
            }
            out.add(format, start, at - start);
            if (at < format.length) {
                at++;
                conversion();
            }
        }
        if (next < values.length && !keyed && mapping == null) {
            throw Errors.typeError("not all arguments converted during bytes formatting");
        }
        return out.toByteArray();
    }

    private int character() {
        if (at >= format.length) {
            throw Errors.valueError("incomplete format");
        }
        return format[at++] & 0xff;
    }

    private PyObject value() {
        if (pending != null) {
            PyObject v = pending;
            pending = null;
            return v;
        }
        if (keyed && mapping != null || next >= values.length) {
            throw Errors.typeError("not enough arguments for format string");
        }
        return values[next++];
    }

    private void conversion() {
        int c = character();
        if (c == '%') {
            out.add('%');
            return;
        }
        if (c == '(') {
            key();
            c = character();
        }
        int flags = 0;
        while (PercentFormat.flag(c) != 0) {
            flags |= PercentFormat.flag(c);
            c = character();
        }
        long width = -1;
        if (c == '*') {
            width = PercentFields.starWidth(value());
            if (width < 0) {
                flags |= PercentFormat.LEFT;
                width = Math.max(-width, 0);
            }
            c = character();
        } else {
            while (ByteText.isDigit(c)) {
                width = PercentFields.appendToWidth(Math.max(width, 0), c - '0');
                c = character();
            }
        }
        int precision = -1;
        if (c == '.') {
            precision = 0;
            c = character();
            if (c == '*') {
                precision = PercentFields.starPrecision(value());
                c = character();
            } else {
                while (ByteText.isDigit(c)) {
                    precision = PercentFields.appendToPrecision(precision, c - '0', "prec");
                    c = character();
                }
            }
        }
        if (c == 'h' || c == 'l' || c == 'L') {
            c = character();
        }
        PyObject v = value();
        write(c, v, flags, (int) Math.min(width, Integer.MAX_VALUE), precision);
    }

    private void key() {
        if (mapping == null) {
            throw Errors.typeError("format requires a mapping");
        }
        int start = at;
        int depth = 1;
        while (depth > 0 && at < format.length) {
            int c = format[at++];
            depth += c == ')' ? -1 : c == '(' ? 1 : 0;
        }
        if (depth > 0) {
            throw Errors.valueError("incomplete format key");
        }
        keyed = true;
        PyBytes key = new PyBytes(java.util.Arrays.copyOfRange(format, start, at - 1));
        pending = mapping.type.slots().getItem(ts, mapping, key);
    }

    private void write(int c, PyObject v, int flags, int width, int precision) {
        switch (c) {
            case 's', 'b' -> put(bytes(v), flags, width, precision);
            case 'r', 'a' -> put(Protocol.ascii(ts, v).latin1, flags, width, precision);
            case 'c' -> put(new byte[] {character(v)}, flags, width, -1);
            case 'd', 'i', 'u', 'o', 'x', 'X' ->
                out.add(StrPercent.integer(ts, c == 'i' ? 'd' : (char) c, v, flags, width, precision));
            case 'e', 'E', 'f', 'F', 'g', 'G' -> {
                out.add(StrPercent.floating(ts, (char) c, floating(v), flags, width, precision));
            }
            default -> throw Errors.valueError("unsupported format character '" + (char) c + "' (0x"
                    + Integer.toHexString(c) + ") at index " + (at - 1));
        }
    }

    private PyObject floating(PyObject v) {
        if (v instanceof PyFloat) {
            return v;
        }
        try {
            return new PyFloat(Arguments.toDouble(ts, v));
        } catch (PyException e) {
            e.swallowKeeping(v);
            throw Errors.typeError("float argument required, not " + v.type.name());
        }
    }

    private byte[] bytes(PyObject v) {
        if (v instanceof PyBytes b) {
            return b.value;
        }
        PyObject made = Protocol.callSpecial(ts, Special.BYTES, v);
        if (made != null) {
            if (!(made instanceof PyBytes b)) {
                throw Errors.typeError("__bytes__ returned non-bytes (type " + made.type.name() + ")");
            }
            return b.value;
        }
        PyBuffer buffer = Bytes.find(ts, v);
        if (buffer == null) {
            throw Errors.typeError("%b requires a bytes-like object, or an object that implements __bytes__, not '"
                    + v.type.name() + "'");
        }
        byte[] copy = buffer.toByteArray();
        buffer.release();
        return copy;
    }

    private byte character(PyObject v) {
        if (v instanceof PyBytes b && b.value.length == 1) {
            return b.value[0];
        }
        if (v instanceof PyByteArray a && a.size() == 1) {
            return (byte) a.at(0);
        }
        PyInt i = Protocol.indexOrNull(ts, v);
        if (i != null) {
            if (i.big() != null || i.value < 0 || i.value > 255) {
                throw Errors.overflowError("%c arg not in range(256)");
            }
            return (byte) i.value;
        }
        throw Errors.typeError("%c requires an integer in range(256) or a single byte");
    }

    private void put(byte[] b, int flags, int width, int precision) {
        int n = precision >= 0 && precision < b.length ? precision : b.length;
        boolean left = (flags & PercentFormat.LEFT) != 0;
        for (int i = n; !left && i < width; i++) {
            out.add(' ');
        }
        out.add(b, 0, n);
        for (int i = n; left && i < width; i++) {
            out.add(' ');
        }
    }
}
