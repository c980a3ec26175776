package org.krait.runtime.builtins;

import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _md5}. */
@BuiltinModule(value = "_md5", doc = "The hash MD5.")
final class Md5Module {
    private Md5Module() {}

    static void initialize(ThreadState ts, PyModule module) {
        module.materializeDict().put("MD5Type", PyHash.MD5);
    }

    @Builtin(
            value = "md5(string=b'', *, usedforsecurity=True)",
            doc = "Return a new MD5 hash object; optionally initialized with a string.")
    static PyObject md5(ThreadState ts, PyObject string, PyObject security) {
        return new PyHash(PyHash.MD5, new JavaDigest("MD5"), "md5", 16, 64).update(ts, string);
    }
}
