package org.krait.runtime.decimal;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;

/** The signals as exception classes, and as bits of {@link Calc#status}. */
final class Signals {
    /** In the order of a signal dict. */
    static final PyType[] TYPES = {
        DecimalTypes.INVALID_OPERATION, DecimalTypes.FLOAT_OPERATION, DecimalTypes.DIVISION_BY_ZERO,
        DecimalTypes.OVERFLOW, DecimalTypes.UNDERFLOW, DecimalTypes.SUBNORMAL, DecimalTypes.INEXACT,
        DecimalTypes.ROUNDED, DecimalTypes.CLAMPED
    };
    static final int[] BITS = {
        Calc.ANY_INVALID, Calc.FLOAT_OPERATION, Calc.DIVISION_BY_ZERO, Calc.OVERFLOW, Calc.UNDERFLOW, Calc.SUBNORMAL,
        Calc.INEXACT, Calc.ROUNDED, Calc.CLAMPED
    };
    /** Positions in {@link #TYPES} in the order in which contexts show them. */
    private static final int[] SHOWN = {8, 0, 2, 6, 1, 3, 7, 5, 4};
    private static final PyType[] CONDITIONS = {
        DecimalTypes.INVALID_OPERATION, DecimalTypes.CONVERSION_SYNTAX, DecimalTypes.DIVISION_IMPOSSIBLE,
        DecimalTypes.DIVISION_UNDEFINED, DecimalTypes.INVALID_CONTEXT
    };
    private static final int[] CONDITION_BITS = {
        Calc.INVALID_OPERATION, Calc.CONVERSION_SYNTAX, Calc.DIVISION_IMPOSSIBLE, Calc.DIVISION_UNDEFINED,
        Calc.INVALID_CONTEXT
    };

    private Signals() {}

    /** The exception of signals that are trapped; its argument is the list of the conditions. */
    static PyException error(int status) {
        PyType type = null;
        PyList conditions = new PyList();
        for (int i = 0; i < CONDITIONS.length; i++) {
            if ((status & CONDITION_BITS[i]) != 0) {
                conditions.append(CONDITIONS[i]);
            }
        }
        for (int i = 0; i < TYPES.length; i++) {
            if ((status & BITS[i]) != 0) {
                type = type == null ? TYPES[i] : type;
                if (i > 0) {
                    conditions.append(TYPES[i]);
                }
            }
        }
        return Errors.withArgs(type, conditions);
    }

    /** The bits of a signal's class; KeyError when it is none. */
    static int bits(PyObject signal) {
        for (int i = 0; i < TYPES.length; i++) {
            if (TYPES[i] == signal) {
                return BITS[i];
            }
        }
        throw Errors.of(ExceptionTypes.KEY_ERROR, "valid values for signals are:\n  [InvalidOperation, FloatOperation,"
                + " DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]");
    }

    /** The bits of a list of classes. */
    static int bits(PyList signals) {
        int bits = 0;
        for (PyObject signal : signals.toArray()) {
            bits |= bits(signal);
        }
        return bits;
    }

    /** The bits of a signal dict or a dict with all signals. */
    static int bitsOfDict(ThreadState ts, PyObject o) {
        if (o instanceof PySignalDict own) {
            return own.bits();
        }
        if (!(o instanceof PyDict dict)) {
            throw Errors.typeError("argument must be a signal dict");
        }
        if (dict.size() != TYPES.length) {
            throw Errors.of(ExceptionTypes.KEY_ERROR, "invalid signal dict");
        }
        int bits = 0;
        for (int i = 0; i < TYPES.length; i++) {
            PyObject value = dict.get(ts, TYPES[i]);
            if (value == null) {
                throw Errors.of(ExceptionTypes.KEY_ERROR, "invalid signal dict");
            }
            if (org.krait.runtime.Truth.of(ts, value)) {
                bits |= BITS[i];
            }
        }
        return bits;
    }

    /** The classes of bits. */
    static PyList list(int bits) {
        PyList list = new PyList();
        for (int i = 0; i < TYPES.length; i++) {
            if ((bits & BITS[i]) != 0) {
                list.append(TYPES[i]);
            }
        }
        return list;
    }

    /** {@code [Inexact, Rounded]}. */
    static void show(StringBuilder out, int bits) {
        out.append('[');
        boolean first = true;
        for (int i : SHOWN) {
            if ((bits & BITS[i]) != 0) {
                out.append(first ? "" : ", ").append(TYPES[i].pyName());
                first = false;
            }
        }
        out.append(']');
    }

}
