package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.PyBytes;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.ThreadState;

/** The codecs utf-16 and utf-32 in both byte orders. */
final class WideCodecs {
    private WideCodecs() {}

    /** Encodes in a byte order: -1 little, 1 big, 0 little with a byte order mark in front. */
    static PyBytes encode(ThreadState ts, PyStr s, String errors, int width, int order) {
        boolean big = order > 0;
        ByteSink sink = new ByteSink((s.length() + 1) * width);
        if (order == 0) {
            put(sink, 0xfeff, width, false);
        }
        String encoding = name(width, order);
        EncodeErrors handler = null;
        int n = s.length();
        for (int i = 0; i < n; ) {
            int c = s.at(i);
            if (c < 0xd800 || c >= 0xe000) {
                write(sink, c, width, big);
                i++;
                continue;
            }
            int end = i + 1;
            while (end < n && s.at(end) >= 0xd800 && s.at(end) < 0xe000) {
                end++;
            }
            if (handler == null) {
                handler = new EncodeErrors(ts, encoding, errors, s);
            }
            int start = i;
            i = handler.handle(start, end, "surrogates not allowed");
            if (handler.replacement == null) {
                if (handler.bytes.length % width != 0) {
                    throw handler.error(start, end, "surrogates not allowed");
                }
                sink.addAll(handler.bytes);
            } else {
                for (int j = 0; j < handler.replacement.length(); j++) {
                    int r = handler.replacement.at(j);
                    if (r >= 128) {
                        throw handler.error(start, end, "surrogates not allowed");
                    }
                    put(sink, r, width, big);
                }
            }
        }
        return sink.toPyBytes();
    }

    private static String name(int width, int order) {
        String base = width == 2 ? "utf-16" : "utf-32";
        return order == 0 ? base : order < 0 ? base + "-le" : base + "-be";
    }

    private static void write(ByteSink sink, int c, int width, boolean big) {
        if (width == 2 && c >= 0x10000) {
            put(sink, Character.highSurrogate(c), 2, big);
            put(sink, Character.lowSurrogate(c), 2, big);
        } else {
            put(sink, c, width, big);
        }
    }

    private static void put(ByteSink sink, int c, int width, boolean big) {
        for (int i = 0; i < width; i++) {
            sink.add(c >> 8 * (big ? width - 1 - i : i));
        }
    }

    private static int get(byte[] b, int at, int width, boolean big) {
        int c = 0;
        for (int i = 0; i < width; i++) {
            c |= (b[at + i] & 0xff) << 8 * (big ? width - 1 - i : i);
        }
        return c;
    }

    /** Decodes; {@code order[0]} is the byte order as for {@link #encode}, 0 becomes what the mark says. */
    static PyStr decode(ThreadState ts, byte[] bytes, String errors, int width, int[] order, boolean isFinal,
            int[] consumed) {
        int i = 0;
        String encoding = name(width, order[0]);
        if (order[0] == 0 && bytes.length >= width) {
            if (get(bytes, 0, width, false) == 0xfeff) {
                order[0] = -1;
                i = width;
            } else if (get(bytes, 0, width, true) == 0xfeff) {
                order[0] = 1;
                i = width;
            }
            encoding = name(width, order[0]);
        }
        boolean big = order[0] > 0;
        DecodeErrors handler = new DecodeErrors(ts, order[0] == 0 ? name(width, -1) : encoding, errors, bytes);
        PyStrBuilder out = new PyStrBuilder(bytes.length / width + 1);
        while (i < handler.input.length) {
            byte[] b = handler.input;
            if (i + width > b.length) {
                if (!isFinal) {
                    break;
                }
                i = handler.handle(out, i, b.length, "truncated data");
                continue;
            }
            int c = get(b, i, width, big);
            if (width == 4) {
                if (c < 0 || c > 0x10ffff) {
                    i = handler.handle(out, i, i + 4, "code point not in range(0x110000)");
                } else if (c >= 0xd800 && c < 0xe000) {
                    i = handler.handle(out, i, i + 4, "code point in surrogate code point range(0xd800, 0xe000)");
                } else {
                    out.append(c);
                    i += 4;
                }
            } else if (c < 0xd800 || c >= 0xe000) {
                out.append(c);
                i += 2;
            } else if (c >= 0xdc00) {
                i = handler.handle(out, i, i + 2, "illegal encoding");
            } else if (i + 4 > b.length) {
                if (!isFinal) {
                    break;
                }
                i = handler.handle(out, i, b.length, "unexpected end of data");
            } else {
                int low = get(b, i + 2, 2, big);
                if (low >= 0xdc00 && low < 0xe000) {
                    out.append(Character.toCodePoint((char) c, (char) low));
                    i += 4;
                } else {
                    i = handler.handle(out, i, i + 2, "illegal UTF-16 surrogate");
                }
            }
        }
        consumed[0] = Math.min(i, bytes.length);
        return out.toPyStr();
    }

    /** A part of an array as an array of its own. */
    static byte[] part(byte[] b, int from, int count) {
        return from == 0 && count == b.length ? b : Arrays.copyOfRange(b, from, from + count);
    }
}
