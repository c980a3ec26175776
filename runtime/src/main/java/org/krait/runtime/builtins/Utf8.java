package org.krait.runtime.builtins;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.krait.objects.PyBytes;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.ThreadState;

/** The codec utf-8. */
public final class Utf8 {
    private static final String NAME = "utf-8";

    private Utf8() {}

    /** Encodes; {@code errors} null for strict. */
    public static PyBytes encode(ThreadState ts, PyStr s, String errors) {
        if (s.latin1 != null) {
            return new PyBytes(ofLatin1(s.latin1));
        }
        if (s.ucs2 != null && !hasSurrogate(s.ucs2)) {
            return new PyBytes(new String(s.ucs2).getBytes(StandardCharsets.UTF_8));
        }
        ByteSink sink = new ByteSink(s.length() * 3);
        int n = s.length();
        EncodeErrors handler = null;
        for (int i = 0; i < n; ) {
            int c = s.at(i);
            if (c < 0xd800 || c >= 0xe000) {
                write(sink, c);
                i++;
                continue;
            }
            int end = i + 1;
            while (end < n && s.at(end) >= 0xd800 && s.at(end) < 0xe000) {
                end++;
            }
            if (handler == null) {
                handler = new EncodeErrors(ts, NAME, errors, s);
            }
            int start = i;
            i = handler.handle(start, end, "surrogates not allowed");
            if (handler.replacement == null) {
                sink.addAll(handler.bytes);
            } else {
                for (int j = 0; j < handler.replacement.length(); j++) {
                    int r = handler.replacement.at(j);
                    if (r >= 128) {
                        throw handler.error(start, end, "surrogates not allowed");
                    }
                    sink.add(r);
                }
            }
        }
        return sink.toPyBytes();
    }

    private static boolean hasSurrogate(char[] chars) {
        for (char c : chars) {
            if (c >= 0xd800 && c < 0xe000) {
                return true;
            }
        }
        return false;
    }

    private static byte[] ofLatin1(byte[] latin1) {
        int more = 0;
        for (byte b : latin1) {
            more += b >>> 31;
        }
        if (more == 0) {
            return latin1;
        }
        byte[] out = new byte[latin1.length + more];
        int at = 0;
        for (byte b : latin1) {
            if (b >= 0) {
                out[at++] = b;
            } else {
                out[at++] = (byte) (0xc0 | (b & 0xff) >> 6);
                out[at++] = (byte) (0x80 | b & 63);
            }
        }
        return out;
    }

    static void write(ByteSink sink, int c) {
        if (c < 0x80) {
            sink.add(c);
        } else if (c < 0x800) {
            sink.add(0xc0 | c >> 6);
            sink.add(0x80 | c & 63);
        } else if (c < 0x10000) {
            sink.add(0xe0 | c >> 12);
            sink.add(0x80 | c >> 6 & 63);
            sink.add(0x80 | c & 63);
        } else {
            sink.add(0xf0 | c >> 18);
            sink.add(0x80 | c >> 12 & 63);
            sink.add(0x80 | c >> 6 & 63);
            sink.add(0x80 | c & 63);
        }
    }

    /** Decodes all; {@code errors} null for strict. */
    public static PyStr decode(ThreadState ts, byte[] b, int from, int count, String errors) {
        return decode(ts, b, from, count, errors, true, null);
    }

    /**
     * Decodes; without {@code isFinal} an incomplete sequence at the end is left, and {@code consumed[0]} says how
     * many bytes were used.
     */
    static PyStr decode(ThreadState ts, byte[] b, int from, int count, String errors, boolean isFinal, int[] consumed) {
        int end = from + count;
        int at = from;
        while (at < end && b[at] >= 0) {
            at++;
        }
        if (consumed != null) {
            consumed[0] = count;
        }
        if (at == end) {
            return PyStr.ofLatin1(Arrays.copyOfRange(b, from, end));
        }
        String text = new String(b, from, count, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') < 0) {
            return PyStr.of(text);
        }
        byte[] input = from == 0 && end == b.length ? b : Arrays.copyOfRange(b, from, end);
        DecodeErrors handler = new DecodeErrors(ts, NAME, errors, input);
        PyStrBuilder out = new PyStrBuilder(count);
        int i = 0;
        while (i < handler.input.length) {
            byte[] in = handler.input;
            int c = in[i];
            if (c >= 0) {
                out.append(c);
                i++;
                continue;
            }
            int length = sequence(in, i);
            if (length > 0) {
                out.append(codePoint(in, i, length));
                i += length;
                continue;
            }
            if (length == INCOMPLETE) {
                if (!isFinal) {
                    consumed[0] = i;
                    return out.toPyStr();
                }
                i = handler.handle(out, i, in.length, "unexpected end of data");
            } else if (length == BAD_START) {
                i = handler.handle(out, i, i + 1, "invalid start byte");
            } else if (!isFinal && in[i] == (byte) 0xed && in.length - i == 2 && (in[i + 1] & 0xe0) == 0xa0) {
                consumed[0] = i;
                return out.toPyStr();
            } else {
                i = handler.handle(out, i, i - length, "invalid continuation byte");
            }
        }
        return out.toPyStr();
    }

    private static final int BAD_START = -100;
    private static final int INCOMPLETE = -101;

    private static boolean isTail(byte[] b, int at) {
        return at < b.length && (b[at] & 0xc0) == 0x80;
    }

    /**
     * The length of the sequence that starts with a byte of 128 or more; BAD_START, INCOMPLETE, or minus the number of
     * bytes that are good before an invalid continuation.
     */
    private static int sequence(byte[] b, int i) {
        int c = b[i] & 0xff;
        if (c < 0xc2 || c > 0xf4) {
            return BAD_START;
        }
        if (i + 1 >= b.length) {
            return INCOMPLETE;
        }
        int second = b[i + 1] & 0xff;
        if (c < 0xe0) {
            return isTail(b, i + 1) ? 2 : -1;
        }
        boolean good = isTail(b, i + 1)
                && (c != 0xe0 || second >= 0xa0)
                && (c != 0xed || second < 0xa0)
                && (c != 0xf0 || second >= 0x90)
                && (c != 0xf4 || second < 0x90);
        if (!good) {
            return -1;
        }
        if (i + 2 >= b.length) {
            return INCOMPLETE;
        }
        if (!isTail(b, i + 2)) {
            return -2;
        }
        if (c < 0xf0) {
            return 3;
        }
        if (i + 3 >= b.length) {
            return INCOMPLETE;
        }
        return isTail(b, i + 3) ? 4 : -3;
    }

    private static int codePoint(byte[] b, int i, int length) {
        return switch (length) {
            case 2 -> (b[i] & 31) << 6 | b[i + 1] & 63;
            case 3 -> (b[i] & 15) << 12 | (b[i + 1] & 63) << 6 | b[i + 2] & 63;
            default -> (b[i] & 7) << 18 | (b[i + 1] & 63) << 12 | (b[i + 2] & 63) << 6 | b[i + 3] & 63;
        };
    }
}
