package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PySuper;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Instances;
import org.krait.runtime.Supers;

/** The methods of {@code super}. */
@BuiltinType(base = ObjectMethods.class, doc = """
        super() -> same as super(__class__, <first argument>)
        super(type) -> unbound super object
        super(type, obj) -> bound super object; requires isinstance(obj, type)
        super(type, type2) -> bound super object; requires issubclass(type2, type)
        Typical use to call a cooperative superclass method:
        class C(B):
            def meth(self, arg):
                super().meth(arg)
        This works for class methods too:
        class C(B):
            @classmethod
            def cmeth(cls, arg):
                super().cmeth(arg)
        """)
public final class SuperMethods {
    private static final PyStr CLASS = PyStr.interned("__class__");

    private SuperMethods() {}

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        return new PySuper(type);
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PySuper self, PyObject[] args, PyStr[] keywords) {
        if (keywords != null && keywords.length > 0) {
            throw Errors.typeError("super() takes no keyword arguments");
        }
        if (args.length > 2) {
            throw Errors.typeError("super() expected at most 2 arguments, got " + args.length);
        }
        Supers.initialize(ts, self, args);
    }

    @Builtin("__getattribute__(self, name, /)")
    static PyObject getAttribute(ThreadState ts, PySuper self, PyObject name) {
        PyStr attribute = Instances.attributeName(name);
        if (self.selfClass() != null && !attribute.equalTo(CLASS)) {
            PyObject found = Supers.lookup(ts, self.thisClass(), self.self(), self.selfClass(), attribute);
            if (found != null) {
                return found;
            }
        }
        return Attributes.genericGet(ts, self, attribute);
    }

    @Builtin("__get__(self, instance, owner=None, /)")
    static PyObject get(ThreadState ts, PySuper self, PyObject instance, PyObject owner) {
        if (instance == null || self.self() != null) {
            return self;
        }
        if (self.type != PySuper.TYPE) {
            return Calls.call(ts, self.type, self.thisClass(), instance);
        }
        PySuper made = new PySuper(PySuper.TYPE);
        made.set(self.thisClass(), instance, Supers.selfClass(ts, self.thisClass(), instance));
        return made;
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(PySuper self) {
        String cls = self.thisClass() == null ? "NULL" : self.thisClass().name();
        return PyStr.of(self.selfClass() == null
                ? "<super: <class '" + cls + "'>, NULL>"
                : "<super: <class '" + cls + "'>, <" + self.selfClass().name() + " object>>");
    }

    @Attribute(value = "__thisclass__", member = true, doc = "the class invoking super()")
    static PyObject getThisClass(PySuper self) {
        return self.thisClass() == null ? PySingleton.NONE : self.thisClass();
    }

    @Attribute(value = "__self__", member = true, doc = "the instance invoking super(); may be None")
    static PyObject getSelf(PySuper self) {
        return self.self() == null ? PySingleton.NONE : self.self();
    }

    @Attribute(value = "__self_class__", member = true, doc = "the type of the instance invoking super(); may be None")
    static PyObject getSelfClass(PySuper self) {
        return self.selfClass() == null ? PySingleton.NONE : self.selfClass();
    }
}
