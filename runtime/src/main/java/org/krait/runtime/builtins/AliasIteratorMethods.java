package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of the iterator of a generic alias. */
@BuiltinType(base = ObjectMethods.class)
final class AliasIteratorMethods {
    private AliasIteratorMethods() {}

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyAliasIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyAliasIterator self) {
        return self.next(ts);
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(ThreadState ts, PyAliasIterator self) {
        return PyTuple.of(Protocol.builtin(ts, "iter"), PyTuple.of(self.alias == null ? PyTuple.EMPTY : self.alias));
    }
}
