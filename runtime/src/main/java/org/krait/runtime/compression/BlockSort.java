package org.krait.runtime.compression;

/** Sorts the rotations of a block, by doubling the length by which they are told apart (Manber and Myers). */
final class BlockSort {
    private BlockSort() {}

    /** The starts of the rotations of the first {@code n} bytes in their order. */
    static int[] rotations(byte[] block, int n) {
        int[] order = new int[n];
        int[] rank = new int[n];
        int[] other = new int[n];
        int[] starts = new int[Math.max(256, n) + 1];
        for (int i = 0; i < n; i++) {
            rank[i] = block[i] & 0xff;
            starts[rank[i] + 1]++;
        }
        for (int i = 0; i < 256; i++) {
            starts[i + 1] += starts[i];
        }
        for (int i = 0; i < n; i++) {
            order[starts[rank[i]]++] = i;
        }
        int classes = classify(order, rank, other, n, 0);
        int[] swap = rank;
        rank = other;
        other = swap;
        for (int length = 1; length < n && classes < n; length <<= 1) {
            // By the second halves they are in order already: count by the first.
            java.util.Arrays.fill(starts, 0, classes + 1, 0);
            for (int i = 0; i < n; i++) {
                starts[rank[i] + 1]++;
            }
            for (int i = 0; i < classes; i++) {
                starts[i + 1] += starts[i];
            }
            for (int i = 0; i < n; i++) {
                int first = order[i] - length;
                first = first < 0 ? first + n : first;
                other[starts[rank[first]]++] = first;
            }
            swap = order;
            order = other;
            other = swap;
            classes = classify(order, rank, other, n, length);
            swap = rank;
            rank = other;
            other = swap;
        }
        return order;
    }

    /** Numbers the rotations in their order, equal ones alike; with {@code length} 0 by their first byte alone. */
    private static int classify(int[] order, int[] rank, int[] into, int n, int length) {
        int number = 0;
        into[order[0]] = 0;
        for (int i = 1; i < n; i++) {
            int a = order[i - 1];
            int b = order[i];
            if (rank[a] != rank[b] || length > 0 && rank[second(a, length, n)] != rank[second(b, length, n)]) {
                number++;
            }
            into[b] = number;
        }
        return number + 1;
    }

    private static int second(int at, int length, int n) {
        int next = at + length;
        return next >= n ? next - n : next;
    }
}
