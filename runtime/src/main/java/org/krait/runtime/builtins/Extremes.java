package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;

/** {@code min} and {@code max}. */
final class Extremes {
    private Extremes() {}

    /** The first item which no later one beats by {@code better}. */
    static PyObject find(ThreadState ts, String name, CompareOp better, PyObject[] args, PyDict options) {
        PyObject key = options.get("key");
        PyObject fallback = options.get("default");
        int known = (key != null ? 1 : 0) + (fallback != null ? 1 : 0);
        if (options.size() > known) {
            Arguments.keywordCount(name, 2, options.size());
            for (int i = options.nextEntry(0); i >= 0; i = options.nextEntry(i + 1)) {
                PyStr option = (PyStr) options.keys[i];
                if (!option.equalTo("key") && !option.equalTo("default")) {
                    throw Errors.typeError("'" + option + "' is an invalid keyword argument for " + name + "()");
                }
            }
        }
        if (args.length == 0) {
            throw Errors.typeError(name + " expected at least 1 argument, got 0");
        }
        if (args.length > 1 && fallback != null) {
            throw Errors.typeError("Cannot specify a default for " + name + "() with multiple positional arguments");
        }
        if (key == PySingleton.NONE) {
            key = null;
        }
        PyObject iterator = Iteration.iter(ts, args.length == 1 ? args[0] : PyTuple.of(args));
        PyObject best = null;
        PyObject bestKey = null;
        for (PyObject item = Iteration.next(ts, iterator); item != null; item = Iteration.next(ts, iterator)) {
            Refs.incRef(item);
            PyObject itemKey = item;
            if (key != null) {
                itemKey = Calls.call(ts, key, item);
                Refs.incRef(itemKey);
            }
            if (best == null) {
                best = item;
                bestKey = itemKey;
            } else if (Arguments.toBoolean(ts, Equality.compare(ts, better, itemKey, bestKey))) {
                drop(best, bestKey, key != null);
                best = item;
                bestKey = itemKey;
            } else {
                drop(item, itemKey, key != null);
            }
        }
        Refs.drop(iterator);
        if (best == null) {
            if (fallback != null) {
                return fallback;
            }
            throw Errors.valueError(name + "() iterable argument is empty");
        }
        if (key != null) {
            Refs.decRef(bestKey);
        }
        Refs.release(best);
        return best;
    }

    private static void drop(PyObject item, PyObject itemKey, boolean keyed) {
        if (keyed) {
            Refs.decRef(itemKey);
        }
        Refs.decRef(item);
    }
}
