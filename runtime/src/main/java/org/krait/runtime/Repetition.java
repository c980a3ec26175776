package org.krait.runtime;

import org.krait.objects.BinaryOp;
import org.krait.objects.Errors;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyType;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;

/**
 * {@code *} where an operand is a builtin sequence. CPython has two slots for it: that of numbers is asked first, of
 * both operands, then that of sequences, which repeats. A subclass that defines {@code __mul__} or {@code __rmul__} has
 * the former only.
 */
final class Repetition {
    private Repetition() {}

    /** True for the {@code __add__} and {@code __mul__} of builtin sequences. */
    static boolean isSequenceOperator(PyObject method) {
        return method instanceof PyBuiltin b && b.owner != null && b.owner.special(Special.SUB) == null
                && b.owner.special(Special.GETITEM) != null;
    }

    /** True for builtin sequences, and subclasses that leave their multiplication alone. */
    static boolean repeats(PyType type) {
        return isSequenceOperator(type.special(Special.MUL)) && isSequenceOperator(type.special(Special.RMUL));
    }

    /** {@code a * b} where one {@link #repeats}. */
    static PyObject multiply(ThreadState ts, PyObject a, PyObject b) {
        if (repeats(a.type)) {
            if (b.getClass() != PyInt.class && !repeats(b.type)) {
                PyObject result = b.type.slots().reflected(ts, BinaryOp.MULTIPLY, b, a);
                if (result != PySingleton.NOT_IMPLEMENTED) {
                    return result;
                }
            }
            checkCount(b);
            return a.type.slots().binary(ts, BinaryOp.MULTIPLY, a, b);
        }
        if (a.getClass() != PyInt.class) {
            PyObject result = a.type.slots().binary(ts, BinaryOp.MULTIPLY, a, b);
            if (result != PySingleton.NOT_IMPLEMENTED) {
                return result;
            }
        }
        checkCount(a);
        return b.type.slots().reflected(ts, BinaryOp.MULTIPLY, b, a);
    }

    /**
     * {@code a *= b} where one {@link #repeats}, or the left one is a builtin sequence that repeats in place;
     * NotImplemented when it is neither that nor a number.
     */
    static PyObject inPlace(ThreadState ts, PyObject a, PyObject b) {
        boolean left = repeats(a.type);
        PyObject result = PySingleton.NOT_IMPLEMENTED;
        if (isSequenceOperator(a.type.special(Special.IMUL))) {
            if (!left) {
                result = a.type.slots().binary(ts, BinaryOp.MULTIPLY, a, b);
            }
            if (result == PySingleton.NOT_IMPLEMENTED && b.getClass() != PyInt.class && !repeats(b.type)) {
                result = b.type.slots().reflected(ts, BinaryOp.MULTIPLY, b, a);
            }
            if (result == PySingleton.NOT_IMPLEMENTED) {
                checkCount(b);
                result = a.type.slots().inPlace(ts, BinaryOp.MULTIPLY, a, b);
            }
            return result;
        }
        result = a.type.slots().inPlace(ts, BinaryOp.MULTIPLY, a, b);
        if (result != PySingleton.NOT_IMPLEMENTED) {
            return result;
        }
        return left || !hasSequenceSlots(a.type)
                ? multiply(ts, a, b)
                : a.type.slots().binary(ts, BinaryOp.MULTIPLY, a, b);
    }

    /** True where CPython's class has a table of sequence slots: then no other operand is asked to repeat. */
    private static boolean hasSequenceSlots(PyType type) {
        return type.isHeapType() || type.has(Special.LEN) || type.has(Special.CONTAINS) || type.has(Special.GETITEM);
    }

    private static void checkCount(PyObject count) {
        if (!(count instanceof PyInt) && !count.type.has(Special.INDEX)) {
            throw cannotRepeat(count);
        }
    }

    private static PyException cannotRepeat(PyObject count) {
        return Errors.typeError("can't multiply sequence by non-int of type '" + count.type.name() + "'");
    }
}
