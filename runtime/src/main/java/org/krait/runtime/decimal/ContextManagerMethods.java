package org.krait.runtime.decimal;

import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of what {@code decimal.localcontext} returns. */
@BuiltinType(base = ObjectMethods.class)
final class ContextManagerMethods {
    private ContextManagerMethods() {}

    @Builtin("__enter__(self, /)")
    static PyObject enter(ThreadState ts, PyContextManager self) {
        DecimalState.setCurrent(ts, self.local);
        return self.local;
    }

    @Builtin("__exit__(self, /, *args, **kwargs)")
    static boolean exit(ThreadState ts, PyContextManager self, PyObject[] args, PyStr[] keywords) {
        DecimalState.setCurrent(ts, self.outer);
        return false;
    }
}
