package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Generators;
import org.krait.runtime.PyCoroutineWrapper;

/** The methods of {@code coroutine}. */
@BuiltinType(base = ObjectMethods.class)
public final class CoroutineMethods {
    private CoroutineMethods() {}

    @Builtin("__await__(self, /)")
    static PyObject await(PyGenerator self) {
        return new PyCoroutineWrapper(self);
    }

    @Builtin(value = "send(self, arg, /)", doc = """
            send(arg) -> send 'arg' into coroutine,
            return next iterated value or raise StopIteration.""")
    static PyObject send(ThreadState ts, PyGenerator self, PyObject arg) {
        return GeneratorMethods.orRaiseStop(ts, Generators.resume(ts, self, arg));
    }

    @Builtin(value = "throw(self, value, type=None, traceback=None, /)", doc = """
            throw(value)
            throw(type[,value[,traceback]])

            Raise exception in coroutine, return next iterated value or raise
            StopIteration.
            the (type, val, tb) signature is deprecated,
            and may be removed in a future version of Python.""")
    static PyObject raise(ThreadState ts, PyGenerator self, PyObject value, PyObject type, PyObject traceback) {
        PyObject[] args = GeneratorMethods.arguments(ts, value, type, traceback);
        return GeneratorMethods.orRaiseStop(ts, Generators.raise(ts, self, args));
    }

    @Builtin(value = "close(self, /)", doc = "close() -> raise GeneratorExit inside coroutine.")
    static void close(ThreadState ts, PyGenerator self) {
        Generators.close(ts, self);
    }

    @Builtin("__del__(self, /)")
    static void finalizer(ThreadState ts, PyGenerator self) {
        Generators.finalize(ts, self);
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyGenerator self) {
        return GeneratorMethods.repr(ts, self);
    }

    @Attribute(value = "__name__", doc = "name of the coroutine")
    static PyObject getName(PyGenerator self) {
        return self.name();
    }

    @Attribute(value = "__name__", setter = true)
    static void setName(PyGenerator self, PyObject value) {
        if (!(value instanceof PyStr name)) {
            throw Errors.typeError("__name__ must be set to a string object");
        }
        self.setName(name);
    }

    @Attribute(value = "__qualname__", doc = "qualified name of the coroutine")
    static PyObject getQualifiedName(PyGenerator self) {
        return self.qualifiedName();
    }

    @Attribute(value = "__qualname__", setter = true)
    static void setQualifiedName(PyGenerator self, PyObject value) {
        if (!(value instanceof PyStr name)) {
            throw Errors.typeError("__qualname__ must be set to a string object");
        }
        self.setQualifiedName(name);
    }

    @Attribute(value = "cr_await", doc = "object being awaited on, or None")
    static PyObject getDelegate(PyGenerator self) {
        return GeneratorMethods.delegate(self);
    }

    @Attribute("cr_running")
    static boolean isRunning(PyGenerator self) {
        return self.running;
    }

    @Attribute("cr_frame")
    static PyObject getFrame(PyGenerator self) {
        return GeneratorMethods.frame(self);
    }

    @Attribute("cr_suspended")
    static PyObject isSuspended(PyGenerator self) {
        return GeneratorMethods.suspended(self);
    }

    @Attribute(value = "cr_code", member = true)
    static PyObject getCode(PyGenerator self) {
        return self.code;
    }

    @Attribute(value = "cr_origin", member = true)
    static PyObject getOrigin(PyGenerator self) {
        return self.origin == null ? PySingleton.NONE : self.origin;
    }
}
