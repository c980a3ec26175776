package org.krait.runtime;

import org.krait.objects.PyBool;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.ThreadState;

/** Truth values. */
public final class Truth {
    private Truth() {}

    /** {@code bool(o)}. */
    public static boolean of(ThreadState ts, PyObject o) {
        if (o == PyBool.TRUE) {
            return true;
        }
        if (o == PyBool.FALSE || o == PySingleton.NONE) {
            return false;
        }
        if (o.getClass() == PyInt.class) {
            return ((PyInt) o).value != 0;
        }
        return o.type.slots().truth(ts, o);
    }
}
