package org.krait.runtime.builtins;

import java.util.Arrays;

/** Keys from passwords: PBKDF2 (RFC 8018) and scrypt (RFC 7914). */
final class KeyDerivation {
    private KeyDerivation() {}

    static byte[] pbkdf2(HashAlgorithm algorithm, byte[] password, byte[] salt, long iterations, int length) {
        Hmac keyed = new Hmac(algorithm, password);
        byte[] out = new byte[length];
        int size = algorithm.digestBytes;
        for (int block = 1, at = 0; at < length; block++, at += size) {
            Hmac first = keyed.copy();
            first.update(salt, 0, salt.length);
            first.update(new byte[] {(byte) (block >> 24), (byte) (block >> 16), (byte) (block >> 8), (byte) block},
                    0, 4);
            byte[] u = first.digest();
            byte[] sum = u.clone();
            for (long i = 1; i < iterations; i++) {
                Hmac next = keyed.copy();
                next.update(u, 0, u.length);
                u = next.digest();
                for (int k = 0; k < size; k++) {
                    sum[k] ^= u[k];
                }
            }
            System.arraycopy(sum, 0, out, at, Math.min(size, length - at));
        }
        return out;
    }

    static byte[] scrypt(byte[] password, byte[] salt, int n, int r, int p, int length) {
        byte[] bytes = pbkdf2(HashAlgorithm.SHA256, password, salt, 1, p * 128 * r);
        int words = 32 * r;
        int[] table = new int[n * words];
        for (int i = 0; i < p; i++) {
            mix(bytes, i * 128 * r, n, words, table);
        }
        return pbkdf2(HashAlgorithm.SHA256, password, bytes, 1, length);
    }

    /** scryptROMix of the block at an offset. */
    private static void mix(byte[] bytes, int offset, int n, int words, int[] table) {
        int[] x = new int[words];
        int[] y = new int[words];
        for (int i = 0; i < words; i++) {
            int at = offset + 4 * i;
            x[i] = bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | bytes[at + 3] << 24;
        }
        for (int i = 0; i < n; i++) {
            System.arraycopy(x, 0, table, i * words, words);
            mixBlock(x, y);
        }
        for (int i = 0; i < n; i++) {
            int j = x[words - 16] & n - 1;
            for (int k = 0; k < words; k++) {
                x[k] ^= table[j * words + k];
            }
            mixBlock(x, y);
        }
        for (int i = 0; i < words; i++) {
            for (int b = 0; b < 4; b++) {
                bytes[offset + 4 * i + b] = (byte) (x[i] >> 8 * b);
            }
        }
    }

    /** scryptBlockMix, with {@code y} as room. */
    private static void mixBlock(int[] x, int[] y) {
        int blocks = x.length / 16;
        int[] last = Arrays.copyOfRange(x, x.length - 16, x.length);
        for (int i = 0; i < blocks; i++) {
            for (int k = 0; k < 16; k++) {
                last[k] ^= x[16 * i + k];
            }
            salsa(last);
            System.arraycopy(last, 0, y, 16 * (i / 2 + (i % 2 == 0 ? 0 : blocks / 2)), 16);
        }
        System.arraycopy(y, 0, x, 0, x.length);
    }

    /** Salsa20/8. */
    private static void salsa(int[] block) {
        int[] x = block.clone();
        for (int round = 0; round < 8; round += 2) {
            for (int i = 0; i < 4; i++) {
                quarter(x, 5 * i, (5 * i + 4) % 16, (5 * i + 8) % 16, (5 * i + 12) % 16);
            }
            for (int i = 0; i < 4; i++) {
                int row = 4 * i;
                quarter(x, row + i, row + (i + 1) % 4, row + (i + 2) % 4, row + (i + 3) % 4);
            }
        }
        for (int i = 0; i < 16; i++) {
            block[i] += x[i];
        }
    }

    private static void quarter(int[] x, int a, int b, int c, int d) {
        x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
        x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
        x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
        x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
    }
}
