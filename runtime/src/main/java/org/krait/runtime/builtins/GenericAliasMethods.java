package org.krait.runtime.builtins;

import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBool;
import org.krait.objects.PyException;
import org.krait.objects.PyGenericAlias;
import org.krait.objects.PyList;
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
import org.krait.runtime.Instances;

/** The methods of {@code types.GenericAlias}. */
@BuiltinType(base = ObjectMethods.class, doc = """
        Represent a PEP 585 generic type

        E.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).""")
public final class GenericAliasMethods {
    private static final PyStr ORIG_CLASS = PyStr.interned("__orig_class__");

    private GenericAliasMethods() {}

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        if (keywords != null && keywords.length > 0) {
            throw Errors.typeError("GenericAlias() takes no keyword arguments");
        }
        if (args.length != 2) {
            throw Errors.typeError("GenericAlias expected 2 arguments, got " + args.length);
        }
        return new PyGenericAlias(type, args[0], args[1] instanceof PyTuple t ? t : PyTuple.of(args[1]), false);
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PyObject self, PyObject[] args, PyStr[] keywords) {}

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyGenericAlias self) {
        StringBuilder text = new StringBuilder(self.starred ? "*" : "");
        text.append(TypeParameters.show(ts, self.origin)).append('[');
        PyObject[] args = self.args.items;
        for (int i = 0; i < args.length; i++) {
            text.append(i == 0 ? "" : ", ");
            if (args[i] instanceof PyList list) {
                text.append('[');
                for (int j = 0; j < list.size(); j++) {
                    text.append(j == 0 ? "" : ", ").append(TypeParameters.show(ts, list.get(j)));
                }
                text.append(']');
            } else {
                text.append(TypeParameters.show(ts, args[i]));
            }
        }
        return PyStr.of(text.append(args.length == 0 ? "()]" : "]").toString());
    }

    @Builtin("__hash__(self, /)")
    static long hash(ThreadState ts, PyGenericAlias self) {
        return Equality.hash(ts, self.origin) ^ Equality.hash(ts, self.args);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject eq(ThreadState ts, PyGenericAlias self, PyObject value) {
        if (!(value instanceof PyGenericAlias other)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        return PyBool.of(self.starred == other.starred && Equality.equal(ts, self.origin, other.origin)
                && Equality.equal(ts, self.args, other.args));
    }

    @Builtin("__getattribute__(self, name, /)")
    static PyObject getAttribute(ThreadState ts, PyGenericAlias self, PyObject name) {
        PyStr attribute = Instances.attributeName(name);
        return switch (attribute.toString()) {
            case "__class__", "__bases__", "__origin__", "__args__", "__unpacked__", "__parameters__",
                    "__typing_unpacked_tuple_args__", "__mro_entries__", "__reduce_ex__", "__reduce__", "__copy__",
                    "__deepcopy__" -> Attributes.genericGet(ts, self, attribute);
            default -> Attributes.get(ts, self.origin, attribute);
        };
    }

    @Builtin("__call__(self, /, *args, **kwargs)")
    static PyObject call(ThreadState ts, PyGenericAlias self, PyObject[] args, PyStr[] keywords) {
        PyObject made = Calls.call(ts, self.origin, args, keywords);
        // An AttributeError refers to it.
        Refs.incRef(made);
        try {
            Attributes.set(ts, made, ORIG_CLASS, self);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.ATTRIBUTE_ERROR) && !e.is(ExceptionTypes.TYPE_ERROR)) {
                Refs.decRef(made);
                throw e;
            }
            e.swallow();
        }
        Refs.release(made);
        return made;
    }

    @Builtin("__getitem__(self, key, /)")
    static PyObject getItem(ThreadState ts, PyGenericAlias self, PyObject key) {
        PyTuple args = TypeParameters.substitute(ts, self, self.args, parameters(ts, self), key);
        return new PyGenericAlias(PyGenericAlias.TYPE, self.origin, args, self.starred);
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(ThreadState ts, PyGenericAlias self) {
        return new PyAliasIterator(self);
    }

    @Builtin("__or__(self, value, /)")
    static PyObject or(ThreadState ts, PyObject self, PyObject value) {
        return Unions.or(ts, self, value);
    }

    @Builtin("__ror__(self, value, /)")
    static PyObject ror(ThreadState ts, PyObject self, PyObject value) {
        return Unions.or(ts, value, self);
    }

    @Builtin(value = "__mro_entries__(self, bases, /)")
    static PyObject mroEntries(PyGenericAlias self, PyObject bases) {
        return PyTuple.of(self.origin);
    }

    @Builtin(value = "__instancecheck__(self, instance, /)")
    static PyObject instanceCheck(PyGenericAlias self, PyObject instance) {
        throw Errors.typeError("isinstance() argument 2 cannot be a parameterized generic");
    }

    @Builtin(value = "__subclasscheck__(self, cls, /)")
    static PyObject subclassCheck(PyGenericAlias self, PyObject cls) {
        throw Errors.typeError("issubclass() argument 2 cannot be a parameterized generic");
    }

    @Builtin(value = "__reduce__(self, /)")
    static PyObject reduce(ThreadState ts, PyGenericAlias self) {
        if (self.starred) {
            PyObject plain = new PyGenericAlias(PyGenericAlias.TYPE, self.origin, self.args, false);
            return PyTuple.of(ts.interp.builtins.get("next"), PyTuple.of(Protocol.iter(ts, plain)));
        }
        return PyTuple.of(PyGenericAlias.TYPE, PyTuple.of(self.origin, self.args));
    }

    @Builtin(value = "__dir__(self, /)")
    static PyObject dir(ThreadState ts, PyGenericAlias self) {
        PyObject method = Attributes.get(ts, self.origin, "__dir__");
        PyObject names = self.origin instanceof PyType t ? TypeMethods.dir(ts, t) : Protocol.call(ts, method);
        PyList list = Protocol.list(ts, names);
        for (String own : new String[] {"__origin__", "__args__", "__parameters__", "__mro_entries__",
            "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__", "__unpacked__",
            "__typing_unpacked_tuple_args__", "__class__"}) {
            PyStr name = PyStr.interned(own);
            boolean known = false;
            for (int i = 0; i < list.size() && !known; i++) {
                known = list.get(i) instanceof PyStr s && s.equalTo(name);
            }
            if (!known) {
                list.append(name);
            }
        }
        return list;
    }

    @Attribute(value = "__origin__", member = true)
    static PyObject getOrigin(PyGenericAlias self) {
        return self.origin;
    }

    @Attribute(value = "__args__", member = true)
    static PyObject getArgs(PyGenericAlias self) {
        return self.args;
    }

    @Attribute(value = "__unpacked__", member = true)
    static boolean getUnpacked(PyGenericAlias self) {
        return self.starred;
    }

    @Attribute(value = "__parameters__", doc = "Type variables in the GenericAlias.")
    static PyObject getParameters(ThreadState ts, PyGenericAlias self) {
        return parameters(ts, self);
    }

    private static PyTuple parameters(ThreadState ts, PyGenericAlias self) {
        if (self.parameters() == null) {
            self.setParameters(TypeParameters.of(ts, self.args));
        }
        return self.parameters();
    }

    @Attribute(value = "__typing_unpacked_tuple_args__", doc = "Args of an unpacked tuple.")
    static PyObject getUnpackedArgs(PyGenericAlias self) {
        return self.starred && self.origin == PyTuple.TYPE ? self.args : PySingleton.NONE;
    }
}
