package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;

/** The module {@code _functools}. */
@BuiltinModule(value = "_functools", doc = "Tools that operate on functions.")
final class FunctoolsModule {
    private FunctoolsModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict namespace = module.materializeDict();
        namespace.put("partial", ToolTypes.PARTIAL);
        namespace.put("_lru_cache_wrapper", ToolTypes.LRU_CACHE);
    }

    @Builtin(
            value = "reduce(function, iterable, initial=None, /)",
            doc = "Folds an iterable from left to right into one value with a function of two arguments.\n\n"
                    + "initial stands before the first item, and for an empty iterable.")
    static PyObject reduce(ThreadState ts, PyObject function, PyObject iterable, PyObject initial) {
        PyObject iterator = Iteration.iterOr(ts, iterable, "reduce() arg 2 must support iteration");
        Refs.incRef(iterator);
        PyObject result = initial;
        Refs.xincRef(initial);
        try {
            for (PyObject item = Iteration.next(ts, iterator); item != null; item = Iteration.next(ts, iterator)) {
                PyObject next = result == null ? item : Calls.call(ts, function, result, item);
                PyObject old = result;
                Refs.incRef(next);
                result = next;
                Refs.drop(item);
                Refs.xdecRef(old);
            }
        } catch (PyException e) {
            Refs.xdecRef(result);
            throw e;
        } finally {
            Refs.decRef(iterator);
        }
        if (result == null) {
            throw Errors.typeError("reduce() of empty iterable with no initial value");
        }
        Refs.release(result);
        return result;
    }

    @Builtin(
            value = "cmp_to_key(mycmp)",
            doc = "Turns a comparison function into a key function.\n\n"
                    + "  mycmp\n    Function that compares two objects.")
    static PyObject keyOf(PyObject compare) {
        return new PyKeyWrapper(compare, null);
    }
}
