package org.krait.runtime.builtins;

import java.util.Arrays;

/** BLAKE2b and BLAKE2s (RFC 7693), with the parameters of tree hashing. */
final class Blake2 extends Digest {
    private static final long[] IV_B = {
        0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L, 0x510e527fade682d1L,
        0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L
    };
    private static final String[] ORDERS = {
        "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8", "905724afe1bc683d",
        "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a", "6fe9b308c2d714a5", "a2847615fb9e3cd0"
    };

    /** True for BLAKE2b: 64-bit words; else 32-bit words, kept in the low halves. */
    private final boolean wide;
    private final boolean lastNode;
    private final int size;
    private final long[] h;
    private final byte[] block;
    private int filled;
    private long count;

    /** Starts with a parameter block, whose first byte is the digest's size. */
    Blake2(boolean wide, byte[] parameters, boolean lastNode) {
        this.wide = wide;
        this.lastNode = lastNode;
        size = parameters[0];
        block = new byte[wide ? 128 : 64];
        h = new long[8];
        for (int i = 0; i < 8; i++) {
            h[i] = iv(i) ^ word(parameters, i);
        }
    }

    private Blake2(Blake2 other) {
        wide = other.wide;
        lastNode = other.lastNode;
        size = other.size;
        h = other.h.clone();
        block = other.block.clone();
        filled = other.filled;
        count = other.count;
    }

    private long iv(int index) {
        return wide ? IV_B[index] : IV_B[index] >>> 32;
    }

    private long word(byte[] bytes, int index) {
        int width = wide ? 8 : 4;
        long word = 0;
        for (int i = width - 1; i >= 0; i--) {
            word = word << 8 | bytes[index * width + i] & 0xff;
        }
        return word;
    }

    @Override
    void update(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            if (filled == block.length) {
                count += filled;
                compress(false);
                filled = 0;
            }
            int taken = Math.min(end - at, block.length - filled);
            System.arraycopy(bytes, at, block, filled, taken);
            filled += taken;
            at += taken;
        }
    }

    @Override
    byte[] digest(int ignored) {
        Blake2 last = new Blake2(this);
        last.count += last.filled;
        Arrays.fill(last.block, last.filled, last.block.length, (byte) 0);
        last.compress(true);
        byte[] out = new byte[size];
        int width = wide ? 8 : 4;
        for (int i = 0; i < size; i++) {
            out[i] = (byte) (last.h[i / width] >>> 8 * (i % width));
        }
        return out;
    }

    @Override
    Digest copy() {
        return new Blake2(this);
    }

    private void compress(boolean last) {
        long[] m = new long[16];
        for (int i = 0; i < 16; i++) {
            m[i] = word(block, i);
        }
        long ones = wide ? -1L : 0xffffffffL;
        long[] v = new long[16];
        System.arraycopy(h, 0, v, 0, 8);
        for (int i = 0; i < 8; i++) {
            v[i + 8] = iv(i);
        }
        v[12] ^= wide ? count : count & 0xffffffffL;
        v[13] ^= wide ? 0 : count >>> 32;
        if (last) {
            v[14] ^= ones;
            v[15] ^= lastNode ? ones : 0;
        }
        int rounds = wide ? 12 : 10;
        for (int r = 0; r < rounds; r++) {
            String order = ORDERS[r % 10];
            for (int i = 0; i < 8; i++) {
                int turn = i < 4 ? 0 : 1;
                int a = i & 3;
                mix(v, a, 4 + (a + turn & 3), 8 + (a + 2 * turn & 3), 12 + (a + 3 * turn & 3),
                        m[Character.digit(order.charAt(2 * i), 16)], m[Character.digit(order.charAt(2 * i + 1), 16)]);
            }
        }
        for (int i = 0; i < 8; i++) {
            h[i] ^= v[i] ^ v[i + 8];
        }
    }

    private void mix(long[] v, int a, int b, int c, int d, long x, long y) {
        v[a] = trimmed(v[a] + v[b] + x);
        v[d] = rotated(v[d] ^ v[a], wide ? 32 : 16);
        v[c] = trimmed(v[c] + v[d]);
        v[b] = rotated(v[b] ^ v[c], wide ? 24 : 12);
        v[a] = trimmed(v[a] + v[b] + y);
        v[d] = rotated(v[d] ^ v[a], wide ? 16 : 8);
        v[c] = trimmed(v[c] + v[d]);
        v[b] = rotated(v[b] ^ v[c], wide ? 63 : 7);
    }

    private long trimmed(long word) {
        return wide ? word : word & 0xffffffffL;
    }

    private long rotated(long word, int bits) {
        return wide ? Long.rotateRight(word, bits) : Integer.rotateRight((int) word, bits) & 0xffffffffL;
    }
}
