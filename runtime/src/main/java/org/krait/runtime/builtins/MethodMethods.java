package org.krait.runtime.builtins;

import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyMethod;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;

/** The methods of {@code method}: bound methods. */
@BuiltinType(base = ObjectMethods.class, signature = "__new__", doc = "Create a bound instance method object.")
public final class MethodMethods {
    private static final PyStr QUALIFIED_NAME = PyStr.interned("__qualname__");
    private static final PyStr NAME = PyStr.interned("__name__");

    private MethodMethods() {}

    @Builtin("__new__(type, function, instance, /)")
    static PyObject make(PyType type, PyObject function, PyObject instance) {
        if (!Calls.isCallable(function)) {
            throw Errors.typeError("first argument must be callable");
        }
        if (instance == PySingleton.NONE) {
            throw Errors.typeError("instance must not be None");
        }
        return new PyMethod(function, instance);
    }

    @Builtin("__call__(self, /, *args, **kwargs)")
    static PyObject call(ThreadState ts, PyMethod self, PyObject[] args, PyStr[] keywords) {
        return Calls.call(ts, self.function, Calls.prepend(self.self, args), keywords);
    }

    @Builtin("__getattribute__(self, name, /)")
    static PyObject getAttribute(ThreadState ts, PyMethod self, PyStr name) {
        PyObject found = self.type.lookup(name);
        if (found != null) {
            return Attributes.bind(ts, found, self, self.type);
        }
        return Attributes.get(ts, self.function, name);
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyMethod self) {
        PyObject name = Attributes.lookup(ts, self.function, QUALIFIED_NAME);
        if (name == null) {
            name = Attributes.lookup(ts, self.function, NAME);
        }
        return "<bound method " + (name instanceof PyStr text ? text.toString() : "?") + " of "
                + Texts.repr(ts, self.self) + ">";
    }

    @Builtin("__hash__(self, /)")
    static long hash(ThreadState ts, PyMethod self) {
        long hash = System.identityHashCode(self.self) ^ Equality.hash(ts, self.function);
        return hash == -1 ? -2 : hash;
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PyMethod self, PyObject value) {
        if (!(value instanceof PyMethod other)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        return PyBool.of(isEqual(ts, self, other));
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PyMethod self, PyObject value) {
        if (!(value instanceof PyMethod other)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        return PyBool.of(!isEqual(ts, self, other));
    }

    private static boolean isEqual(ThreadState ts, PyMethod a, PyMethod b) {
        return a.self == b.self && Equality.compare(ts, CompareOp.EQ, a.function, b.function) == PyBool.TRUE;
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(ThreadState ts, PyMethod self) {
        PyObject getattr = ts.interp.builtins.get("getattr");
        PyObject name = Attributes.get(ts, self.function, NAME);
        PyTuple result = PyTuple.of(getattr, PyTuple.of(self.self, name));
        Refs.drop(name);
        return result;
    }

    @Attribute(value = "__func__", member = true, doc = "the function (or other callable) implementing a method")
    static PyObject getFunction(PyMethod self) {
        return self.function;
    }

    @Attribute(value = "__self__", member = true, doc = "the instance to which a method is bound")
    static PyObject getSelf(PyMethod self) {
        return self.self;
    }

    @Attribute("__doc__")
    static PyObject getDoc(ThreadState ts, PyMethod self) {
        return Attributes.get(ts, self.function, "__doc__");
    }
}
