package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code memory_iterator}. */
@BuiltinType(base = ObjectMethods.class)
public final class MemoryIteratorMethods {
    private MemoryIteratorMethods() {}

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyMemoryIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyMemoryIterator self) {
        return self.next(ts);
    }
}
