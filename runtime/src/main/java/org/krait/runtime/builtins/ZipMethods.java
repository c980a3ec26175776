package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Iteration;

/** The methods of {@link PyZip}. */
@BuiltinType(base = ObjectMethods.class, doc = """
        zip(*iterables, strict=False) --> tuples of the items at the same place of each iterable.

        >>> list(zip('ab', [1, 2, 3]))
        [('a', 1), ('b', 2)]

        The shortest iterable ends it; if strict is true, iterables of different lengths raise a ValueError.""")
final class ZipMethods {
    private ZipMethods() {}

    @Builtin("__new__(cls, *iterables, strict=False)")
    static PyObject make(ThreadState ts, PyType cls, PyObject[] iterables, boolean strict) {
        PyObject[] iterators = new PyObject[iterables.length];
        for (int i = 0; i < iterators.length; i++) {
            iterators[i] = Iteration.iter(ts, iterables[i]);
        }
        PyZip made = new PyZip(cls, PyTuple.of(iterators));
        made.strict = strict;
        return made;
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyZip self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyZip self) {
        PyObject[] iterators = ((PyTuple) self.iterators).items;
        if (iterators.length == 0) {
            return null;
        }
        PyObject[] items = new PyObject[iterators.length];
        for (int i = 0; i < items.length; i++) {
            PyObject item = Iteration.next(ts, iterators[i]);
            if (item == null) {
                for (int k = 0; k < i; k++) {
                    Refs.decRef(items[k]);
                }
                if (self.strict) {
                    checkEnds(ts, iterators, i);
                }
                return null;
            }
            Refs.incRef(item);
            items[i] = item;
        }
        PyTuple tuple = PyTuple.of(items);
        for (PyObject item : items) {
            Refs.decRef(item);
        }
        return tuple;
    }

    private static void checkEnds(ThreadState ts, PyObject[] iterators, int ended) {
        if (ended > 0) {
            throw Errors.valueError("zip() argument " + (ended + 1) + " is shorter than argument"
                    + (ended == 1 ? " 1" : "s 1-" + ended));
        }
        for (int i = 1; i < iterators.length; i++) {
            if (Iteration.next(ts, iterators[i]) != null) {
                throw Errors.valueError("zip() argument " + (i + 1) + " is longer than argument"
                        + (i == 1 ? " 1" : "s 1-" + i));
            }
        }
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(PyZip self) {
        return self.strict
                ? PyTuple.of(self.type, self.iterators, org.krait.objects.PyBool.TRUE)
                : PyTuple.of(self.type, self.iterators);
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(ThreadState ts, PyZip self, PyObject state) {
        self.strict = Arguments.toBoolean(ts, state);
    }
}
