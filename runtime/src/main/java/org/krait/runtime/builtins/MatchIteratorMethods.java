package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The iterator that {@code finditer} returns. */
@BuiltinType(base = ObjectMethods.class)
public final class MatchIteratorMethods {
    private MatchIteratorMethods() {}

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyScanner self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyScanner self) {
        return self.next(ts);
    }
}
