package org.krait.runtime.decimal;

import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;

/** Sets the attributes of contexts. */
final class Settings {
    private Settings() {}

    /** Sets what an argument says; None leaves it. */
    static void set(ThreadState ts, PyDecimalContext context, String name, PyObject value) {
        if (value == PySingleton.NONE) {
            return;
        }
        switch (name) {
            case "prec" -> prec(context, value);
            case "rounding" -> context.calc.rounding = rounding(value);
            case "Emin" -> emin(context, value);
            case "Emax" -> emax(context, value);
            case "capitals" -> context.capitals = flag(value, "capitals");
            case "clamp" -> context.calc.clamp = flag(value, "clamp");
            case "flags" -> context.flags = signals(ts, value);
            case "traps" -> context.traps = signals(ts, value);
            default -> throw Errors.typeError("'" + name + "' is an invalid keyword argument for this function");
        }
    }

    private static int signals(ThreadState ts, PyObject value) {
        return value instanceof PyList list ? Signals.bits(list) : Signals.bitsOfDict(ts, value);
    }

    private static long number(PyObject value, String what, long least, long most) {
        if (value == null) {
            throw Errors.attributeError("context attributes cannot be deleted");
        }
        if (!(value instanceof PyInt i)) {
            throw Errors.typeError("an integer is required");
        }
        if (!i.fitsLong()) {
            throw Errors.overflowError("Python int too large to convert to C ssize_t");
        }
        if (i.value < least || i.value > most) {
            throw Errors.valueError(what);
        }
        return i.value;
    }

    static void prec(PyDecimalContext context, PyObject value) {
        context.calc.prec = number(value, "valid range for prec is [1, MAX_PREC]", 1, Calc.MAX_PREC);
    }

    static void emin(PyDecimalContext context, PyObject value) {
        context.calc.emin = number(value, "valid range for Emin is [MIN_EMIN, 0]", Calc.MIN_EMIN, 0);
    }

    static void emax(PyDecimalContext context, PyObject value) {
        context.calc.emax = number(value, "valid range for Emax is [0, MAX_EMAX]", 0, Calc.MAX_EMAX);
    }

    static boolean flag(PyObject value, String name) {
        return number(value, "valid values for " + name + " are 0 or 1", 0, 1) == 1;
    }

    static Rounding rounding(PyObject value) {
        if (value == null) {
            throw Errors.attributeError("context attributes cannot be deleted");
        }
        Rounding rounding = value instanceof PyStr text ? Rounding.of(text.toString()) : null;
        if (rounding == null) {
            throw Errors.typeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, "
                    + "ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]");
        }
        return rounding;
    }

    /** The flags or traps that an assignment gives. */
    static int signalDict(ThreadState ts, PyObject value) {
        if (value == null) {
            throw Errors.attributeError("context attributes cannot be deleted");
        }
        return Signals.bitsOfDict(ts, value);
    }
}
