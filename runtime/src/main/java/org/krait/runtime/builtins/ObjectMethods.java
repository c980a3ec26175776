package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.CompareOp;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Instances;
import org.krait.runtime.Texts;

/** The methods of {@code object}. */
@BuiltinType(base = void.class, signature = "()", doc = """
        The base class of the class hierarchy.

        When called, it accepts no arguments and returns a new featureless
        instance that has no instance attributes and cannot be given any.
        """)
public final class ObjectMethods {
    private static final PyStr DICT = PyStr.interned("__dict__");
    private static final PyStr CLASS = PyStr.interned("__class__");
    private static final PyStr BASES = PyStr.interned("__bases__");
    private static final PyStr REDUCE = PyStr.interned("__reduce__");

    private ObjectMethods() {}

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        if (args.length > 0) {
            if (type.special(Special.NEW) != PyType.OBJECT.special(Special.NEW)) {
                throw Errors.typeError("object.__new__() takes exactly one argument (the type to instantiate)");
            }
            if (type.special(Special.INIT) == PyType.OBJECT.special(Special.INIT)) {
                throw Errors.typeError(type.name() + "() takes no arguments");
            }
        }
        return Instances.allocate(ts, type);
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PyObject self, PyObject[] args, PyStr[] keywords) {
        if (args.length > 0) {
            PyType type = self.type;
            if (type.special(Special.INIT) != PyType.OBJECT.special(Special.INIT)) {
                throw Errors.typeError(
                        "object.__init__() takes exactly one argument (the instance to initialize)");
            }
            if (type.special(Special.NEW) == PyType.OBJECT.special(Special.NEW)) {
                throw Errors.typeError(
                        type.name() + ".__init__() takes exactly one argument (the instance to initialize)");
            }
        }
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyObject self) {
        PyType type = self.type;
        PyObject module = Instances.moduleOf(ts, type);
        StringBuilder text = new StringBuilder("<");
        if (module instanceof PyStr m && !m.equalTo("builtins")) {
            text.append(m).append('.').append(type.qualifiedName());
        } else {
            text.append(type.name());
        }
        text.append(" object at 0x").append(Long.toHexString(Identity.of(ts.interp, self))).append('>');
        return PyStr.of(text.toString());
    }

    @Builtin("__str__(self, /)")
    static PyObject str(ThreadState ts, PyObject self) {
        return self.type.slots().repr(ts, self);
    }

    @Builtin("__hash__(self, /)")
    static long hash(ThreadState ts, PyObject self) {
        long id = Identity.of(ts.interp, self);
        return id >>> 4 | id << 60;
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject eq(PyObject self, PyObject value) {
        return self == value ? PyBool.TRUE : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject ne(ThreadState ts, PyObject self, PyObject value) {
        PyObject equal = self.type.slots().compare(ts, CompareOp.EQ, self, value);
        if (equal == PySingleton.NOT_IMPLEMENTED) {
            return equal;
        }
        if (equal instanceof PyBool b) {
            return PyBool.of(b == PyBool.FALSE);
        }
        boolean truth = equal.type.slots().truth(ts, equal);
        Refs.drop(equal);
        return PyBool.of(!truth);
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject lt(PyObject self, PyObject value) {
        return PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__le__(self, value, /)")
    static PyObject le(PyObject self, PyObject value) {
        return PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject gt(PyObject self, PyObject value) {
        return PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject ge(PyObject self, PyObject value) {
        return PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__getattribute__(self, name, /)")
    static PyObject getAttribute(ThreadState ts, PyObject self, PyObject name) {
        return Attributes.genericGet(ts, self, Instances.attributeName(name));
    }

    @Builtin("__setattr__(self, name, value, /)")
    static void setAttribute(ThreadState ts, PyObject self, PyObject name, PyObject value) {
        Instances.checkDirectSet(self, "__setattr__");
        Attributes.genericSet(ts, self, Instances.attributeName(name), value);
    }

    @Builtin("__delattr__(self, name, /)")
    static void deleteAttribute(ThreadState ts, PyObject self, PyObject name) {
        Instances.checkDirectSet(self, "__delattr__");
        Attributes.genericSet(ts, self, Instances.attributeName(name), null);
    }

    @Attribute(value = "__class__", doc = "the object's class")
    static PyObject getClass(PyObject self) {
        return self.type;
    }

    @Attribute(value = "__class__", setter = true)
    static void setClass(ThreadState ts, PyObject self, PyObject value) {
        AuditHooks.raise(ts, "object.__setattr__", self, PyStr.interned("__class__"), value);
        Instances.setClass(self, value);
    }

    @Builtin(value = "__dir__(self, /)", doc = "Default dir() implementation.")
    static PyObject dir(ThreadState ts, PyObject self) {
        PyDict names = new PyDict();
        PyObject own = Attributes.lookup(ts, self, DICT);
        if (own instanceof PyDict d) {
            names.putAll(ts, d);
        }
        PyObject cls = Attributes.lookup(ts, self, CLASS);
        if (cls != null) {
            mergeClass(ts, names, cls);
            Refs.drop(cls);
        }
        return keys(names);
    }

    /** Adds the names of a class and, recursively, of its bases. */
    static void mergeClass(ThreadState ts, PyDict names, PyObject cls) {
        if (cls instanceof PyType t) {
            for (int i = t.mro.length - 1; i >= 0; i--) {
                names.putAll(ts, t.mro[i].namespace());
            }
            return;
        }
        PyObject dict = Attributes.lookup(ts, cls, DICT);
        if (dict instanceof PyDict d) {
            names.putAll(ts, d);
        }
        Refs.xdrop(dict);
        PyObject bases = Attributes.lookup(ts, cls, BASES);
        if (bases instanceof PyTuple tuple) {
            for (PyObject base : tuple.items) {
                mergeClass(ts, names, base);
            }
        }
        Refs.xdrop(bases);
    }

    static PyList keys(PyDict names) {
        PyList list = new PyList();
        for (int i = names.nextEntry(0); i >= 0; i = names.nextEntry(i + 1)) {
            list.append(names.keys[i]);
        }
        Refs.drop(names);
        return list;
    }

    @Builtin(value = "__format__(self, format_spec, /)", doc = """
            Default object formatter.

            Return str(self) if format_spec is empty. Raise TypeError otherwise.""")
    static PyObject format(ThreadState ts, PyObject self, PyObject format_spec) {
        if (!(format_spec instanceof PyStr spec)) {
            throw Errors.typeError("__format__() argument must be str, not " + Arguments.shown(format_spec));
        }
        if (spec.length() > 0) {
            throw Errors.typeError("unsupported format string passed to " + self.type.name() + ".__format__");
        }
        return Texts.str(ts, self);
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "Size of object in memory, in bytes.")
    static long sizeOf(PyObject self) {
        PyInstance attributes = self.attributes();
        return 16 + (attributes == null ? 0 : 8L * self.type.slotCount);
    }

    @Builtin(value = "__getstate__(self, /)", doc = "Helper for pickle.")
    static PyObject getState(ThreadState ts, PyObject self) {
        return Reduction.defaultState(ts, self, false);
    }

    @Builtin(value = "__reduce__(self, /)", doc = "Helper for pickle.")
    static PyObject reduce(ThreadState ts, PyObject self) {
        return Reduction.reduce(ts, self, 0);
    }

    @Builtin(value = "__reduce_ex__(self, protocol, /)", doc = "Helper for pickle.")
    static PyObject reduceEx(ThreadState ts, PyObject self, int protocol) {
        PyObject reduce = self.type.lookup(REDUCE);
        if (reduce != null && reduce != PyType.OBJECT.lookup(REDUCE)) {
            return Calls.callMethod(ts, self, REDUCE);
        }
        return Reduction.reduce(ts, self, protocol);
    }

    @Builtin(value = "__init_subclass__(cls, /, *args, **kwargs)", kind = Builtin.Kind.CLASS_METHOD, doc = """
            This method is called when a class is subclassed.

            The default implementation does nothing. It may be
            overridden to extend subclasses.
            """)
    static void initSubclass(PyType cls, PyObject[] args, PyStr[] keywords) {
        if (keywords != null && keywords.length > 0) {
            throw Errors.typeError(cls.name() + ".__init_subclass__() takes no keyword arguments");
        }
        if (args.length > 0) {
            throw Errors.typeError(cls.name() + ".__init_subclass__() takes no arguments (" + args.length + " given)");
        }
    }

    @Builtin(value = "__subclasshook__(cls, /, *args)", kind = Builtin.Kind.CLASS_METHOD, doc = """
            Abstract classes can override this to customize issubclass().

            This is invoked early on by abc.ABCMeta.__subclasscheck__().
            It should return True, False or NotImplemented.  If it returns
            NotImplemented, the normal algorithm is used.  Otherwise, it
            overrides the normal algorithm (and the outcome is cached).
            """)
    static PyObject subclassHook(PyType cls, PyObject[] args) {
        return PySingleton.NOT_IMPLEMENTED;
    }
}
