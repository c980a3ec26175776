package org.krait.runtime.posix;

import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code errno}. */
@BuiltinModule(value = "errno", doc = "This module makes available standard errno system symbols.\n\nThe value of each "
        + "symbol is the corresponding integer value,\ne.g., on most systems, errno.ENOENT equals the integer 2.\n\n"
        + "The dictionary errno.errorcode maps numeric codes to symbol names,\ne.g., errno.errorcode[2] could be the "
        + "string 'ENOENT'.\n\nSymbols that are not relevant to the underlying system are not defined.\n\nTo map error "
        + "codes to error messages, use os.strerror().")
public final class ErrnoModule {
    private ErrnoModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict d = module.dict;
        PyDict codes = new PyDict();
        for (int n = 1; n < 134; n++) {
            String name = Errno.name(n);
            if (!name.isEmpty()) {
                d.put(name, PyInt.of(n));
                codes.put(ts, PyInt.of(n), PyStr.interned(name));
            }
        }
        d.put("EWOULDBLOCK", PyInt.of(11));
        d.put("EDEADLK", PyInt.of(35));
        d.put("EDEADLOCK", PyInt.of(35));
        d.put("EOPNOTSUPP", PyInt.of(95));
        d.put("ENOTSUP", PyInt.of(95));
        codes.put(ts, PyInt.of(35), PyStr.interned("EDEADLOCK"));
        codes.put(ts, PyInt.of(95), PyStr.interned("ENOTSUP"));
        d.put("errorcode", codes);
    }
}
