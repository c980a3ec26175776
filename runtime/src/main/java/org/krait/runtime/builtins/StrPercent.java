package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyTuple;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.text.PercentFormat;
import org.krait.runtime.Texts;

/** {@code format % values} of str. */
final class StrPercent {
    private final ThreadState ts;
    private final PyStr format;
    /** The values; a single one that is no tuple is an array of one. */
    private final PyObject[] values;
    /** The mapping for {@code %(key)s}; null when there is none. */
    private final PyObject mapping;
    private int next;
    private boolean keyed;
    private PyObject pending;
    private int at;
    private final PyStrBuilder out;

    StrPercent(ThreadState ts, PyStr format, PyObject argument) {
        this.ts = ts;
        this.format = format;
        if (argument instanceof PyTuple tuple) {
            values = tuple.items;
            mapping = null;
        } else {
            values = new PyObject[] {argument};
            mapping = argument instanceof PyDict
                            || !(argument instanceof PyStr) && argument.type.special(Special.GETITEM) != null
                    ? argument
                    : null;
        }
        out = new PyStrBuilder(format.length() + 32);
    }

    PyStr format() {
        int n = format.length();
        while (at < n) {
            int start = at;
            while (at < n && format.at(at) != '%') {
                at++;
            }
            if (at > start) {
                out.append(format, start, at);
            }
            if (at < n) {
                at++;
                conversion();
            }
        }
        if (next < values.length && !keyed && mapping == null) {
            throw Errors.typeError("not all arguments converted during string formatting");
        }
        return out.toPyStr();
    }

    private int character() {
        if (at >= format.length()) {
            throw Errors.valueError("incomplete format");
        }
        return format.at(at++);
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
            out.append('%');
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
        } else if (c >= '0' && c <= '9') {
            width = 0;
            while (c >= '0' && c <= '9') {
                width = PercentFields.appendToWidth(width, c - '0');
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
                while (c >= '0' && c <= '9') {
                    precision = PercentFields.appendToPrecision(precision, c - '0', "precision");
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
        while (depth > 0 && at < format.length()) {
            int c = format.at(at++);
            depth += c == ')' ? -1 : c == '(' ? 1 : 0;
        }
        if (depth > 0) {
            throw Errors.valueError("incomplete format key");
        }
        keyed = true;
        pending = mapping.type.slots().getItem(ts, mapping, format.substring(start, at - 1));
    }

    private void write(int c, PyObject v, int flags, int width, int precision) {
        switch (c) {
            case 's' -> text(Texts.str(ts, v), flags, width, precision);
            case 'r' -> text(Texts.repr(ts, v), flags, width, precision);
            case 'a' -> text(Protocol.ascii(ts, v), flags, width, precision);
            case 'c' -> text(character(v), flags, width, -1);
            case 'd', 'i', 'u', 'o', 'x', 'X' -> {
                if (c == 'd' && width < 0 && precision < 0 && flags == 0 && v.getClass() == PyInt.class) {
                    out.append(v.toString());
                } else {
                    out.append(integer(ts, (char) c, v, flags, width, precision));
                }
            }
            case 'e', 'E', 'f', 'F', 'g', 'G' -> out.append(floating(ts, (char) c, v, flags, width, precision));
            default -> throw Errors.valueError("unsupported format character '"
                    + (c > 31 && c < 128 ? String.valueOf((char) c) : "?") + "' (0x" + Integer.toHexString(c)
                    + ") at index " + (at - 1));
        }
    }

    /** A float conversion. */
    static String floating(ThreadState ts, char c, PyObject v, int flags, int width, int precision) {
        double d = v instanceof PyFloat f ? f.value : Arguments.toDouble(ts, v);
        return PercentFormat.floating(d, c, flags, width, precision);
    }

    /** An int conversion. */
    static String integer(ThreadState ts, char c, PyObject v, int flags, int width, int precision) {
        PyInt i = v instanceof PyInt given ? given : toInt(ts, c, v);
        char type = c == 'i' || c == 'u' ? 'd' : c;
        return PercentFormat.integer(i.toBigInteger(), type, flags, width, precision, ts.interp.intMaxStrDigits);
    }

    private static PyInt toInt(ThreadState ts, char c, PyObject v) {
        boolean exact = c == 'x' || c == 'X' || c == 'o';
        if (Protocol.isNumber(v)) {
            try {
                return exact ? Protocol.index(ts, v) : IntConstructor.of(ts, v);
            } catch (PyException e) {
                if (!e.is(ExceptionTypes.TYPE_ERROR)) {
                    throw e;
                }
                e.swallow();
            }
        }
        throw Errors.typeError("%" + c + " format: " + (exact ? "an integer" : "a real number")
                + " is required, not " + v.type.name());
    }

    private PyStr character(PyObject v) {
        if (v instanceof PyStr s) {
            if (s.length() != 1) {
                throw Errors.typeError("%c requires int or char");
            }
            return s;
        }
        PyInt i = Protocol.indexOrNull(ts, v);
        if (i == null) {
            throw Errors.typeError("%c requires int or char");
        }
        if (i.big() != null || i.value < 0 || i.value > 0x10ffff) {
            throw Errors.overflowError("%c arg not in range(0x110000)");
        }
        return PyStr.ofCodePoint((int) i.value);
    }

    private void text(PyStr s, int flags, int width, int precision) {
        int n = s.length();
        if (precision >= 0 && n > precision) {
            n = precision;
        }
        int pad = width - n;
        if ((flags & PercentFormat.LEFT) == 0) {
            pad(pad);
        }
        out.append(s, 0, n);
        if ((flags & PercentFormat.LEFT) != 0) {
            pad(pad);
        }
    }

    private void pad(int count) {
        for (int i = 0; i < count; i++) {
            out.append(' ');
        }
    }
}
