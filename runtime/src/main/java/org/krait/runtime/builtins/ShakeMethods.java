package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBytes;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The classes {@code shake_128} and {@code shake_256} of {@code _sha3}: hashes of any length. */
@BuiltinType(base = ObjectMethods.class, doc = "An extendable-output function of the SHA-3 family.")
final class ShakeMethods {
    static final PyType[] TYPES = {
        PyType.builtin("_sha3.shake_128", PyType.OBJECT, 0, new ShakeMethodsTable()),
        PyType.builtin("_sha3.shake_256", PyType.OBJECT, 0, new ShakeMethodsTable())
    };

    private ShakeMethods() {}

    @Builtin("__new__(type, data=b'', /, *, usedforsecurity=True)")
    static PyObject make(ThreadState ts, PyType type, PyObject data, PyObject security) {
        String name = type.pyName().toString();
        int rate = 200 - Integer.parseInt(name.substring(6)) / 4;
        return new PyHash(type, new Keccak(rate, 0x1f), name, 0, rate).update(ts, data);
    }

    @Builtin(value = "update(self, data, /)",
            doc = "Update this hash object's state with the provided bytes-like object.")
    static void update(ThreadState ts, PyHash self, PyObject data) {
        self.update(ts, data);
    }

    private static byte[] bytes(PyHash self, long length) {
        if (length < 0) {
            throw Errors.valueError("value must be positive");
        }
        if (length >= 1 << 29) {
            throw Errors.valueError("length is too large");
        }
        return self.digest.digest((int) length);
    }

    @Builtin(value = "digest(self, length, /)", doc = "Return the digest value as a bytes object.")
    static PyObject digest(PyHash self, long length) {
        return new PyBytes(bytes(self, length));
    }

    @Builtin(value = "hexdigest(self, length, /)", doc = "Return the digest value as a string of hexadecimal digits.")
    static String hexDigest(PyHash self, long length) {
        return PyHash.hex(bytes(self, length));
    }

    @Builtin(value = "copy(self, /)", doc = "Return a copy of the hash object.")
    static PyObject copy(PyHash self) {
        return self.copy();
    }

    @Attribute("digest_size")
    static int digestSize(PyHash self) {
        return self.digestSize;
    }

    @Attribute("block_size")
    static int blockSize(PyHash self) {
        return self.blockSize;
    }

    @Attribute("name")
    static String name(PyHash self) {
        return self.name;
    }

    @Attribute("_capacity_bits")
    static int capacityBits(PyHash self) {
        return 1600 - 8 * self.blockSize;
    }

    @Attribute("_rate_bits")
    static int rateBits(PyHash self) {
        return 8 * self.blockSize;
    }

    @Attribute("_suffix")
    static PyObject suffix(PyHash self) {
        return new PyBytes(new byte[] {0x1f});
    }
}
