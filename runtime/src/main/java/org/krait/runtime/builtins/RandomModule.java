package org.krait.runtime.builtins;

import org.krait.objects.PyModule;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _random}. */
@BuiltinModule(value = "_random", doc = "Module implements the Mersenne Twister random number generator.")
final class RandomModule {
    private RandomModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        module.materializeDict().put("Random", PyRandom.TYPE);
    }
}
