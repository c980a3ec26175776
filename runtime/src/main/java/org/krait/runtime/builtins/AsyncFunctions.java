package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;

/** {@code aiter} and {@code anext}. */
final class AsyncFunctions {
    private AsyncFunctions() {}

    static PyObject aiter(ThreadState ts, PyObject iterable) {
        PyObject iterator = iterable.type.slots().asyncIter(ts, iterable);
        if (iterator == null) {
            throw Errors.typeError("'" + iterable.type.name() + "' object is not an async iterable");
        }
        if (!iterator.type.has(Special.ANEXT)) {
            throw Errors.typeError("aiter() returned not an async iterator of type '" + iterator.type.name() + "'");
        }
        return iterator;
    }

    static PyObject anext(ThreadState ts, PyObject iterator, PyObject fallback) {
        PyObject awaitable = iterator.type.slots().asyncNext(ts, iterator);
        if (awaitable == null) {
            throw Errors.typeError("'" + iterator.type.name() + "' object is not an async iterator");
        }
        return fallback == null ? awaitable : new PyAnextAwaitable(awaitable, fallback);
    }
}
