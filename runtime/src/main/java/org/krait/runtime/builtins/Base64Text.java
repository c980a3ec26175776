package org.krait.runtime.builtins;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Base64 as {@code binascii} reads and writes it. */
final class Base64Text {
    private static final byte[] ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".getBytes(StandardCharsets.ISO_8859_1);

    private Base64Text() {}

    static byte[] encode(byte[] in, boolean newline) {
        int groups = (in.length + 2) / 3;
        byte[] out = new byte[4 * groups + (newline ? 1 : 0)];
        int at = 0;
        for (int i = 0; i < in.length; i += 3) {
            int left = in.length - i;
            int bits = (in[i] & 0xff) << 16 | (left > 1 ? (in[i + 1] & 0xff) << 8 : 0)
                    | (left > 2 ? in[i + 2] & 0xff : 0);
            out[at++] = ALPHABET[bits >> 18];
            out[at++] = ALPHABET[bits >> 12 & 63];
            out[at++] = left > 1 ? ALPHABET[bits >> 6 & 63] : (byte) '=';
            out[at++] = left > 2 ? ALPHABET[bits & 63] : (byte) '=';
        }
        if (newline) {
            out[at] = '\n';
        }
        return out;
    }

    private static int digit(int c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    }

    /** Decodes; what isn't in the alphabet is passed over, or an error in the strict mode. */
    static byte[] decode(byte[] in, boolean strict) {
        byte[] out = new byte[in.length / 4 * 3 + 3];
        int length = 0;
        int inGroup = 0;
        int left = 0;
        int pads = 0;
        boolean padded = false;
        if (strict && in.length > 0 && in[0] == '=') {
            throw BinasciiModule.error("Leading padding not allowed");
        }
        for (int i = 0; i < in.length; i++) {
            int c = in[i] & 0xff;
            if (c == '=') {
                padded = true;
                if (inGroup >= 2 && inGroup + ++pads >= 4) {
                    if (strict && i + 1 < in.length) {
                        throw BinasciiModule.error("Excess data after padding");
                    }
                    return Arrays.copyOf(out, length);
                }
                continue;
            }
            int digit = digit(c);
            if (digit < 0) {
                if (strict) {
                    throw BinasciiModule.error("Only base64 data is allowed");
                }
                continue;
            }
            if (strict && padded) {
                throw BinasciiModule.error("Discontinuous padding not allowed");
            }
            pads = 0;
            switch (inGroup) {
                case 0:
                    inGroup = 1;
                    left = digit;
                    break;
                case 1:
                    inGroup = 2;
                    out[length++] = (byte) (left << 2 | digit >> 4);
                    left = digit & 15;
                    break;
                case 2:
                    inGroup = 3;
                    out[length++] = (byte) (left << 4 | digit >> 2);
                    left = digit & 3;
                    break;
                default:
                    inGroup = 0;
                    out[length++] = (byte) (left << 6 | digit);
                    left = 0;
                    break;
            }
        }
        if (inGroup == 1) {
            throw BinasciiModule.error("Invalid base64-encoded string: number of data characters ("
                    + (length / 3 * 4 + 1)
                    + ") cannot be 1 more than a multiple of 4");
        }
        if (inGroup != 0) {
            throw BinasciiModule.error("Incorrect padding");
        }
        return Arrays.copyOf(out, length);
    }
}
