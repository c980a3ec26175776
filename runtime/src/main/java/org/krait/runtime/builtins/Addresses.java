package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;

/** The identity of an object as reprs print it. */
public final class Addresses {
    private Addresses() {}

    public static String of(ThreadState ts, PyObject o) {
        return "0x" + Long.toHexString(Identity.of(ts.interp, o));
    }
}
