package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PyProperty;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;

/** The methods of {@code property}. */
@BuiltinType(base = ObjectMethods.class, signature = "__init__", doc = """
        Property attribute.

          fget
            function to be used for getting an attribute value
          fset
            function to be used for setting an attribute value
          fdel
            function to be used for del'ing an attribute
          doc
            docstring

        Typical use is to define a managed attribute x:

        class C(object):
            def getx(self): return self._x
            def setx(self, value): self._x = value
            def delx(self): del self._x
            x = property(getx, setx, delx, "I'm the 'x' property.")

        Decorators make defining new properties or modifying existing ones easy:

        class C(object):
            @property
            def x(self):
                "I am the 'x' property."
                return self._x
            @x.setter
            def x(self, value):
                self._x = value
            @x.deleter
            def x(self):
                del self._x""")
public final class PropertyMethods {
    private static final PyStr DOC = PyStr.interned("__doc__");
    private static final PyStr ABSTRACT = PyStr.interned("__isabstractmethod__");

    private PropertyMethods() {}

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        return new PyProperty(type);
    }

    @Builtin("__init__(self, /, fget=None, fset=None, fdel=None, doc=None)")
    static void init(ThreadState ts, PyProperty self, PyObject fget, PyObject fset, PyObject fdel, PyObject doc) {
        self.setGetter(orNull(fget));
        self.setSetter(orNull(fset));
        self.setDeleter(orNull(fdel));
        self.setDoc(null);
        self.setName(null);
        self.getterDoc = false;
        PyObject text = orNull(doc);
        if (text == null && self.getter() != null) {
            text = orNull(Attributes.lookup(ts, self.getter(), DOC));
            self.getterDoc = text != null;
        }
        if (self.type == PyProperty.TYPE) {
            self.setDoc(text);
            return;
        }
        // A subclass hides the member __doc__ by its own: the text goes to the instance, if it can.
        try {
            Attributes.set(ts, self, DOC, text == null ? PySingleton.NONE : text);
        } catch (PyException e) {
            if (self.getterDoc || !e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
                throw e;
            }
            e.swallow();
        }
    }

    private static PyObject orNull(PyObject o) {
        return o == PySingleton.NONE ? null : o;
    }

    @Builtin("__get__(self, instance, owner=None, /)")
    static PyObject get(ThreadState ts, PyProperty self, PyObject instance, PyObject owner) {
        if (instance == null) {
            return self;
        }
        PyObject getter = self.getter();
        if (getter == null) {
            throw missing(ts, self, instance, "getter");
        }
        return Calls.call(ts, getter, instance);
    }

    @Builtin("__set__(self, instance, value, /)")
    static void set(ThreadState ts, PyProperty self, PyObject instance, PyObject value) {
        PyObject setter = self.setter();
        if (setter == null) {
            throw missing(ts, self, instance, "setter");
        }
        Refs.drop(Calls.call(ts, setter, instance, value));
    }

    @Builtin("__delete__(self, instance, /)")
    static void delete(ThreadState ts, PyProperty self, PyObject instance) {
        PyObject deleter = self.deleter();
        if (deleter == null) {
            throw missing(ts, self, instance, "deleter");
        }
        Refs.drop(Calls.call(ts, deleter, instance));
    }

    private static RuntimeException missing(ThreadState ts, PyProperty self, PyObject instance, String what) {
        PyStr owner = instance.type.qualifiedName();
        PyStr ownerText = Texts.repr(ts, owner);
        return Errors.attributeError(self.name() == null
                ? "property of " + ownerText + " object has no " + what
                : "property " + Texts.repr(ts, self.name()) + " of " + ownerText + " object has no " + what);
    }

    @Builtin(value = "getter(self, fget, /)",
            doc = "Descriptor to obtain a copy of the property with a different getter.")
    static PyObject getter(ThreadState ts, PyProperty self, PyObject fget) {
        return copy(ts, self, fget, null, null);
    }

    @Builtin(value = "setter(self, fset, /)",
            doc = "Descriptor to obtain a copy of the property with a different setter.")
    static PyObject setter(ThreadState ts, PyProperty self, PyObject fset) {
        return copy(ts, self, null, fset, null);
    }

    @Builtin(value = "deleter(self, fdel, /)",
            doc = "Descriptor to obtain a copy of the property with a different deleter.")
    static PyObject deleter(ThreadState ts, PyProperty self, PyObject fdel) {
        return copy(ts, self, null, null, fdel);
    }

    private static PyObject copy(ThreadState ts, PyProperty self, PyObject fget, PyObject fset, PyObject fdel) {
        PyObject get = fget == null || fget == PySingleton.NONE ? orNone(self.getter()) : fget;
        PyObject set = fset == null || fset == PySingleton.NONE ? orNone(self.setter()) : fset;
        PyObject delete = fdel == null || fdel == PySingleton.NONE ? orNone(self.deleter()) : fdel;
        PyObject doc = self.getterDoc && get != PySingleton.NONE ? PySingleton.NONE : orNone(self.doc());
        PyObject made = Calls.call(ts, self.type, new PyObject[] {get, set, delete, doc}, null);
        if (made instanceof PyProperty p) {
            p.setName(self.name());
        }
        return made;
    }

    private static PyObject orNone(PyObject o) {
        return o == null ? PySingleton.NONE : o;
    }

    @Builtin(value = "__set_name__(self, /, *args)", doc = "Method to set name of a property.")
    static void setName(PyProperty self, PyObject[] args) {
        if (args.length != 2) {
            throw Errors.typeError("__set_name__() takes 2 positional arguments but " + args.length + " were given");
        }
        self.setName(args[1]);
    }

    @Attribute(value = "fget", member = true)
    static PyObject getGetter(PyProperty self) {
        return orNone(self.getter());
    }

    @Attribute(value = "fset", member = true)
    static PyObject getSetter(PyProperty self) {
        return orNone(self.setter());
    }

    @Attribute(value = "fdel", member = true)
    static PyObject getDeleter(PyProperty self) {
        return orNone(self.deleter());
    }

    @Attribute(value = "__doc__", member = true)
    static PyObject getDoc(PyProperty self) {
        return orNone(self.doc());
    }

    @Attribute(value = "__doc__", setter = true, member = true)
    static void setDoc(PyProperty self, PyObject value) {
        self.setDoc(orNull(value));
    }

    @Attribute(value = "__isabstractmethod__")
    static boolean isAbstract(ThreadState ts, PyProperty self) {
        return isAbstract(ts, self.getter()) || isAbstract(ts, self.setter()) || isAbstract(ts, self.deleter());
    }

    /** The truth of {@code o.__isabstractmethod__}; false for null. */
    static boolean isAbstract(ThreadState ts, PyObject o) {
        if (o == null || o instanceof PyBuiltin) {
            return false;
        }
        PyObject flag = Attributes.lookup(ts, o, ABSTRACT);
        return flag != null && flag.type.slots().truth(ts, flag);
    }
}
