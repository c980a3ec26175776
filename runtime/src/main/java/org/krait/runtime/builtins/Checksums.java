package org.krait.runtime.builtins;

import java.util.zip.CRC32;

/** CRC-32 and Adler-32 that go on from an earlier sum, which Java's classes can't. */
final class Checksums {
    private static final int POLYNOMIAL = 0xedb88320;
    private static final int BASE = 65521;
    /** The most bytes whose Adler sums fit before the remainder is taken. */
    private static final int RUN = 5552;

    private Checksums() {}

    /** The CRC-32 of {@code length} bytes after the text whose CRC-32 is {@code start}. */
    static long crc32(byte[] bytes, int offset, int length, long start) {
        if (length == 0) {
            return start;
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, offset, length);
        return start == 0 ? crc.getValue() : (crc.getValue() ^ shifted((int) start, length)) & 0xffffffffL;
    }

    /** A CRC moved over {@code length} zero bytes, as zlib's crc32_combine: by powers of the one-bit operator. */
    private static long shifted(int crc, long length) {
        int[] operator = new int[32];
        operator[0] = POLYNOMIAL;
        for (int i = 1; i < 32; i++) {
            operator[i] = 1 << i - 1;
        }
        int sum = crc;
        // The operator is squared three times for a byte, then once for each bit of the length.
        operator = square(square(square(operator)));
        for (long rest = length; rest != 0; rest >>= 1) {
            if ((rest & 1) != 0) {
                sum = times(operator, sum);
            }
            operator = square(operator);
        }
        return sum & 0xffffffffL;
    }

    private static int times(int[] operator, int vector) {
        int sum = 0;
        for (int i = 0, rest = vector; rest != 0; i++, rest >>>= 1) {
            if ((rest & 1) != 0) {
                sum ^= operator[i];
            }
        }
        return sum;
    }

    private static int[] square(int[] operator) {
        int[] squared = new int[32];
        for (int i = 0; i < 32; i++) {
            squared[i] = times(operator, operator[i]);
        }
        return squared;
    }

    static long adler32(byte[] bytes, int offset, int length, long start) {
        long low = start & 0xffff;
        long high = start >> 16 & 0xffff;
        int end = offset + length;
        for (int at = offset; at < end;) {
            int stop = Math.min(end, at + RUN);
            while (at < stop) {
                low += bytes[at++] & 0xff;
                high += low;
            }
            low %= BASE;
            high %= BASE;
        }
        return high << 16 | low;
    }
}
