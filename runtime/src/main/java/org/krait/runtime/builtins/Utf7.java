package org.krait.runtime.builtins;

import org.krait.objects.PyBytes;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.ThreadState;

/** The codec utf-7 (RFC 2152), as CPython's. */
final class Utf7 {
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    /** What is written as it is: the direct characters, white space, and the optional direct ones. */
    private static final String DIRECT = "'(),-./:?" + " \t\n\r" + "!\"#$%&*;<=>@[]^_`{|}";

    private Utf7() {}

    private static boolean isBase64(int c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/';
    }

    private static boolean isDirect(int c) {
        return c < 128 && (c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
                || c > 0 && DIRECT.indexOf(c) >= 0);
    }

    static PyBytes encode(PyStr s) {
        ByteSink sink = new ByteSink(s.length() * 2);
        boolean shifted = false;
        int bits = 0;
        int buffer = 0;
        for (int i = 0; i < s.length(); i++) {
            int c = s.at(i);
            if (shifted) {
                if (isDirect(c)) {
                    if (bits > 0) {
                        sink.add(BASE64.charAt(buffer << (6 - bits) & 63));
                        buffer = 0;
                        bits = 0;
                    }
                    shifted = false;
                    if (isBase64(c) || c == '-') {
                        sink.add('-');
                    }
                    sink.add(c);
                    continue;
                }
            } else if (c == '+') {
                sink.add("+-");
                continue;
            } else if (isDirect(c)) {
                sink.add(c);
                continue;
            } else {
                sink.add('+');
                shifted = true;
            }
            int units = c >= 0x10000 ? 2 : 1;
            for (int k = 0; k < units; k++) {
                int unit = units == 1 ? c : k == 0 ? Character.highSurrogate(c) : Character.lowSurrogate(c);
                buffer = (buffer & (1 << bits) - 1) << 16 | unit;
                bits += 16;
                while (bits >= 6) {
                    sink.add(BASE64.charAt(buffer >>> (bits - 6) & 63));
                    bits -= 6;
                }
            }
        }
        if (bits > 0) {
            sink.add(BASE64.charAt(buffer << (6 - bits) & 63));
        }
        if (shifted) {
            sink.add('-');
        }
        return sink.toPyBytes();
    }

    static PyStr decode(ThreadState ts, byte[] bytes, String errors, boolean isFinal, int[] consumed) {
        DecodeErrors handler = new DecodeErrors(ts, "utf7", errors, bytes);
        PyStrBuilder out = new PyStrBuilder(bytes.length);
        boolean shifted = false;
        int shiftStart = 0;
        PyStrBuilder pending = new PyStrBuilder();
        int bits = 0;
        long buffer = 0;
        int surrogate = 0;
        int i = 0;
        while (true) {
            byte[] b = handler.input;
            if (i >= b.length) {
                if (!shifted || !isFinal) {
                    break;
                }
                if (surrogate != 0 || bits >= 6 || bits > 0 && (buffer & (1L << bits) - 1) != 0) {
                    shifted = false;
                    out.append(pending.toPyStr());
                    pending = new PyStrBuilder();
                    surrogate = 0;
                    bits = 0;
                    i = handler.handle(out, shiftStart, b.length, "unterminated shift sequence");
                    continue;
                }
                break;
            }
            int c = b[i] & 0xff;
            if (shifted) {
                if (isBase64(c)) {
                    buffer = buffer << 6 | BASE64.indexOf(c);
                    bits += 6;
                    i++;
                    if (bits >= 16) {
                        int unit = (int) (buffer >>> (bits - 16) & 0xffff);
                        bits -= 16;
                        buffer &= (1L << bits) - 1;
                        if (surrogate != 0) {
                            if (unit >= 0xdc00 && unit < 0xe000) {
                                pending.append(Character.toCodePoint((char) surrogate, (char) unit));
                                surrogate = 0;
                                continue;
                            }
                            pending.append(surrogate);
                            surrogate = 0;
                        }
                        if (unit >= 0xd800 && unit < 0xdc00) {
                            surrogate = unit;
                        } else {
                            pending.append(unit);
                        }
                    }
                    continue;
                }
                shifted = false;
                out.append(pending.toPyStr());
                pending = new PyStrBuilder();
                if (bits > 0) {
                    String message = bits >= 6 ? "partial character in shift sequence"
                            : buffer != 0 ? "non-zero padding bits in shift sequence" : null;
                    if (message != null) {
                        surrogate = 0;
                        i = handler.handle(out, shiftStart, i + 1, message);
                        continue;
                    }
                }
                if (surrogate != 0 && isDirect(c)) {
                    out.append(surrogate);
                }
                surrogate = 0;
                if (c == '-') {
                    i++;
                }
            } else if (c == '+') {
                shiftStart = i++;
                if (i < b.length && b[i] == '-') {
                    i++;
                    out.append('+');
                } else if (i < b.length && !isBase64(b[i] & 0xff)) {
                    i = handler.handle(out, shiftStart, i + 1, "ill-formed sequence");
                } else {
                    shifted = true;
                    surrogate = 0;
                    bits = 0;
                    buffer = 0;
                }
            } else if (c < 128) {
                out.append(c);
                i++;
            } else {
                i = handler.handle(out, i, i + 1, "unexpected special character");
            }
        }
        if (shifted && !isFinal) {
            consumed[0] = shiftStart;
        } else {
            out.append(pending.toPyStr());
            consumed[0] = bytes.length;
        }
        return out.toPyStr();
    }
}
