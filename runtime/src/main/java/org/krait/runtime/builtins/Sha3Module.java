package org.krait.runtime.builtins;

import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _sha3}. */
@BuiltinModule(value = "_sha3", doc = "The hashes SHA-3 and SHAKE.")
final class Sha3Module {
    private Sha3Module() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict namespace = module.materializeDict();
        namespace.put("implementation", PyStr.of("generic 64-bit"));
        for (PyType type : Sha3Methods.TYPES) {
            namespace.put(type.pyName(), type);
        }
        for (PyType type : ShakeMethods.TYPES) {
            namespace.put(type.pyName(), type);
        }
    }
}
