package org.krait.runtime.decimal;

import java.math.BigInteger;
import org.krait.objects.CompareOp;
import org.krait.objects.PyBool;
import org.krait.objects.PyComplex;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.TypeChecks;
import org.krait.runtime.imports.Imports;

/** The operators that compare a Decimal with numbers of all kinds, exactly. */
final class RichComparison {
    private RichComparison() {}

    static PyObject compare(ThreadState ts, CompareOp op, PyDecimal self, PyObject value) {
        PyDecimalContext context = DecimalState.current(ts);
        boolean isEquality = op == CompareOp.EQ || op == CompareOp.NE;
        Dec a = self.value;
        Dec b = Operands.ofOperator(value);
        if (b == null) {
            if (value instanceof PyComplex z && isEquality) {
                if (z.imag != 0) {
                    return PyBool.of(op == CompareOp.NE);
                }
                b = ofFloat(context, z.real, true);
            } else if (value instanceof PyFloat f) {
                b = ofFloat(context, f.value, isEquality);
            } else {
                PyObject rational = Attributes.get(ts, Imports.importModule(ts, "numbers"), "Rational");
                if (!TypeChecks.isInstance(ts, value, rational)) {
                    return PySingleton.NOT_IMPLEMENTED;
                }
                b = numerator(ts, value);
                a = timesDenominator(ts, a, value);
            }
        }
        if (a.isNan() || b.isNan()) {
            if (a.isSignaling() || b.isSignaling() || !isEquality) {
                context.signal(Calc.INVALID_OPERATION);
            }
            return PyBool.of(op == CompareOp.NE);
        }
        int order = Comparisons.compare(a, b);
        return PyBool.of(switch (op) {
            case LT -> order < 0;
            case LE -> order <= 0;
            case EQ -> order == 0;
            case NE -> order != 0;
            case GT -> order > 0;
            case GE -> order >= 0;
        });
    }

    private static Dec ofFloat(PyDecimalContext context, double value, boolean isEquality) {
        if (isEquality) {
            context.flags |= Calc.FLOAT_OPERATION;
        } else {
            context.signal(Calc.FLOAT_OPERATION);
        }
        return Dec.of(value);
    }

    private static Dec numerator(ThreadState ts, PyObject rational) {
        return Dec.of(((PyInt) Attributes.get(ts, rational, "numerator")).toBigInteger());
    }

    private static Dec timesDenominator(ThreadState ts, Dec a, PyObject rational) {
        if (!a.isFinite()) {
            return a;
        }
        BigInteger denominator = ((PyInt) Attributes.get(ts, rational, "denominator")).toBigInteger();
        return new Dec(a.negative, a.coefficient.multiply(denominator), a.exponent);
    }
}
