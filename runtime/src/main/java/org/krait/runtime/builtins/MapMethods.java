package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;

/** The methods of {@link PyMap}. */
@BuiltinType(base = ObjectMethods.class, doc =
        "Make an iterator that computes the function using arguments from each of the iterables.")
final class MapMethods {
    private MapMethods() {}

    @Builtin("__new__(cls, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType cls, PyObject[] args, PyStr[] keywords) {
        Itertool.noKeywords(cls, PyMap.TYPE, keywords, "map");
        int given = Itertool.positional(args, keywords);
        if (given < 2) {
            throw Errors.typeError("map() must have at least two arguments.");
        }
        PyObject[] iterators = new PyObject[given - 1];
        for (int i = 0; i < iterators.length; i++) {
            iterators[i] = Iteration.iter(ts, args[i + 1]);
        }
        return new PyMap(cls, args[0], PyTuple.of(iterators));
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyMap self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyMap self) {
        PyObject[] iterators = ((PyTuple) self.iterators).items;
        if (iterators.length == 1) {
            PyObject item = Iteration.next(ts, iterators[0]);
            if (item == null) {
                return null;
            }
            PyObject result = Calls.call(ts, self.function, item);
            if (result != item) {
                Refs.drop(item);
            }
            return result;
        }
        PyObject[] items = new PyObject[iterators.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = Iteration.next(ts, iterators[i]);
            if (items[i] == null) {
                return null;
            }
        }
        return Calls.call(ts, self.function, items, null);
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(PyMap self) {
        PyObject[] iterators = ((PyTuple) self.iterators).items;
        PyObject[] all = new PyObject[iterators.length + 1];
        all[0] = self.function;
        System.arraycopy(iterators, 0, all, 1, iterators.length);
        return PyTuple.of(self.type, PyTuple.of(all));
    }
}
