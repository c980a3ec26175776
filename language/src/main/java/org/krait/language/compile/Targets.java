package org.krait.language.compile;

import java.util.List;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.ExprContext;
import org.krait.language.syntax.Span;
import org.krait.objects.PySingleton;
import org.krait.objects.code.Assembler;
import org.krait.objects.code.Opcode;

/** Compiles what is assigned to and what is deleted. */
final class Targets {
    private final ModuleCompiler c;

    Targets(ModuleCompiler compiler) {
        this.c = compiler;
    }

    /** Assigns an operand, which is consumed. */
    void store(Expr target, int value) {
        if (target instanceof Expr.Name n) {
            c.names.store(n.id(), value, n.span());
        } else if (target instanceof Expr.Attribute a) {
            storeAttribute(a, value);
        } else if (target instanceof Expr.Subscript s) {
            storeItem(s, value);
        } else if (target instanceof Expr.Tuple t) {
            unpack(t.elts(), value, t.span());
        } else if (target instanceof Expr.List l) {
            unpack(l.elts(), value, l.span());
        } else {
            throw c.error(target.span(), "starred assignment target must be in a list or tuple");
        }
    }

    /** True when evaluating the parts of a target runs code. */
    static boolean runsCode(Expr target) {
        if (target instanceof Expr.Attribute a) {
            return Effects.runsCode(a.value());
        }
        if (target instanceof Expr.Subscript s) {
            return Effects.runsCode(s.value()) || Effects.runsCode(s.slice());
        }
        return false;
    }

    private void storeAttribute(Expr.Attribute a, int value) {
        checkName(a.attr(), a.span());
        boolean hold = CodeUnit.isTemp(value) && Effects.runsCode(a.value());
        int held = hold ? c.operands.hold(value, 1) : 0;
        int object = c.expressions.operand(a.value());
        atName(a);
        if (hold) {
            c.operands.release(value, 1, held);
        }
        c.unit.asm.emit(Opcode.STORE_ATTR, object, c.names.operand(a.attr()), value, 0);
        c.operands.free(object);
        c.operands.free(value);
    }

    private void atName(Expr.Attribute a) {
        c.unit.at(CallCompiler.attributeSpan(a));
    }

    private void storeItem(Expr.Subscript s, int value) {
        boolean hold = CodeUnit.isTemp(value) && runsCode(s);
        int held = hold ? c.operands.hold(value, 1) : 0;
        boolean indexRuns = Effects.runsCode(s.slice());
        int object = c.expressions.waiting(s.value(), indexRuns);
        boolean holdObject = indexRuns && CodeUnit.isTemp(object) && c.expressions.needsHold(s.value());
        int objectHeld = holdObject ? c.operands.hold(object, 1) : 0;
        int index = c.expressions.operand(s.slice());
        c.unit.at(s.span());
        if (holdObject) {
            c.operands.release(object, 1, objectHeld);
        }
        if (hold) {
            c.operands.release(value, 1, held);
        }
        c.unit.asm.emit(Opcode.STORE_ITEM, object, index, value);
        c.operands.free(index);
        c.operands.free(object);
        c.operands.free(value);
    }

    private void unpack(List<Expr> elements, int value, Span span) {
        int n = elements.size();
        int star = -1;
        for (int i = 0; i < n; i++) {
            if (elements.get(i) instanceof Expr.Starred) {
                if (star >= 0) {
                    throw c.error(span, "multiple starred expressions in assignment");
                }
                if (i >= 1 << 8 || n - i - 1 >= Integer.MAX_VALUE >> 8) {
                    throw c.error(span, "too many expressions in star-unpacking assignment");
                }
                star = i;
            }
        }
        boolean consumed = CodeUnit.isTemp(value);
        boolean hold = n > 1 && (!consumed || !allPlainLocals(elements));
        c.operands.free(value);
        int base = c.unit.nextTemp();
        for (int i = 0; i < n; i++) {
            c.unit.newTemp();
        }
        c.unit.at(span);
        if (star < 0) {
            c.unit.asm.emit(Opcode.UNPACK, base, value, n);
        } else {
            c.unit.asm.emit(Opcode.UNPACK_EX, base, value, star, n - star - 1);
        }
        storeAll(elements, base, hold);
    }

    /** Assigns neighbouring temporaries to targets, and frees them. */
    void storeAll(List<Expr> targets, int base, boolean hold) {
        int n = targets.size();
        int held = hold ? c.operands.hold(base, n) : -1;
        int copy = c.unit.nextTemp();
        for (int i = 0; i < n; i++) {
            Expr target = targets.get(i) instanceof Expr.Starred s ? s.value() : targets.get(i);
            if (target instanceof Expr.Name name) {
                held = endHold(base + i, base + n, held);
                // The registers above must stay taken: only the last one is given back by the store.
                c.names.storeKeepingTemps(name.id(), base + i, name.span());
            } else if (target instanceof Expr.Attribute || target instanceof Expr.Subscript) {
                held = storeReference(target, base + i, base + n, held);
            } else {
                c.unit.newTemp();
                c.operands.copy(copy, base + i);
                held = endHold(base + i, base + n, held);
                store(target, copy);
            }
        }
        c.unit.freeTemps(base);
    }

    /**
     * Ends the hold of the first of the temporaries from {@code value} to {@code end}, held from an instruction on; -1
     * when none is. The answer is where the hold of the others goes on.
     */
    private int endHold(int value, int end, int heldFrom) {
        if (heldFrom < 0) {
            return -1;
        }
        c.operands.release(value, 1, end - value, heldFrom);
        return c.unit.asm.pc();
    }

    /** Assigns a temporary below others to an attribute or item; holds as {@link #endHold}. */
    private int storeReference(Expr target, int value, int end, int heldFrom) {
        int top = c.unit.nextTemp();
        int held = heldFrom;
        if (target instanceof Expr.Attribute a) {
            checkName(a.attr(), a.span());
            int object = c.expressions.operand(a.value());
            atName(a);
            held = endHold(value, end, heldFrom);
            c.unit.asm.emit(Opcode.STORE_ATTR, object, c.names.operand(a.attr()), value, 0);
        } else if (target instanceof Expr.Subscript s) {
            boolean indexRuns = Effects.runsCode(s.slice());
            int object = c.expressions.waiting(s.value(), indexRuns);
            boolean holdObject = indexRuns && CodeUnit.isTemp(object) && c.expressions.needsHold(s.value());
            int objectHeld = holdObject ? c.operands.hold(object, 1) : 0;
            int index = c.expressions.operand(s.slice());
            c.unit.at(s.span());
            if (holdObject) {
                c.operands.release(object, 1, objectHeld);
            }
            held = endHold(value, end, heldFrom);
            c.unit.asm.emit(Opcode.STORE_ITEM, object, index, value);
        }
        c.unit.freeTemps(top);
        return held;
    }

    private boolean allPlainLocals(List<Expr> targets) {
        for (Expr e : targets) {
            Expr target = e instanceof Expr.Starred s ? s.value() : e;
            if (!(target instanceof Expr.Name n) || !c.names.isPlainLocal(n.id())) {
                return false;
            }
        }
        return true;
    }

    private void checkName(String name, Span span) {
        if (name.equals("__debug__")) {
            throw c.error(span, "cannot assign to __debug__");
        }
    }

    void delete(Expr target) {
        if (target instanceof Expr.Name n) {
            c.names.delete(n.id(), n.span());
        } else if (target instanceof Expr.Attribute a) {
            if (a.attr().equals("__debug__")) {
                throw c.error(a.span(), "cannot delete __debug__");
            }
            int object = c.expressions.operand(a.value());
            atName(a);
            c.unit.asm.emit(Opcode.DELETE_ATTR, object, c.names.operand(a.attr()));
            c.operands.free(object);
        } else if (target instanceof Expr.Subscript s) {
            deleteItem(s);
        } else if (target instanceof Expr.Tuple t) {
            deleteAll(t.elts());
        } else if (target instanceof Expr.List l) {
            deleteAll(l.elts());
        } else {
            throw new IllegalStateException("no such target: " + target);
        }
    }

    private void deleteAll(List<Expr> targets) {
        for (Expr target : targets) {
            delete(target);
        }
    }

    private void deleteItem(Expr.Subscript s) {
        boolean indexRuns = Effects.runsCode(s.slice());
        int object = c.expressions.waiting(s.value(), indexRuns);
        boolean hold = indexRuns && CodeUnit.isTemp(object) && c.expressions.needsHold(s.value());
        int held = hold ? c.operands.hold(object, 1) : 0;
        int index = c.expressions.operand(s.slice());
        c.unit.at(s.span());
        if (hold) {
            c.operands.release(object, 1, held);
        }
        c.unit.asm.emit(Opcode.DELETE_ITEM, object, index);
        c.operands.free(index);
        c.operands.free(object);
    }

    // Assignments

    void assign(List<Expr> targets, Expr valueOf) {
        if (targets.size() == 1) {
            Expr target = targets.getFirst();
            if (assignParallel(target, valueOf)) {
                return;
            }
            boolean runs = runsCode(target);
            store(target, c.expressions.waiting(valueOf, runs));
            return;
        }
        int mark = c.unit.hiddenTop();
        int value = c.expressions.waiting(valueOf, true);
        boolean hidden = CodeUnit.isTemp(value);
        if (hidden) {
            value = c.operands.toHidden(value);
        }
        for (Expr target : targets) {
            store(target, value);
        }
        if (hidden) {
            c.unit.asm.emit(Opcode.CLEAR_LOCAL, value);
        }
        c.unit.freeHidden(mark);
    }

    /** {@code a, b = x, y} without a tuple: the values first, then the stores. */
    private boolean assignParallel(Expr target, Expr valueOf) {
        List<Expr> targets = elements(target);
        List<Expr> values = elements(valueOf);
        if (targets == null || values == null || targets.size() != values.size() || targets.isEmpty()
                || targets.size() > 8 || ExpressionCompiler.hasStar(targets) || ExpressionCompiler.hasStar(values)
                || c.isConstant(valueOf)) {
            return false;
        }
        if (areStable(values, targets)) {
            for (int i = 0; i < values.size(); i++) {
                store(targets.get(i), c.expressions.operand(values.get(i)));
            }
            return true;
        }
        Group group = new Group(c, Effects.anyRunsCode(values));
        for (Expr e : values) {
            group.add(e);
        }
        group.end();
        storeAll(targets, group.base(), true);
        return true;
    }

    /** True when the values are constants and bound locals that none of the stores changes. */
    private boolean areStable(List<Expr> values, List<Expr> targets) {
        for (Expr e : values) {
            if (e instanceof Expr.Name n) {
                if (!c.names.isBoundLocal(n.id()) || c.names.isWalrusTarget(n.id())) {
                    return false;
                }
                for (Expr target : targets) {
                    boolean simple = target instanceof Expr.Attribute || target instanceof Expr.Subscript
                            || target instanceof Expr.Name other && !other.id().equals(n.id());
                    if (!simple) {
                        return false;
                    }
                }
            } else if (!(e instanceof Expr.Constant)) {
                return false;
            }
        }
        return true;
    }

    private static List<Expr> elements(Expr e) {
        if (e instanceof Expr.Tuple t) {
            return t.elts();
        }
        return e instanceof Expr.List l ? l.elts() : null;
    }

    /** {@code target op= value}. */
    void augmented(org.krait.language.syntax.Stmt.AugAssign a) {
        Expr target = a.target();
        int operator = ExpressionCompiler.operator(a.op());
        int mark = c.unit.hiddenTop();
        if (target instanceof Expr.Name n) {
            Expr.Name load = new Expr.Name(n.id(), ExprContext.LOAD, n.span());
            boolean runs = Effects.runsCode(a.value());
            int dst = c.unit.newTemp();
            int old = c.expressions.waiting(load, runs);
            boolean hold = runs && CodeUnit.isTemp(old);
            int held = hold ? c.operands.hold(old, 1) : 0;
            int value = c.expressions.operand(a.value());
            c.unit.at(a.span());
            if (hold) {
                c.operands.release(old, 1, held);
            }
            c.unit.asm.emit(Opcode.INPLACE_OP, dst, old, value, operator);
            c.unit.freeTemps(dst + 1);
            c.names.store(n.id(), dst, n.span());
        } else if (target instanceof Expr.Attribute t) {
            checkName(t.attr(), t.span());
            int object = twice(t.value());
            int name = c.names.operand(t.attr());
            int dst = c.unit.newTemp();
            int old = c.unit.newTemp();
            atName(t);
            c.unit.asm.emit(Opcode.LOAD_ATTR, old, object, name, 0);
            operate(a, dst, old, operator);
            atName(t);
            c.unit.asm.emit(Opcode.STORE_ATTR, object, name, dst, 0);
            c.unit.freeTemps(dst);
        } else if (target instanceof Expr.Subscript s) {
            int object = twice(s.value());
            int index = twice(s.slice());
            int dst = c.unit.newTemp();
            int old = c.unit.newTemp();
            c.unit.at(s.span());
            c.unit.asm.emit(Opcode.LOAD_ITEM, old, object, index);
            operate(a, dst, old, operator);
            c.unit.at(s.span());
            c.unit.asm.emit(Opcode.STORE_ITEM, object, index, dst);
            c.unit.freeTemps(dst);
        } else {
            throw new IllegalStateException("no such target: " + target);
        }
        for (int i = c.unit.hiddenTop() - 1; i >= mark; i--) {
            c.unit.asm.emit(Opcode.CLEAR_LOCAL, Assembler.HIDDEN + i);
        }
        c.unit.freeHidden(mark);
    }

    private void operate(org.krait.language.syntax.Stmt.AugAssign a, int dst, int old, int operator) {
        boolean runs = Effects.runsCode(a.value());
        int held = runs ? c.operands.hold(old, 1) : 0;
        int value = c.expressions.operand(a.value());
        c.unit.at(a.span());
        if (runs) {
            c.operands.release(old, 1, held);
        }
        c.unit.asm.emit(Opcode.INPLACE_OP, dst, old, value, operator);
    }

    /** An operand that can be used twice. */
    private int twice(Expr e) {
        int value = c.expressions.waiting(e, true);
        return CodeUnit.isTemp(value) ? c.operands.toHidden(value) : value;
    }

    /** {@code del} without a value stays: the name of an except clause. */
    void unbind(String name, Span span) {
        c.names.store(name, c.operands.constant(PySingleton.NONE), span);
        c.names.delete(name, span);
    }
}
