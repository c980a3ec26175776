package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBytes;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.ThreadState;

/** The codecs unicode_escape, raw_unicode_escape and the escapes of bytes literals. */
final class EscapeCodecs {
    private static final String HEX = "0123456789abcdef";

    private EscapeCodecs() {}

    private static void hex(ByteSink sink, char letter, int c, int digits) {
        sink.add('\\');
        sink.add(letter);
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            sink.add(HEX.charAt(c >>> shift & 15));
        }
    }

    static PyBytes encodeUnicode(PyStr s) {
        ByteSink sink = new ByteSink(s.length() + 16);
        for (int i = 0; i < s.length(); i++) {
            int c = s.at(i);
            if (c >= 0x10000) {
                hex(sink, 'U', c, 8);
            } else if (c >= 256) {
                hex(sink, 'u', c, 4);
            } else if (c == '\\') {
                sink.add("\\\\");
            } else if (c == '\t') {
                sink.add("\\t");
            } else if (c == '\n') {
                sink.add("\\n");
            } else if (c == '\r') {
                sink.add("\\r");
            } else if (c < ' ' || c >= 127) {
                hex(sink, 'x', c, 2);
            } else {
                sink.add(c);
            }
        }
        return sink.toPyBytes();
    }

    static PyBytes encodeRaw(PyStr s) {
        ByteSink sink = new ByteSink(s.length() + 16);
        for (int i = 0; i < s.length(); i++) {
            int c = s.at(i);
            if (c >= 0x10000) {
                hex(sink, 'U', c, 8);
            } else if (c >= 256) {
                hex(sink, 'u', c, 4);
            } else {
                sink.add(c);
            }
        }
        return sink.toPyBytes();
    }

    /** Decodes; {@code badEscape[0]} becomes the first character after a backslash that means nothing, or -1. */
    static PyStr decodeUnicode(ThreadState ts, byte[] bytes, String errors, boolean isFinal, int[] consumed,
            int[] badEscape) {
        DecodeErrors handler = new DecodeErrors(ts, "unicodeescape", errors, bytes);
        PyStrBuilder out = new PyStrBuilder(bytes.length);
        badEscape[0] = -1;
        int i = 0;
        while (i < handler.input.length) {
            byte[] b = handler.input;
            int n = b.length;
            int c = b[i] & 0xff;
            if (c != '\\') {
                out.append(c);
                i++;
                continue;
            }
            int start = i++;
            if (i >= n) {
                if (!isFinal) {
                    consumed[0] = start;
                    return out.toPyStr();
                }
                i = handler.handle(out, start, n, "\\ at end of string");
                continue;
            }
            c = b[i++] & 0xff;
            int simple = simple(c);
            if (simple >= 0) {
                out.append(simple);
            } else if (c == '\n') {
                continue;
            } else if (c >= '0' && c <= '7') {
                int value = c - '0';
                for (int k = 0; k < 2 && i < n && b[i] >= '0' && b[i] <= '7'; k++) {
                    value = value * 8 + b[i++] - '0';
                }
                if (value > 0xff && badEscape[0] < 0) {
                    badEscape[0] = value;
                }
                out.append(value);
            } else if (c == 'x' || c == 'u' || c == 'U') {
                int digits = c == 'x' ? 2 : c == 'u' ? 4 : 8;
                int end = i;
                long value = 0;
                while (end < n && end < i + digits && Character.digit(b[end], 16) >= 0) {
                    value = value * 16 + Character.digit(b[end++], 16);
                }
                if (end < i + digits) {
                    if (!isFinal && end >= n) {
                        consumed[0] = start;
                        return out.toPyStr();
                    }
                    i = handler.handle(out, start, end, c == 'x' ? "truncated \\xXX escape"
                            : c == 'u' ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape");
                } else if (value > 0x10ffff) {
                    i = handler.handle(out, start, end, "illegal Unicode character");
                } else {
                    out.append((int) value);
                    i = end;
                }
            } else if (c == 'N') {
                int next = named(handler, out, start, i, isFinal);
                if (next < 0) {
                    consumed[0] = start;
                    return out.toPyStr();
                }
                i = next;
            } else {
                if (badEscape[0] < 0) {
                    badEscape[0] = c;
                }
                out.append('\\').append(c);
            }
        }
        consumed[0] = bytes.length;
        return out.toPyStr();
    }

    /** {@code \N{…}}; -1 when it is not complete. */
    private static int named(DecodeErrors handler, PyStrBuilder out, int start, int at, boolean isFinal) {
        byte[] b = handler.input;
        int n = b.length;
        int i = at;
        String message = "malformed \\N character escape";
        if (i >= n) {
            return isFinal ? handler.handle(out, start, i, message) : -1;
        }
        if (b[i] == '{') {
            i++;
            int nameStart = i;
            while (i < n && b[i] != '}') {
                i++;
            }
            if (i >= n && !isFinal) {
                return -1;
            }
            if (i < n && i > nameStart) {
                StringBuilder name = new StringBuilder();
                for (int k = nameStart; k < i; k++) {
                    name.append((char) (b[k] & 0xff));
                }
                i++;
                int c = CharNames.lookUp(name.toString());
                if (c >= 0) {
                    out.append(c);
                    return i;
                }
                message = "unknown Unicode character name";
            } else if (i < n) {
                i++;
            }
        }
        return handler.handle(out, start, i, message);
    }

    private static int simple(int c) {
        return switch (c) {
            case '\\', '\'', '"' -> c;
            case 'b' -> 8;
            case 't' -> 9;
            case 'n' -> 10;
            case 'r' -> 13;
            case 'f' -> 12;
            case 'v' -> 11;
            case 'a' -> 7;
            default -> -1;
        };
    }

    static PyStr decodeRaw(ThreadState ts, byte[] bytes, String errors, boolean isFinal, int[] consumed) {
        DecodeErrors handler = new DecodeErrors(ts, "rawunicodeescape", errors, bytes);
        PyStrBuilder out = new PyStrBuilder(bytes.length);
        int i = 0;
        while (i < handler.input.length) {
            byte[] b = handler.input;
            int n = b.length;
            if (b[i] != '\\') {
                out.append(b[i++] & 0xff);
                continue;
            }
            int start = i++;
            if (i >= n) {
                if (!isFinal) {
                    consumed[0] = start;
                    return out.toPyStr();
                }
                out.append('\\');
                continue;
            }
            int c = b[i++] & 0xff;
            if (c != 'u' && c != 'U') {
                out.append('\\').append(c);
                continue;
            }
            int digits = c == 'u' ? 4 : 8;
            int end = i;
            long value = 0;
            while (end < n && end < i + digits && Character.digit(b[end], 16) >= 0) {
                value = value * 16 + Character.digit(b[end++], 16);
            }
            if (end < i + digits) {
                if (!isFinal && end >= n) {
                    consumed[0] = start;
                    return out.toPyStr();
                }
                i = handler.handle(out, start, end,
                        c == 'u' ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape");
            } else if (value > 0x10ffff) {
                i = handler.handle(out, start, end, "\\Uxxxxxxxx out of range");
            } else {
                out.append((int) value);
                i = end;
            }
        }
        consumed[0] = bytes.length;
        return out.toPyStr();
    }

    static PyBytes escapeBytes(byte[] b) {
        ByteSink sink = new ByteSink(b.length + 16);
        for (byte each : b) {
            int c = each & 0xff;
            if (c == '\'' || c == '\\') {
                sink.add('\\');
                sink.add(c);
            } else if (c == '\t') {
                sink.add("\\t");
            } else if (c == '\n') {
                sink.add("\\n");
            } else if (c == '\r') {
                sink.add("\\r");
            } else if (c < ' ' || c >= 127) {
                hex(sink, 'x', c, 2);
            } else {
                sink.add(c);
            }
        }
        return sink.toPyBytes();
    }

    /** Decodes the escapes of a bytes literal; {@code badEscape} as for {@link #decodeUnicode}. */
    static PyBytes unescapeBytes(byte[] b, String errors, int[] badEscape) {
        ByteSink sink = new ByteSink(b.length);
        badEscape[0] = -1;
        int n = b.length;
        for (int i = 0; i < n; ) {
            int c = b[i++] & 0xff;
            if (c != '\\') {
                sink.add(c);
                continue;
            }
            if (i >= n) {
                throw Errors.valueError("Trailing \\ in string");
            }
            c = b[i++] & 0xff;
            int simple = simple(c);
            if (simple >= 0) {
                sink.add(simple);
            } else if (c == '\n') {
                continue;
            } else if (c >= '0' && c <= '7') {
                int value = c - '0';
                for (int k = 0; k < 2 && i < n && b[i] >= '0' && b[i] <= '7'; k++) {
                    value = value * 8 + b[i++] - '0';
                }
                if (value > 0xff && badEscape[0] < 0) {
                    badEscape[0] = value;
                }
                sink.add(value);
            } else if (c == 'x') {
                if (i + 1 < n && Character.digit(b[i], 16) >= 0 && Character.digit(b[i + 1], 16) >= 0) {
                    sink.add(Character.digit(b[i], 16) * 16 + Character.digit(b[i + 1], 16));
                    i += 2;
                    continue;
                }
                int position = i - 2;
                if (i < n && Character.digit(b[i], 16) >= 0) {
                    i++;
                }
                switch (errors == null ? "strict" : errors) {
                    case "strict" -> throw Errors.valueError("invalid \\x escape at position " + position);
                    case "replace" -> sink.add('?');
                    case "ignore" -> { }
                    default -> throw Errors.valueError(
                            "decoding error; unknown error handling code: " + errors);
                }
            } else {
                if (badEscape[0] < 0) {
                    badEscape[0] = c;
                }
                sink.add('\\');
                sink.add(c);
            }
        }
        return sink.toPyBytes();
    }
}
