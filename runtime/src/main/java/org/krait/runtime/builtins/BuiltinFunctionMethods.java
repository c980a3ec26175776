package org.krait.runtime.builtins;

import org.krait.objects.PyBool;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.BuiltinCalls;
/** The methods of {@code builtin_function_or_method}. */
@BuiltinType(base = ObjectMethods.class)
public final class BuiltinFunctionMethods {
    private BuiltinFunctionMethods() {}

    @Builtin("__call__(self, /, *args, **kwargs)")
    static PyObject call(ThreadState ts, PyBuiltin self, PyObject[] args, PyStr[] keywords) {
        return BuiltinCalls.call(ts, self, args, keywords);
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyBuiltin self) {
        if (self.self == null && self.owner != null) {
            return "<built-in method " + self.name + " of type object at " + Addresses.of(ts, self.owner) + ">";
        }
        if (self.self == null || self.self instanceof PyModule) {
            return "<built-in function " + self.name + ">";
        }
        return "<built-in method " + self.name + " of " + self.self.type.name() + " object at "
                + Addresses.of(ts, self.self) + ">";
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(ThreadState ts, PyBuiltin self) {
        PyObject receiver = getSelf(ts, self);
        return receiver == PySingleton.NONE || receiver instanceof PyModule
                ? self.name
                : BuiltinText.reduce(ts, receiver, self.name);
    }

    @Attribute("__name__")
    static PyObject getName(PyBuiltin self) {
        return self.name;
    }

    @Attribute("__qualname__")
    static String getQualifiedName(PyBuiltin self) {
        if (self.self == null && self.owner != null) {
            return self.owner.qualifiedName() + "." + self.name;
        }
        if (self.self == null || self.self instanceof PyModule) {
            return self.name.toString();
        }
        PyType type = self.self instanceof PyType cls ? cls : self.self.type;
        return type.qualifiedName() + "." + self.name;
    }

    @Attribute("__doc__")
    static PyObject getDoc(PyBuiltin self) {
        return BuiltinText.doc(self);
    }

    /** The bound object; the module of a function. */
    @Attribute("__self__")
    static PyObject getSelf(ThreadState ts, PyBuiltin self) {
        if (self.self != null) {
            return self.self;
        }
        if (self.owner != null) {
            return self.owner;
        }
        PyObject module = self.module == null ? null : ts.interp.modules.get(self.module);
        if (module == null && self.module != null && self.module.startsWith("sys.")) {
            // A namespace of sys is not among the modules.
            PyObject sys = ts.interp.modules.get("sys");
            module = sys == null ? null : Attributes.lookup(ts, sys, self.module.substring("sys.".length()));
        }
        return module == null ? PySingleton.NONE : module;
    }

    @Attribute(value = "__module__", member = true)
    static PyObject getModule(PyBuiltin self) {
        return self.module == null ? PySingleton.NONE : PyStr.interned(self.module);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(PyBuiltin self, PyObject value) {
        return value.type == self.type ? PyBool.of(isEqual(self, value)) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(PyBuiltin self, PyObject value) {
        return value.type == self.type ? PyBool.of(!isEqual(self, value)) : PySingleton.NOT_IMPLEMENTED;
    }

    private static boolean isEqual(PyBuiltin a, PyObject o) {
        PyBuiltin b = (PyBuiltin) o;
        return a == b || a.self == b.self && a.self != null && a.table == b.table && a.id == b.id;
    }

    @Builtin("__hash__(self, /)")
    static long hash(PyBuiltin self) {
        int row = System.identityHashCode(self.table) * 31 + self.id;
        return self.self == null ? row : row ^ System.identityHashCode(self.self);
    }

    @Attribute("__text_signature__")
    static PyObject getSignature(PyBuiltin self) {
        return BuiltinText.signature(self);
    }
}
