package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.IntArithmetic;
import org.krait.runtime.Truth;
import org.krait.runtime.Warnings;

/** The methods of {@code bool}. */
@BuiltinType(
        base = IntMethods.class,
        doc = "bool(x) -> bool\n\nTrue when x is true, else False. True and False are the only instances of bool,\n"
                + "which is a subclass of int and cannot be subclassed.")
final class BoolMethods {
    private static final PyStr TRUE = PyStr.interned("True");
    private static final PyStr FALSE = PyStr.interned("False");

    private BoolMethods() {}

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        if (keywords != null && keywords.length > 0) {
            throw Errors.typeError("bool() takes no keyword arguments");
        }
        if (args.length > 1) {
            throw Errors.typeError("bool expected at most 1 argument, got " + args.length);
        }
        return PyBool.of(args.length == 1 && Truth.of(ts, args[0]));
    }

    @Builtin("__repr__(self, /)")
    static PyStr repr(PyInt self) {
        return self.value != 0 ? TRUE : FALSE;
    }

    @Builtin("__invert__(self, /)")
    static PyInt invert(ThreadState ts, PyInt self) {
        Warnings.deprecation(ts, "Bitwise inversion '~' on bool is deprecated. This returns the bitwise inversion of "
                + "the underlying int object and is usually not what you expect from negating a bool. Use the 'not' "
                + "operator for boolean negation or ~int(x) if you really want the bitwise inversion of the "
                + "underlying int.");
        return IntArithmetic.invert(self);
    }

    @Builtin("__and__(self, value, /)")
    static PyObject and(PyInt self, PyObject value) {
        return value instanceof PyBool other
                ? PyBool.of(self.value != 0 && other.value != 0)
                : IntMethods.and(self, value);
    }

    @Builtin("__rand__(self, value, /)")
    static PyObject reflectedAnd(PyInt self, PyObject value) {
        return and(self, value);
    }

    @Builtin("__or__(self, value, /)")
    static PyObject or(PyInt self, PyObject value) {
        return value instanceof PyBool other
                ? PyBool.of(self.value != 0 || other.value != 0)
                : IntMethods.or(self, value);
    }

    @Builtin("__ror__(self, value, /)")
    static PyObject reflectedOr(PyInt self, PyObject value) {
        return or(self, value);
    }

    @Builtin("__xor__(self, value, /)")
    static PyObject xor(PyInt self, PyObject value) {
        return value instanceof PyBool other ? PyBool.of(self.value != other.value) : IntMethods.xor(self, value);
    }

    @Builtin("__rxor__(self, value, /)")
    static PyObject reflectedXor(PyInt self, PyObject value) {
        return xor(self, value);
    }
}
