package org.krait.runtime.builtins;

import java.util.Arrays;

/** A keyed hash (RFC 2104) being computed. */
final class Hmac {
    final HashAlgorithm algorithm;
    private final Digest inner;
    private final Digest outer;

    Hmac(HashAlgorithm algorithm, byte[] key) {
        this.algorithm = algorithm;
        byte[] block = Arrays.copyOf(key.length > algorithm.blockBytes ? algorithm.hash(key) : key,
                algorithm.blockBytes);
        inner = started(block, 0x36);
        outer = started(block, 0x5c);
    }

    private Hmac(Hmac other) {
        algorithm = other.algorithm;
        inner = other.inner.copy();
        // Only its copies are written to.
        outer = other.outer;
    }

    private Digest started(byte[] block, int pad) {
        byte[] padded = new byte[block.length];
        for (int i = 0; i < block.length; i++) {
            padded[i] = (byte) (block[i] ^ pad);
        }
        Digest digest = algorithm.start();
        digest.update(padded, 0, padded.length);
        return digest;
    }

    Hmac copy() {
        return new Hmac(this);
    }

    void update(byte[] bytes, int offset, int length) {
        inner.update(bytes, offset, length);
    }

    byte[] digest() {
        byte[] message = inner.digest(algorithm.digestBytes);
        Digest last = outer.copy();
        last.update(message, 0, message.length);
        return last.digest(algorithm.digestBytes);
    }
}
