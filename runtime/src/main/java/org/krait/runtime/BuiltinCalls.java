package org.krait.runtime;

import org.krait.objects.BuiltinTable;
import org.krait.objects.Errors;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;

/** Calls of native functions and methods, with the check of the receiver that descriptors make. */
public final class BuiltinCalls {
    private BuiltinCalls() {}

    /** Calls with no argument. */
    public static PyObject call(ThreadState ts, PyBuiltin f) {
        BuiltinTable table = f.table;
        if (f.type == PyBuiltin.FUNCTION_TYPE || f.type == PyBuiltin.BOUND_WRAPPER_TYPE) {
            return hasSelf(f) ? table.call1(f.id, ts, f.self) : table.call0(f.id, ts);
        }
        throw needsArgument(f);
    }

    /** Calls with one argument. */
    public static PyObject call(ThreadState ts, PyBuiltin f, PyObject a) {
        if (f.type == PyBuiltin.FUNCTION_TYPE || f.type == PyBuiltin.BOUND_WRAPPER_TYPE) {
            return hasSelf(f) ? f.table.call2(f.id, ts, f.self, a) : f.table.call1(f.id, ts, a);
        }
        checkReceiver(f, a);
        return f.table.call1(f.id, ts, a);
    }

    /** Calls with two arguments. */
    public static PyObject call(ThreadState ts, PyBuiltin f, PyObject a, PyObject b) {
        if (f.type == PyBuiltin.FUNCTION_TYPE || f.type == PyBuiltin.BOUND_WRAPPER_TYPE) {
            return hasSelf(f) ? f.table.call3(f.id, ts, f.self, a, b) : f.table.call2(f.id, ts, a, b);
        }
        checkReceiver(f, a);
        return f.table.call2(f.id, ts, a, b);
    }

    /** Calls with three arguments. */
    public static PyObject call(ThreadState ts, PyBuiltin f, PyObject a, PyObject b, PyObject c) {
        if (f.type == PyBuiltin.FUNCTION_TYPE || f.type == PyBuiltin.BOUND_WRAPPER_TYPE) {
            return hasSelf(f)
                    ? f.table.call(f.id, ts, new PyObject[] {f.self, a, b, c}, null)
                    : f.table.call3(f.id, ts, a, b, c);
        }
        checkReceiver(f, a);
        return f.table.call3(f.id, ts, a, b, c);
    }

    /** Calls in the universal form. */
    public static PyObject call(ThreadState ts, PyBuiltin f, PyObject[] args, PyStr[] keywords) {
        if (f.type == PyBuiltin.FUNCTION_TYPE || f.type == PyBuiltin.BOUND_WRAPPER_TYPE) {
            return f.table.call(f.id, ts, hasSelf(f) ? Calls.prepend(f.self, args) : args, keywords);
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
                ? "unbound method " + f.owner.name() + "." + f.name + "() needs an argument"
                : "descriptor '" + f.name + "' of '" + f.owner.name() + "' object needs an argument";
        return Errors.typeError(text);
    }
}
