package org.krait.runtime.builtins;

import org.krait.objects.PyBytes;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of hash objects with a fixed size. */
@BuiltinType(base = ObjectMethods.class)
final class HashMethods {
    private HashMethods() {}

    @Builtin(value = "update(self, obj, /)",
            doc = "Update this hash object's state with the provided bytes-like object.")
    static void update(ThreadState ts, PyHash self, PyObject data) {
        self.update(ts, data);
    }

    @Builtin(value = "digest(self, /)", doc = "Return the digest value as a bytes object.")
    static PyObject digest(PyHash self) {
        return new PyBytes(self.digest.digest(self.digestSize));
    }

    @Builtin(value = "hexdigest(self, /)", doc = "Return the digest value as a string of hexadecimal digits.")
    static String hexDigest(PyHash self) {
        return PyHash.hex(self.digest.digest(self.digestSize));
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
}
