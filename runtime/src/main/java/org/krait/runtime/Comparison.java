package org.krait.runtime;

import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.PyBool;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** Rich comparison for the interpreter: operators by their ordinal, with shortcuts for numbers and strings. */
public final class Comparison {
    private static final int LT = 0;
    private static final int LE = 1;
    private static final int EQ = 2;
    private static final int NE = 3;
    private static final int GT = 4;

    private Comparison() {}

    /** {@code a op b}. */
    public static PyObject compare(ThreadState ts, int op, PyObject a, PyObject b) {
        if (a.getClass() == PyInt.class && b.getClass() == PyInt.class) {
            return ints(op, ((PyInt) a).value, ((PyInt) b).value) ? PyBool.TRUE : PyBool.FALSE;
        }
        if (a.getClass() == PyStr.class && b.getClass() == PyStr.class && (op == EQ || op == NE)) {
            return ((PyStr) a).equalTo((PyStr) b) == (op == EQ) ? PyBool.TRUE : PyBool.FALSE;
        }
        if (a.getClass() == PyFloat.class && b.getClass() == PyFloat.class) {
            return floats(op, ((PyFloat) a).value, ((PyFloat) b).value) ? PyBool.TRUE : PyBool.FALSE;
        }
        return Equality.compare(ts, CompareOp.of(op), a, b);
    }

    /** The truth of {@code a op b}; consumes the operands. */
    public static boolean test(ThreadState ts, int op, PyObject a, PyObject b) {
        if (a.getClass() == PyInt.class && b.getClass() == PyInt.class) {
            return ints(op, ((PyInt) a).value, ((PyInt) b).value);
        }
        return testSlow(ts, op, a, b);
    }

    private static boolean testSlow(ThreadState ts, int op, PyObject a, PyObject b) {
        PyObject answer = compare(ts, op, a, b);
        Temporaries.drop(a, b, answer);
        if (answer == PyBool.TRUE) {
            return true;
        }
        if (answer == PyBool.FALSE) {
            return false;
        }
        boolean truth = Truth.of(ts, answer);
        Refs.drop(answer);
        return truth;
    }

    /** The comparison of two ints that fit a long. */
    public static boolean ints(int op, long x, long y) {
        switch (op) {
            case LT:
                return x < y;
            case LE:
                return x <= y;
            case EQ:
                return x == y;
            case NE:
                return x != y;
            case GT:
                return x > y;
            default:
                return x >= y;
        }
    }

    /** The comparison of two floats. */
    public static boolean floats(int op, double x, double y) {
        switch (op) {
            case LT:
                return x < y;
            case LE:
                return x <= y;
            case EQ:
                return x == y;
            case NE:
                return x != y;
            case GT:
                return x > y;
            default:
                return x >= y;
        }
    }
}
