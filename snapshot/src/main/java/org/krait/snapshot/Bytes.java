package org.krait.snapshot;

/** Little-endian numbers in byte arrays, by hand: the quickest way in cold code. */
final class Bytes {
    private Bytes() {}

    static int getInt(byte[] b, int at) {
        return b[at] & 0xff | (b[at + 1] & 0xff) << 8 | (b[at + 2] & 0xff) << 16 | b[at + 3] << 24;
    }

    static long getLong(byte[] b, int at) {
        return getInt(b, at) & 0xffffffffL | (long) getInt(b, at + 4) << 32;
    }
}
