package org.krait.runtime.builtins;

import org.krait.objects.PyBytes;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The classes of {@code _sha3}, which differ in size alone. */
@BuiltinType(base = HashMethods.class, doc = "A hash of the SHA-3 family.")
final class Sha3Methods {
    static final PyType[] TYPES = {
        PyType.builtin("_sha3.sha3_224", PyType.OBJECT, 0, new Sha3MethodsTable()),
        PyType.builtin("_sha3.sha3_256", PyType.OBJECT, 0, new Sha3MethodsTable()),
        PyType.builtin("_sha3.sha3_384", PyType.OBJECT, 0, new Sha3MethodsTable()),
        PyType.builtin("_sha3.sha3_512", PyType.OBJECT, 0, new Sha3MethodsTable())
    };

    private Sha3Methods() {}

    @Builtin("__new__(type, data=b'', /, *, usedforsecurity=True)")
    static PyObject make(ThreadState ts, PyType type, PyObject data, PyObject security) {
        String name = type.pyName().toString();
        int size = Integer.parseInt(name.substring(5)) / 8;
        int rate = 200 - 2 * size;
        return new PyHash(type, new Keccak(rate, 6), name, size, rate).update(ts, data);
    }

    @Builtin(value = "update(self, data, /)",
            doc = "Update this hash object's state with the provided bytes-like object.")
    static void update(ThreadState ts, PyHash self, PyObject data) {
        self.update(ts, data);
    }

    @Builtin(value = "digest(self, /)", doc = "Return the digest value as a bytes object.")
    static PyObject digest(PyHash self) {
        return HashMethods.digest(self);
    }

    @Builtin(value = "hexdigest(self, /)", doc = "Return the digest value as a string of hexadecimal digits.")
    static String hexDigest(PyHash self) {
        return HashMethods.hexDigest(self);
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
        return new PyBytes(new byte[] {6});
    }
}
