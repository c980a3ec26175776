package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.AsyncGenerators;
import org.krait.runtime.Attributes;
import org.krait.runtime.Generators;

/** The methods of {@code async_generator}. */
@BuiltinType(base = ObjectMethods.class)
public final class AsyncGeneratorMethods {
    private AsyncGeneratorMethods() {}

    @Builtin("__aiter__(self, /)")
    static PyObject iter(PyGenerator self) {
        return self;
    }

    @Builtin("__anext__(self, /)")
    static PyObject next(ThreadState ts, PyGenerator self) {
        return AsyncGenerators.next(ts, self);
    }

    @Builtin(value = "asend(self, value, /)", doc = "asend(v) -> send 'v' in generator.")
    static PyObject send(ThreadState ts, PyGenerator self, PyObject value) {
        return AsyncGenerators.send(ts, self, value);
    }

    @Builtin(value = "athrow(self, /, *args)", doc = """
            athrow(value)
            athrow(type[,value[,tb]])

            raise exception in generator.
            the (type, val, tb) signature is deprecated,
            and may be removed in a future version of Python.""")
    static PyObject raise(ThreadState ts, PyGenerator self, PyObject[] args) {
        if (args.length == 0 || args.length > 3) {
            throw Errors.typeError(args.length == 0
                    ? "athrow expected at least 1 argument, got 0"
                    : "athrow expected at most 3 arguments, got " + args.length);
        }
        return AsyncGenerators.raise(ts, self, args);
    }

    @Builtin(value = "aclose(self, /)", doc = "aclose() -> raise GeneratorExit inside generator.")
    static PyObject close(ThreadState ts, PyGenerator self) {
        return AsyncGenerators.close(ts, self);
    }

    @Builtin(value = "__class_getitem__(type, item, /)", kind = Builtin.Kind.CLASS_METHOD, doc = "See PEP 585")
    static PyObject classGetItem(ThreadState ts, PyType type, PyObject item) {
        return Attributes.genericAlias(ts, type, item);
    }

    @Builtin("__del__(self, /)")
    static void finalizer(ThreadState ts, PyGenerator self) {
        Generators.finalize(ts, self);
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyGenerator self) {
        return GeneratorMethods.repr(ts, self);
    }

    @Attribute(value = "__name__", doc = "name of the async generator")
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

    @Attribute(value = "__qualname__", doc = "qualified name of the async generator")
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

    @Attribute(value = "ag_await", doc = "object being awaited on, or None")
    static PyObject getDelegate(PyGenerator self) {
        return GeneratorMethods.delegate(self);
    }

    @Attribute(value = "ag_running", member = true)
    static boolean isRunning(PyGenerator self) {
        return self.asyncRunning;
    }

    @Attribute("ag_frame")
    static PyObject getFrame(PyGenerator self) {
        return GeneratorMethods.frame(self);
    }

    @Attribute("ag_suspended")
    static PyObject isSuspended(PyGenerator self) {
        return GeneratorMethods.suspended(self);
    }

    @Attribute(value = "ag_code", member = true)
    static PyObject getCode(PyGenerator self) {
        return self.code;
    }
}
