package org.krait.runtime.builtins;

import org.krait.objects.Equality;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;

/** The methods of {@link PyCallIterator}. */
@BuiltinType(base = ObjectMethods.class, doc = "")
final class CallIteratorMethods {
    private CallIteratorMethods() {}

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyCallIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyCallIterator self) {
        if (self.callable == null) {
            return null;
        }
        PyObject item;
        try {
            item = Calls.call(ts, self.callable);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.STOP_ITERATION)) {
                e.swallow();
                self.exhaust();
                return null;
            }
            throw e;
        }
        if (self.sentinel == null) {
            return null;
        }
        if (Equality.same(ts, item, self.sentinel)) {
            self.exhaust();
            return null;
        }
        return item;
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(ThreadState ts, PyCallIterator self) {
        PyObject iter = Protocol.builtin(ts, "iter");
        return self.callable == null
                ? PyTuple.of(iter, PyTuple.of(PyTuple.EMPTY))
                : PyTuple.of(iter, PyTuple.of(self.callable, self.sentinel));
    }
}
