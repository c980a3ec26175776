package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.PyBool;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;

/** The methods of {@link PyFilter}. */
@BuiltinType(base = ObjectMethods.class, doc =
        "Return an iterator yielding those items of iterable for which function(item) is true.")
final class FilterMethods {
    private FilterMethods() {}

    @Builtin("__new__(cls, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType cls, PyObject[] args, PyStr[] keywords) {
        Itertool.noKeywords(cls, PyFilter.TYPE, keywords, "filter");
        Itertool.count(args, keywords, "filter", 2, 2);
        return new PyFilter(cls, args[0], Iteration.iter(ts, args[1]));
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyFilter self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyFilter self) {
        while (true) {
            PyObject item = Iteration.next(ts, self.iterator);
            if (item == null) {
                return null;
            }
            Refs.incRef(item);
            boolean keep = Arguments.toBoolean(ts, self.function == PySingleton.NONE || self.function == PyBool.TYPE
                    ? item
                    : Calls.call(ts, self.function, item));
            if (keep) {
                Refs.release(item);
                return item;
            }
            Refs.decRef(item);
        }
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(PyFilter self) {
        return PyTuple.of(self.type, PyTuple.of(self.function, self.iterator));
    }
}
