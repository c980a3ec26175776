package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyMappingProxy;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Texts;

/** The module {@code _hashlib}: the hashes of OpenSSL by name, by way of the JDK's and Krait's own. */
@BuiltinModule(value = "_hashlib", doc = "OpenSSL interface for hashlib module")
final class HashlibModule {
    static final PyType UNSUPPORTED = PyType.builtin("_hashlib.UnsupportedDigestmodError", ExceptionTypes.VALUE_ERROR,
            PyType.BASE | PyType.HAS_DICT | PyType.MUTABLE);

    private HashlibModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict d = module.materializeDict();
        d.put("HASH", OpensslHashMethods.TYPE);
        d.put("HASHXOF", OpensslShakeMethods.TYPE);
        d.put("HMAC", PyHmac.TYPE);
        d.put("UnsupportedDigestmodError", UNSUPPORTED);
        PySet names = new PySet(PySet.FROZEN_TYPE);
        PyDict constructors = new PyDict();
        for (HashAlgorithm a : HashAlgorithm.values()) {
            names.add(ts, PyStr.interned(a.pythonName));
            PyObject constructor = d.get("openssl_" + a.pythonName);
            if (constructor != null) {
                constructors.put(ts, constructor, PyStr.interned(a.pythonName));
            }
        }
        d.put("openssl_md_meth_names", names);
        d.put("_constructors", new PyMappingProxy(constructors));
    }

    private static PyException unsupported() {
        return Errors.of(UNSUPPORTED, "[digital envelope routines] unsupported");
    }

    private static PyHash start(HashAlgorithm a) {
        boolean extendable = a.isExtendable();
        return new PyHash(extendable ? OpensslShakeMethods.TYPE : OpensslHashMethods.TYPE, a.start(), a.pythonName,
                extendable ? 0 : a.digestBytes, a.blockBytes);
    }

    /** The algorithm that a digestmod names: a str or one of the constructors of this module. */
    private static HashAlgorithm algorithm(ThreadState ts, PyObject mod) {
        HashAlgorithm a = null;
        if (mod instanceof PyStr name) {
            a = HashAlgorithm.named(name.toString());
        } else {
            PyModule module = (PyModule) ts.interp.modules.get("_hashlib");
            for (HashAlgorithm candidate : HashAlgorithm.values()) {
                if (module != null && module.dict.get("openssl_" + candidate.pythonName) == mod) {
                    a = candidate;
                }
            }
            if (a == null) {
                throw Errors.of(UNSUPPORTED, "Unsupported digestmod " + Texts.repr(ts, mod));
            }
        }
        if (a == null) {
            throw unsupported();
        }
        return a;
    }

    @Builtin(value = "new(name, string=b'', *, usedforsecurity=True)", doc = """
            Return a new hash object using the named algorithm.

            An optional string argument may be provided and will be
            automatically hashed.

            The MD5 and SHA1 algorithms are always supported.""")
    static PyObject make(ThreadState ts, PyObject name, PyObject string, PyObject security) {
        if (!(name instanceof PyStr)) {
            throw Errors.typeError("name must be a string");
        }
        return start(algorithm(ts, name)).update(ts, string);
    }

    @Builtin(value = "openssl_md5(string=b'', *, usedforsecurity=True)",
            doc = "Returns a md5 hash object; optionally initialized with a string")
    static PyObject opensslMd5(ThreadState ts, PyObject string, PyObject security) {
        return start(HashAlgorithm.MD5).update(ts, string);
    }

    @Builtin(value = "openssl_sha1(string=b'', *, usedforsecurity=True)",
            doc = "Returns a sha1 hash object; optionally initialized with a string")
    static PyObject opensslSha1(ThreadState ts, PyObject string, PyObject security) {
        return start(HashAlgorithm.SHA1).update(ts, string);
    }

    @Builtin(value = "openssl_sha224(string=b'', *, usedforsecurity=True)",
            doc = "Returns a sha224 hash object; optionally initialized with a string")
    static PyObject opensslSha224(ThreadState ts, PyObject string, PyObject security) {
        return start(HashAlgorithm.SHA224).update(ts, string);
    }

    @Builtin(value = "openssl_sha256(string=b'', *, usedforsecurity=True)",
            doc = "Returns a sha256 hash object; optionally initialized with a string")
    static PyObject opensslSha256(ThreadState ts, PyObject string, PyObject security) {
        return start(HashAlgorithm.SHA256).update(ts, string);
    }

    @Builtin(value = "openssl_sha384(string=b'', *, usedforsecurity=True)",
            doc = "Returns a sha384 hash object; optionally initialized with a string")
    static PyObject opensslSha384(ThreadState ts, PyObject string, PyObject security) {
        return start(HashAlgorithm.SHA384).update(ts, string);
    }

    @Builtin(value = "openssl_sha512(string=b'', *, usedforsecurity=True)",
            doc = "Returns a sha512 hash object; optionally initialized with a string")
    static PyObject opensslSha512(ThreadState ts, PyObject string, PyObject security) {
        return start(HashAlgorithm.SHA512).update(ts, string);
    }

    @Builtin(value = "openssl_sha3_224(string=b'', *, usedforsecurity=True)",
            doc = "Returns a sha3-224 hash object; optionally initialized with a string")
    static PyObject opensslSha3224(ThreadState ts, PyObject string, PyObject security) {
        return start(HashAlgorithm.SHA3_224).update(ts, string);
    }

    @Builtin(value = "openssl_sha3_256(string=b'', *, usedforsecurity=True)",
            doc = "Returns a sha3-256 hash object; optionally initialized with a string")
    static PyObject opensslSha3256(ThreadState ts, PyObject string, PyObject security) {
        return start(HashAlgorithm.SHA3_256).update(ts, string);
    }

    @Builtin(value = "openssl_sha3_384(string=b'', *, usedforsecurity=True)",
            doc = "Returns a sha3-384 hash object; optionally initialized with a string")
    static PyObject opensslSha3384(ThreadState ts, PyObject string, PyObject security) {
        return start(HashAlgorithm.SHA3_384).update(ts, string);
    }

    @Builtin(value = "openssl_sha3_512(string=b'', *, usedforsecurity=True)",
            doc = "Returns a sha3-512 hash object; optionally initialized with a string")
    static PyObject opensslSha3512(ThreadState ts, PyObject string, PyObject security) {
        return start(HashAlgorithm.SHA3_512).update(ts, string);
    }

    @Builtin(value = "openssl_shake_128(string=b'', *, usedforsecurity=True)",
            doc = "Returns a shake-128 variable hash object; optionally initialized with a string")
    static PyObject opensslShake128(ThreadState ts, PyObject string, PyObject security) {
        return start(HashAlgorithm.SHAKE_128).update(ts, string);
    }

    @Builtin(value = "openssl_shake_256(string=b'', *, usedforsecurity=True)",
            doc = "Returns a shake-256 variable hash object; optionally initialized with a string")
    static PyObject opensslShake256(ThreadState ts, PyObject string, PyObject security) {
        return start(HashAlgorithm.SHAKE_256).update(ts, string);
    }

    /** A keyed hash can't be made of a hash whose length is chosen. */
    private static Hmac hmac(HashAlgorithm a, byte[] key) {
        if (a.isExtendable()) {
            throw Errors.valueError("no reason supplied");
        }
        return new Hmac(a, key);
    }

    @Builtin(value = "hmac_new(key, msg=b'', digestmod=None)", doc = "Return a new hmac object.")
    static PyObject hmacNew(ThreadState ts, PyObject key, PyObject message, PyObject mod) {
        if (mod == null || mod == PySingleton.NONE) {
            throw Errors.typeError("Missing required parameter 'digestmod'.");
        }
        byte[] bytes = Bytes.array(ts, key);
        PyHmac made = new PyHmac(hmac(algorithm(ts, mod), bytes));
        if (message != null && message != PySingleton.NONE) {
            HmacMethods.update(ts, made, message);
        }
        return made;
    }

    @Builtin(value = "hmac_digest(key, msg, digest)", doc = "Single-shot HMAC.")
    static PyObject hmacDigest(ThreadState ts, PyObject key, PyObject message, PyObject mod) {
        byte[] bytes = Bytes.array(ts, key);
        PyBuffer buffer = Bytes.buffer(ts, message);
        try {
            Hmac state = hmac(algorithm(ts, mod), bytes);
            state.update(buffer.array, buffer.offset, buffer.length);
            return new PyBytes(state.digest());
        } finally {
            buffer.release();
        }
    }

    @Builtin(value = "compare_digest(a, b, /)", doc = """
            Return 'a == b'.

            This function uses an approach designed to prevent
            timing analysis, making it appropriate for cryptography.

            a and b must both be of the same type: either str (ASCII only),
            or any bytes-like object.

            Note: If a and b are of different lengths, or if an error occurs,
            a timing attack could theoretically reveal information about the
            types and lengths of a and b--but not their values.""")
    static boolean compareDigest(ThreadState ts, PyObject a, PyObject b) {
        return OperatorModule.compareDigest(ts, a, b);
    }

    @Builtin(value = "get_fips_mode()", doc = "Determine the OpenSSL FIPS mode of operation: always off.")
    static int getFipsMode() {
        return 0;
    }

    @Builtin(value = "pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)",
            doc = "Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function.")
    static PyObject pbkdf2(ThreadState ts, PyStr name, PyObject password, PyObject salt, long iterations,
            PyObject length) {
        byte[] secret = Bytes.array(ts, password);
        byte[] salted = Bytes.array(ts, salt);
        HashAlgorithm a = algorithm(ts, name);
        if (iterations < 1) {
            throw Errors.valueError("iteration value must be greater than 0.");
        }
        if (iterations > Integer.MAX_VALUE) {
            throw Errors.overflowError("iteration value is too great.");
        }
        long bytes = length == null || length == PySingleton.NONE ? a.digestBytes : Arguments.toLong(ts, length);
        if (bytes < 1) {
            throw Errors.valueError("key length must be greater than 0.");
        }
        if (bytes > Integer.MAX_VALUE) {
            throw Errors.overflowError("key length is too great.");
        }
        return new PyBytes(KeyDerivation.pbkdf2(a, secret, salted, iterations, (int) bytes));
    }

    @Builtin(value = "scrypt(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64)",
            doc = "scrypt password-based key derivation function.")
    static PyObject scrypt(ThreadState ts, PyObject password, PyObject salt, PyObject n, PyObject r, PyObject p,
            long maxMemory, long length) {
        byte[] secret = Bytes.array(ts, password);
        if (salt == null || salt == PySingleton.NONE) {
            throw Errors.typeError("salt is required");
        }
        byte[] salted = Bytes.array(ts, salt);
        long cost = unsigned(n, "n");
        if (cost < 2 || (cost & cost - 1) != 0) {
            throw Errors.valueError("n must be a power of 2.");
        }
        long blocks = unsigned(r, "r");
        long lanes = unsigned(p, "p");
        if (maxMemory < 0 || maxMemory > Integer.MAX_VALUE) {
            throw Errors.valueError("maxmem must be positive and smaller than " + Integer.MAX_VALUE);
        }
        if (length < 1 || length > Integer.MAX_VALUE) {
            throw Errors.valueError("dklen must be greater than 0 and smaller than " + Integer.MAX_VALUE);
        }
        if (blocks == 0 || lanes == 0 || lanes > ((1L << 30) - 1) / blocks) {
            throw Errors.valueError("Invalid parameter combination for n, r, p, maxmem.");
        }
        // As OpenSSL counts: the table, the lanes and two blocks.
        long memory = 32 * blocks * (cost + 2) * 4 + lanes * 128 * blocks;
        if (memory > (maxMemory == 0 ? 32L << 20 : maxMemory)) {
            throw Errors.valueError("[digital envelope routines] memory limit exceeded");
        }
        return new PyBytes(KeyDerivation.scrypt(secret, salted, (int) cost, (int) blocks, (int) lanes, (int) length));
    }

    private static long unsigned(PyObject o, String name) {
        if (!(o instanceof PyInt i)) {
            throw Errors.typeError(name + " is required and must be an unsigned int");
        }
        if (i.signum() < 0) {
            throw Errors.overflowError("can't convert negative value to unsigned int");
        }
        if (!i.fitsLong()) {
            throw Errors.overflowError("Python int too large to convert to C unsigned long");
        }
        return i.value;
    }
}
