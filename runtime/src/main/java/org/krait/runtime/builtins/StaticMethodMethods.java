package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStaticMethod;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;

/** The methods of {@code staticmethod}. */
@BuiltinType(base = ObjectMethods.class, doc = """
        staticmethod(function) -> method

        Convert a function to be a static method.

        A static method does not receive an implicit first argument.
        To declare a static method, use this idiom:

             class C:
                 @staticmethod
                 def f(arg1, arg2, argN):
                     ...

        It can be called either on the class (e.g. C.f()) or on an instance
        (e.g. C().f()). Both the class and the instance are ignored, and
        neither is passed implicitly as the first argument to the method.

        Static methods in Python are similar to those found in Java or C++.
        For a more advanced concept, see the classmethod builtin.""")
public final class StaticMethodMethods {
    private StaticMethodMethods() {}

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        return new PyStaticMethod(type);
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PyStaticMethod self, PyObject[] args, PyStr[] keywords) {
        if (keywords != null && keywords.length > 0) {
            throw Errors.typeError("staticmethod() takes no keyword arguments");
        }
        if (args.length != 1) {
            throw Errors.typeError("staticmethod expected 1 argument, got " + args.length);
        }
        self.setCallable(args[0]);
        Wrapping.copyAttributes(ts, self, args[0]);
    }

    @Builtin("__get__(self, instance, owner=None, /)")
    static PyObject get(PyStaticMethod self, PyObject instance, PyObject owner) {
        if (self.callable() == null) {
            throw Errors.runtimeError("uninitialized staticmethod object");
        }
        return self.callable();
    }

    @Builtin("__call__(self, /, *args, **kwargs)")
    static PyObject call(ThreadState ts, PyStaticMethod self, PyObject[] args, PyStr[] keywords) {
        return Calls.call(ts, self.callable(), args, keywords);
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyStaticMethod self) {
        return PyStr.of("<staticmethod(" + Texts.repr(ts, self.callable()) + ")>");
    }

    @Attribute(value = "__func__", member = true)
    static PyObject getFunction(PyStaticMethod self) {
        return self.callable() == null ? PySingleton.NONE : self.callable();
    }

    @Attribute(value = "__wrapped__", member = true)
    static PyObject getWrapped(PyStaticMethod self) {
        return self.callable() == null ? PySingleton.NONE : self.callable();
    }

    @Attribute(value = "__isabstractmethod__")
    static boolean isAbstract(ThreadState ts, PyStaticMethod self) {
        return PropertyMethods.isAbstract(ts, self.callable());
    }

    @Attribute(value = "__dict__")
    static PyObject getDict(PyStaticMethod self) {
        return self.materializeDict();
    }

    @Attribute(value = "__dict__", setter = true)
    static void setDict(PyStaticMethod self, PyObject value) {
        Wrapping.setDict(self, value);
    }
}
