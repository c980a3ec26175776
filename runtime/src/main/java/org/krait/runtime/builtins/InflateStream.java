package org.krait.runtime.builtins;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A decompressor for the formats of zlib: raw, zlib, gzip, or whichever of the last two comes, chosen by the window
 * bits.
 *
 * <p>The input is a window into the caller's array, {@link #remaining} bytes of which are still to be read.
 */
final class InflateStream {
    private static final int KEPT_BYTES = 64 << 20;
    private static final int GZIP_TRAILER = 8;
    private static final int FLAG_HEADER_CRC = 2;
    private static final int FLAG_EXTRA = 4;
    private static final int FLAG_NAME = 8;
    private static final int FLAG_COMMENT = 16;
    private static final int FLAGS_UNKNOWN = 0xe0;

    /** The stream is broken; the message is zlib's. */
    static final class BadData extends Exception {
        private static final long serialVersionUID = 1;
        /** The code of zlib: -3 for bad data, 2 when a dictionary is needed. */
        final int code;

        BadData(int code, String message) {
            super(message, null, false, false);
            this.code = code;
        }
    }

    private static final byte[] NOTHING = new byte[0];

    private final int wbits;
    private final byte[] dictionary;
    private Inflater inflater;
    private boolean gzip;
    private byte[] input = NOTHING;
    private int at;
    private int end;
    /** What the original of a copy had read without giving output: comes before the next input. */
    private byte[] carry = NOTHING;
    /** Header bytes read so far, then trailer bytes. */
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private boolean ended;
    private final CRC32 crc = new CRC32();
    private long length;
    /** All input read, to make copies of; null if not wanted or too much. */
    private ByteArrayOutputStream history;

    InflateStream(int wbits, byte[] dictionary, boolean copied) {
        this.wbits = wbits;
        this.dictionary = dictionary;
        this.history = copied ? new ByteArrayOutputStream() : null;
        if (wbits < 0) {
            inflater = new Inflater(true);
            if (dictionary != null) {
                inflater.setDictionary(dictionary);
            }
        }
    }

    static boolean isValid(int wbits) {
        if (wbits < 0) {
            return wbits >= -15 && wbits <= -8;
        }
        int bits = wbits & 15;
        return wbits >= 0 && wbits < 48 && (bits == 0 || bits >= 8);
    }

    void setInput(byte[] bytes, int offset, int count) {
        if (carry.length == 0) {
            input = bytes;
            at = offset;
            end = offset + count;
        } else if (count > 0) {
            input = Arrays.copyOf(carry, carry.length + count);
            System.arraycopy(bytes, offset, input, carry.length, count);
            at = 0;
            end = input.length;
            carry = NOTHING;
        }
    }

    int remaining() {
        return end - at;
    }

    /** The input that was not read. */
    byte[] rest() {
        return Arrays.copyOfRange(input, at, end);
    }

    boolean isEnded() {
        return ended;
    }

    /** Decompresses into an array; less than its room only if more input is needed or the stream has ended. */
    int inflate(byte[] out, int offset, int room) throws BadData {
        int done = 0;
        while (!ended && done < room) {
            if (inflater == null && !readHeader()) {
                break;
            }
            if (inflater.finished()) {
                readTrailer();
                break;
            }
            int n = step(out, offset + done, room - done);
            done += n;
            if (inflater.finished()) {
                readTrailer();
                break;
            }
            if (n == 0 && at == end) {
                break;
            }
        }
        return done;
    }

    private int step(byte[] out, int offset, int room) throws BadData {
        inflater.setInput(input, at, end - at);
        try {
            int n = inflater.inflate(out, offset, room);
            if (n == 0 && inflater.needsDictionary()) {
                consume(end - at - inflater.getRemaining());
                setDictionary();
                return step(out, offset, room);
            }
            consume(end - at - inflater.getRemaining());
            if (gzip) {
                crc.update(out, offset, n);
            }
            length += n;
            return n;
        } catch (DataFormatException e) {
            throw new BadData(-3, e.getMessage() == null ? "invalid input data" : e.getMessage());
        }
    }

    private void setDictionary() throws BadData {
        if (dictionary == null) {
            throw new BadData(2, null);
        }
        try {
            inflater.setDictionary(dictionary);
        } catch (IllegalArgumentException e) {
            throw new BadData(-3, null);
        }
    }

    private void consume(int count) {
        if (history != null) {
            if (history.size() + count > KEPT_BYTES) {
                history = null;
            } else {
                history.write(input, at, count);
            }
        }
        at += count;
    }

    /** Reads a header up to its end; false if more input is needed. */
    private boolean readHeader() throws BadData {
        int format = wbits >> 4;
        while (at < end) {
            pending.write(input[at]);
            consume(1);
            byte[] head = pending.toByteArray();
            if (head.length < 2) {
                continue;
            }
            boolean isGzip = (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
            if (isGzip && format >= 1) {
                if (!isWholeGzipHeader(head)) {
                    continue;
                }
                gzip = true;
                inflater = new Inflater(true);
            } else {
                checkZlibHeader(head, format);
                inflater = new Inflater();
                feed(head);
            }
            pending = new ByteArrayOutputStream();
            return true;
        }
        return false;
    }

    private void checkZlibHeader(byte[] head, int format) throws BadData {
        int header = (head[0] & 0xff) << 8 | head[1] & 0xff;
        if (format == 1 || header % 31 != 0) {
            throw new BadData(-3, "incorrect header check");
        }
        if ((head[0] & 15) != 8) {
            throw new BadData(-3, "unknown compression method");
        }
        int most = (wbits & 15) == 0 ? 15 : wbits & 15;
        if (((head[0] & 0xff) >> 4) + 8 > most) {
            throw new BadData(-3, "invalid window size");
        }
    }

    /** Gives the inflater the header that was looked at before. */
    private void feed(byte[] head) throws BadData {
        inflater.setInput(head);
        try {
            int n = inflater.inflate(new byte[1]);
            assert n == 0 : n;
        } catch (DataFormatException e) {
            throw new BadData(-3, e.getMessage());
        }
    }

    private static boolean isWholeGzipHeader(byte[] head) throws BadData {
        if (head.length > 2 && head[2] != 8) {
            throw new BadData(-3, "unknown compression method");
        }
        if (head.length < 10) {
            return false;
        }
        int flags = head[3];
        if ((flags & FLAGS_UNKNOWN) != 0) {
            throw new BadData(-3, "unknown header flags set");
        }
        int need = 10;
        if ((flags & FLAG_EXTRA) != 0) {
            need += 2;
            if (head.length < need) {
                return false;
            }
            need += head[10] & 0xff | (head[11] & 0xff) << 8;
        }
        for (int flag = FLAG_NAME; flag <= FLAG_COMMENT; flag <<= 1) {
            if ((flags & flag) != 0) {
                while (need < head.length && head[need] != 0) {
                    need++;
                }
                need++;
            }
        }
        if ((flags & FLAG_HEADER_CRC) != 0 && head.length >= need + 2) {
            CRC32 sum = new CRC32();
            sum.update(head, 0, need);
            if ((sum.getValue() & 0xffff) != (head[need] & 0xff | (head[need + 1] & 0xff) << 8)) {
                throw new BadData(-3, "header crc mismatch");
            }
        }
        return head.length >= need + ((flags & FLAG_HEADER_CRC) != 0 ? 2 : 0);
    }

    private void readTrailer() throws BadData {
        if (gzip) {
            while (pending.size() < GZIP_TRAILER) {
                if (at == end) {
                    return;
                }
                pending.write(input[at]);
                consume(1);
            }
            byte[] trailer = pending.toByteArray();
            if (little(trailer, 0) != crc.getValue()) {
                throw new BadData(-3, "incorrect data check");
            }
            if (little(trailer, 4) != (length & 0xffffffffL)) {
                throw new BadData(-3, "incorrect length check");
            }
        }
        ended = true;
        inflater.end();
    }

    private static long little(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xffL) << 24;
    }

    /** A decompressor in the same state but without input; null when there was too much input to keep. */
    InflateStream copy() throws BadData {
        if (history == null) {
            return null;
        }
        InflateStream copy = new InflateStream(wbits, dictionary, true);
        byte[] read = history.toByteArray();
        copy.setInput(read, 0, read.length);
        byte[] out = new byte[16 * 1024];
        while (copy.length < length) {
            int n = copy.inflate(out, 0, (int) Math.min(out.length, length - copy.length));
            assert n > 0 : length;
        }
        if (ended) {
            int n = copy.inflate(out, 0, 1);
            assert n == 0 && copy.ended : n;
        }
        copy.carry = copy.rest();
        copy.setInput(NOTHING, 0, 0);
        return copy;
    }

    void end() {
        if (inflater != null) {
            inflater.end();
        }
    }
}
