package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code _hashlib.HASH}. */
@BuiltinType(base = ObjectMethods.class, doc = """
        A hash is an object used to calculate a checksum of a string of information.

        Methods:

        update() -- updates the current digest with an additional string
        digest() -- return the current digest value
        hexdigest() -- return the current digest as a string of hexadecimal digits
        copy() -- return a copy of the current hash object

        Attributes:

        name -- the hash algorithm being used by this object
        digest_size -- number of bytes in this hashes output""")
final class OpensslHashMethods {
    static final PyType TYPE = PyType.builtin("_hashlib.HASH", PyType.OBJECT,
            PyType.BASE | PyType.NO_NEW, new OpensslHashMethodsTable());

    private OpensslHashMethods() {}

    @Builtin(value = "update(self, obj, /)", doc = "Update this hash object's state with the provided string.")
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

    @Attribute(value = "name", doc = "algorithm name.")
    static String name(PyHash self) {
        return self.name;
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyHash self) {
        return "<" + self.name + " " + self.type.name() + " object @ 0x"
                + Long.toHexString(Identity.of(ts.interp, self)) + ">";
    }
}
