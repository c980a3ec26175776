package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;

/** The module {@code itertools}; each tool is a class of its own. */
@BuiltinModule(value = "itertools", doc = "Iterators as building blocks for fast and lean loops.")
final class ItertoolsModule {
    private static final PyStr COPY = PyStr.interned("__copy__");

    private ItertoolsModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyType[] types = {
            ToolTypes.CHAIN, ToolTypes.ACCUMULATE, ToolTypes.BATCHED, ToolTypes.COMBINATIONS,
            ToolTypes.COMBINATIONS_WITH_REPLACEMENT, ToolTypes.COMPRESS, ToolTypes.COUNT, ToolTypes.CYCLE,
            ToolTypes.DROP_WHILE, ToolTypes.FILTER_FALSE, ToolTypes.GROUP_BY, ToolTypes.GROUP, ToolTypes.ISLICE,
            ToolTypes.PAIRWISE, ToolTypes.PERMUTATIONS, ToolTypes.PRODUCT, ToolTypes.REPEAT, ToolTypes.STARMAP,
            ToolTypes.TAKE_WHILE, ToolTypes.TEE, ToolTypes.ZIP_LONGEST
        };
        for (PyType type : types) {
            module.materializeDict().put(type.pyName(), type);
        }
    }

    @Builtin(value = "tee(iterable, n=2, /)", doc = "A tuple of n independent iterators over one iterable.")
    static PyTuple tee(ThreadState ts, PyObject iterable, long n) {
        if (n < 0) {
            throw Errors.valueError("n must be >= 0");
        }
        if (n == 0) {
            return PyTuple.EMPTY;
        }
        if (n > Integer.MAX_VALUE / 2) {
            throw Errors.memoryError();
        }
        PyObject iterator = Iteration.iter(ts, iterable);
        PyObject copier = Attributes.lookup(ts, iterator, COPY);
        PyObject first = iterator;
        if (copier == null) {
            first = PyTee.of(ts, iterator);
            copier = Attributes.get(ts, first, COPY);
        }
        PyObject[] tees = new PyObject[(int) n];
        tees[0] = first;
        for (int i = 1; i < tees.length; i++) {
            tees[i] = Calls.call(ts, copier);
        }
        PyTuple made = PyTuple.of(tees);
        Refs.drop(copier);
        return made;
    }
}
