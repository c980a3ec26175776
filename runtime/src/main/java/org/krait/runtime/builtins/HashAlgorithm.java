package org.krait.runtime.builtins;

/** The hashes that {@code _hashlib} knows, by the names that OpenSSL gives them in lower case. */
enum HashAlgorithm {
    MD5("md5", "MD5", 16, 64),
    SHA1("sha1", "SHA-1", 20, 64),
    SHA224("sha224", "SHA-224", 28, 64),
    SHA256("sha256", "SHA-256", 32, 64),
    SHA384("sha384", "SHA-384", 48, 128),
    SHA512("sha512", "SHA-512", 64, 128),
    SHA512_224("sha512_224", "SHA-512/224", 28, 128),
    SHA512_256("sha512_256", "SHA-512/256", 32, 128),
    SHA3_224("sha3_224", null, 28, 144),
    SHA3_256("sha3_256", null, 32, 136),
    SHA3_384("sha3_384", null, 48, 104),
    SHA3_512("sha3_512", null, 64, 72),
    SHAKE_128("shake_128", null, 16, 168),
    SHAKE_256("shake_256", null, 32, 136),
    BLAKE2B("blake2b", null, 64, 128),
    BLAKE2S("blake2s", null, 32, 64);

    final String pythonName;
    /** What the JDK calls it; null when it is Krait's own. */
    private final String javaName;
    final int digestBytes;
    final int blockBytes;

    HashAlgorithm(String pythonName, String javaName, int digestBytes, int blockBytes) {
        this.pythonName = pythonName;
        this.javaName = javaName;
        this.digestBytes = digestBytes;
        this.blockBytes = blockBytes;
    }

    /** The algorithm of a name in any case, with OpenSSL's other spellings; null for none. */
    static HashAlgorithm named(String name) {
        String plain = name.toLowerCase(java.util.Locale.ROOT).replace('-', '_').replace('/', '_');
        for (HashAlgorithm a : values()) {
            if (a.pythonName.equals(plain)) {
                return a;
            }
        }
        return switch (plain) {
            case "sha_1" -> SHA1;
            case "sha2_224", "sha_224" -> SHA224;
            case "sha2_256", "sha_256" -> SHA256;
            case "sha2_384", "sha_384" -> SHA384;
            case "sha2_512", "sha_512" -> SHA512;
            case "sha_512_224", "sha2_512_224" -> SHA512_224;
            case "sha_512_256", "sha2_512_256" -> SHA512_256;
            case "shake128" -> SHAKE_128;
            case "shake256" -> SHAKE_256;
            case "blake2b512", "blake2b_512" -> BLAKE2B;
            case "blake2s256", "blake2s_256" -> BLAKE2S;
            default -> null;
        };
    }

    /** True when the digest's length is chosen. */
    boolean isExtendable() {
        return this == SHAKE_128 || this == SHAKE_256;
    }

    /** A new computation. */
    Digest start() {
        if (javaName != null) {
            return new JavaDigest(javaName);
        }
        if (this == BLAKE2B || this == BLAKE2S) {
            byte[] parameters = new byte[this == BLAKE2B ? 64 : 32];
            parameters[0] = (byte) digestBytes;
            parameters[2] = 1;
            parameters[3] = 1;
            return new Blake2(this == BLAKE2B, parameters, false);
        }
        return new Keccak(blockBytes, isExtendable() ? 0x1f : 6);
    }

    /** The digest of some bytes. */
    byte[] hash(byte[] bytes) {
        Digest digest = start();
        digest.update(bytes, 0, bytes.length);
        return digest.digest(digestBytes);
    }
}
