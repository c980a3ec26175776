package org.krait.runtime.builtins;

import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _sha1}. */
@BuiltinModule(value = "_sha1", doc = "The hash SHA-1.")
final class Sha1Module {
    private Sha1Module() {}

    static void initialize(ThreadState ts, PyModule module) {
        module.materializeDict().put("SHA1Type", PyHash.SHA1);
    }

    @Builtin(
            value = "sha1(string=b'', *, usedforsecurity=True)",
            doc = "Return a new SHA1 hash object; optionally initialized with a string.")
    static PyObject sha1(ThreadState ts, PyObject string, PyObject security) {
        return new PyHash(PyHash.SHA1, new JavaDigest("SHA-1"), "sha1", 20, 64).update(ts, string);
    }
}
