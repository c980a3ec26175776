package org.krait.runtime.builtins;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;

/**
 * A parsed format of the {@code struct} module: what stands where in the packed bytes.
 *
 * <p>The native format ({@code @}) is that of 64-bit little-endian machines: sizes 2, 4, 8 for h, i, l, each aligned to
 * its size.
 */
final class StructFormat {
    /** By item: the format character, how often it is repeated (the length of {@code s} and {@code p}), the offset. */
    final char[] codes;
    final int[] counts;
    final int[] offsets;
    final int[] sizes;
    /** The number of items and of bytes. */
    final int items;
    final int size;
    /** How many values are packed. */
    final int values;
    final boolean bigEndian;
    /** Native sizes and alignment. */
    final boolean isNative;

    private StructFormat(Builder parsed, boolean bigEndian, boolean isNative) {
        codes = parsed.codes;
        counts = parsed.counts;
        offsets = parsed.offsets;
        sizes = parsed.sizes;
        items = parsed.items;
        size = (int) parsed.size;
        values = (int) parsed.values;
        this.bigEndian = bigEndian;
        this.isNative = isNative;
    }

    /** The text of a format given as str or bytes-like object. */
    static String text(ThreadState ts, PyObject format) {
        if (format instanceof PyStr s) {
            if (!s.isAscii()) {
                throw error("bad char in struct format");
            }
            return s.toString();
        }
        if (format instanceof PyBytes b) {
            return new String(b.value, StandardCharsets.ISO_8859_1);
        }
        if (format instanceof PyByteArray b) {
            return new String(b.toByteArray(), StandardCharsets.ISO_8859_1);
        }
        throw Errors.typeError("Struct() argument 1 must be a str or bytes object, not " + format.type.name());
    }

    static StructFormat parse(String text) {
        if (text.indexOf('\0') >= 0) {
            throw error("embedded null character");
        }
        boolean bigEndian = false;
        boolean isNative = true;
        int at = 0;
        if (!text.isEmpty()) {
            char order = text.charAt(0);
            if ("@=<>!".indexOf(order) >= 0) {
                at = 1;
                isNative = order == '@';
                bigEndian = order == '>' || order == '!';
            }
        }
        Builder parsed = new Builder(text.length());
        while (at < text.length()) {
            char code = text.charAt(at++);
            if (isSpace(code)) {
                continue;
            }
            long count = 1;
            if (isDigit(code)) {
                count = code - '0';
                while (at < text.length() && isDigit(text.charAt(at))) {
                    count = count * 10 + (text.charAt(at++) - '0');
                    if (count > Integer.MAX_VALUE) {
                        throw error("total struct size too long");
                    }
                }
                if (at == text.length()) {
                    throw error("repeat count given without format specifier");
                }
                code = text.charAt(at++);
            }
            int width = width(code, isNative);
            if (width < 0) {
                throw error("bad char in struct format");
            }
            parsed.add(code, (int) count, width, isNative);
        }
        return new StructFormat(parsed, bigEndian, isNative);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static int width(char code, boolean isNative) {
        return switch (code) {
            case 'x', 'c', 'b', 'B', '?', 's', 'p' -> 1;
            case 'h', 'H', 'e' -> 2;
            case 'i', 'I', 'f' -> 4;
            case 'l', 'L' -> isNative ? 8 : 4;
            case 'q', 'Q', 'd' -> 8;
            case 'n', 'N', 'P' -> isNative ? 8 : -1;
            default -> -1;
        };
    }

    static PyException error(String message) {
        return Errors.of(StructModule.ERROR, message);
    }

    /** Packs {@code args[from…]} into an array. {@code function} is for the message. */
    void pack(ThreadState ts, String function, PyObject[] args, int from, byte[] out, int at) {
        if (args.length - from != values) {
            throw error(function + " expected " + values + " items for packing (got " + (args.length - from) + ")");
        }
        Arrays.fill(out, at, at + size, (byte) 0);
        int next = from;
        for (int i = 0; i < items; i++) {
            char code = codes[i];
            int where = at + offsets[i];
            int count = counts[i];
            switch (code) {
                case 'x':
                    break;
                case 's':
                    StructCodec.packText(ts, args[next++], out, where, count);
                    break;
                case 'p':
                    StructCodec.packPascal(ts, args[next++], out, where, count);
                    break;
                default:
                    for (int k = 0; k < count; k++) {
                        StructCodec.pack(ts, this, code, sizes[i], args[next++], out, where + k * sizes[i]);
                    }
                    break;
            }
        }
    }

    /** Unpacks the values at a place of an array. */
    PyObject[] unpack(byte[] in, int at) {
        PyObject[] result = new PyObject[values];
        int next = 0;
        for (int i = 0; i < items; i++) {
            char code = codes[i];
            int where = at + offsets[i];
            int count = counts[i];
            switch (code) {
                case 'x':
                    break;
                case 's':
                    result[next++] = StructCodec.bytes(in, where, count);
                    break;
                case 'p':
                    int length = count == 0 ? 0 : Math.min(in[where] & 0xff, count - 1);
                    result[next++] = StructCodec.bytes(in, where + 1, length);
                    break;
                default:
                    for (int k = 0; k < count; k++) {
                        result[next++] = StructCodec.unpack(this, code, sizes[i], in, where + k * sizes[i]);
                    }
                    break;
            }
        }
        return result;
    }

    /** An integer value of a pack argument. */
    static PyInt integer(ThreadState ts, PyObject value) {
        if (!(value instanceof PyInt) && !value.type.has(Special.INDEX)) {
            throw error("required argument is not an integer");
        }
        return Arguments.toIndex(ts, value);
    }

    /** Collects the items. */
    private static final class Builder {
        private final char[] codes;
        private final int[] counts;
        private final int[] offsets;
        private final int[] sizes;
        private int items;
        private long size;
        private long values;

        Builder(int most) {
            codes = new char[most];
            counts = new int[most];
            offsets = new int[most];
            sizes = new int[most];
        }

        void add(char code, int count, int width, boolean aligned) {
            if (aligned && width > 1) {
                size = (size + width - 1) / width * width;
            }
            codes[items] = code;
            counts[items] = count;
            offsets[items] = (int) Math.min(size, Integer.MAX_VALUE);
            sizes[items] = width;
            items++;
            size += (long) count * width;
            if (size > Integer.MAX_VALUE) {
                throw error("total struct size too long");
            }
            values += code == 'x' ? 0 : code == 's' || code == 'p' ? 1 : count;
        }
    }
}
