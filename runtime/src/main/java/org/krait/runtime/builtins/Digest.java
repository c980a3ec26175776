package org.krait.runtime.builtins;

/** The state of one hash computation. */
abstract sealed class Digest permits JavaDigest, Keccak, Blake2 {
    /** Takes bytes. */
    abstract void update(byte[] bytes, int offset, int length);

    /** The hash of the bytes so far, {@code size} bytes of it where that can be chosen; more may follow. */
    abstract byte[] digest(int size);

    /** An independent state. */
    abstract Digest copy();
}
