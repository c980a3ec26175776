package org.krait.language.compile;

import java.util.BitSet;
import java.util.List;
import org.krait.language.syntax.BoolOperator;
import org.krait.language.syntax.CompareOperator;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.Span;
import org.krait.language.syntax.UnaryOperator;
import org.krait.objects.CompareOp;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.code.Assembler;
import org.krait.objects.code.Opcode;

/** Compiles comparisons, boolean operators and conditional expressions, as values and as jumps. */
final class Conditions {
    private final ModuleCompiler c;

    Conditions(ModuleCompiler compiler) {
        this.c = compiler;
    }

    // Jumps

    /** Jumps to a label when the truth of the expression is {@code when}; otherwise goes on. */
    void jumpIf(Expr e, int label, boolean when) {
        PyObject constant = c.folder.fold(e);
        if (constant != null) {
            if (Constants.truth(constant) == when) {
                c.unit.at(e.span());
                c.unit.asm.emit(Opcode.JUMP, label);
            }
            return;
        }
        c.descend();
        if (e instanceof Expr.UnaryOp o && o.op() == UnaryOperator.NOT) {
            jumpIf(o.operand(), label, !when);
        } else if (e instanceof Expr.BoolOp o) {
            jumpIfBoolOp(o, label, when);
        } else if (e instanceof Expr.IfExp i) {
            jumpIfConditional(i, label, when);
        } else if (e instanceof Expr.Compare o) {
            jumpIfCompare(o, label, when);
        } else {
            int value = c.expressions.operand(e);
            c.unit.at(e.span());
            c.unit.asm.emit(when ? Opcode.JUMP_IF_TRUE : Opcode.JUMP_IF_FALSE, value, label);
            c.operands.free(value);
        }
        c.ascend();
    }

    private void jumpIfBoolOp(Expr.BoolOp o, int label, boolean when) {
        boolean or = o.op() == BoolOperator.OR;
        List<Expr> values = o.values();
        int last = values.size() - 1;
        int skip = or == when ? label : c.unit.asm.newLabel();
        BitSet afterFirst = null;
        for (int i = 0; i < last; i++) {
            jumpIf(values.get(i), skip, or);
            if (i == 0) {
                afterFirst = c.unit.saveBound();
            }
        }
        jumpIf(values.get(last), label, when);
        if (skip != label) {
            c.unit.asm.bind(skip);
        }
        c.unit.bound = afterFirst;
    }

    private void jumpIfConditional(Expr.IfExp i, int label, boolean when) {
        int orelse = c.unit.asm.newLabel();
        int end = c.unit.asm.newLabel();
        jumpIf(i.test(), orelse, false);
        BitSet state = c.unit.saveBound();
        jumpIf(i.body(), label, when);
        c.unit.asm.emit(Opcode.JUMP, end);
        c.unit.asm.bind(orelse);
        c.unit.bound = (BitSet) state.clone();
        jumpIf(i.orelse(), label, when);
        c.unit.asm.bind(end);
        c.unit.bound = state;
    }

    private void jumpIfCompare(Expr.Compare o, int label, boolean when) {
        Warnings.checkIs(c, o);
        int n = o.ops().size();
        if (n == 1) {
            jumpIfPair(o.left(), o.ops().getFirst(), o.comparators().getFirst(), o.span(), label, when);
            return;
        }
        int mark = c.unit.hiddenTop();
        int fail = c.unit.asm.newLabel();
        int end = c.unit.asm.newLabel();
        BitSet afterFirst = null;
        int left = shared(o.left());
        for (int i = 0; i < n; i++) {
            boolean last = i == n - 1;
            int right = last ? c.expressions.operand(o.comparators().get(i)) : shared(o.comparators().get(i));
            if (i == 0) {
                afterFirst = c.unit.saveBound();
            }
            c.unit.at(o.span());
            jumpIfCompared(o.ops().get(i), left, right, fail, false);
            c.operands.free(right);
            clearShared(left);
            left = right;
        }
        clearAbove(mark);
        if (when) {
            c.unit.asm.emit(Opcode.JUMP, label);
            c.unit.asm.bind(fail);
            clearAbove(mark);
        } else {
            c.unit.asm.emit(Opcode.JUMP, end);
            c.unit.asm.bind(fail);
            clearAbove(mark);
            c.unit.asm.emit(Opcode.JUMP, label);
            c.unit.asm.bind(end);
        }
        c.unit.freeHidden(mark);
        c.unit.bound = afterFirst;
    }

    private void clearAbove(int mark) {
        for (int i = c.unit.hiddenTop() - 1; i >= mark; i--) {
            c.unit.asm.emit(Opcode.CLEAR_LOCAL, Assembler.HIDDEN + i);
        }
    }

    /** An operand that can be used twice: a constant, a local, or a hidden local. */
    private int shared(Expr e) {
        int value = c.expressions.waiting(e, true);
        return CodeUnit.isTemp(value) ? c.operands.toHidden(value) : value;
    }

    /** Ends the use of a shared operand; it is cleared again where the ways meet. */
    private void clearShared(int operand) {
        if (operand >= Assembler.HIDDEN) {
            c.unit.asm.emit(Opcode.CLEAR_LOCAL, operand);
        }
    }

    private void jumpIfPair(Expr leftOf, CompareOperator op, Expr rightOf, Span span, int label, boolean when) {
        if (op == CompareOperator.IS || op == CompareOperator.IS_NOT) {
            boolean leftNone = c.folder.fold(leftOf) == PySingleton.NONE;
            if (leftNone || c.folder.fold(rightOf) == PySingleton.NONE) {
                int value = c.expressions.operand(leftNone ? rightOf : leftOf);
                c.unit.at(span);
                boolean none = (op == CompareOperator.IS) == when;
                c.unit.asm.emit(none ? Opcode.JUMP_IF_NONE : Opcode.JUMP_IF_NOT_NONE, value, label);
                c.operands.free(value);
                return;
            }
        }
        boolean runs = Effects.runsCode(rightOf);
        int left = c.expressions.waiting(leftOf, runs);
        boolean hold = runs && CodeUnit.isTemp(left) && c.expressions.needsHold(leftOf);
        int hidden = c.unit.hiddenTop();
        if (hold) {
            // A jump leads out of here, so a hold could not be ended on both ways by one instruction.
            left = c.operands.toHidden(left);
        }
        int right = container(op, rightOf);
        c.unit.at(span);
        if (hold) {
            int dst = c.unit.newTemp();
            emit(op, dst, left, right);
            c.operands.clearBut(dst, left, 1);
            c.unit.asm.emit(when ? Opcode.JUMP_IF_TRUE : Opcode.JUMP_IF_FALSE, dst, label);
            c.operands.free(dst);
        } else {
            jumpIfCompared(op, left, right, label, when);
        }
        c.operands.free(right);
        c.operands.free(left);
        c.unit.freeHidden(hidden);
    }

    private void jumpIfCompared(CompareOperator op, int left, int right, int label, boolean when) {
        CompareOp rich = rich(op);
        if (rich != null) {
            c.unit.asm.emit(when ? Opcode.JUMP_IF_COMPARE : Opcode.JUMP_IF_NOT_COMPARE, left, right, rich.ordinal(),
                    label);
            return;
        }
        int dst = c.unit.newTemp();
        emit(op, dst, left, right);
        c.unit.asm.emit(when ? Opcode.JUMP_IF_TRUE : Opcode.JUMP_IF_FALSE, dst, label);
        c.operands.free(dst);
    }

    private static CompareOp rich(CompareOperator op) {
        return switch (op) {
            case EQ -> CompareOp.EQ;
            case NOT_EQ -> CompareOp.NE;
            case LT -> CompareOp.LT;
            case LT_E -> CompareOp.LE;
            case GT -> CompareOp.GT;
            case GT_E -> CompareOp.GE;
            case IS, IS_NOT, IN, NOT_IN -> null;
        };
    }

    private void emit(CompareOperator op, int dst, int left, int right) {
        switch (op) {
            case IS -> c.unit.asm.emit(Opcode.IS, dst, left, right, 0);
            case IS_NOT -> c.unit.asm.emit(Opcode.IS, dst, left, right, 1);
            case IN -> c.unit.asm.emit(Opcode.CONTAINS, dst, left, right, 0);
            case NOT_IN -> c.unit.asm.emit(Opcode.CONTAINS, dst, left, right, 1);
            case EQ, NOT_EQ, LT, LT_E, GT, GT_E ->
                c.unit.asm.emit(Opcode.COMPARE, dst, left, right, rich(op).ordinal());
        }
    }

    /** The right operand; a display of constants after {@code in} becomes a constant. */
    private int container(CompareOperator op, Expr e) {
        if (op == CompareOperator.IN || op == CompareOperator.NOT_IN) {
            PyObject constant = null;
            if (e instanceof Expr.List l) {
                constant = c.folder.foldItems(l.elts());
            } else if (e instanceof Expr.Set s) {
                PyTuple items = c.folder.foldItems(s.elts());
                PySet set = items == null ? null : Constants.frozenSet(items.items);
                constant = set;
            }
            if (constant != null) {
                return c.operands.constant(constant);
            }
        }
        return c.expressions.operand(e);
    }

    // Values

    int compare(Expr.Compare o) {
        Warnings.checkIs(c, o);
        int n = o.ops().size();
        if (n == 1) {
            return comparePair(o);
        }
        int mark = c.unit.hiddenTop();
        int end = c.unit.asm.newLabel();
        int dst = c.unit.newTemp();
        int left = shared(o.left());
        BitSet afterFirst = null;
        for (int i = 0; i < n; i++) {
            boolean last = i == n - 1;
            int right = last ? c.expressions.operand(o.comparators().get(i)) : shared(o.comparators().get(i));
            if (i == 0) {
                afterFirst = c.unit.saveBound();
            }
            c.unit.at(o.span());
            emit(o.ops().get(i), dst, left, right);
            c.operands.free(right);
            c.operands.clearBut(dst, left, left >= Assembler.HIDDEN ? 1 : 0);
            if (!last) {
                c.unit.asm.emit(Opcode.JUMP_IF_FALSE_KEEP, dst, end);
            }
            left = right;
        }
        c.unit.asm.bind(end);
        c.operands.clearBut(dst, Assembler.HIDDEN + mark, c.unit.hiddenTop() - mark);
        c.unit.freeHidden(mark);
        c.unit.bound = afterFirst;
        return dst;
    }

    private int comparePair(Expr.Compare o) {
        CompareOperator op = o.ops().getFirst();
        Expr rightOf = o.comparators().getFirst();
        boolean runs = Effects.runsCode(rightOf);
        if (runs && c.expressions.needsHold(o.left())) {
            int dst = c.unit.newTemp();
            int left = c.expressions.waiting(o.left(), true);
            int held = CodeUnit.isTemp(left) ? c.operands.hold(left, 1) : 0;
            int right = container(op, rightOf);
            c.unit.at(o.span());
            if (CodeUnit.isTemp(left)) {
                c.operands.release(left, 1, held);
            }
            emit(op, dst, left, right);
            c.unit.freeTemps(dst + 1);
            return dst;
        }
        int left = c.expressions.operand(o.left());
        int right = container(op, rightOf);
        c.unit.at(o.span());
        c.operands.free(right);
        c.operands.free(left);
        int dst = c.unit.newTemp();
        emit(op, dst, left, right);
        return dst;
    }

    int boolOp(Expr.BoolOp o) {
        int end = c.unit.asm.newLabel();
        int dst = c.unit.nextTemp();
        List<Expr> values = o.values();
        BitSet afterFirst = null;
        for (int i = 0; i < values.size(); i++) {
            c.unit.freeTemps(dst);
            c.expressions.temp(values.get(i));
            if (i < values.size() - 1) {
                c.unit.at(o.span());
                c.unit.asm.emit(o.op() == BoolOperator.OR ? Opcode.JUMP_IF_TRUE_KEEP : Opcode.JUMP_IF_FALSE_KEEP, dst,
                        end);
            }
            if (i == 0) {
                afterFirst = c.unit.saveBound();
            }
        }
        c.unit.asm.bind(end);
        c.unit.bound = afterFirst;
        return dst;
    }

    int conditional(Expr.IfExp i) {
        PyObject constant = c.folder.fold(i.test());
        if (constant != null) {
            return c.expressions.operand(Constants.truth(constant) ? i.body() : i.orelse());
        }
        int orelse = c.unit.asm.newLabel();
        int end = c.unit.asm.newLabel();
        jumpIf(i.test(), orelse, false);
        BitSet state = c.unit.saveBound();
        int dst = c.unit.nextTemp();
        c.expressions.temp(i.body());
        c.unit.asm.emit(Opcode.JUMP, end);
        c.unit.asm.bind(orelse);
        c.unit.freeTemps(dst);
        c.unit.bound = (BitSet) state.clone();
        c.expressions.temp(i.orelse());
        c.unit.asm.bind(end);
        c.unit.bound = state;
        return dst;
    }
}
