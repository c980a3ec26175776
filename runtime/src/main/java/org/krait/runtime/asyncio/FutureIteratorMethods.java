package org.krait.runtime.asyncio;

import org.krait.objects.Errors;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Thrown;
import org.krait.runtime.asyncio.PyFuture.State;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@link PyFutureIterator}. */
@BuiltinType(base = ObjectMethods.class)
final class FutureIteratorMethods {
    private FutureIteratorMethods() {}

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyFutureIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyFutureIterator self) {
        PyFuture future = self.future();
        if (future == null) {
            return null;
        }
        if (future.state == State.PENDING) {
            if (future.blocking) {
                throw Errors.runtimeError("await wasn't used with future");
            }
            future.blocking = true;
            return future;
        }
        self.take();
        Refs.incRef(future);
        try {
            PyObject result = Futures.result(ts, future);
            throw Errors.stopIteration(result);
        } finally {
            Refs.decRef(future);
        }
    }

    @Builtin(value = "send(self, value, /)", doc = "Go on; the value is ignored.")
    static PyObject send(ThreadState ts, PyFutureIterator self, PyObject value) {
        PyObject item = next(ts, self);
        if (item == null) {
            throw Errors.stopIteration(null);
        }
        return item;
    }

    @Builtin(value = "throw(self, /, *args)", doc = "Raise an exception where the future is waited for.")
    static PyObject raise(ThreadState ts, PyFutureIterator self, PyObject[] args) {
        if (args.length == 0 || args.length > 3) {
            throw Errors.typeError("throw expected at " + (args.length == 0 ? "least 1 argument" : "most 3 arguments")
                    + ", got " + args.length);
        }
        PyException thrown = new PyException(Thrown.of(ts, args));
        close(self);
        throw thrown;
    }

    @Builtin(value = "close(self, /)", doc = "End the waiting.")
    static PyObject close(PyFutureIterator self) {
        Refs.xdrop(self.take());
        return PySingleton.NONE;
    }
}
