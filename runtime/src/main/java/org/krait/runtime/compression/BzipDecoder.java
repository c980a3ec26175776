package org.krait.runtime.compression;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Decompresses one bzip2 stream whose bytes come in pieces. A block is decoded once all of it is there: when bits are
 * missing, what was read of the block is read again with the next piece.
 */
final class BzipDecoder {
    /** The stream is not one of bzip2. */
    static final class BadData extends Exception {
        private static final long serialVersionUID = 1L;

        BadData() {
            super("Invalid data stream", null, false, false);
        }
    }

    /** The bits that have come end here. */
    private static final class MissingBits extends Exception {
        private static final long serialVersionUID = 1L;

        MissingBits() {
            super(null, null, false, false);
        }
    }

    private static final long BLOCK_MAGIC = 0x314159265359L;
    private static final long END_MAGIC = 0x177245385090L;
    private static final int GROUP = 50;
    private static final int MAX_LENGTH = 20;
    private static final int RUN_A = 0;
    private static final int RUN_B = 1;

    private byte[] input = new byte[0];
    private int inputEnd;
    /** The next bit of the input. */
    private long bitAt;
    private int blockBytes;
    private boolean started;
    private boolean ended;
    private int streamCrc;

    /** The current block's bytes before the runs are expanded: a chain through {@code next}; null for none. */
    private int[] next;
    private int position;
    private int left;
    private int crc;
    private int expectedCrc;
    private int repeats;
    private int last = -1;
    /** Copies of {@link #last} still to be given. */
    private int copies;

    private static final MissingBits MISSING = new MissingBits();

    boolean isEnded() {
        return ended;
    }

    /** True while no output can come without more input. */
    boolean needsInput() {
        return !ended && next == null;
    }

    void feed(byte[] bytes, int offset, int length) {
        int used = (int) (bitAt >> 3);
        int kept = inputEnd - used;
        byte[] joined = kept + length <= input.length && used == 0 ? input : new byte[Math.max(kept + length, 1024)];
        System.arraycopy(input, used, joined, 0, kept);
        System.arraycopy(bytes, offset, joined, kept, length);
        input = joined;
        inputEnd = kept + length;
        bitAt &= 7;
    }

    /** What was fed and does not belong to the stream that has ended. */
    byte[] rest() {
        return Arrays.copyOfRange(input, (int) (bitAt + 7 >> 3), inputEnd);
    }

    /** Decompresses at most {@code limit} bytes of what has come. */
    byte[] decode(long limit) throws BadData {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (!ended && out.size() < limit) {
            if (next != null) {
                expand(out, limit);
                continue;
            }
            long mark = bitAt;
            try {
                readNext();
            } catch (MissingBits e) {
                bitAt = mark;
                break;
            }
        }
        return out.toByteArray();
    }

    private int bits(int count) throws MissingBits {
        if (bitAt + count > (long) inputEnd << 3) {
            throw MISSING;
        }
        int value = 0;
        for (int i = 0; i < count; i++) {
            int b = input[(int) (bitAt >> 3)] >> 7 - (int) (bitAt & 7) & 1;
            value = value << 1 | b;
            bitAt++;
        }
        return value;
    }

    /** The number before a block or the end, of which each byte is looked at as soon as it is there. */
    private long magic() throws MissingBits, BadData {
        long value = 0;
        for (int shift = 40; shift >= 0; shift -= 8) {
            value |= (long) bits(8) << shift;
            if (value >> shift != BLOCK_MAGIC >> shift && value >> shift != END_MAGIC >> shift) {
                throw new BadData();
            }
        }
        return value;
    }

    private void readNext() throws MissingBits, BadData {
        if (!started) {
            readHeader();
            return;
        }
        long magic = magic();
        if (magic == BLOCK_MAGIC) {
            readBlock();
        } else {
            if (bits(32) != streamCrc) {
                throw new BadData();
            }
            bitAt = bitAt + 7 & ~7L;
            ended = true;
        }
    }

    private void readHeader() throws MissingBits, BadData {
        int[] expected = {'B', 'Z', 'h'};
        for (int c : expected) {
            if (bits(8) != c) {
                throw new BadData();
            }
        }
        int level = bits(8) - '0';
        if (level < 1 || level > 9) {
            throw new BadData();
        }
        blockBytes = level * 100_000;
        started = true;
    }

    private void readBlock() throws MissingBits, BadData {
        int blockCrc = bits(32);
        if (bits(1) != 0) {
            // Blocks scrambled against bad sorting: of versions before 1.0 only.
            throw new BadData();
        }
        int origin = bits(24);
        byte[] symbols = readSymbols();
        int alphabet = symbols.length + 2;
        int groups = bits(3);
        int selectorCount = bits(15);
        if (groups < 2 || groups > 6 || selectorCount == 0 || symbols.length == 0) {
            throw new BadData();
        }
        byte[] selectors = readSelectors(groups, selectorCount);
        Code[] codes = new Code[groups];
        for (int g = 0; g < groups; g++) {
            codes[g] = readCode(alphabet);
        }
        int[] counts = new int[256];
        int[] block = new int[Math.min(blockBytes, 1 << 16)];
        int size = 0;
        byte[] front = symbols.clone();
        int end = alphabet - 1;
        int selector = 0;
        int inGroup = 0;
        Code code = null;
        int run = 0;
        int weight = 1;
        while (true) {
            if (inGroup == 0) {
                if (selector == selectorCount) {
                    throw new BadData();
                }
                code = codes[selectors[selector++]];
                inGroup = GROUP;
            }
            inGroup--;
            int symbol = readSymbol(code);
            if (symbol == RUN_A || symbol == RUN_B) {
                run += weight << symbol;
                weight <<= 1;
                if (run > blockBytes) {
                    throw new BadData();
                }
                continue;
            }
            int added = run + (symbol == end ? 0 : 1);
            if (size + added > blockBytes) {
                throw new BadData();
            }
            if (size + added > block.length) {
                block = Arrays.copyOf(block, Math.min(blockBytes, Math.max(size + added, block.length * 2)));
            }
            if (run > 0) {
                int value = front[0] & 0xff;
                counts[value] += run;
                Arrays.fill(block, size, size + run, value);
                size += run;
                run = 0;
                weight = 1;
            }
            if (symbol == end) {
                break;
            }
            byte moved = front[symbol - 1];
            System.arraycopy(front, 0, front, 1, symbol - 1);
            front[0] = moved;
            counts[moved & 0xff]++;
            block[size++] = moved & 0xff;
        }
        if (origin >= size) {
            throw new BadData();
        }
        start(block, size, counts, origin, blockCrc);
    }

    private byte[] readSymbols() throws MissingBits {
        int rows = bits(16);
        byte[] symbols = new byte[256];
        int n = 0;
        for (int row = 0; row < 16; row++) {
            if ((rows >> 15 - row & 1) != 0) {
                int used = bits(16);
                for (int i = 0; i < 16; i++) {
                    if ((used >> 15 - i & 1) != 0) {
                        symbols[n++] = (byte) (row * 16 + i);
                    }
                }
            }
        }
        return Arrays.copyOf(symbols, n);
    }

    private byte[] readSelectors(int groups, int count) throws MissingBits, BadData {
        byte[] order = {0, 1, 2, 3, 4, 5};
        byte[] selectors = new byte[count];
        for (int i = 0; i < count; i++) {
            int j = 0;
            while (bits(1) != 0) {
                if (++j >= groups) {
                    throw new BadData();
                }
            }
            byte chosen = order[j];
            System.arraycopy(order, 0, order, 1, j);
            order[0] = chosen;
            selectors[i] = chosen;
        }
        return selectors;
    }

    /** A Huffman code: for each length the first code, and where its symbols start in order of length. */
    private record Code(int[] first, int[] count, int[] symbols) {}

    private Code readCode(int alphabet) throws MissingBits, BadData {
        int[] lengths = new int[alphabet];
        int length = bits(5);
        int[] count = new int[MAX_LENGTH + 2];
        for (int i = 0; i < alphabet; i++) {
            while (true) {
                if (length < 1 || length > MAX_LENGTH) {
                    throw new BadData();
                }
                if (bits(1) == 0) {
                    break;
                }
                length += bits(1) == 0 ? 1 : -1;
            }
            lengths[i] = length;
            count[length]++;
        }
        int[] symbols = new int[alphabet];
        int n = 0;
        for (int l = 1; l <= MAX_LENGTH; l++) {
            for (int i = 0; i < alphabet; i++) {
                if (lengths[i] == l) {
                    symbols[n++] = i;
                }
            }
        }
        int[] first = new int[MAX_LENGTH + 2];
        int code = 0;
        for (int l = 1; l <= MAX_LENGTH; l++) {
            first[l] = code;
            code = code + count[l] << 1;
        }
        return new Code(first, count, symbols);
    }

    private int readSymbol(Code code) throws MissingBits, BadData {
        int value = 0;
        int before = 0;
        for (int l = 1; l <= MAX_LENGTH; l++) {
            value = value << 1 | bits(1);
            int index = value - code.first[l];
            if (index >= 0 && index < code.count[l]) {
                return code.symbols[before + index];
            }
            before += code.count[l];
        }
        throw new BadData();
    }

    /** Undoes the Burrows-Wheeler transform: links each byte to the one that follows it. */
    private void start(int[] block, int size, int[] counts, int origin, int blockCrc) {
        int[] starts = new int[256];
        int sum = 0;
        for (int i = 0; i < 256; i++) {
            starts[i] = sum;
            sum += counts[i];
        }
        for (int i = 0; i < size; i++) {
            int value = block[i] & 0xff;
            block[starts[value]++] |= i << 8;
        }
        next = block;
        position = block[origin] >>> 8;
        left = size;
        crc = -1;
        expectedCrc = blockCrc;
        repeats = 0;
        last = -1;
        copies = 0;
    }

    /** Gives the bytes of the current block: after four equal bytes comes how many more there are. */
    private void expand(ByteArrayOutputStream out, long limit) throws BadData {
        while (out.size() < limit) {
            if (copies > 0) {
                copies--;
                out.write(last);
                crc = BzipCrc.update(crc, last);
                continue;
            }
            if (left == 0) {
                if (~crc != expectedCrc) {
                    throw new BadData();
                }
                streamCrc = (streamCrc << 1 | streamCrc >>> 31) ^ expectedCrc;
                next = null;
                return;
            }
            int entry = next[position];
            position = entry >>> 8;
            left--;
            int value = entry & 0xff;
            if (repeats == 4) {
                copies = value;
                repeats = 0;
                continue;
            }
            repeats = value == last ? repeats + 1 : 1;
            last = value;
            out.write(value);
            crc = BzipCrc.update(crc, value);
        }
    }
}
