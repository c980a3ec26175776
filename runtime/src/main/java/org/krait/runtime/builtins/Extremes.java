package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
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
        PyObject best;
        if (args.length == 1) {
            best = find(ts, args[0], key, better);
        } else {
            PyTuple all = PyTuple.of(args);
            try {
                best = find(ts, all, key, better);
            } finally {
                Arguments.drop(all);
            }
        }
        if (best != null) {
            return best;
        }
        if (fallback != null) {
            return fallback;
        }
        throw Errors.valueError(name + "() iterable argument is empty");
    }

    /** The best item of an iterable; null of none. */
    private static PyObject find(ThreadState ts, PyObject iterable, PyObject key, CompareOp better) {
        PyObject iterator = Iteration.iter(ts, iterable);
        PyObject best = null;
        PyObject bestKey = null;
        PyObject item = null;
        PyObject itemKey = null;
        try {
            while ((item = Iteration.next(ts, iterator)) != null) {
                Refs.incRef(item);
                itemKey = key == null ? item : Calls.call(ts, key, item);
                Refs.incRef(itemKey);
                if (best == null || Arguments.toBoolean(ts, Equality.compare(ts, better, itemKey, bestKey))) {
                    Refs.xdecRef(bestKey);
                    Refs.xdecRef(best);
                    best = item;
                    bestKey = itemKey;
                } else {
                    Refs.decRef(itemKey);
                    Refs.decRef(item);
                }
                itemKey = null;
                item = null;
            }
        } catch (PyException e) {
            Refs.xdecRef(itemKey);
            Refs.xdecRef(item);
            Refs.xdecRef(bestKey);
            Refs.xdecRef(best);
            throw e;
        } finally {
            Refs.drop(iterator);
        }
        Refs.xdecRef(bestKey);
        Refs.xrelease(best);
        return best;
    }
}
