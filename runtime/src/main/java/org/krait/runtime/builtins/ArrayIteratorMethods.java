package org.krait.runtime.builtins;

import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code array.arrayiterator}. */
@BuiltinType(base = ObjectMethods.class)
public final class ArrayIteratorMethods {
    private ArrayIteratorMethods() {}

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyArrayIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyArrayIterator self) {
        return self.next(ts);
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(ThreadState ts, PyArrayIterator self) {
        PyObject iter = Protocol.builtin(ts, "iter");
        return self.array == null
                ? PyTuple.of(iter, PyTuple.of(PyTuple.EMPTY))
                : PyTuple.of(iter, PyTuple.of(self.array), PyInt.of(self.index));
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(ThreadState ts, PyArrayIterator self, PyObject state) {
        if (self.array != null) {
            self.index = (int) Math.max(0, Math.min(Protocol.size(ts, state), self.array.size));
        }
    }
}
