package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The classes of {@code _blake2}. */
@BuiltinType(base = ObjectMethods.class, signature = "__new__", doc = "Return a new BLAKE2 hash object.")
final class Blake2Methods {
    static final PyType WIDE = PyType.builtin("_blake2.blake2b", PyType.OBJECT, 0, new Blake2MethodsTable());
    static final PyType NARROW = PyType.builtin("_blake2.blake2s", PyType.OBJECT, 0, new Blake2MethodsTable());

    private Blake2Methods() {}

    @Builtin("__new__(type, data=b'', /, *, digest_size=None, key=b'', salt=b'', person=b'', fanout=1, depth=1, "
            + "leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)")
    static PyObject make(
            ThreadState ts, PyType type, PyObject data, PyObject digestSize, PyObject key, PyObject salt,
            PyObject person, long fanout, long depth, PyObject leafSize, PyObject nodeOffset, long nodeDepth,
            long innerSize, boolean lastNode, PyObject security) {
        boolean wide = type == WIDE;
        int most = wide ? 64 : 32;
        int saltSize = most / 4;
        long size = digestSize == null ? most : Arguments.toLong(ts, digestSize);
        String name = type.pyName().toString();
        if (size <= 0 || size > most) {
            throw Errors.valueError("digest_size must be between 1 and " + most + " bytes");
        }
        byte[] keyBytes = bytes(ts, key, "maximum key length is ", most);
        byte[] parameters = new byte[most];
        parameters[0] = (byte) size;
        parameters[1] = (byte) keyBytes.length;
        parameters[2] = (byte) range(fanout, 0, 255, "fanout must be between 0 and 255");
        parameters[3] = (byte) range(depth, 1, 255, "depth must be between 1 and 255");
        put(parameters, 4, 4, number(ts, leafSize, 32, "leaf_size is too large"));
        int offsetSize = wide ? 8 : 6;
        put(parameters, 8, offsetSize, number(ts, nodeOffset, 8 * offsetSize, "node_offset is too large"));
        parameters[8 + offsetSize] = (byte) range(nodeDepth, 0, 255, "node_depth must be between 0 and 255");
        parameters[9 + offsetSize] = (byte) range(innerSize, 0, most, "inner_size must be between 0 and is " + most);
        byte[] saltBytes = bytes(ts, salt, "maximum salt length is ", saltSize);
        byte[] personBytes = bytes(ts, person, "maximum person length is ", saltSize);
        System.arraycopy(saltBytes, 0, parameters, most - 2 * saltSize, saltBytes.length);
        System.arraycopy(personBytes, 0, parameters, most - saltSize, personBytes.length);
        Blake2 digest = new Blake2(wide, parameters, lastNode);
        if (keyBytes.length > 0) {
            digest.update(Arrays.copyOf(keyBytes, 2 * most), 0, 2 * most);
        }
        return new PyHash(type, digest, name, (int) size, 2 * most).update(ts, data);
    }

    private static byte[] bytes(ThreadState ts, PyObject o, String message, int most) {
        if (o == null) {
            return new byte[0];
        }
        byte[] bytes = IntConstructor.bufferOf(ts, o);
        if (bytes == null) {
            throw Errors.typeError("a bytes-like object is required, not '" + o.type.name() + "'");
        }
        if (bytes.length > most) {
            throw Errors.valueError(message + most + " bytes");
        }
        return bytes;
    }

    private static long range(long value, long least, long most, String message) {
        if (value < least || value > most) {
            throw Errors.valueError(message);
        }
        return value;
    }

    private static long number(ThreadState ts, PyObject o, int bits, String message) {
        if (o == null) {
            return 0;
        }
        PyInt value = Arguments.toIndex(ts, o);
        if (value.signum() < 0) {
            throw Errors.valueError("value must be positive");
        }
        if (value.toBigInteger().bitLength() > bits) {
            throw Errors.overflowError(message);
        }
        return value.toBigInteger().longValue();
    }

    private static void put(byte[] target, int at, int width, long value) {
        for (int i = 0; i < width; i++) {
            target[at + i] = (byte) (value >>> 8 * i);
        }
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
}
