package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code _hashlib.HASHXOF} that are not those of {@code HASH}: the length of digests is chosen. */
@BuiltinType(base = OpensslHashMethods.class, doc = """
        A hash is an object used to calculate a checksum of a string of information.

        Methods:

        update() -- updates the current digest with an additional string
        digest(length) -- return the current digest value
        hexdigest(length) -- return the current digest as a string of hexadecimal digits
        copy() -- return a copy of the current hash object

        Attributes:

        name -- the hash algorithm being used by this object
        digest_size -- number of bytes in this hashes output""")
final class OpensslShakeMethods {
    static final PyType TYPE = PyType.builtin("_hashlib.HASHXOF", OpensslHashMethods.TYPE,
            PyType.BASE | PyType.NO_NEW, new OpensslShakeMethodsTable());

    private OpensslShakeMethods() {}

    @Builtin(value = "digest(self, /, length)", doc = "Return the digest value as a bytes object.")
    static PyObject digest(PyHash self, long length) {
        return ShakeMethods.digest(self, length);
    }

    @Builtin(value = "hexdigest(self, /, length)",
            doc = "Return the digest value as a string of hexadecimal digits.")
    static String hexDigest(PyHash self, long length) {
        return ShakeMethods.hexDigest(self, length);
    }

    @Attribute("digest_size")
    static int digestSize(PyHash self) {
        return 0;
    }
}
