package org.krait.runtime.decimal;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.runtime.builtins.CharFacts;

/** Python values as decimal numbers. */
final class Operands {
    private static final String NOT_DIGITS = "coefficient must be a tuple of digits";

    private Operands() {}

    /** The operand of an operator; null when it is none. */
    static Dec ofOperator(PyObject o) {
        if (o instanceof PyDecimal d) {
            return d.value;
        }
        return o instanceof PyInt i ? Dec.of(i.toBigInteger()) : null;
    }

    /** The operand of a method. */
    static Dec of(PyObject o) {
        Dec value = ofOperator(o);
        if (value == null) {
            throw unsupported(o);
        }
        return value;
    }

    private static RuntimeException unsupported(PyObject o) {
        return Errors.typeError("conversion from " + o.type.name() + " to Decimal is not supported");
    }

    /** Digits of all scripts as ASCII; null when a character is neither one nor ASCII. */
    private static String ascii(PyStr text, boolean lenient) {
        int from = 0;
        int to = text.length();
        if (lenient) {
            while (from < to && CharFacts.isSpace(text.at(from))) {
                from++;
            }
            while (to > from && CharFacts.isSpace(text.at(to - 1))) {
                to--;
            }
        }
        StringBuilder out = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            int c = text.at(i);
            if (lenient && c == '_') {
                continue;
            }
            if (c > 0 && c < 128) {
                out.append((char) c);
            } else {
                int digit = Character.digit(c, 10);
                if (digit < 0) {
                    return null;
                }
                out.append(digit);
            }
        }
        return out.toString();
    }

    private static Dec parse(Calc calc, String text) {
        Dec d = text == null ? null : DecText.parse(text);
        return d == null ? calc.invalid(Calc.CONVERSION_SYNTAX) : d;
    }

    /** The exact value of an argument of the constructor; signals in the context. */
    static Dec exact(ThreadState ts, PyDecimalContext context, PyObject o) {
        if (o instanceof PyDecimal d) {
            return d.value;
        }
        if (o instanceof PyInt i) {
            return Dec.of(i.toBigInteger());
        }
        if (o instanceof PyFloat f) {
            context.signal(Calc.FLOAT_OPERATION);
            return Dec.of(f.value);
        }
        Calc widest = Calc.widest();
        Dec value;
        if (o instanceof PyStr text) {
            value = parse(widest, ascii(text, true));
        } else if (o instanceof PyTuple || o instanceof PyList) {
            value = parse(widest, ofSequence(ts, o));
        } else {
            throw unsupported(o);
        }
        value = widest.finish(value);
        if ((widest.status & (Calc.INEXACT | Calc.ROUNDED | Calc.CLAMPED)) != 0) {
            value = widest.invalid(Calc.INVALID_OPERATION);
        }
        context.signal(widest.status & Calc.ERRORS);
        return value;
    }

    /** The value of an argument, rounded as the context says, signals in it. */
    static Dec rounded(ThreadState ts, PyDecimalContext context, PyObject o) {
        Calc calc = context.calc;
        Dec value;
        if (o instanceof PyDecimal d) {
            value = d.value;
        } else if (o instanceof PyInt i) {
            value = Dec.of(i.toBigInteger());
        } else if (o instanceof PyFloat f) {
            context.signal(Calc.FLOAT_OPERATION);
            value = Dec.of(f.value);
        } else if (o instanceof PyStr text) {
            value = parse(calc, ascii(text, false));
        } else if (o instanceof PyTuple || o instanceof PyList) {
            value = parse(calc, ofSequence(ts, o));
        } else {
            throw unsupported(o);
        }
        if (value.isNan() && value.coefficient.signum() != 0 && value.digits() > calc.prec - (calc.clamp ? 1 : 0)) {
            value = calc.invalid(Calc.CONVERSION_SYNTAX);
        }
        value = calc.finish(value);
        context.settle();
        return value;
    }

    private static int small(PyObject o, int most) {
        return o instanceof PyInt i && i.fitsLong() && i.value >= 0 && i.value <= most ? (int) i.value : -1;
    }

    /** The text of sign, digits and exponent. */
    private static String ofSequence(ThreadState ts, PyObject o) {
        PyObject[] parts = o instanceof PyTuple t ? t.items : ((PyList) o).toArray();
        if (parts.length != 3) {
            throw Errors.valueError("argument must be a sequence of length 3");
        }
        int sign = small(parts[0], 1);
        if (sign < 0) {
            throw Errors.valueError("sign must be an integer with the value 0 or 1");
        }
        StringBuilder out = new StringBuilder(sign == 1 ? "-" : "");
        String exponent = "";
        if (parts[2] instanceof PyStr kind) {
            switch (kind.toString()) {
                case "F" -> {
                    return out.append("Inf").toString();
                }
                case "n" -> out.append("NaN");
                case "N" -> out.append("sNaN");
                default -> throw Errors.valueError("string argument in the third position must be 'F', 'n' or 'N'");
            }
        } else if (parts[2] instanceof PyInt e) {
            exponent = "E" + Arguments.toLong(ts, e);
        } else {
            throw Errors.valueError("exponent must be an integer");
        }
        PyObject[] digits;
        if (parts[1] instanceof PyTuple t) {
            digits = t.items;
        } else if (parts[1] instanceof PyList l) {
            digits = l.toArray();
        } else {
            throw Errors.valueError(NOT_DIGITS);
        }
        for (PyObject item : digits) {
            int digit = small(item, 9);
            if (digit < 0) {
                throw Errors.valueError(NOT_DIGITS);
            }
            out.append(digit);
        }
        if (digits.length == 0 && !exponent.isEmpty()) {
            out.append('0');
        }
        return out.append(exponent).toString();
    }

    /** The int that a finite number without fraction is, or the error of the conversion. */
    static PyObject toInt(Dec d) {
        if (d.isNan()) {
            throw Errors.valueError("cannot convert NaN to integer");
        }
        if (d.isInfinite()) {
            throw Errors.overflowError("cannot convert Infinity to integer");
        }
        return PyInt.of(d.toBigInteger());
    }

}
