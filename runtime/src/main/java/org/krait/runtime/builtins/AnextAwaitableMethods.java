package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.Generators;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyCoroutineWrapper;

/** The methods of {@link PyAnextAwaitable}. */
@BuiltinType(base = ObjectMethods.class, doc = "")
final class AnextAwaitableMethods {
    private AnextAwaitableMethods() {}

    @Builtin("__await__(self, /)")
    static PyObject await(PyAnextAwaitable self) {
        return self;
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyAnextAwaitable self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyAnextAwaitable self) {
        PyObject iterator = iterator(ts, self);
        PyObject item = null;
        try {
            item = Iteration.nextRaw(ts, iterator);
            if (item != null) {
                return item;
            }
            throw Errors.stopIteration(null);
        } catch (PyException e) {
            throw atEnd(self, e);
        } finally {
            leave(self, iterator, item);
        }
    }

    @Builtin(value = "send(self, value, /)", doc = "Send a value into the awaitable.")
    static PyObject send(ThreadState ts, PyAnextAwaitable self, PyObject value) {
        return pass(ts, self, "send", new PyObject[] {value});
    }

    @Builtin(value = "throw(self, /, *args)", doc = "Raise an exception in the awaitable.")
    static PyObject raise(ThreadState ts, PyAnextAwaitable self, PyObject[] args) {
        return pass(ts, self, "throw", args);
    }

    @Builtin(value = "close(self, /)", doc = "Close the awaitable.")
    static PyObject close(ThreadState ts, PyAnextAwaitable self) {
        return pass(ts, self, "close", new PyObject[0]);
    }

    private static PyObject iterator(ThreadState ts, PyAnextAwaitable self) {
        PyObject iterator = Generators.awaitableIterator(ts, self.awaitable);
        return iterator instanceof PyGenerator g && g.type == PyGenerator.COROUTINE_TYPE
                ? new PyCoroutineWrapper(g)
                : iterator;
    }

    private static PyObject pass(ThreadState ts, PyAnextAwaitable self, String method, PyObject[] args) {
        PyObject iterator = iterator(ts, self);
        PyObject result = null;
        try {
            result = Calls.callMethod(ts, iterator, PyStr.interned(method), args);
            return result;
        } catch (PyException e) {
            throw atEnd(self, e);
        } finally {
            leave(self, iterator, result);
        }
    }

    /** Drops an iterator that was made for one step. */
    private static void leave(PyAnextAwaitable self, PyObject iterator, PyObject result) {
        if (iterator != self.awaitable) {
            Refs.dropKeeping(iterator, result);
        }
    }

    private static PyException atEnd(PyAnextAwaitable self, PyException e) {
        if (!e.is(ExceptionTypes.STOP_ASYNC_ITERATION)) {
            return e;
        }
        e.swallow();
        return Errors.stopIteration(self.fallback);
    }
}
