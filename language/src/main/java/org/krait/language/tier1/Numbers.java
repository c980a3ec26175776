package org.krait.language.tier1;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import org.krait.objects.BinaryOp;
import org.krait.objects.PyBool;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.UnaryOp;
import org.krait.runtime.Arithmetic;
import org.krait.runtime.Comparison;

/** Operators, comparisons and truth, with ints and floats unboxed. Operands are registers or, negative, constants. */
final class Numbers {
    @CompilationFinal(dimensions = 1)
    private static final BinaryOp[] BINARY = BinaryOp.values();
    static final int ADD = BinaryOp.ADD.ordinal();
    static final int SUBTRACT = BinaryOp.SUBTRACT.ordinal();
    static final int MULTIPLY = BinaryOp.MULTIPLY.ordinal();

    private Numbers() {}

    static boolean isInt(CodeRoot root, Registers r, int s) {
        if (s < 0) {
            return root.constant(s).getClass() == PyInt.class;
        }
        PyObject o = r.objects[s];
        return o == Unboxed.INT || o != Unboxed.FLOAT && o.getClass() == PyInt.class;
    }

    static long intOf(CodeRoot root, Registers r, int s) {
        if (s < 0) {
            return ((PyInt) root.constant(s)).value;
        }
        PyObject o = r.objects[s];
        return o == Unboxed.INT ? r.numbers[s] : ((PyInt) o).value;
    }

    static boolean isFloat(CodeRoot root, Registers r, int s) {
        if (s < 0) {
            return root.constant(s).getClass() == PyFloat.class;
        }
        PyObject o = r.objects[s];
        return o == Unboxed.FLOAT || o != Unboxed.INT && o.getClass() == PyFloat.class;
    }

    static double floatOf(CodeRoot root, Registers r, int s) {
        if (s < 0) {
            return ((PyFloat) root.constant(s)).value;
        }
        PyObject o = r.objects[s];
        return o == Unboxed.FLOAT ? Double.longBitsToDouble(r.numbers[s]) : ((PyFloat) o).value;
    }

    /** {@code dst = a op b}, or {@code a op= b}. */
    static void binary(CodeRoot root, Registers r, int pc, int operator, boolean inPlace) {
        BinaryOp op = BINARY[operator];
        int dst = root.operand(pc, 1);
        int a = root.operand(pc, 2);
        int b = root.operand(pc, 3);
        if (isInt(root, r, a) && isInt(root, r, b)) {
            long x = intOf(root, r, a);
            long y = intOf(root, r, b);
            if (Arithmetic.fits(op, x, y)) {
                root.profile.meets(pc, Profile.INT);
                r.setInt(dst, Arithmetic.ofLongs(op, x, y));
                return;
            }
        } else if (isFloat(root, r, a) && isFloat(root, r, b)) {
            root.profile.meets(pc, Profile.FLOAT);
            double x = floatOf(root, r, a);
            double y = floatOf(root, r, b);
            switch (op) {
                case ADD:
                    r.setFloat(dst, x + y);
                    return;
                case SUBTRACT:
                    r.setFloat(dst, x - y);
                    return;
                case MULTIPLY:
                    r.setFloat(dst, x * y);
                    return;
                case TRUE_DIVIDE:
                    if (y != 0) {
                        r.setFloat(dst, x / y);
                        return;
                    }
                    break;
                default:
                    break;
            }
        }
        root.profile.needsGeneral(pc);
        r.expose(pc);
        PyObject left = root.object(r, pc, a);
        PyObject right = root.object(r, pc, b);
        r.objects[dst] = inPlace
                ? SlowPaths.inPlace(r.ts, op, left, right)
                : SlowPaths.binary(r.ts, op, left, right);
    }

    /** {@code dst = op a}. */
    static void unary(CodeRoot root, Registers r, int pc) {
        int dst = root.operand(pc, 1);
        int a = root.operand(pc, 2);
        UnaryOp op = UnaryOp.of(root.operand(pc, 3));
        if (root.operand(pc, 3) == UnaryOp.NEGATIVE.ordinal()) {
            if (isInt(root, r, a) && intOf(root, r, a) != Long.MIN_VALUE) {
                r.setInt(dst, -intOf(root, r, a));
                return;
            }
            if (isFloat(root, r, a)) {
                r.setFloat(dst, -floatOf(root, r, a));
                return;
            }
        }
        root.profile.needsGeneral(pc);
        r.expose(pc);
        r.objects[dst] = SlowPaths.unary(r.ts, op, root.object(r, pc, a));
    }

    /** {@code dst = a op b}. */
    static void compare(CodeRoot root, Registers r, int pc) {
        int dst = root.operand(pc, 1);
        int a = root.operand(pc, 2);
        int b = root.operand(pc, 3);
        int op = root.operand(pc, 4);
        if (isInt(root, r, a) && isInt(root, r, b)) {
            root.profile.meets(pc, Profile.INT);
            r.objects[dst] = truth(Comparison.ints(op, intOf(root, r, a), intOf(root, r, b)));
            return;
        }
        if (isFloat(root, r, a) && isFloat(root, r, b)) {
            root.profile.meets(pc, Profile.FLOAT);
            r.objects[dst] = truth(Comparison.floats(op, floatOf(root, r, a), floatOf(root, r, b)));
            return;
        }
        root.profile.needsGeneral(pc);
        r.expose(pc);
        r.objects[dst] = SlowPaths.compare(r.ts, op, root.object(r, pc, a), root.object(r, pc, b));
    }

    /** The truth of {@code a op b} for a jump; its operands begin at {@code pc + 1}. */
    static boolean test(CodeRoot root, Registers r, int pc) {
        int a = root.operand(pc, 1);
        int b = root.operand(pc, 2);
        int op = root.operand(pc, 3);
        if (isInt(root, r, a) && isInt(root, r, b)) {
            root.profile.meets(pc, Profile.INT);
            return Comparison.ints(op, intOf(root, r, a), intOf(root, r, b));
        }
        if (isFloat(root, r, a) && isFloat(root, r, b)) {
            root.profile.meets(pc, Profile.FLOAT);
            return Comparison.floats(op, floatOf(root, r, a), floatOf(root, r, b));
        }
        root.profile.needsGeneral(pc);
        r.expose(pc);
        return SlowPaths.test(r.ts, op, root.object(r, pc, a), root.object(r, pc, b));
    }

    /** {@code bool(s)}; a temporary that is not {@code kept} is consumed. */
    static boolean isTrue(CodeRoot root, Registers r, int pc, int s, boolean kept) {
        if (s >= 0 && r.objects[s] == Unboxed.INT) {
            return r.numbers[s] != 0;
        }
        PyObject o = root.object(r, pc, s);
        if (o == PyBool.TRUE) {
            return true;
        }
        if (o == PyBool.FALSE || o == PySingleton.NONE) {
            return false;
        }
        root.profile.needsGeneral(pc);
        r.expose(pc);
        boolean truth = SlowPaths.truth(r.ts, o);
        if (!kept && Registers.dies(o, null)) {
            SlowPaths.destroy(o, null);
        }
        return truth;
    }

    /** True when both are one object; exact ints of one value are. */
    static boolean isSame(CodeRoot root, Registers r, int pc, int a, int b) {
        if (isInt(root, r, a) && isInt(root, r, b)) {
            return intOf(root, r, a) == intOf(root, r, b);
        }
        return root.object(r, pc, a) == root.object(r, pc, b);
    }

    static PyObject truth(boolean value) {
        return value ? PyBool.TRUE : PyBool.FALSE;
    }
}
