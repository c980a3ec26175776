package org.krait.runtime.builtins;

import java.util.HexFormat;
import org.krait.objects.Errors;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;

/** A hash object of {@code _md5}, {@code _sha1}, {@code _sha2}, {@code _sha3} or {@code _blake2}. */
final class PyHash extends PyObject {
    static final PyType MD5 = plain("_md5.md5");
    static final PyType SHA1 = plain("_sha1.sha1");
    static final PyType SHA224 = plain("_sha2.SHA224Type");
    static final PyType SHA256 = plain("_sha2.SHA256Type");
    static final PyType SHA384 = plain("_sha2.SHA384Type");
    static final PyType SHA512 = plain("_sha2.SHA512Type");

    final Digest digest;
    final String name;
    final int digestSize;
    final int blockSize;

    PyHash(PyType type, Digest digest, String name, int digestSize, int blockSize) {
        super(type);
        this.digest = digest;
        this.name = name;
        this.digestSize = digestSize;
        this.blockSize = blockSize;
    }

    private static PyType plain(String name) {
        return PyType.builtin(name, PyType.OBJECT, PyType.NO_NEW, new HashMethodsTable());
    }

    PyHash copy() {
        return new PyHash(type, digest.copy(), name, digestSize, blockSize);
    }

    /** Takes the bytes of a bytes-like object; null is nothing. */
    PyHash update(ThreadState ts, PyObject data) {
        if (data == null) {
            return this;
        }
        PyBuffer buffer = bytes(ts, data);
        try {
            digest.update(buffer.array, buffer.offset, buffer.length);
        } finally {
            buffer.release();
        }
        return this;
    }

    /** The bytes to be hashed, to be released. */
    static PyBuffer bytes(ThreadState ts, PyObject data) {
        if (data instanceof PyStr) {
            throw Errors.typeError("Strings must be encoded before hashing");
        }
        PyBuffer buffer = data.type.slots().buffer(ts, data, 0);
        if (buffer == null) {
            throw Errors.typeError("object supporting the buffer API required");
        }
        return buffer;
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
