package org.krait.objects;

import java.io.FileInputStream;
import java.io.IOException;

/**
 * SipHash-1-3 with the process's key: the hash of str and bytes, equal to CPython's for the same PYTHONHASHSEED.
 *
 * <p>The key is one per process, as in CPython, because immortal strings are shared by all contexts.
 */
public final class SipHash {
    /** The system property that holds PYTHONHASHSEED's value: "random" or a decimal number up to 4294967295. */
    public static final String SEED_PROPERTY = "krait.hashseed";

    private static final long K0;
    private static final long K1;

    static {
        String seed = System.getProperty(SEED_PROPERTY);
        if (seed == null || seed.isEmpty() || seed.equals("random")) {
            byte[] key = randomKey();
            K0 = word(key, 0);
            K1 = word(key, 8);
        } else {
            long number = Long.parseLong(seed);
            if (number == 0) {
                K0 = 0;
                K1 = 0;
            } else {
                byte[] key = new byte[16];
                int x = (int) number;
                for (int i = 0; i < key.length; i++) {
                    x = x * 214013 + 2531011;
                    key[i] = (byte) (x >>> 16);
                }
                K0 = word(key, 0);
                K1 = word(key, 8);
            }
        }
    }

    private SipHash() {}

    /** 16 bytes of the system's entropy; where that can't be read, of clocks and addresses. */
    private static byte[] randomKey() {
        byte[] key = new byte[16];
        try (FileInputStream in = new FileInputStream("/dev/urandom")) {
            if (in.read(key) == key.length) {
                return key;
            }
        } catch (IOException e) {
            key[0] = 1;
        }
        long state = System.nanoTime() ^ (long) System.identityHashCode(key) << 32 ^ System.currentTimeMillis();
        for (int i = 0; i < key.length; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            key[i] = (byte) (state >>> 56);
        }
        return key;
    }

    private static long word(byte[] bytes, int at) {
        return (bytes[at] & 0xffL)
                | (bytes[at + 1] & 0xffL) << 8
                | (bytes[at + 2] & 0xffL) << 16
                | (bytes[at + 3] & 0xffL) << 24
                | (bytes[at + 4] & 0xffL) << 32
                | (bytes[at + 5] & 0xffL) << 40
                | (bytes[at + 6] & 0xffL) << 48
                | (bytes[at + 7] & 0xffL) << 56;
    }

    /** The hash of the first {@code length} bytes; 0 for none, never -1. */
    public static long hash(byte[] bytes, int length) {
        if (length == 0) {
            return 0;
        }
        long h = hash(K0, K1, bytes, length);
        return h == -1 ? -2 : h;
    }

    /** The SipHash-1-3 of the first {@code length} bytes under a key. */
    public static long hash(long k0, long k1, byte[] bytes, int length) {
        long v0 = k0 ^ 0x736f6d6570736575L;
        long v1 = k1 ^ 0x646f72616e646f6dL;
        long v2 = k0 ^ 0x6c7967656e657261L;
        long v3 = k1 ^ 0x7465646279746573L;
        int whole = length & ~7;
        long m;
        for (int i = 0; i <= whole; i += 8) {
            if (i < whole) {
                m = word(bytes, i);
            } else {
                m = (long) length << 56;
                for (int j = length - 1; j >= whole; j--) {
                    m |= (bytes[j] & 0xffL) << (8 * (j - whole));
                }
            }
            v3 ^= m;
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
            v0 ^= m;
        }
        v2 ^= 0xff;
        for (int i = 0; i < 3; i++) {
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }
}
