package org.krait.runtime.compression;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Compresses a bzip2 stream, block by block. */
final class BzipEncoder {
    /** What libbz2 leaves free at the end of a block. */
    private static final int SLACK = 19;
    private static final int MAX_RUN = 255;
    private static final int MIN_RUN = 4;

    private final BzipCodes codes = new BzipCodes(this);
    private ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int pendingBits;
    private int pendingCount;

    /** The block so far, with runs shortened. */
    private byte[] block = new byte[1 << 14];
    private int size;
    private final int limit;
    private int crc = -1;
    private int streamCrc;
    private int last = -1;
    private int run;

    BzipEncoder(int level) {
        limit = level * 100_000 - SLACK;
        bits(8, 'B');
        bits(8, 'Z');
        bits(8, 'h');
        bits(8, '0' + level);
    }

    /** Takes bytes; the result is what is complete of the output. */
    byte[] compress(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            add(bytes[i] & 0xff);
        }
        return take();
    }

    /** Ends the stream; the result is the rest of the output. */
    byte[] finish() {
        endRun();
        endBlock();
        bits(24, 0x177245);
        bits(24, 0x385090);
        bits(32, streamCrc);
        if (pendingCount > 0) {
            bits(8 - pendingCount, 0);
        }
        return take();
    }

    private byte[] take() {
        byte[] taken = out.toByteArray();
        out.reset();
        return taken;
    }

    void bits(int count, int value) {
        for (int i = count - 1; i >= 0; i--) {
            pendingBits = pendingBits << 1 | value >> i & 1;
            if (++pendingCount == 8) {
                out.write(pendingBits);
                pendingCount = 0;
                pendingBits = 0;
            }
        }
    }

    private void add(int value) {
        if (value == last && run < MAX_RUN) {
            run++;
            return;
        }
        endRun();
        if (size >= limit) {
            endBlock();
        }
        last = value;
        run = 1;
    }

    /** Puts a run into the block: up to four bytes, then how many more there are. */
    private void endRun() {
        if (run == 0) {
            return;
        }
        if (block.length < size + MIN_RUN + 1) {
            block = Arrays.copyOf(block, block.length * 2);
        }
        for (int i = 0; i < run; i++) {
            crc = BzipCrc.update(crc, last);
        }
        for (int i = 0; i < Math.min(run, MIN_RUN); i++) {
            block[size++] = (byte) last;
        }
        if (run >= MIN_RUN) {
            block[size++] = (byte) (run - MIN_RUN);
        }
        run = 0;
        last = -1;
    }

    private void endBlock() {
        if (size == 0) {
            return;
        }
        int blockCrc = ~crc;
        streamCrc = (streamCrc << 1 | streamCrc >>> 31) ^ blockCrc;
        bits(24, 0x314159);
        bits(24, 0x265359);
        bits(32, blockCrc);
        bits(1, 0);
        int[] order = BlockSort.rotations(block, size);
        byte[] transformed = new byte[size];
        int origin = 0;
        for (int i = 0; i < size; i++) {
            int start = order[i];
            if (start == 0) {
                origin = i;
            }
            transformed[i] = block[start == 0 ? size - 1 : start - 1];
        }
        bits(24, origin);
        codes.write(transformed, size);
        size = 0;
        crc = -1;
    }
}
