package org.krait.runtime;

import org.krait.objects.BuiltinTable;
import org.krait.objects.Errors;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;

/** Calls of native functions and methods, with the check of the receiver that descriptors make. */
public final class BuiltinCalls {
    private BuiltinCalls() {}

    /** Calls with no argument. */
    public static PyObject call(ThreadState ts, PyBuiltin f) {
        BuiltinTable table = f.table;
        if (f.type == PyBuiltin.FUNCTION_TYPE || f.type == PyBuiltin.BOUND_WRAPPER_TYPE) {
            if (hasSelf(f)) {
                return table.call1(f.id, ts, f.self);
            }
            checkNew(f, null);
            return table.call0(f.id, ts);
        }
        throw needsArgument(f);
    }

    /** Calls with one argument. */
    public static PyObject call(ThreadState ts, PyBuiltin f, PyObject a) {
        if (f.type == PyBuiltin.FUNCTION_TYPE || f.type == PyBuiltin.BOUND_WRAPPER_TYPE) {
            if (hasSelf(f)) {
                return f.table.call2(f.id, ts, f.self, a);
            }
            checkNew(f, a);
            return f.table.call1(f.id, ts, a);
        }
        checkReceiver(f, a);
        return f.table.call1(f.id, ts, a);
    }

    /** Calls with two arguments. */
    public static PyObject call(ThreadState ts, PyBuiltin f, PyObject a, PyObject b) {
        if (f.type == PyBuiltin.FUNCTION_TYPE || f.type == PyBuiltin.BOUND_WRAPPER_TYPE) {
            if (hasSelf(f)) {
                return f.table.call3(f.id, ts, f.self, a, b);
            }
            checkNew(f, a);
            return f.table.call2(f.id, ts, a, b);
        }
        checkReceiver(f, a);
        return f.table.call2(f.id, ts, a, b);
    }

    /** Calls with three arguments. */
    public static PyObject call(ThreadState ts, PyBuiltin f, PyObject a, PyObject b, PyObject c) {
        if (f.type == PyBuiltin.FUNCTION_TYPE || f.type == PyBuiltin.BOUND_WRAPPER_TYPE) {
            if (hasSelf(f)) {
                return f.table.call(f.id, ts, new PyObject[] {f.self, a, b, c}, null);
            }
            checkNew(f, a);
            return f.table.call3(f.id, ts, a, b, c);
        }
        checkReceiver(f, a);
        return f.table.call3(f.id, ts, a, b, c);
    }

    /** Calls in the universal form. */
    public static PyObject call(ThreadState ts, PyBuiltin f, PyObject[] args, PyStr[] keywords) {
        if (f.type == PyBuiltin.FUNCTION_TYPE || f.type == PyBuiltin.BOUND_WRAPPER_TYPE) {
            if (hasSelf(f)) {
                return f.table.call(f.id, ts, Calls.prepend(f.self, args), keywords);
            }
            checkNew(f, args.length == (keywords == null ? 0 : keywords.length) ? null : args[0]);
            return f.table.call(f.id, ts, args, keywords);
        }
        if (args.length == (keywords == null ? 0 : keywords.length)) {
            throw needsArgument(f);
        }
        checkReceiver(f, args[0]);
        return f.table.call(f.id, ts, args, keywords);
    }

    /** True when the bound object is the first argument; a module is not. */
    private static boolean hasSelf(PyBuiltin f) {
        return f.self != null && f.owner != null;
    }

    /** The check of {@code list.__new__(cls)}: {@code cls} must be a class with the layout of lists. */
    private static void checkNew(PyBuiltin f, PyObject first) {
        PyType owner = f.owner;
        if (owner == null || f.name != Special.NEW.pyName()) {
            return;
        }
        String function = owner.name() + ".__new__(";
        if (first == null) {
            throw Errors.typeError(function + "): not enough arguments");
        }
        if (!(first instanceof PyType cls)) {
            throw Errors.typeError(function + "X): X is not a type object (" + first.type.name() + ")");
        }
        if (!cls.isSubtypeOf(owner)) {
            throw Errors.typeError(function + cls.name() + "): " + cls.name() + " is not a subtype of "
                    + owner.name());
        }
        PyObject own = HeapSlots.builtinBase(cls).special(Special.NEW);
        if (own != f && own instanceof PyBuiltin b) {
            throw Errors.typeError(function + cls.name() + ") is not safe, use " + b.owner.name() + ".__new__()");
        }
    }

    /** The check that a descriptor called directly makes of its first argument. */
    public static void checkReceiver(PyBuiltin f, PyObject self) {
        PyType owner = f.owner;
        if (f.type == PyBuiltin.CLASS_METHOD_TYPE) {
            checkClass(f, self);
        } else if (f.type == PyBuiltin.GETSET_TYPE || f.type == PyBuiltin.MEMBER_TYPE) {
            throw Errors.typeError("'" + f.type.name() + "' object is not callable");
        } else if (self.type != owner && !self.type.isSubtypeOf(owner)) {
            throw wrongReceiver(f, self);
        }
    }

    private static void checkClass(PyBuiltin f, PyObject self) {
        if (!(self instanceof PyType cls)) {
            throw Errors.typeError("descriptor '" + f.name + "' requires a type but received a '" + self.type.name()
                    + "' instance");
        }
        if (!cls.isSubtypeOf(f.owner)) {
            throw Errors.typeError("descriptor '" + f.name + "' requires a subtype of '" + f.owner.name()
                    + "' but received '" + cls.name() + "'");
        }
    }

    private static PyException wrongReceiver(PyBuiltin f, PyObject self) {
        String text = f.type == PyBuiltin.WRAPPER_TYPE
                ? "descriptor '" + f.name + "' requires a '" + f.owner.name() + "' object but received a '"
                        + self.type.name() + "'"
                : "descriptor '" + f.name + "' for '" + f.owner.name() + "' objects doesn't apply to a '"
                        + self.type.name() + "' object";
        return Errors.typeError(text);
    }

    private static PyException needsArgument(PyBuiltin f) {
        if (f.type == PyBuiltin.GETSET_TYPE || f.type == PyBuiltin.MEMBER_TYPE) {
            return Errors.typeError("'" + f.type.name() + "' object is not callable");
        }
        String text = f.type == PyBuiltin.METHOD_TYPE
                ? "unbound method " + f.owner.qualifiedName() + "." + f.name + "() needs an argument"
                : "descriptor '" + f.name + "' of '" + f.owner.name() + "' object needs an argument";
        return Errors.typeError(text);
    }
}
