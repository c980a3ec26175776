package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBool;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Generators;
import org.krait.runtime.Warnings;

/** The methods of {@code generator}; and what coroutines and async generators share with it. */
@BuiltinType(base = ObjectMethods.class)
public final class GeneratorMethods {
    private GeneratorMethods() {}

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyGenerator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyGenerator self) {
        return orStop(ts, Generators.resume(ts, self, null));
    }

    /** Null for the plain end; a StopIteration when the generator returned a value. */
    static PyObject orStop(ThreadState ts, PyObject value) {
        if (value != null) {
            return value;
        }
        PyObject returned = ts.returned;
        ts.returned = null;
        if (returned == PySingleton.NONE || returned == null) {
            return null;
        }
        throw stop(returned);
    }

    private static RuntimeException stop(PyObject returned) {
        return Errors.stopIteration(returned);
    }

    /** As {@link #orStop}, but always with an exception. */
    static PyObject orRaiseStop(ThreadState ts, PyObject value) {
        if (value != null) {
            return value;
        }
        PyObject returned = ts.returned;
        ts.returned = null;
        throw Errors.stopIteration(returned);
    }

    @Builtin(value = "send(self, arg, /)", doc = """
            send(arg) -> send 'arg' into generator,
            return next yielded value or raise StopIteration.""")
    static PyObject send(ThreadState ts, PyGenerator self, PyObject arg) {
        return orRaiseStop(ts, Generators.resume(ts, self, arg));
    }

    @Builtin(value = "throw(self, value, type=None, traceback=None, /)", doc = """
            throw(value)
            throw(type[,value[,tb]])

            Raise exception in generator, return next yielded value or raise
            StopIteration.
            the (type, val, tb) signature is deprecated,
            and may be removed in a future version of Python.""")
    static PyObject raise(ThreadState ts, PyGenerator self, PyObject value, PyObject type, PyObject traceback) {
        return orRaiseStop(ts, Generators.raise(ts, self, arguments(ts, value, type, traceback)));
    }

    /** The arguments of a throw method as given; warns of the old form. */
    static PyObject[] arguments(ThreadState ts, PyObject value, PyObject type, PyObject traceback) {
        if (type == null && traceback == null) {
            return new PyObject[] {value};
        }
        Warnings.warn(ts, ExceptionTypes.DEPRECATION_WARNING,
                "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.", 1);
        return traceback == null ? new PyObject[] {value, type} : new PyObject[] {value, type, traceback};
    }

    @Builtin(value = "close(self, /)", doc = "close() -> raise GeneratorExit inside generator.")
    static void close(ThreadState ts, PyGenerator self) {
        Generators.close(ts, self);
    }

    @Builtin("__del__(self, /)")
    static void finalizer(ThreadState ts, PyGenerator self) {
        Generators.finalize(ts, self);
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyGenerator self) {
        return "<" + self.type.name() + " object " + self.qualifiedName() + " at " + Addresses.of(ts, self) + ">";
    }

    @Attribute(value = "__name__", doc = "name of the generator")
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

    @Attribute(value = "__qualname__", doc = "qualified name of the generator")
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

    /** The delegate, or None. */
    static PyObject delegate(PyGenerator self) {
        PyObject delegate = Generators.delegate(self);
        return delegate == null ? PySingleton.NONE : delegate;
    }

    static PyObject suspended(PyGenerator self) {
        return PyBool.of(self.frame != null && self.started && !self.running);
    }

    static PyObject frame(PyGenerator self) {
        return self.frame == null ? PySingleton.NONE : self.frame;
    }

    @Attribute(value = "gi_yieldfrom", doc = "object being iterated by yield from, or None")
    static PyObject getDelegate(PyGenerator self) {
        return delegate(self);
    }

    @Attribute("gi_running")
    static boolean isRunning(PyGenerator self) {
        return self.running;
    }

    @Attribute("gi_frame")
    static PyObject getFrame(PyGenerator self) {
        return frame(self);
    }

    @Attribute("gi_suspended")
    static PyObject isSuspended(PyGenerator self) {
        return suspended(self);
    }

    @Attribute("gi_code")
    static PyObject getCode(PyGenerator self) {
        return self.code;
    }
}
