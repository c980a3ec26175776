package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyCell;
import org.krait.objects.PyDict;
import org.krait.objects.PyFunction;
import org.krait.objects.PyMethod;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Calls;
import org.krait.runtime.Frames;

/** The methods of {@code function}. */
@BuiltinType(base = ObjectMethods.class, signature = "__new__", doc = """
        Create a function object.

          code
            a code object
          globals
            the globals dictionary
          name
            a string that overrides the name from the code object
          argdefs
            a tuple that specifies the default argument values
          closure
            a tuple that supplies the bindings for free variables""")
public final class FunctionMethods {
    private static final PyStr NAME = PyStr.interned("__name__");

    private FunctionMethods() {}

    @Builtin("__new__(type, /, code, globals, name=None, argdefs=None, closure=None)")
    static PyObject make(ThreadState ts, PyType type, CodeObject code, PyDict globals, PyObject name, PyObject argdefs,
            PyObject closure) {
        if (name != null && name != PySingleton.NONE && !(name instanceof PyStr)) {
            throw Errors.typeError("arg 3 (name) must be None or string");
        }
        if (argdefs != null && argdefs != PySingleton.NONE && !(argdefs instanceof PyTuple)) {
            throw Errors.typeError("arg 4 (defaults) must be None or tuple");
        }
        PyTuple cells = closure(code, closure);
        PyFunction f = new PyFunction(code, globals, Frames.builtinsOf(ts, globals), cells);
        PyObject module = globals.get(NAME);
        if (module != null) {
            f.setModule(module);
        }
        if (name instanceof PyStr text) {
            f.setName(text);
        }
        if (argdefs instanceof PyTuple tuple) {
            f.setDefaults(tuple);
        }
        return f;
    }

    private static PyTuple closure(CodeObject code, PyObject closure) {
        boolean given = closure != null && closure != PySingleton.NONE;
        if (!(closure instanceof PyTuple) && (code.freeCount > 0 || given)) {
            throw Errors.typeError(code.freeCount > 0 && !given
                    ? "arg 5 (closure) must be tuple"
                    : "arg 5 (closure) must be None or tuple");
        }
        int size = closure instanceof PyTuple tuple ? tuple.size() : 0;
        if (size != code.freeCount) {
            throw Errors.valueError(code.name + " requires closure of length " + code.freeCount + ", not " + size);
        }
        if (size == 0) {
            return null;
        }
        for (PyObject item : ((PyTuple) closure).items) {
            if (!(item instanceof PyCell)) {
                throw Errors.typeError("arg 5 (closure) expected cell, found " + item.type.name());
            }
        }
        return (PyTuple) closure;
    }

    @Builtin("__call__(self, /, *args, **kwargs)")
    static PyObject call(ThreadState ts, PyFunction self, PyObject[] args, PyStr[] keywords) {
        return Calls.callFunction(ts, self, args, keywords);
    }

    @Builtin("__get__(self, instance, owner=None, /)")
    static PyObject get(PyFunction self, PyObject instance, PyObject owner) {
        return instance == null ? self : new PyMethod(self, instance);
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyFunction self) {
        return "<function " + self.qualifiedName() + " at " + Addresses.of(ts, self) + ">";
    }

    @Attribute(value = "__closure__", member = true)
    static PyObject getClosure(PyFunction self) {
        return self.closure;
    }

    @Attribute(value = "__globals__", member = true)
    static PyObject getGlobals(PyFunction self) {
        return self.globals;
    }

    @Attribute(value = "__builtins__", member = true)
    static PyObject getBuiltins(PyFunction self) {
        return self.builtins;
    }

    @Attribute(value = "__doc__", member = true)
    static PyObject getDoc(PyFunction self) {
        return self.doc();
    }

    @Attribute(value = "__doc__", setter = true)
    static void setDoc(PyFunction self, PyObject value) {
        self.setDoc(value == null ? PySingleton.NONE : value);
    }

    @Attribute(value = "__module__", member = true)
    static PyObject getModule(PyFunction self) {
        return self.module();
    }

    @Attribute(value = "__module__", setter = true)
    static void setModule(PyFunction self, PyObject value) {
        self.setModule(value);
    }

    @Attribute("__code__")
    static PyObject getCode(PyFunction self) {
        return self.code();
    }

    @Attribute(value = "__code__", setter = true)
    static void setCode(ThreadState ts, PyFunction self, PyObject value) {
        AuditHooks.raise(ts, "object.__setattr__", self, PyStr.interned("__code__"),
                value == null ? PySingleton.NONE : value);
        if (!(value instanceof CodeObject code)) {
            throw Errors.typeError("__code__ must be set to a code object");
        }
        int size = self.closure == null ? 0 : self.closure.size();
        if (code.freeCount != size) {
            throw Errors.valueError(self.name() + "() requires a code object with " + size + " free vars, not "
                    + code.freeCount);
        }
        self.setCode(code);
    }

    @Attribute("__defaults__")
    static PyObject getDefaults(PyFunction self) {
        return self.defaults();
    }

    @Attribute(value = "__defaults__", setter = true)
    static void setDefaults(ThreadState ts, PyFunction self, PyObject value) {
        AuditHooks.raise(ts, "object.__setattr__", self, PyStr.interned("__defaults__"),
                value == null ? PySingleton.NONE : value);
        if (value != null && value != PySingleton.NONE && !(value instanceof PyTuple)) {
            throw Errors.typeError("__defaults__ must be set to a tuple object");
        }
        self.setDefaults(value instanceof PyTuple tuple ? tuple : null);
    }

    @Attribute("__kwdefaults__")
    static PyObject getKeywordDefaults(PyFunction self) {
        return self.keywordDefaults();
    }

    @Attribute(value = "__kwdefaults__", setter = true)
    static void setKeywordDefaults(ThreadState ts, PyFunction self, PyObject value) {
        AuditHooks.raise(ts, "object.__setattr__", self, PyStr.interned("__kwdefaults__"),
                value == null ? PySingleton.NONE : value);
        if (value != null && value != PySingleton.NONE && !(value instanceof PyDict)) {
            throw Errors.typeError("__kwdefaults__ must be set to a dict object");
        }
        self.setKeywordDefaults(value instanceof PyDict dict ? dict : null);
    }

    @Attribute("__annotations__")
    static PyObject getAnnotations(ThreadState ts, PyFunction self) {
        if (self.annotations() instanceof PyDict dict) {
            return dict;
        }
        PyDict dict = new PyDict();
        if (self.annotations() instanceof PyTuple pairs) {
            for (int i = 0; i + 1 < pairs.size(); i += 2) {
                dict.put(ts, pairs.item(i), pairs.item(i + 1));
            }
        }
        self.setAnnotations(dict);
        return dict;
    }

    @Attribute(value = "__annotations__", setter = true)
    static void setAnnotations(PyFunction self, PyObject value) {
        if (value != null && value != PySingleton.NONE && !(value instanceof PyDict)) {
            throw Errors.typeError("__annotations__ must be set to a dict object");
        }
        self.setAnnotations(value instanceof PyDict dict ? dict : null);
    }

    @Attribute("__dict__")
    static PyObject getDict(PyFunction self) {
        return self.materializeDict();
    }

    @Attribute(value = "__dict__", setter = true)
    static void setDict(PyFunction self, PyObject value) {
        Wrapping.setDict(self, value);
    }

    @Attribute("__name__")
    static PyObject getName(PyFunction self) {
        return self.name();
    }

    @Attribute(value = "__name__", setter = true)
    static void setName(PyFunction self, PyObject value) {
        if (!(value instanceof PyStr name)) {
            throw Errors.typeError("__name__ must be set to a string object");
        }
        self.setName(name);
    }

    @Attribute("__qualname__")
    static PyObject getQualifiedName(PyFunction self) {
        return self.qualifiedName();
    }

    @Attribute(value = "__qualname__", setter = true)
    static void setQualifiedName(PyFunction self, PyObject value) {
        if (!(value instanceof PyStr name)) {
            throw Errors.typeError("__qualname__ must be set to a string object");
        }
        self.setQualifiedName(name);
    }

    @Attribute("__type_params__")
    static PyObject getTypeParams(PyFunction self) {
        return self.typeParams() == null ? PyTuple.EMPTY : self.typeParams();
    }

    @Attribute(value = "__type_params__", setter = true)
    static void setTypeParams(PyFunction self, PyObject value) {
        if (!(value instanceof PyTuple)) {
            throw Errors.typeError("__type_params__ must be set to a tuple");
        }
        self.setTypeParams(value);
    }
}
