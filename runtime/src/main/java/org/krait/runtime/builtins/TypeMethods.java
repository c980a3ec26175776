package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.BuiltinTable;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyMappingProxy;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Instances;
import org.krait.runtime.TypeBuilder;
import org.krait.runtime.TypeChecks;

/** The methods of {@code type}. */
@BuiltinType(base = ObjectMethods.class, doc = """
        type(object) -> the object's type
        type(name, bases, dict, **kwds) -> a new type""")
public final class TypeMethods {
    private static final PyStr MODULE = PyStr.interned("__module__");
    private static final PyStr DOC = PyStr.interned("__doc__");
    private static final PyStr ABSTRACT_METHODS = PyStr.interned("__abstractmethods__");
    private static final PyStr ANNOTATIONS = PyStr.interned("__annotations__");
    private static final PyStr TYPE_PARAMS = PyStr.interned("__type_params__");

    private TypeMethods() {}

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        int given = keywords == null ? args.length : args.length - keywords.length;
        if (given != 3) {
            throw Errors.typeError("type.__new__() takes exactly 3 arguments (" + given + " given)");
        }
        if (!(args[0] instanceof PyStr name)) {
            throw Errors.typeError("type.__new__() argument 1 must be str, not " + Arguments.shown(args[0]));
        }
        if (!(args[1] instanceof PyTuple bases)) {
            throw Errors.typeError("type.__new__() argument 2 must be tuple, not " + Arguments.shown(args[1]));
        }
        if (!(args[2] instanceof PyDict dict)) {
            throw Errors.typeError("type.__new__() argument 3 must be dict, not " + Arguments.shown(args[2]));
        }
        PyObject[] values = new PyObject[args.length - 3];
        System.arraycopy(args, 3, values, 0, values.length);
        return TypeBuilder.make(ts, type, name, bases, dict, values, keywords);
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PyType self, PyObject[] args, PyStr[] keywords) {
        int given = keywords == null ? args.length : args.length - keywords.length;
        if (given == 1 && given < args.length) {
            throw Errors.typeError("type.__init__() takes no keyword arguments");
        }
        if (given != 1 && given != 3) {
            throw Errors.typeError("type.__init__() takes 1 or 3 arguments");
        }
    }

    @Builtin("__call__(self, /, *args, **kwargs)")
    static PyObject call(ThreadState ts, PyType self, PyObject[] args, PyStr[] keywords) {
        if (self == PyType.TYPE) {
            if (args.length == 1 && (keywords == null || keywords.length == 0)) {
                return args[0].type;
            }
            int given = keywords == null ? args.length : args.length - keywords.length;
            if (given != 3) {
                throw Errors.typeError("type() takes 1 or 3 arguments");
            }
        }
        return Instances.create(ts, self, args, keywords);
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyType self) {
        PyObject module = Instances.moduleOf(ts, self);
        return PyStr.of(module instanceof PyStr m && !m.equalTo("builtins")
                ? "<class '" + m + "." + self.qualifiedName() + "'>"
                : "<class '" + self.name() + "'>");
    }

    @Builtin("__getattribute__(self, name, /)")
    static PyObject getAttribute(ThreadState ts, PyType self, PyObject name) {
        return Attributes.typeGet(ts, self, Instances.attributeName(name));
    }

    @Builtin("__setattr__(self, name, value, /)")
    static void setAttribute(ThreadState ts, PyType self, PyObject name, PyObject value) {
        Attributes.typeSet(ts, self, Instances.attributeName(name), value);
    }

    @Builtin("__delattr__(self, name, /)")
    static void deleteAttribute(ThreadState ts, PyType self, PyObject name) {
        Attributes.typeSet(ts, self, Instances.attributeName(name), null);
    }

    @Builtin("__or__(self, value, /)")
    static PyObject or(ThreadState ts, PyObject self, PyObject value) {
        return Unions.or(ts, self, value);
    }

    @Builtin("__ror__(self, value, /)")
    static PyObject ror(ThreadState ts, PyObject self, PyObject value) {
        return Unions.or(ts, value, self);
    }

    @Builtin(value = "mro(self, /)", doc = "Return a type's method resolution order.")
    static PyObject mro(PyType self) {
        return PyList.of((PyObject[]) TypeBuilder.computeMro(self));
    }

    @Builtin(value = "__subclasses__(self, /)", doc = "Return a list of immediate subclasses.")
    static PyObject subclasses(ThreadState ts, PyType self) {
        PyList list = new PyList();
        if (Mutations.WATCHED) {
            Mutations.notePart(self, Mutations.SUBCLASSES);
        }
        for (PyType sub : TypeBuilder.subclasses(ts, self)) {
            list.append(sub);
        }
        return list;
    }

    @Builtin(value = "__prepare__(cls, /, *args, **kwargs)", kind = Builtin.Kind.CLASS_METHOD,
            doc = "Create the namespace for the class statement")
    static PyObject prepare(PyType cls, PyObject[] args, PyStr[] keywords) {
        return new PyDict();
    }

    @Builtin(value = "__instancecheck__(self, instance, /)", doc = "Check if an object is an instance.")
    static boolean instanceCheck(ThreadState ts, PyType self, PyObject instance) {
        return TypeChecks.recursiveIsInstance(ts, instance, self);
    }

    @Builtin(value = "__subclasscheck__(self, subclass, /)", doc = "Check if a class is a subclass.")
    static boolean subclassCheck(ThreadState ts, PyType self, PyObject subclass) {
        return TypeChecks.recursiveIsSubclass(ts, subclass, self);
    }

    @Builtin(value = "__dir__(self, /)", doc = "Specialized __dir__ implementation for types.")
    static PyObject dir(ThreadState ts, PyType self) {
        PyDict names = new PyDict();
        ObjectMethods.mergeClass(ts, names, self);
        return ObjectMethods.keys(names);
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "Return memory consumption of the type object.")
    static long sizeOf(PyType self) {
        return self.isHeapType() ? 936 : 408;
    }

    @Attribute(value = "__name__")
    static PyObject getName(PyType self) {
        return self.pyName();
    }

    @Attribute(value = "__name__", setter = true)
    static void setName(ThreadState ts, PyType self, PyObject value) {
        checkSettable(ts, self, value, "__name__");
        if (!(value instanceof PyStr text)) {
            throw Errors.typeError("can only assign string to " + self.name() + ".__name__, not '" + value.type.name()
                    + "'");
        }
        TypeBuilder.checkName(text);
        self.setName(text);
    }

    @Attribute(value = "__qualname__")
    static PyObject getQualifiedName(PyType self) {
        return self.qualifiedName();
    }

    @Attribute(value = "__qualname__", setter = true)
    static void setQualifiedName(ThreadState ts, PyType self, PyObject value) {
        checkSettable(ts, self, value, "__qualname__");
        if (!(value instanceof PyStr text)) {
            throw Errors.typeError("can only assign string to " + self.name() + ".__qualname__, not '"
                    + value.type.name() + "'");
        }
        self.setQualifiedName(text);
    }

    private static void checkSettable(ThreadState ts, PyType self, PyObject value, String attribute) {
        if (!self.isMutable()) {
            throw Errors.typeError("cannot set '" + attribute + "' attribute of immutable type '" + self.name() + "'");
        }
        if (value == null) {
            throw Errors.typeError("cannot delete '" + attribute + "' attribute of immutable type '" + self.name()
                    + "'");
        }
        AuditHooks.raise(ts, "object.__setattr__", self, PyStr.interned(attribute), value);
    }

    @Attribute(value = "__module__")
    static PyObject getModule(ThreadState ts, PyType self) {
        PyObject module = Instances.moduleOf(ts, self);
        if (module == null) {
            throw Errors.attributeError("__module__");
        }
        return module;
    }

    @Attribute(value = "__module__", setter = true)
    static void setModule(ThreadState ts, PyType self, PyObject value) {
        checkSettable(ts, self, value, "__module__");
        self.setOwn(MODULE, value);
    }

    @Attribute(value = "__bases__")
    static PyObject getBases(PyType self) {
        return self.bases();
    }

    @Attribute(value = "__bases__", setter = true)
    static void setBases(ThreadState ts, PyType self, PyObject value) {
        if (value != null) {
            AuditHooks.raise(ts, "object.__setattr__", self, PyStr.interned("__bases__"), value);
        }
        TypeBuilder.setBases(ts, self, value);
    }

    @Attribute(value = "__base__", member = true)
    static PyObject getBase(PyType self) {
        return self.base == null ? PySingleton.NONE : self.base;
    }

    @Attribute(value = "__mro__", member = true)
    static PyObject getMro(PyType self) {
        if (TypeBuilder.isIncomplete(self)) {
            return PySingleton.NONE;
        }
        PyObject[] mro = new PyObject[self.mro.length];
        System.arraycopy(self.mro, 0, mro, 0, mro.length);
        return PyTuple.of(mro);
    }

    @Attribute(value = "__dict__")
    static PyObject getDict(PyType self) {
        return new PyMappingProxy(self.namespace());
    }

    @Attribute(value = "__doc__")
    static PyObject getDoc(ThreadState ts, PyType self) {
        PyObject doc = self.namespace().get(DOC);
        if (self == PyType.TYPE) {
            // Its own entry is this descriptor.
            return PyStr.of(((BuiltinTable) self.slots()).doc());
        }
        return doc == null ? PySingleton.NONE : Attributes.bind(ts, doc, null, self);
    }

    @Attribute(value = "__doc__", setter = true)
    static void setDoc(ThreadState ts, PyType self, PyObject value) {
        checkSettable(ts, self, value, "__doc__");
        self.setOwn(DOC, value);
    }

    @Attribute(value = "__text_signature__")
    static PyObject getTextSignature(PyType self) {
        boolean own = !self.isHeapType() && (self.base == null || self.slots() != self.base.slots());
        String signature = own ? ((BuiltinTable) self.slots()).textSignature() : null;
        return signature == null ? PySingleton.NONE : PyStr.of(signature);
    }

    @Attribute(value = "__abstractmethods__")
    static PyObject getAbstractMethods(PyType self) {
        PyObject names = self == PyType.TYPE ? null : self.namespace().get(ABSTRACT_METHODS);
        if (names == null) {
            throw Errors.attributeError("__abstractmethods__");
        }
        return names;
    }

    @Attribute(value = "__abstractmethods__", setter = true)
    static void setAbstractMethods(ThreadState ts, PyType self, PyObject value) {
        boolean isAbstract = value != null && value.type.slots().truth(ts, value);
        if (!self.setOwn(ABSTRACT_METHODS, value)) {
            throw Errors.attributeError("__abstractmethods__");
        }
        self.flags = isAbstract ? self.flags | PyType.ABSTRACT : self.flags & ~PyType.ABSTRACT;
    }

    @Attribute(value = "__annotations__")
    static PyObject getAnnotations(ThreadState ts, PyType self) {
        if (!self.isHeapType()) {
            throw Errors.noAttribute(self, ANNOTATIONS);
        }
        PyObject annotations = self.namespace().get(ANNOTATIONS);
        if (annotations != null) {
            return Attributes.bind(ts, annotations, null, self);
        }
        PyDict made = new PyDict();
        self.setOwn(ANNOTATIONS, made);
        return made;
    }

    @Attribute(value = "__annotations__", setter = true)
    static void setAnnotations(PyType self, PyObject value) {
        if (!self.isMutable()) {
            throw Errors.typeError("cannot set '__annotations__' attribute of immutable type '" + self.name() + "'");
        }
        if (!self.setOwn(ANNOTATIONS, value)) {
            throw Errors.attributeError("__annotations__");
        }
    }

    @Attribute(value = "__type_params__")
    static PyObject getTypeParams(PyType self) {
        PyObject params = self.namespace().get(TYPE_PARAMS);
        return params == null ? PyTuple.EMPTY : params;
    }

    @Attribute(value = "__type_params__", setter = true)
    static void setTypeParams(ThreadState ts, PyType self, PyObject value) {
        checkSettable(ts, self, value, "__type_params__");
        self.setOwn(TYPE_PARAMS, value);
    }

    @Attribute(value = "__flags__", member = true)
    static long getFlags(PyType self) {
        long flags = 1L << 12 | (self.isHeapType() ? 1L << 9 : self.isMutable() ? 0 : 1L << 8);
        flags |= self.hasFlag(PyType.BASE) ? 1L << 10 : 0;
        flags |= self.hasFlag(PyType.ABSTRACT) ? 1L << 20 : 0;
        flags |= self.hasFlag(PyType.NO_NEW) ? 1L << 7 : 0;
        flags |= self.hasFlag(PyType.MAPPING) ? 1L << 6 : 0;
        flags |= self.hasFlag(PyType.SEQUENCE) ? 1L << 5 : 0;
        flags |= self.hasFlag(PyType.MATCH_SELF) ? 1L << 22 : 0;
        if (self.isHeapType()) {
            flags |= self.hasFlag(PyType.HAS_DICT) ? 1L << 4 | 1L << 14 : 0;
            flags |= self.hasFlag(PyType.HAS_WEAKREF) ? 1L << 3 : 0;
        }
        PyType[] families = {
            PyInt.TYPE, PyList.TYPE, PyTuple.TYPE, PyBytes.TYPE, PyStr.TYPE, PyDict.TYPE,
            ExceptionTypes.BASE_EXCEPTION, PyType.TYPE
        };
        for (int i = 0; i < families.length; i++) {
            flags |= self.isSubtypeOf(families[i]) ? 1L << 24 + i : 0;
        }
        return flags;
    }

    @Attribute(value = "__basicsize__", member = true)
    static long getBasicSize(PyType self) {
        if (self.isSubtypeOf(PyInt.TYPE) || self.isSubtypeOf(PyFloat.TYPE)) {
            return 24 + 8L * self.slotCount;
        }
        return 16 + 8L * self.slotCount + (self.isHeapType() || self == PyType.OBJECT ? 0 : 8);
    }

    @Attribute(value = "__itemsize__", member = true)
    static long getItemSize(PyType self) {
        return self.isSubtypeOf(PyInt.TYPE) ? 4 : self.isSubtypeOf(PyTuple.TYPE) ? 8
                : self.isSubtypeOf(PyBytes.TYPE) ? 1 : self.isSubtypeOf(PyType.TYPE) ? 40 : 0;
    }

    @Attribute(value = "__dictoffset__", member = true)
    static long getDictOffset(PyType self) {
        return self.hasFlag(PyType.HAS_DICT) ? self.isHeapType() ? -1 : 16 : 0;
    }

    @Attribute(value = "__weakrefoffset__", member = true)
    static long getWeakrefOffset(PyType self) {
        return self.hasFlag(PyType.HAS_WEAKREF) ? 24 : 0;
    }
}
