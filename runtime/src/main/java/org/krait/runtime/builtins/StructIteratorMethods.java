package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of the iterator of {@code iter_unpack}. */
@BuiltinType(base = ObjectMethods.class)
public final class StructIteratorMethods {
    private StructIteratorMethods() {}

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyStructIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyStructIterator self) {
        return self.next(ts);
    }

    @Builtin("__length_hint__(self, /)")
    static int lengthHint(PyStructIterator self) {
        return self.remaining();
    }
}
