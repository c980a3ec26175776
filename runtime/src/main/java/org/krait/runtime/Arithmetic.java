package org.krait.runtime;

import org.krait.objects.BinaryOp;
import org.krait.objects.Errors;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyComplex;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.UnaryOp;

/** Operators: which operand's method is asked first, and what is said when neither knows. */
public final class Arithmetic {
    private Arithmetic() {}

    /** {@code a + b} of exact ints or floats; null when they are others or it overflows. */
    static PyObject sum(PyObject a, PyObject b) {
        Class<?> kind = a.getClass();
        if (kind == PyInt.class && b.getClass() == PyInt.class) {
            long x = ((PyInt) a).value;
            long y = ((PyInt) b).value;
            long sum = x + y;
            return ((x ^ sum) & (y ^ sum)) >= 0 ? PyInt.of(sum) : null;
        }
        if (kind == PyFloat.class && b.getClass() == PyFloat.class) {
            return new PyFloat(((PyFloat) a).value + ((PyFloat) b).value);
        }
        return null;
    }

    /** {@code a - b} of exact ints or floats; null when they are others or it overflows. */
    static PyObject difference(PyObject a, PyObject b) {
        Class<?> kind = a.getClass();
        if (kind == PyInt.class && b.getClass() == PyInt.class) {
            long x = ((PyInt) a).value;
            long y = ((PyInt) b).value;
            long difference = x - y;
            return ((x ^ y) & (x ^ difference)) >= 0 ? PyInt.of(difference) : null;
        }
        if (kind == PyFloat.class && b.getClass() == PyFloat.class) {
            return new PyFloat(((PyFloat) a).value - ((PyFloat) b).value);
        }
        return null;
    }

    /** {@code a * b} of exact ints or floats; null when they are others or it overflows. */
    static PyObject product(PyObject a, PyObject b) {
        Class<?> kind = a.getClass();
        if (kind == PyInt.class && b.getClass() == PyInt.class) {
            long x = ((PyInt) a).value;
            long y = ((PyInt) b).value;
            long low = x * y;
            return Math.multiplyHigh(x, y) == low >> 63 ? PyInt.of(low) : null;
        }
        if (kind == PyFloat.class && b.getClass() == PyFloat.class) {
            return new PyFloat(((PyFloat) a).value * ((PyFloat) b).value);
        }
        return null;
    }

    /** {@code a + b}. */
    public static PyObject add(ThreadState ts, PyObject a, PyObject b) {
        PyObject sum = sum(a, b);
        return sum != null ? sum : binary(ts, BinaryOp.ADD, a, b);
    }

    /** {@code a op b} with shortcuts for ints and floats. */
    public static PyObject binaryFast(ThreadState ts, BinaryOp op, PyObject a, PyObject b) {
        if (a.getClass() == PyInt.class && b.getClass() == PyInt.class) {
            PyObject result = ints(op, ((PyInt) a).value, ((PyInt) b).value);
            if (result != null) {
                return result;
            }
        } else if (a.getClass() == PyFloat.class && b.getClass() == PyFloat.class && op == BinaryOp.TRUE_DIVIDE
                && ((PyFloat) b).value != 0) {
            return new PyFloat(((PyFloat) a).value / ((PyFloat) b).value);
        }
        return binary(ts, op, a, b);
    }

    private static PyObject ints(BinaryOp op, long x, long y) {
        return fits(op, x, y) ? PyInt.of(ofLongs(op, x, y)) : null;
    }

    /** True when {@code x op y} is known to be an int that fits a long: then it is {@link #ofLongs}. */
    public static boolean fits(BinaryOp op, long x, long y) {
        switch (op) {
            case ADD: {
                long sum = x + y;
                return ((x ^ sum) & (y ^ sum)) >= 0;
            }
            case SUBTRACT: {
                long difference = x - y;
                return ((x ^ y) & (x ^ difference)) >= 0;
            }
            case MULTIPLY:
                return Math.multiplyHigh(x, y) == x * y >> 63;
            case FLOOR_DIVIDE:
                return y > 0 || y < -1;
            case REMAINDER:
                return y != 0;
            case RSHIFT:
                return y >= 0;
            case LSHIFT:
                return y >= 0 && y < 31 && x == (int) x;
            default:
                return op == BinaryOp.AND || op == BinaryOp.OR || op == BinaryOp.XOR;
        }
    }

    /** {@code x op y} where it {@link #fits}. */
    public static long ofLongs(BinaryOp op, long x, long y) {
        switch (op) {
            case ADD:
                return x + y;
            case SUBTRACT:
                return x - y;
            case MULTIPLY:
                return x * y;
            case FLOOR_DIVIDE:
                return Math.floorDiv(x, y);
            case REMAINDER:
                return Math.floorMod(x, y);
            case AND:
                return x & y;
            case OR:
                return x | y;
            case XOR:
                return x ^ y;
            case RSHIFT:
                return x >> Math.min(y, 63);
            default:
                assert op == BinaryOp.LSHIFT : op;
                return x << y;
        }
    }

    /** {@code a op b}. */
    public static PyObject binary(ThreadState ts, BinaryOp op, PyObject a, PyObject b) {
        PyObject result = tryBinary(ts, op, a, b);
        if (result == PySingleton.NOT_IMPLEMENTED) {
            throw badOperands(op, op.symbol, a, b);
        }
        return result;
    }

    /** {@code a op b}, or NotImplemented when neither operand knows. */
    private static PyObject tryBinary(ThreadState ts, BinaryOp op, PyObject a, PyObject b) {
        PyType left = a.type;
        PyType right = b.type;
        if (op == BinaryOp.MULTIPLY && (Repetition.repeats(left) || Repetition.repeats(right))) {
            return Repetition.multiply(ts, a, b);
        }
        boolean asked = false;
        if (left != right) {
            asked = reflectedFirst(op, left, right);
            if (asked) {
                PyObject result = right.slots().reflected(ts, op, b, a);
                if (result != PySingleton.NOT_IMPLEMENTED) {
                    return result;
                }
            }
        }
        PyObject result = left.slots().binary(ts, op, a, b);
        if (result == PySingleton.NOT_IMPLEMENTED && left != right && !asked) {
            return right.slots().reflected(ts, op, b, a);
        }
        return result;
    }

    /**
     * A subclass that overrides the reflected method goes first; so does any number on the right of a builtin sequence,
     * whose + is no number operation in CPython and comes last.
     */
    private static boolean reflectedFirst(BinaryOp op, PyType left, PyType right) {
        if (right.isSubtypeOf(left)) {
            PyObject method = right.special(op.reflected);
            return method != null && method != left.special(op.reflected);
        }
        return op == BinaryOp.ADD && Repetition.isSequenceOperator(left.special(op.special))
                && right.special(op.reflected) != null && !Repetition.isSequenceOperator(right.special(op.reflected));
    }

    /** {@code a op= b}. */
    public static PyObject inPlace(ThreadState ts, BinaryOp op, PyObject a, PyObject b) {
        if (a.getClass() == PyInt.class && b.getClass() == PyInt.class) {
            switch (op) {
                case ADD:
                    PyObject sum = sum(a, b);
                    return sum != null ? sum : binary(ts, op, a, b);
                case SUBTRACT:
                    PyObject difference = difference(a, b);
                    return difference != null ? difference : binary(ts, op, a, b);
                case MULTIPLY:
                    PyObject product = product(a, b);
                    return product != null ? product : binary(ts, op, a, b);
                default:
                    return binaryFast(ts, op, a, b);
            }
        }
        boolean sequence = op == BinaryOp.ADD && a.type != b.type
                && Repetition.isSequenceOperator(a.type.special(op.inPlace)) && b.type.special(op.reflected) != null
                && !Repetition.isSequenceOperator(b.type.special(op.reflected));
        if (sequence) {
            PyObject result = b.type.slots().reflected(ts, op, b, a);
            if (result != PySingleton.NOT_IMPLEMENTED) {
                return result;
            }
        }
        PyObject result;
        if (op == BinaryOp.MULTIPLY && (Repetition.repeats(a.type) || Repetition.repeats(b.type)
                || Repetition.isSequenceOperator(a.type.special(op.inPlace)))) {
            result = Repetition.inPlace(ts, a, b);
        } else {
            result = a.type.slots().inPlace(ts, op, a, b);
            if (result == PySingleton.NOT_IMPLEMENTED) {
                result = tryBinary(ts, op, a, b);
            }
        }
        if (result == PySingleton.NOT_IMPLEMENTED) {
            throw badOperands(op, op == BinaryOp.POWER ? "**=" : op.symbol + "=", a, b);
        }
        return result;
    }

    /** {@code pow(a, b, modulus)}; None as modulus is {@code a ** b}. */
    public static PyObject power(ThreadState ts, PyObject a, PyObject b, PyObject modulus) {
        if (modulus == null || modulus == PySingleton.NONE) {
            return binary(ts, BinaryOp.POWER, a, b);
        }
        PyObject result = a.type.slots().power(ts, a, b, modulus);
        if (result == PySingleton.NOT_IMPLEMENTED) {
            // The other operands' classes are asked too, but only those of numbers have anything to say.
            checkNoModulus(a, b, a);
            checkNoModulus(a, b, b);
            checkNoModulus(a, b, modulus);
            throw Errors.typeError("unsupported operand type(s) for ** or pow(): '" + a.type.name() + "', '"
                    + b.type.name() + "', '" + modulus.type.name() + "'");
        }
        return result;
    }

    /** The error of the class of {@code asked}, an operand, for three operands. */
    private static void checkNoModulus(PyObject a, PyObject b, PyObject asked) {
        if (asked instanceof PyFloat) {
            throw Errors.typeError("pow() 3rd argument not allowed unless all arguments are integers");
        }
        if (asked instanceof PyComplex && isNumber(a) && isNumber(b)) {
            throw Errors.valueError("complex modulo");
        }
    }

    private static boolean isNumber(PyObject o) {
        return o instanceof PyInt || o instanceof PyFloat || o instanceof PyComplex;
    }

    /** {@code op a}. */
    public static PyObject unary(ThreadState ts, UnaryOp op, PyObject a) {
        if (op == UnaryOp.NEGATIVE) {
            if (a.getClass() == PyInt.class && ((PyInt) a).value != Long.MIN_VALUE) {
                return PyInt.of(-((PyInt) a).value);
            }
            if (a.getClass() == PyFloat.class) {
                return new PyFloat(-((PyFloat) a).value);
            }
        }
        PyObject result = a.type.slots().unary(ts, op, a);
        if (result == PySingleton.NOT_IMPLEMENTED && a.type.special(op.special) == null) {
            throw Errors.typeError("bad operand type for " + (op == UnaryOp.ABSOLUTE ? "abs()" : "unary " + op.symbol)
                    + ": '" + a.type.name() + "'");
        }
        return result;
    }

    /** {@code operator.concat(a, b)} or {@code iconcat} for two sequences. */
    public static PyObject concatenate(ThreadState ts, PyObject a, PyObject b, boolean inPlace) {
        if (!Iteration.isSequence(a)) {
            throw Errors.typeError("'" + a.type.name() + "' object can't be concatenated");
        }
        if (b instanceof PyDict) {
            throw Errors.typeError("'" + b.type.name() + "' object can't be concatenated");
        }
        if (!Repetition.isSequenceOperator(a.type.special(Special.ADD))) {
            PyObject result = inPlace ? a.type.slots().inPlace(ts, BinaryOp.ADD, a, b) : PySingleton.NOT_IMPLEMENTED;
            if (result == PySingleton.NOT_IMPLEMENTED) {
                result = tryBinary(ts, BinaryOp.ADD, a, b);
            }
            if (result == PySingleton.NOT_IMPLEMENTED) {
                throw Errors.typeError("'" + a.type.name() + "' object can't be concatenated");
            }
            return result;
        }
        return inPlace ? inPlace(ts, BinaryOp.ADD, a, b) : binary(ts, BinaryOp.ADD, a, b);
    }

    private static PyException badOperands(BinaryOp op, String symbol, PyObject a, PyObject b) {
        if (op == BinaryOp.ADD && Repetition.isSequenceOperator(a.type.special(Special.ADD))) {
            return cannotConcatenate(((PyBuiltin) a.type.special(Special.ADD)).owner.name(), a, b);
        }
        StringBuilder text = new StringBuilder("unsupported operand type(s) for ");
        text.append(symbol.equals("**") ? "** or pow()" : symbol).append(": '").append(a.type.name())
                .append("' and '").append(b.type.name()).append('\'');
        if (op == BinaryOp.RSHIFT && symbol.equals(">>") && a instanceof PyBuiltin f && f.owner == null
                && f.name.equalTo("print")) {
            text.append(". Did you mean \"print(<message>, file=<output_stream>)\"?");
        }
        return Errors.typeError(text.toString());
    }

    private static PyException cannotConcatenate(String sequence, PyObject a, PyObject b) {
        return Errors.typeError(switch (sequence) {
            case "bytes", "bytearray" -> "can't concat " + b.type.name() + " to " + a.type.name();
            case "array.array" -> "can only append array (not \"" + b.type.name() + "\") to array";
            default -> {
                String plain = sequence.substring(sequence.lastIndexOf('.') + 1);
                yield "can only concatenate " + plain + " (not \"" + b.type.name() + "\") to " + plain;
            }
        });
    }

    /** {@code operator.index(o)}: an int. */
    public static PyInt index(ThreadState ts, PyObject o) {
        if (o instanceof PyInt i) {
            return i;
        }
        PyObject result = o.type.slots().index(ts, o);
        if (result == null) {
            throw Errors.typeError("'" + o.type.name() + "' object cannot be interpreted as an integer");
        }
        if (!(result instanceof PyInt i)) {
            Refs.drop(result);
            throw Errors.typeError("__index__ returned non-int (type " + result.type.name() + ")");
        }
        return i;
    }
}
