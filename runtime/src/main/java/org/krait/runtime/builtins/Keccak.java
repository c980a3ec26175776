package org.krait.runtime.builtins;

/** SHA-3 and SHAKE (FIPS 202). */
final class Keccak extends Digest {
    private static final int ROUNDS = 24;
    private static final int[] ROTATIONS = {
        1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
    };
    private static final int[] LANES = {
        10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
    };

    private final int rate;
    /** 6 for SHA-3, 0x1f for SHAKE: the domain and the first bit of the padding. */
    private final int suffix;
    private final long[] lanes;
    /** How many bytes of the current block are in. */
    private int position;

    Keccak(int rate, int suffix) {
        this(rate, suffix, new long[25], 0);
    }

    private Keccak(int rate, int suffix, long[] lanes, int position) {
        this.rate = rate;
        this.suffix = suffix;
        this.lanes = lanes;
        this.position = position;
    }

    private void absorb(int value) {
        lanes[position >> 3] ^= (long) (value & 0xff) << 8 * (position & 7);
    }

    @Override
    void update(byte[] bytes, int offset, int length) {
        for (int i = 0; i < length; i++) {
            absorb(bytes[offset + i]);
            if (++position == rate) {
                permute();
                position = 0;
            }
        }
    }

    @Override
    byte[] digest(int size) {
        Keccak last = (Keccak) copy();
        last.absorb(suffix);
        last.position = rate - 1;
        last.absorb(0x80);
        byte[] out = new byte[size];
        int at = rate;
        for (int i = 0; i < size; i++) {
            if (at == rate) {
                last.permute();
                at = 0;
            }
            out[i] = (byte) (last.lanes[at >> 3] >>> 8 * (at & 7));
            at++;
        }
        return out;
    }

    @Override
    Digest copy() {
        return new Keccak(rate, suffix, lanes.clone(), position);
    }

    private void permute() {
        long[] a = lanes;
        long[] c = new long[5];
        int register = 1;
        for (int round = 0; round < ROUNDS; round++) {
            for (int x = 0; x < 5; x++) {
                c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
            }
            for (int x = 0; x < 5; x++) {
                long d = c[(x + 4) % 5] ^ Long.rotateLeft(c[(x + 1) % 5], 1);
                for (int y = 0; y < 25; y += 5) {
                    a[x + y] ^= d;
                }
            }
            long moved = a[1];
            for (int i = 0; i < 24; i++) {
                long next = a[LANES[i]];
                a[LANES[i]] = Long.rotateLeft(moved, ROTATIONS[i]);
                moved = next;
            }
            for (int y = 0; y < 25; y += 5) {
                System.arraycopy(a, y, c, 0, 5);
                for (int x = 0; x < 5; x++) {
                    a[x + y] = c[x] ^ ~c[(x + 1) % 5] & c[(x + 2) % 5];
                }
            }
            // The round constant: bits 2^j - 1 come from a shift register.
            for (int j = 0; j < 7; j++) {
                if ((register & 1) != 0) {
                    a[0] ^= 1L << (1 << j) - 1;
                }
                register = register << 1 ^ ((register & 0x80) != 0 ? 0x171 : 0);
            }
        }
    }
}
