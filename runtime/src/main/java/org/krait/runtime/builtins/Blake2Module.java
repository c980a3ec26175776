package org.krait.runtime.builtins;

import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _blake2}. */
@BuiltinModule(value = "_blake2", doc = "The hashes BLAKE2b and BLAKE2s.")
final class Blake2Module {
    private Blake2Module() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict namespace = module.materializeDict();
        namespace.put("blake2b", Blake2Methods.WIDE);
        namespace.put("blake2s", Blake2Methods.NARROW);
        constants(Blake2Methods.WIDE, 16, 64);
        constants(Blake2Methods.NARROW, 8, 32);
    }

    private static void constants(PyType type, int salt, int size) {
        PyDict namespace = type.namespace();
        namespace.put("SALT_SIZE", PyInt.of(salt));
        namespace.put("PERSON_SIZE", PyInt.of(salt));
        namespace.put("MAX_KEY_SIZE", PyInt.of(size));
        namespace.put("MAX_DIGEST_SIZE", PyInt.of(size));
    }
}
