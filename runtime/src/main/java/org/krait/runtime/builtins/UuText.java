package org.krait.runtime.builtins;

/** Lines of uuencoded data, as {@code binascii} reads and writes them. */
final class UuText {
    private static final int MOST = 45;

    private UuText() {}

    static byte[] decode(byte[] in) {
        // Without a length the terminating zero of the C string is read as one.
        int length = (in.length == 0 ? 0 : in[0]) - ' ' & 0x3f;
        byte[] out = new byte[length];
        int at = Math.min(1, in.length);
        int bits = 0;
        int count = 0;
        for (int done = 0; done < length;) {
            boolean blank = at >= in.length || in[at] == '\n' || in[at] == '\r';
            int c = blank ? ' ' : in[at];
            at = Math.min(at + 1, in.length);
            if (c < ' ' || c > ' ' + 64) {
                throw BinasciiModule.error("Illegal char");
            }
            c = c - ' ' & 0x3f;
            bits = bits << 6 | c;
            count += 6;
            if (count >= 8) {
                count -= 8;
                out[done++] = (byte) (bits >> count);
                bits &= (1 << count) - 1;
            }
        }
        while (at < in.length) {
            int c = in[at++];
            if (c != ' ' && c != ' ' + 64 && c != '\n' && c != '\r') {
                throw BinasciiModule.error("Trailing garbage");
            }
        }
        return out;
    }

    static byte[] encode(byte[] in, boolean backtick) {
        if (in.length > MOST) {
            throw BinasciiModule.error("At most 45 bytes at once");
        }
        byte[] out = new byte[2 + (in.length + 2) / 3 * 4];
        out[0] = digit(in.length, backtick);
        int at = 1;
        for (int i = 0; i < in.length; i += 3) {
            int bits = (in[i] & 0xff) << 16 | (i + 1 < in.length ? (in[i + 1] & 0xff) << 8 : 0)
                    | (i + 2 < in.length ? in[i + 2] & 0xff : 0);
            for (int shift = 18; shift >= 0; shift -= 6) {
                out[at++] = digit(bits >> shift & 63, backtick);
            }
        }
        out[at] = '\n';
        return out;
    }

    private static byte digit(int value, boolean backtick) {
        return (byte) (backtick && value == 0 ? '`' : ' ' + value);
    }
}
