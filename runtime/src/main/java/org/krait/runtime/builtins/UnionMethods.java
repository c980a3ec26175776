package org.krait.runtime.builtins;

import org.krait.objects.BinaryOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyGenericAlias;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.PyUnion;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.TypeChecks;

/** The methods of {@code types.UnionType}. */
@BuiltinType(base = ObjectMethods.class, doc = """
        Represent a PEP 604 union type

        E.g. for int | str""")
public final class UnionMethods {
    private UnionMethods() {}

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyUnion self) {
        StringBuilder text = new StringBuilder();
        for (PyObject arg : self.args.items) {
            text.append(text.isEmpty() ? "" : " | ");
            text.append(arg == PySingleton.NONE_TYPE ? "None" : TypeParameters.show(ts, arg));
        }
        return PyStr.of(text.toString());
    }

    private static PySet set(ThreadState ts, PyUnion union) {
        PySet set = new PySet(PySet.FROZEN_TYPE);
        for (PyObject arg : union.args.items) {
            set.add(ts, arg);
        }
        return set;
    }

    @Builtin("__hash__(self, /)")
    static long hash(ThreadState ts, PyUnion self) {
        PySet members = set(ts, self);
        long hash = Equality.hash(ts, members);
        Refs.drop(members);
        return hash;
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject eq(ThreadState ts, PyUnion self, PyObject value) {
        if (!(value instanceof PyUnion other)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PySet mine = set(ts, self);
        PySet theirs = set(ts, other);
        boolean equal = Equality.equal(ts, mine, theirs);
        Refs.drop(mine);
        Refs.drop(theirs);
        return PyBool.of(equal);
    }

    @Builtin("__or__(self, value, /)")
    static PyObject or(ThreadState ts, PyObject self, PyObject value) {
        return Unions.or(ts, self, value);
    }

    @Builtin("__ror__(self, value, /)")
    static PyObject ror(ThreadState ts, PyObject self, PyObject value) {
        return Unions.or(ts, value, self);
    }

    @Builtin("__getitem__(self, key, /)")
    static PyObject getItem(ThreadState ts, PyUnion self, PyObject key) {
        PyTuple args = TypeParameters.substitute(ts, self, self.args, parameters(ts, self), key);
        PyObject result = null;
        try {
            result = union(ts, args);
            return result;
        } finally {
            Refs.dropKeeping(args, result);
        }
    }

    private static PyObject union(ThreadState ts, PyTuple args) {
        PyObject result = args.item(0);
        for (int i = 1; i < args.size(); i++) {
            PyObject left = result;
            result = left.type.slots().binary(ts, BinaryOp.OR, left, args.item(i));
            if (result == PySingleton.NOT_IMPLEMENTED) {
                result = args.item(i).type.slots().reflected(ts, BinaryOp.OR, args.item(i), left);
            }
        }
        return result;
    }

    @Builtin(value = "__instancecheck__(self, instance, /)")
    static boolean instanceCheck(ThreadState ts, PyUnion self, PyObject instance) {
        checkPlain(self, "isinstance");
        return TypeChecks.isInstance(ts, instance, self.args);
    }

    @Builtin(value = "__subclasscheck__(self, cls, /)")
    static boolean subclassCheck(ThreadState ts, PyUnion self, PyObject cls) {
        if (!(cls instanceof PyType)) {
            throw Errors.typeError("issubclass() arg 1 must be a class");
        }
        checkPlain(self, "issubclass");
        return TypeChecks.isSubclass(ts, cls, self.args);
    }

    private static void checkPlain(PyUnion union, String function) {
        for (PyObject arg : union.args.items) {
            if (arg instanceof PyGenericAlias) {
                throw Errors.typeError(function + "() argument 2 cannot be a parameterized generic");
            }
        }
    }

    @Attribute(value = "__args__", member = true)
    static PyObject getArgs(PyUnion self) {
        return self.args;
    }

    @Attribute(value = "__parameters__", doc = "Type variables in the types.UnionType.")
    static PyObject getParameters(ThreadState ts, PyUnion self) {
        return parameters(ts, self);
    }

    private static PyTuple parameters(ThreadState ts, PyUnion self) {
        if (self.parameters() == null) {
            self.setParameters(TypeParameters.of(ts, self.args));
        }
        return self.parameters();
    }
}
