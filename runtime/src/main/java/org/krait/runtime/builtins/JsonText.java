package org.krait.runtime.builtins;

import org.krait.objects.PyBaseException;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.ThreadState;

/** Strings of JSON. */
final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    /** The text in quotes with the escapes that JSON needs; with {@code ascii} nothing beyond ASCII remains. */
    static PyStr quote(PyStr s, boolean ascii) {
        int n = s.length();
        byte[] bytes = s.latin1;
        int i = 0;
        if (bytes != null) {
            while (i < n && bytes[i] >= ' ' && bytes[i] < 127 && bytes[i] != '"' && bytes[i] != '\\') {
                i++;
            }
            if (i == n) {
                byte[] out = new byte[n + 2];
                out[0] = '"';
                System.arraycopy(bytes, 0, out, 1, n);
                out[n + 1] = '"';
                return PyStr.ofLatin1(out);
            }
        }
        PyStrBuilder out = new PyStrBuilder(n + 16);
        out.append('"').append(s, 0, i);
        for (; i < n; i++) {
            int c = s.at(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\b' -> out.append('\\').append('b');
                case '\f' -> out.append('\\').append('f');
                case '\n' -> out.append('\\').append('n');
                case '\r' -> out.append('\\').append('r');
                case '\t' -> out.append('\\').append('t');
                default -> {
                    if (c >= ' ' && c < 127 || !ascii && c > ' ') {
                        out.append(c);
                    } else if (c >= 0x10000) {
                        escape(out, Character.highSurrogate(c));
                        escape(out, Character.lowSurrogate(c));
                    } else {
                        escape(out, c);
                    }
                }
            }
        }
        return out.append('"').toPyStr();
    }

    private static void escape(PyStrBuilder out, int c) {
        out.append('\\').append('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >>> shift & 15));
        }
    }

    /** The string whose opening quote is before {@code at[0]}, which becomes the index after the closing one. */
    static PyStr unquote(ThreadState ts, PyStr s, int[] at, boolean strict) {
        int n = s.length();
        int begin = at[0] - 1;
        int next = at[0];
        PyStrBuilder out = null;
        while (true) {
            int start = next;
            int c = 0;
            while (next < n) {
                c = s.at(next);
                if (c == '"' || c == '\\') {
                    break;
                }
                if (c <= 0x1f && strict) {
                    throw error(ts, "Invalid control character at", s, next);
                }
                next++;
            }
            if (next >= n) {
                throw error(ts, "Unterminated string starting at", s, begin);
            }
            if (out == null && c == '"') {
                at[0] = next + 1;
                return start == next ? PyStr.EMPTY : s.substring(start, next);
            }
            if (out == null) {
                out = new PyStrBuilder(next - start + 32);
            }
            out.append(s, start, next);
            next++;
            if (c == '"') {
                at[0] = next;
                return out.toPyStr();
            }
            if (next == n) {
                throw error(ts, "Unterminated string starting at", s, begin);
            }
            next = escaped(ts, s, next, out);
        }
    }

    /** Reads what follows a backslash; the result is the index after it. */
    private static int escaped(ThreadState ts, PyStr s, int at, PyStrBuilder out) {
        int n = s.length();
        int c = s.at(at);
        if (c != 'u') {
            int simple = switch (c) {
                case '"', '\\', '/' -> c;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                default -> throw error(ts, "Invalid \\escape", s, at - 1);
            };
            out.append(simple);
            return at + 1;
        }
        int next = at + 1;
        if (next + 4 >= n) {
            throw error(ts, "Invalid \\uXXXX escape", s, at);
        }
        int unit = hex(s, next);
        if (unit < 0) {
            throw error(ts, "Invalid \\uXXXX escape", s, at);
        }
        next += 4;
        if (unit >= 0xd800 && unit < 0xdc00 && next + 6 < n && s.at(next) == '\\' && s.at(next + 1) == 'u') {
            int low = hex(s, next + 2);
            if (low < 0) {
                throw error(ts, "Invalid \\uXXXX escape", s, next + 1);
            }
            if (low >= 0xdc00 && low < 0xe000) {
                out.append(Character.toCodePoint((char) unit, (char) low));
                return next + 6;
            }
        }
        out.append(unit);
        return next;
    }

    private static int hex(PyStr s, int at) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int c = s.at(at + i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    /** A json.JSONDecodeError. */
    static PyException error(ThreadState ts, String message, PyStr document, int position) {
        PyObject decoder = Protocol.call(ts, ts.interp.builtins.get("__import__"), PyStr.interned("json.decoder"),
                ts.interp.builtins, ts.interp.builtins, org.krait.objects.PyTuple.of(PyStr.interned("JSONDecodeError")),
                PyInt.ZERO);
        PyObject type = Protocol.getAttribute(ts, decoder, PyStr.interned("JSONDecodeError"));
        return new PyException((PyBaseException) Protocol.call(ts, type, PyStr.of(message), document,
                PyInt.of(position)));
    }
}
