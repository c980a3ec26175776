package org.krait.runtime.builtins;

import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@link PyHmac}. */
@BuiltinType(base = ObjectMethods.class, doc = """
        The object used to calculate HMAC of a message.

        Methods:

        update() -- updates the current digest with an additional string
        digest() -- return the current digest value
        hexdigest() -- return the current digest as a string of hexadecimal digits
        copy() -- return a copy of the current hash object

        Attributes:

        name -- the name, including the hash algorithm used by this object
        digest_size -- number of bytes in digest() output
        """)
final class HmacMethods {
    private HmacMethods() {}

    @Builtin(value = "update(self, /, msg)", doc = "Update the HMAC object with msg.")
    static void update(ThreadState ts, PyHmac self, PyObject message) {
        PyBuffer buffer = PyHash.bytes(ts, message);
        try {
            self.state.update(buffer.array, buffer.offset, buffer.length);
        } finally {
            buffer.release();
        }
    }

    @Builtin(value = "digest(self, /)", doc = "Return the digest of the bytes passed to the update() method so far.")
    static PyObject digest(PyHmac self) {
        return new PyBytes(self.state.digest());
    }

    @Builtin(value = "hexdigest(self, /)", doc = """
            Return hexadecimal digest of the bytes passed to the update() method so far.

            This may be used to exchange the value safely in email or other non-binary
            environments.""")
    static String hexDigest(PyHmac self) {
        return PyHash.hex(self.state.digest());
    }

    @Builtin(value = "copy(self, /)", doc = "Return a copy (\"clone\") of the HMAC object.")
    static PyObject copy(PyHmac self) {
        return new PyHmac(self.state.copy());
    }

    @Attribute("digest_size")
    static int digestSize(PyHmac self) {
        return self.state.algorithm.digestBytes;
    }

    @Attribute("block_size")
    static int blockSize(PyHmac self) {
        return self.state.algorithm.blockBytes;
    }

    @Attribute("name")
    static String name(PyHmac self) {
        return "hmac-" + self.state.algorithm.pythonName;
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyHmac self) {
        return "<" + self.state.algorithm.pythonName + " HMAC object @ 0x"
                + Long.toHexString(Identity.of(ts.interp, self)) + ">";
    }
}
