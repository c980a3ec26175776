package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.AsyncGenerators;
import org.krait.runtime.PyAsyncAwaitable;

/** The methods of {@code async_generator_asend} and {@code async_generator_athrow}. */
@BuiltinType(base = ObjectMethods.class)
public final class AsyncAwaitableMethods {
    private AsyncAwaitableMethods() {}

    @Builtin("__await__(self, /)")
    static PyObject await(PyAsyncAwaitable self) {
        return self;
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyAsyncAwaitable self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyAsyncAwaitable self) {
        return GeneratorMethods.orStop(ts, AsyncGenerators.send(ts, self, PySingleton.NONE));
    }

    @Builtin(value = "send(self, arg, /)", doc = """
            send(arg) -> send 'arg' into generator,
            return next yielded value or raise StopIteration.""")
    static PyObject send(ThreadState ts, PyAsyncAwaitable self, PyObject arg) {
        return GeneratorMethods.orRaiseStop(ts, AsyncGenerators.send(ts, self, arg));
    }

    @Builtin(value = "throw(self, value, type=None, traceback=None, /)", doc = """
            throw(value)
            throw(type[,value[,tb]])

            Raise exception in generator, return next yielded value or raise
            StopIteration.
            the (type, val, tb) signature is deprecated,
            and may be removed in a future version of Python.""")
    static PyObject raise(ThreadState ts, PyAsyncAwaitable self, PyObject value, PyObject type, PyObject traceback) {
        PyObject[] args = GeneratorMethods.arguments(ts, value, type, traceback);
        return GeneratorMethods.orRaiseStop(ts, AsyncGenerators.raise(ts, self, args));
    }

    @Builtin(value = "close(self, /)", doc = "close() -> raise GeneratorExit inside generator.")
    static void close(ThreadState ts, PyAsyncAwaitable self) {
        AsyncGenerators.close(ts, self);
    }
}
