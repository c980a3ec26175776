package org.krait.runtime.builtins;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A compressor in one of the formats of zlib: raw, zlib or gzip, chosen by the window bits.
 *
 * <p>Java's deflater always has the largest window. For a smaller one the text is cut into pieces of the window's size
 * that don't refer to each other. A copy is made by compressing once more what was given, which is kept for that.
 */
final class DeflateStream {
    /** How much input is kept to make copies of. */
    private static final int KEPT_BYTES = 64 << 20;
    private static final int FULL_WINDOW = 15;

    private final int level;
    private final int strategy;
    private final int wbits;
    private final byte[] dictionary;
    private final Deflater deflater;
    private final byte[] buffer = new byte[16 * 1024];
    private final boolean gzip;
    private final boolean raw;
    private final int window;
    private boolean started;
    private boolean finished;
    private long adler = 1;
    private final CRC32 crc = new CRC32();
    private long length;
    private long sinceFlush;
    /** Chunks given, and flushes as Integer; null once there was too much. */
    private ArrayList<Object> history = new ArrayList<>();

    /** {@code dictionary} null for none; level, bits and strategy must have been checked. */
    DeflateStream(int level, int wbits, int strategy, byte[] dictionary) {
        this.level = level;
        this.strategy = strategy;
        this.wbits = wbits;
        this.dictionary = dictionary;
        raw = wbits < 0;
        gzip = wbits > FULL_WINDOW;
        window = Math.max(9, raw ? -wbits : gzip ? wbits - 16 : wbits);
        deflater = new Deflater(level, true);
        // Run-length matching and fixed codes aren't offered by Java: any coding is valid.
        deflater.setStrategy(strategy == 1 ? Deflater.FILTERED
                : strategy == 2 || strategy == 3 ? Deflater.HUFFMAN_ONLY : Deflater.DEFAULT_STRATEGY);
        if (dictionary != null) {
            deflater.setDictionary(dictionary);
        }
    }

    static boolean isValid(int level, int wbits, int memLevel, int strategy) {
        int bits = wbits < 0 ? -wbits : wbits > FULL_WINDOW ? wbits - 16 : wbits;
        return level >= -1 && level <= 9 && bits >= (wbits < 0 ? 9 : 8) && bits <= FULL_WINDOW
                && memLevel >= 1 && memLevel <= 9 && strategy >= 0 && strategy <= 4;
    }

    boolean isFinished() {
        return finished;
    }

    void compress(byte[] in, int offset, int count, ByteArrayOutputStream out) {
        record(count == 0 ? null : java.util.Arrays.copyOfRange(in, offset, offset + count), count);
        start(out);
        if (gzip) {
            crc.update(in, offset, count);
        } else if (!raw) {
            adler = Checksums.adler32(in, offset, count, adler);
        }
        length += count;
        if (window == FULL_WINDOW) {
            deflater.setInput(in, offset, count);
            drain(Deflater.NO_FLUSH, out);
            return;
        }
        int piece = 1 << window;
        for (int at = offset, end = offset + count; at < end;) {
            int n = (int) Math.min(end - at, piece - sinceFlush);
            deflater.setInput(in, at, n);
            drain(Deflater.NO_FLUSH, out);
            at += n;
            sinceFlush += n;
            if (sinceFlush == piece) {
                drain(Deflater.FULL_FLUSH, out);
                sinceFlush = 0;
            }
        }
    }

    /** Flushes: mode 4 finishes, 3 forgets the window, 1 and 2 end at a byte. */
    void flush(int mode, ByteArrayOutputStream out) {
        if (mode == 0) {
            return;
        }
        record(mode, 0);
        start(out);
        if (mode != 4) {
            drain(mode == 3 ? Deflater.FULL_FLUSH : Deflater.SYNC_FLUSH, out);
            return;
        }
        deflater.finish();
        drain(Deflater.NO_FLUSH, out);
        if (gzip) {
            little(crc.getValue(), out);
            little(length, out);
        } else if (!raw) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                out.write((int) (adler >> shift));
            }
        }
        finished = true;
        deflater.end();
    }

    private static void little(long value, ByteArrayOutputStream out) {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write((int) (value >> shift));
        }
    }

    private void drain(int mode, ByteArrayOutputStream out) {
        int n;
        while ((n = deflater.deflate(buffer, 0, buffer.length, mode)) > 0) {
            out.write(buffer, 0, n);
            if (mode != Deflater.NO_FLUSH && n < buffer.length) {
                break;
            }
        }
    }

    private void start(ByteArrayOutputStream out) {
        if (started) {
            return;
        }
        started = true;
        if (gzip) {
            out.write(0x1f);
            out.write(0x8b);
            out.write(8);
            out.writeBytes(new byte[5]);
            out.write(level == 9 ? 2 : level == 1 || strategy >= 2 ? 4 : 0);
            out.write(3);
        } else if (!raw) {
            int speed = strategy >= 2 || level == 0 || level == 1 ? 0 : level == -1 || level == 6 ? 2 : level < 6 ? 1
                    : 3;
            int header = (8 | window - 8 << 4) << 8 | speed << 6 | (dictionary != null ? 0x20 : 0);
            header += 31 - header % 31;
            out.write(header >> 8);
            out.write(header);
            if (dictionary != null) {
                long sum = Checksums.adler32(dictionary, 0, dictionary.length, 1);
                for (int shift = 24; shift >= 0; shift -= 8) {
                    out.write((int) (sum >> shift));
                }
            }
        }
    }

    private void record(Object event, int count) {
        if (history == null || event == null) {
            return;
        }
        if (length + count > KEPT_BYTES) {
            history = null;
        } else {
            history.add(event);
        }
    }

    /** A compressor in the same state, or null when there was too much input to keep. */
    DeflateStream copy() {
        if (history == null) {
            return null;
        }
        DeflateStream copy = new DeflateStream(level, wbits, strategy, dictionary);
        ByteArrayOutputStream ignored = new ByteArrayOutputStream();
        for (Object event : history) {
            if (event instanceof byte[] chunk) {
                copy.compress(chunk, 0, chunk.length, ignored);
            } else {
                copy.flush((Integer) event, ignored);
            }
            ignored.reset();
        }
        return copy;
    }

    void end() {
        deflater.end();
    }
}
