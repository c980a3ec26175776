package org.krait.runtime.builtins;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.krait.objects.Errors;

/** MD5, SHA-1 and SHA-2 by the JDK, whose providers are loaded when the first byte comes. */
final class JavaDigest extends Digest {
    private final String algorithm;
    /** Null while nothing was hashed. */
    private MessageDigest state;

    JavaDigest(String algorithm) {
        this.algorithm = algorithm;
    }

    private static MessageDigest make(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw Errors.valueError("unsupported hash type " + algorithm);
        }
    }

    @Override
    void update(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return;
        }
        if (state == null) {
            state = make(algorithm);
        }
        state.update(bytes, offset, length);
    }

    @Override
    byte[] digest(int size) {
        if (state == null) {
            return make(algorithm).digest();
        }
        return cloned().digest();
    }

    private MessageDigest cloned() {
        try {
            return (MessageDigest) state.clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(algorithm, e);
        }
    }

    @Override
    Digest copy() {
        JavaDigest copy = new JavaDigest(algorithm);
        copy.state = state == null ? null : cloned();
        return copy;
    }
}
