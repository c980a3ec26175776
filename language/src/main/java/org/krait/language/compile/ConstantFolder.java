package org.krait.language.compile;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.ExprContext;
import org.krait.language.syntax.Operator;
import org.krait.objects.PyBool;
import org.krait.objects.PyBytes;
import org.krait.objects.PyComplex;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;

/**
 * Computes expressions of constants while compiling, within CPython's limits on the size of a result (ast_opt.c).
 * What would raise an error, or is rounded by the C library, is left to the program.
 */
final class ConstantFolder {
    private static final int MAX_INT_BITS = 128;
    private static final int MAX_COLLECTION = 256;
    private static final int MAX_TEXT = 4096;
    private static final int MAX_ITEMS = 1024;

    private final boolean debug;

    /** With the value of {@code __debug__}. */
    ConstantFolder(boolean debug) {
        this.debug = debug;
    }

    /** The value of a constant expression, else null. */
    PyObject fold(Expr e) {
        if (e instanceof Expr.Constant c) {
            return Constants.of(c.value());
        }
        if (e instanceof Expr.Name n) {
            return n.ctx() == ExprContext.LOAD && n.id().equals("__debug__") ? PyBool.of(debug) : null;
        }
        if (e instanceof Expr.BinOp o) {
            return foldChain(o);
        }
        if (e instanceof Expr.UnaryOp o) {
            return foldUnary(o);
        }
        if (e instanceof Expr.Tuple t) {
            return t.ctx() == ExprContext.LOAD ? foldItems(t.elts()) : null;
        }
        if (e instanceof Expr.Subscript s && s.ctx() == ExprContext.LOAD && !(s.value() instanceof Expr.Name)) {
            PyObject value = fold(s.value());
            PyObject index = value == null ? null : fold(s.slice());
            return index == null ? null : item(value, index);
        }
        return null;
    }

    /** The tuple of constant expressions, else null. */
    PyTuple foldItems(List<Expr> elements) {
        PyObject[] items = new PyObject[elements.size()];
        for (int i = 0; i < items.length; i++) {
            PyObject item = fold(elements.get(i));
            if (item == null) {
                return null;
            }
            items[i] = item;
        }
        return PyTuple.constant(items);
    }

    /** Goes along the left operands without recursion. */
    private PyObject foldChain(Expr.BinOp last) {
        if (!(last.left() instanceof Expr.BinOp)) {
            PyObject left = fold(last.left());
            PyObject right = left == null ? null : fold(last.right());
            return right == null ? null : binary(last.op(), left, right);
        }
        ArrayList<Expr.BinOp> chain = new ArrayList<>();
        Expr e = last;
        while (e instanceof Expr.BinOp o) {
            chain.add(o);
            e = o.left();
        }
        PyObject value = fold(e);
        for (int i = chain.size() - 1; i >= 0 && value != null; i--) {
            PyObject right = fold(chain.get(i).right());
            value = right == null ? null : binary(chain.get(i).op(), value, right);
        }
        return value;
    }

    private PyObject foldUnary(Expr.UnaryOp o) {
        PyObject v = fold(o.operand());
        if (v == null) {
            return null;
        }
        return switch (o.op()) {
            case NOT -> PyBool.of(!Constants.truth(v));
            case U_SUB -> negate(v);
            case U_ADD -> v instanceof PyBool b ? PyInt.of(b.value) : isNumber(v) ? v : null;
            case INVERT -> v instanceof PyInt i && !(v instanceof PyBool) ? PyInt.of(i.toBigInteger().not()) : null;
        };
    }

    private static boolean isNumber(PyObject v) {
        return v instanceof PyInt || v instanceof PyFloat || v instanceof PyComplex;
    }

    private static PyObject negate(PyObject v) {
        if (v instanceof PyInt i) {
            return i.fitsLong() && i.value != Long.MIN_VALUE
                    ? PyInt.of(-i.value)
                    : PyInt.of(i.toBigInteger().negate());
        }
        if (v instanceof PyFloat f) {
            return new PyFloat(-f.value);
        }
        return v instanceof PyComplex c ? new PyComplex(-c.real, -c.imag) : null;
    }

    /** {@code left op right}, or null. */
    PyObject binary(Operator op, PyObject left, PyObject right) {
        if (left instanceof PyInt a && right instanceof PyInt b) {
            return integers(op, a, b);
        }
        if (isNumber(left) && isNumber(right)) {
            return left instanceof PyComplex || right instanceof PyComplex
                    ? complexes(op, left, right)
                    : floats(op, left, right);
        }
        if (op == Operator.ADD) {
            return concatenation(left, right);
        }
        if (op == Operator.MULT) {
            return left instanceof PyInt n ? repetition(right, n) : right instanceof PyInt n ? repetition(left, n)
                    : null;
        }
        return null;
    }

    private static PyObject integers(Operator op, PyInt left, PyInt right) {
        if (left instanceof PyBool && right instanceof PyBool) {
            boolean a = left == PyBool.TRUE;
            boolean b = right == PyBool.TRUE;
            switch (op) {
                case BIT_AND -> {
                    return PyBool.of(a & b);
                }
                case BIT_OR -> {
                    return PyBool.of(a | b);
                }
                case BIT_XOR -> {
                    return PyBool.of(a ^ b);
                }
                default -> {
                    // Booleans are integers in the other operations.
                }
            }
        }
        BigInteger a = left.toBigInteger();
        BigInteger b = right.toBigInteger();
        return switch (op) {
            case ADD -> PyInt.of(a.add(b));
            case SUB -> PyInt.of(a.subtract(b));
            case MULT -> bits(a) + bits(b) > MAX_INT_BITS ? null : PyInt.of(a.multiply(b));
            case FLOOR_DIV -> b.signum() == 0 ? null : PyInt.of(floorDivide(a, b));
            case MOD -> b.signum() == 0 ? null : PyInt.of(a.subtract(floorDivide(a, b).multiply(b)));
            case POW -> power(a, b);
            case L_SHIFT -> b.signum() < 0 || b.bitLength() > 8 || bits(a) + b.intValue() > MAX_INT_BITS
                    ? null
                    : PyInt.of(a.shiftLeft(b.intValue()));
            case R_SHIFT -> b.signum() < 0 || b.bitLength() > 31 ? null : PyInt.of(a.shiftRight(b.intValue()));
            case BIT_AND -> PyInt.of(a.and(b));
            case BIT_OR -> PyInt.of(a.or(b));
            case BIT_XOR -> PyInt.of(a.xor(b));
            case DIV -> b.signum() == 0 || bits(a) > 53 || bits(b) > 53
                    ? null
                    : new PyFloat(a.doubleValue() / b.doubleValue());
            case MAT_MULT -> null;
        };
    }

    private static int bits(BigInteger value) {
        return value.abs().bitLength();
    }

    private static BigInteger floorDivide(BigInteger a, BigInteger b) {
        BigInteger[] both = a.divideAndRemainder(b);
        return both[1].signum() != 0 && both[1].signum() != b.signum()
                ? both[0].subtract(BigInteger.ONE)
                : both[0];
    }

    private static PyObject power(BigInteger a, BigInteger b) {
        if (b.signum() < 0) {
            return null;
        }
        if (b.signum() == 0) {
            return PyInt.ONE;
        }
        if (b.bitLength() > 8 && a.abs().bitLength() > 0 || b.bitLength() > 31
                || bits(a) > MAX_INT_BITS / Math.max(b.intValue(), 1)) {
            return null;
        }
        return PyInt.of(a.pow(b.intValue()));
    }

    private static PyObject floats(Operator op, PyObject left, PyObject right) {
        if (left instanceof PyInt i && !i.fitsLong() || right instanceof PyInt j && !j.fitsLong()) {
            return null;
        }
        double a = toDouble(left);
        double b = toDouble(right);
        return switch (op) {
            case ADD -> new PyFloat(a + b);
            case SUB -> new PyFloat(a - b);
            case MULT -> new PyFloat(a * b);
            case DIV -> b == 0 ? null : new PyFloat(a / b);
            default -> null;
        };
    }

    private static double toDouble(PyObject v) {
        return v instanceof PyInt i ? (double) i.value : ((PyFloat) v).value;
    }

    private static PyObject complexes(Operator op, PyObject left, PyObject right) {
        if (left instanceof PyInt i && !i.fitsLong() || right instanceof PyInt j && !j.fitsLong()) {
            return null;
        }
        double ar = left instanceof PyComplex c ? c.real : toDouble(left);
        double ai = left instanceof PyComplex c ? c.imag : 0;
        double br = right instanceof PyComplex c ? c.real : toDouble(right);
        double bi = right instanceof PyComplex c ? c.imag : 0;
        return switch (op) {
            case ADD -> new PyComplex(ar + br, ai + bi);
            case SUB -> new PyComplex(ar - br, ai - bi);
            case MULT -> new PyComplex(ar * br - ai * bi, ar * bi + ai * br);
            default -> null;
        };
    }

    private static PyObject concatenation(PyObject left, PyObject right) {
        if (left instanceof PyStr a && right instanceof PyStr b) {
            return a.concat(b);
        }
        if (left instanceof PyBytes a && right instanceof PyBytes b) {
            byte[] joined = java.util.Arrays.copyOf(a.value, a.length() + b.length());
            System.arraycopy(b.value, 0, joined, a.length(), b.length());
            return new PyBytes(joined);
        }
        if (left instanceof PyTuple a && right instanceof PyTuple b) {
            PyObject[] joined = java.util.Arrays.copyOf(a.items, a.size() + b.size());
            System.arraycopy(b.items, 0, joined, a.size(), b.size());
            return PyTuple.constant(joined);
        }
        return null;
    }

    private static PyObject repetition(PyObject v, PyInt times) {
        if (!times.fitsLong() || times.value > MAX_TEXT) {
            return null;
        }
        int n = (int) Math.max(times.value, 0);
        if (v instanceof PyStr s) {
            int length = s.length();
            if (length * (long) n > MAX_TEXT) {
                return null;
            }
            int[] codePoints = new int[length * n];
            for (int i = 0; i < n; i++) {
                s.copyTo(codePoints, i * length);
            }
            return PyStr.ofUcs4(codePoints);
        }
        if (v instanceof PyBytes b) {
            int length = b.length();
            if (length * (long) n > MAX_TEXT) {
                return null;
            }
            byte[] repeated = new byte[length * n];
            for (int i = 0; i < n; i++) {
                System.arraycopy(b.value, 0, repeated, i * length, length);
            }
            return new PyBytes(repeated);
        }
        if (v instanceof PyTuple t) {
            int length = t.size();
            if (length * (long) n > MAX_COLLECTION || n > 0 && count(t) > MAX_ITEMS / n) {
                return null;
            }
            PyObject[] repeated = new PyObject[length * n];
            for (int i = 0; i < n; i++) {
                System.arraycopy(t.items, 0, repeated, i * length, length);
            }
            return PyTuple.constant(repeated);
        }
        return null;
    }

    private static int count(PyTuple t) {
        int n = t.size();
        for (PyObject item : t.items) {
            n += item instanceof PyTuple inner ? count(inner) : 0;
        }
        return n;
    }

    private static PyObject item(PyObject value, PyObject index) {
        if (!(index instanceof PyInt i) || !i.fitsLong()) {
            return null;
        }
        int length = value instanceof PyTuple t ? t.size()
                : value instanceof PyStr s ? s.length()
                : value instanceof PyBytes b ? b.length() : 0;
        long at = i.value < 0 ? i.value + length : i.value;
        if (at < 0 || at >= length) {
            return null;
        }
        if (value instanceof PyTuple t) {
            return t.item((int) at);
        }
        if (value instanceof PyStr s) {
            return PyStr.ofCodePoint(s.at((int) at));
        }
        return PyInt.of(((PyBytes) value).value[(int) at] & 0xff);
    }
}
