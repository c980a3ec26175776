package org.krait.runtime.compression;

import java.util.Arrays;

/** Writes a sorted block: moved to front, zeros as runs, and with Huffman codes that change from group to group. */
final class BzipCodes {
    private static final int GROUP = 50;
    private static final int ROUNDS = 4;
    private static final int MAX_LENGTH = 17;

    private final BzipEncoder out;

    BzipCodes(BzipEncoder out) {
        this.out = out;
    }

    void write(byte[] bytes, int size) {
        boolean[] used = new boolean[256];
        for (int i = 0; i < size; i++) {
            used[bytes[i] & 0xff] = true;
        }
        writeUsed(used);
        int[] front = new int[256];
        int count = 0;
        for (int i = 0; i < 256; i++) {
            if (used[i]) {
                front[count++] = i;
            }
        }
        int end = count + 1;
        int[] symbols = new int[size + 1];
        int n = symbols(bytes, size, front, symbols);
        symbols[n++] = end;
        writeSymbols(symbols, n, end + 1);
    }

    private void writeUsed(boolean[] used) {
        int rows = 0;
        for (int i = 0; i < 256; i++) {
            if (used[i]) {
                rows |= 1 << 15 - i / 16;
            }
        }
        out.bits(16, rows);
        for (int row = 0; row < 16; row++) {
            if ((rows >> 15 - row & 1) != 0) {
                int bits = 0;
                for (int i = 0; i < 16; i++) {
                    bits = bits << 1 | (used[row * 16 + i] ? 1 : 0);
                }
                out.bits(16, bits);
            }
        }
    }

    /** Moves each byte to the front; the symbols are 0 and 1 for runs of zeros in base two, then places plus one. */
    private static int symbols(byte[] bytes, int size, int[] front, int[] symbols) {
        int n = 0;
        int zeros = 0;
        for (int i = 0; i < size; i++) {
            int value = bytes[i] & 0xff;
            int place = 0;
            while (front[place] != value) {
                place++;
            }
            if (place == 0) {
                zeros++;
                continue;
            }
            n = zeros(zeros, symbols, n);
            zeros = 0;
            System.arraycopy(front, 0, front, 1, place);
            front[0] = value;
            symbols[n++] = place + 1;
        }
        return zeros(zeros, symbols, n);
    }

    private static int zeros(int count, int[] symbols, int at) {
        int n = at;
        for (int left = count; left > 0; left = left - 1 >> 1) {
            symbols[n++] = (left & 1) == 1 ? 0 : 1;
        }
        return n;
    }

    private void writeSymbols(int[] symbols, int n, int alphabet) {
        int tables = n < 200 ? 2 : n < 600 ? 3 : n < 1200 ? 4 : n < 2400 ? 5 : 6;
        int groups = (n + GROUP - 1) / GROUP;
        int[][] lengths = firstLengths(symbols, n, alphabet, tables);
        int[] selectors = new int[groups];
        for (int round = 0; round < ROUNDS; round++) {
            int[][] frequencies = new int[tables][alphabet];
            for (int g = 0; g < groups; g++) {
                int from = g * GROUP;
                int to = Math.min(n, from + GROUP);
                int best = cheapest(symbols, from, to, lengths);
                selectors[g] = best;
                for (int i = from; i < to; i++) {
                    frequencies[best][symbols[i]]++;
                }
            }
            for (int t = 0; t < tables; t++) {
                lengths[t] = lengths(frequencies[t]);
            }
        }
        out.bits(3, tables);
        out.bits(15, groups);
        writeSelectors(selectors, tables);
        int[][] codes = new int[tables][];
        for (int t = 0; t < tables; t++) {
            writeLengths(lengths[t]);
            codes[t] = codes(lengths[t]);
        }
        for (int i = 0; i < n; i++) {
            int table = selectors[i / GROUP];
            out.bits(lengths[table][symbols[i]], codes[table][symbols[i]]);
        }
    }

    /** Tables to begin with: each is cheap for a range of symbols that makes up an equal share of the block. */
    private static int[][] firstLengths(int[] symbols, int n, int alphabet, int tables) {
        int[] frequencies = new int[alphabet];
        for (int i = 0; i < n; i++) {
            frequencies[symbols[i]]++;
        }
        int[][] lengths = new int[tables][alphabet];
        int from = 0;
        int left = n;
        for (int t = 0; t < tables; t++) {
            int share = left / (tables - t);
            int to = from;
            int sum = 0;
            while (to < alphabet && (sum < share || t == tables - 1)) {
                sum += frequencies[to++];
            }
            left -= sum;
            for (int s = 0; s < alphabet; s++) {
                lengths[t][s] = s >= from && s < to ? 0 : 15;
            }
            from = to;
        }
        return lengths;
    }

    private static int cheapest(int[] symbols, int from, int to, int[][] lengths) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int t = 0; t < lengths.length; t++) {
            int cost = 0;
            for (int i = from; i < to; i++) {
                cost += lengths[t][symbols[i]];
            }
            if (cost < least) {
                least = cost;
                best = t;
            }
        }
        return best;
    }

    private void writeSelectors(int[] selectors, int tables) {
        int[] order = new int[tables];
        for (int i = 0; i < tables; i++) {
            order[i] = i;
        }
        for (int selector : selectors) {
            int place = 0;
            while (order[place] != selector) {
                place++;
                out.bits(1, 1);
            }
            out.bits(1, 0);
            System.arraycopy(order, 0, order, 1, place);
            order[0] = selector;
        }
    }

    private void writeLengths(int[] lengths) {
        int current = lengths[0];
        out.bits(5, current);
        for (int length : lengths) {
            while (current != length) {
                out.bits(2, current < length ? 2 : 3);
                current += current < length ? 1 : -1;
            }
            out.bits(1, 0);
        }
    }

    private static int[] codes(int[] lengths) {
        int[] codes = new int[lengths.length];
        int code = 0;
        for (int l = 1; l <= MAX_LENGTH; l++) {
            for (int i = 0; i < lengths.length; i++) {
                if (lengths[i] == l) {
                    codes[i] = code++;
                }
            }
            code <<= 1;
        }
        return codes;
    }

    /** The lengths of a Huffman code in which no code is longer than MAX_LENGTH: flatter frequencies until so. */
    private static int[] lengths(int[] frequencies) {
        int n = frequencies.length;
        long[] weights = new long[n];
        for (int i = 0; i < n; i++) {
            weights[i] = Math.max(1, frequencies[i]);
        }
        while (true) {
            int[] lengths = huffman(weights);
            int longest = 0;
            for (int length : lengths) {
                longest = Math.max(longest, length);
            }
            if (longest <= MAX_LENGTH) {
                return lengths;
            }
            for (int i = 0; i < n; i++) {
                weights[i] = weights[i] / 2 + 1;
            }
        }
    }

    private static int[] huffman(long[] weights) {
        int n = weights.length;
        long[] all = Arrays.copyOf(weights, 2 * n);
        int[] parents = new int[2 * n];
        java.util.PriorityQueue<Long> heap = new java.util.PriorityQueue<>();
        for (int i = 0; i < n; i++) {
            heap.add(weights[i] << 10 | i);
        }
        int made = n;
        while (heap.size() > 1) {
            int a = (int) (heap.remove() & 1023);
            int b = (int) (heap.remove() & 1023);
            all[made] = all[a] + all[b];
            parents[a] = made;
            parents[b] = made;
            heap.add(all[made] << 10 | made);
            made++;
        }
        int[] depth = new int[made];
        for (int i = made - 2; i >= 0; i--) {
            depth[i] = depth[parents[i]] + 1;
        }
        return Arrays.copyOf(depth, n);
    }
}
