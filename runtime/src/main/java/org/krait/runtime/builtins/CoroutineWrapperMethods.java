package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Generators;
import org.krait.runtime.PyCoroutineWrapper;

/** The methods of {@code coroutine_wrapper}: the iterator that {@code coroutine.__await__} gives. */
@BuiltinType(base = ObjectMethods.class, doc = "A wrapper object implementing __await__ for coroutines.")
public final class CoroutineWrapperMethods {
    private CoroutineWrapperMethods() {}

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyCoroutineWrapper self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyCoroutineWrapper self) {
        return GeneratorMethods.orStop(ts, Generators.resume(ts, self.coroutine, null));
    }

    @Builtin(value = "send(self, arg, /)", doc = """
            send(arg) -> send 'arg' into coroutine
            return next iterated value or raise StopIteration.""")
    static PyObject send(ThreadState ts, PyCoroutineWrapper self, PyObject arg) {
        return CoroutineMethods.send(ts, self.coroutine, arg);
    }

    @Builtin(value = "throw(self, value, type=None, traceback=None, /)", doc = """
            throw(value)
            throw(type[,value[,traceback]])

            Raise exception in coroutine, return next iterated value or raise
            StopIteration.""")
    static PyObject raise(ThreadState ts, PyCoroutineWrapper self, PyObject value, PyObject type, PyObject traceback) {
        PyObject[] args = GeneratorMethods.arguments(ts, value, type, traceback);
        return GeneratorMethods.orRaiseStop(ts, Generators.raise(ts, self.coroutine, args));
    }

    @Builtin(value = "close(self, /)", doc = "close() -> raise GeneratorExit inside coroutine.")
    static void close(ThreadState ts, PyCoroutineWrapper self) {
        Generators.close(ts, self.coroutine);
    }
}
