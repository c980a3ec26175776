package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyClassMethod;
import org.krait.objects.PyFunction;
import org.krait.objects.PyMethod;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Texts;

/** The methods of {@code classmethod}. */
@BuiltinType(base = ObjectMethods.class, doc = """
        classmethod(function) -> method

        Convert a function to be a class method.

        A class method receives the class as implicit first argument,
        just like an instance method receives the instance.
        To declare a class method, use this idiom:

          class C:
              @classmethod
              def f(cls, arg1, arg2, argN):
                  ...

        It can be called either on the class (e.g. C.f()) or on an instance
        (e.g. C().f()).  The instance is ignored except for its class.
        If a class method is called for a derived class, the derived class
        object is passed as the implied first argument.

        Class methods are different than C++ or Java static methods.
        If you want those, see the staticmethod builtin.""")
public final class ClassMethodMethods {
    private ClassMethodMethods() {}

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        return new PyClassMethod(type);
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PyClassMethod self, PyObject[] args, PyStr[] keywords) {
        if (keywords != null && keywords.length > 0) {
            throw Errors.typeError("classmethod() takes no keyword arguments");
        }
        if (args.length != 1) {
            throw Errors.typeError("classmethod expected 1 argument, got " + args.length);
        }
        self.setCallable(args[0]);
        Wrapping.copyAttributes(ts, self, args[0]);
    }

    @Builtin("__get__(self, instance, owner=None, /)")
    static PyObject get(ThreadState ts, PyClassMethod self, PyObject instance, PyObject owner) {
        PyObject callable = self.callable();
        if (callable == null) {
            throw Errors.runtimeError("uninitialized classmethod object");
        }
        PyObject cls = owner == null || owner == PySingleton.NONE ? instance.type : owner;
        // A wrapped property or the like: CPython 3.12 still chains descriptors here.
        return callable instanceof PyFunction || !callable.type.slots().isDescriptor()
                ? new PyMethod(callable, cls)
                : callable.type.slots().descriptorGet(ts, callable, cls, cls);
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyClassMethod self) {
        return PyStr.of("<classmethod(" + Texts.repr(ts, self.callable()) + ")>");
    }

    @Attribute(value = "__func__", member = true)
    static PyObject getFunction(PyClassMethod self) {
        return self.callable() == null ? PySingleton.NONE : self.callable();
    }

    @Attribute(value = "__wrapped__", member = true)
    static PyObject getWrapped(PyClassMethod self) {
        return self.callable() == null ? PySingleton.NONE : self.callable();
    }

    @Attribute(value = "__isabstractmethod__")
    static boolean isAbstract(ThreadState ts, PyClassMethod self) {
        return PropertyMethods.isAbstract(ts, self.callable());
    }

    @Attribute(value = "__dict__")
    static PyObject getDict(PyClassMethod self) {
        return self.materializeDict();
    }

    @Attribute(value = "__dict__", setter = true)
    static void setDict(PyClassMethod self, PyObject value) {
        Wrapping.setDict(self, value);
    }
}
