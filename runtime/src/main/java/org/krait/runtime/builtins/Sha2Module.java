package org.krait.runtime.builtins;

import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _sha2}. */
@BuiltinModule(value = "_sha2", doc = "The hashes SHA-224, SHA-256, SHA-384 and SHA-512.")
final class Sha2Module {
    private Sha2Module() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict namespace = module.materializeDict();
        namespace.put("SHA224Type", PyHash.SHA224);
        namespace.put("SHA256Type", PyHash.SHA256);
        namespace.put("SHA384Type", PyHash.SHA384);
        namespace.put("SHA512Type", PyHash.SHA512);
    }

    @Builtin(
            value = "sha224(string=b'', *, usedforsecurity=True)",
            doc = "Return a new SHA-224 hash object; optionally initialized with a string.")
    static PyObject sha224(ThreadState ts, PyObject string, PyObject security) {
        return new PyHash(PyHash.SHA224, new JavaDigest("SHA-224"), "sha224", 28, 64).update(ts, string);
    }

    @Builtin(
            value = "sha256(string=b'', *, usedforsecurity=True)",
            doc = "Return a new SHA-256 hash object; optionally initialized with a string.")
    static PyObject sha256(ThreadState ts, PyObject string, PyObject security) {
        return new PyHash(PyHash.SHA256, new JavaDigest("SHA-256"), "sha256", 32, 64).update(ts, string);
    }

    @Builtin(
            value = "sha384(string=b'', *, usedforsecurity=True)",
            doc = "Return a new SHA-384 hash object; optionally initialized with a string.")
    static PyObject sha384(ThreadState ts, PyObject string, PyObject security) {
        return new PyHash(PyHash.SHA384, new JavaDigest("SHA-384"), "sha384", 48, 128).update(ts, string);
    }

    @Builtin(
            value = "sha512(string=b'', *, usedforsecurity=True)",
            doc = "Return a new SHA-512 hash object; optionally initialized with a string.")
    static PyObject sha512(ThreadState ts, PyObject string, PyObject security) {
        return new PyHash(PyHash.SHA512, new JavaDigest("SHA-512"), "sha512", 64, 128).update(ts, string);
    }
}
