package org.krait.runtime.compression;

/** The checksum of bzip2: CRC-32 with the most significant bit first. */
final class BzipCrc {
    private static final int POLYNOMIAL = 0x04c11db7;
    private static final int[] TABLE = table();

    private BzipCrc() {}

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int c = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                c = c < 0 ? c << 1 ^ POLYNOMIAL : c << 1;
            }
            table[i] = c;
        }
        return table;
    }

    /** The state after one more byte; it starts with all bits set and is inverted at the end. */
    static int update(int crc, int value) {
        return crc << 8 ^ TABLE[crc >>> 24 ^ value & 0xff];
    }
}
