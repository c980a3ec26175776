package org.krait.language.compile;

import java.util.ArrayList;
import java.util.List;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.ExprContext;
import org.krait.language.syntax.Operator;
import org.krait.language.syntax.Span;
import org.krait.objects.BinaryOp;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PySet;
import org.krait.objects.PyTuple;
import org.krait.objects.UnaryOp;
import org.krait.objects.code.Opcode;

/** Compiles expressions to operands: constants, locals, or the temporary that was next when it began. */
final class ExpressionCompiler {
    /** More elements than this are added one by one, not by way of as many temporaries. */
    private static final int MANY = 30;

    private final ModuleCompiler c;

    ExpressionCompiler(ModuleCompiler compiler) {
        this.c = compiler;
    }

    /** Evaluates into a temporary, the one that is next. */
    int temp(Expr e) {
        return c.operands.toTemp(operand(e));
    }

    /** Evaluates; a local that something later may assign is copied, and must be held like another temporary. */
    int waiting(Expr e, boolean codeFollows) {
        int value = operand(e);
        if (codeFollows && value >= 0 && !CodeUnit.isTemp(value) && (!(e instanceof Expr.Name n)
                || c.names.isWalrusTarget(n.id()))) {
            return c.operands.toTemp(value);
        }
        return value;
    }

    int operand(Expr e) {
        if (e instanceof Expr.Name n) {
            if (n.id().equals("__debug__")) {
                return c.operands.constant(c.folder.fold(n));
            }
            return c.names.load(n.id(), n.span());
        }
        if (e instanceof Expr.Constant constant) {
            return c.operands.constant(Constants.of(constant.value()));
        }
        c.descend();
        int value = compound(e);
        c.ascend();
        return value;
    }

    private int compound(Expr e) {
        if (e instanceof Expr.Call call) {
            return c.calls.call(call);
        }
        if (e instanceof Expr.Attribute a) {
            return attribute(a);
        }
        if (e instanceof Expr.BinOp o) {
            return binary(o);
        }
        if (e instanceof Expr.Subscript s) {
            return subscript(s);
        }
        if (e instanceof Expr.Compare compare) {
            return c.conditions.compare(compare);
        }
        if (e instanceof Expr.Tuple t) {
            PyTuple folded = c.folder.foldItems(t.elts());
            return folded != null
                    ? c.operands.constant(folded)
                    : display(t.elts(), Opcode.BUILD_TUPLE, t.span());
        }
        if (e instanceof Expr.List l) {
            return display(l.elts(), Opcode.BUILD_LIST, l.span());
        }
        if (e instanceof Expr.BoolOp o) {
            return c.conditions.boolOp(o);
        }
        if (e instanceof Expr.UnaryOp o) {
            return unary(o);
        }
        if (e instanceof Expr.JoinedStr j) {
            return joined(j);
        }
        if (e instanceof Expr.FormattedValue f) {
            return formatted(f);
        }
        if (e instanceof Expr.Dict d) {
            return dict(d);
        }
        if (e instanceof Expr.IfExp i) {
            return c.conditions.conditional(i);
        }
        if (e instanceof Expr.Set s) {
            return display(s.elts(), Opcode.BUILD_SET, s.span());
        }
        return rare(e);
    }

    private int rare(Expr e) {
        if (e instanceof Expr.Lambda l) {
            return c.definitions.lambda(l);
        }
        if (e instanceof Expr.ListComp l) {
            return c.comprehensions.list(l);
        }
        if (e instanceof Expr.SetComp s) {
            return c.comprehensions.set(s);
        }
        if (e instanceof Expr.DictComp d) {
            return c.comprehensions.dict(d);
        }
        if (e instanceof Expr.GeneratorExp g) {
            return c.comprehensions.generator(g);
        }
        if (e instanceof Expr.NamedExpr n) {
            return named(n);
        }
        if (e instanceof Expr.Slice s) {
            return slice(s);
        }
        if (e instanceof Expr.Await a) {
            return c.suspensions.await(a);
        }
        if (e instanceof Expr.Yield y) {
            return c.suspensions.yield(y);
        }
        if (e instanceof Expr.YieldFrom y) {
            return c.suspensions.yieldFrom(y);
        }
        if (e instanceof Expr.Starred s) {
            throw c.error(s.span(), s.ctx() == ExprContext.STORE
                    ? "starred assignment target must be in a list or tuple"
                    : "can't use starred expression here");
        }
        throw new IllegalStateException("no such expression: " + e);
    }

    private int named(Expr.NamedExpr n) {
        Expr.Name target = (Expr.Name) n.target();
        if (c.names.isPlainLocal(target.id())) {
            int value = operand(n.value());
            c.names.store(target.id(), value, target.span());
            return c.names.load(target.id(), target.span());
        }
        int value = temp(n.value());
        int copy = c.unit.newTemp();
        c.operands.copy(copy, value);
        c.names.store(target.id(), copy, target.span());
        c.unit.freeTemps(value + 1);
        return value;
    }

    // Operators

    private int binary(Expr.BinOp last) {
        PyObject folded = c.folder.fold(last);
        if (folded != null) {
            return c.operands.constant(folded);
        }
        ArrayList<Expr.BinOp> chain = null;
        Expr.BinOp first = last;
        while (first.left() instanceof Expr.BinOp inner) {
            PyObject left = c.folder.fold(inner);
            if (left != null) {
                break;
            }
            if (chain == null) {
                chain = new ArrayList<>();
            }
            chain.add(first);
            first = inner;
            if (chain.size() > ScopeBuilder.MAX_DEPTH) {
                throw CompileErrors.tooDeep(c.fileName);
            }
        }
        int value = pair(first.left(), first.right(), first.op(), first.span());
        for (int i = chain == null ? -1 : chain.size() - 1; i >= 0; i--) {
            Expr.BinOp next = chain.get(i);
            int right = operand(next.right());
            c.unit.at(next.span());
            emit(next.op(), value, value, right);
            c.unit.freeTemps(value + 1);
        }
        return value;
    }

    private int pair(Expr left, Expr right, Operator op, Span span) {
        boolean runs = Effects.runsCode(right);
        if (runs && needsHold(left)) {
            int dst = c.unit.newTemp();
            int a = waiting(left, true);
            int held = CodeUnit.isTemp(a) ? c.operands.hold(a, 1) : 0;
            int b = operand(right);
            c.unit.at(span);
            if (CodeUnit.isTemp(a)) {
                c.operands.release(a, 1, held);
            }
            emit(op, dst, a, b);
            c.unit.freeTemps(dst + 1);
            return dst;
        }
        int a = operand(left);
        int b = operand(right);
        c.unit.at(span);
        c.operands.free(b);
        c.operands.free(a);
        int dst = c.unit.newTemp();
        emit(op, dst, a, b);
        return dst;
    }

    /** True when the value, once in a temporary, may lose its owner while other code runs. */
    boolean needsHold(Expr e) {
        if (e instanceof Expr.Name n && c.names.isPlainLocal(n.id())) {
            return c.names.isWalrusTarget(n.id());
        }
        return Effects.mayBeOwned(e);
    }

    private void emit(Operator op, int dst, int a, int b) {
        switch (op) {
            case ADD -> c.unit.asm.emit(Opcode.ADD, dst, a, b);
            case SUB -> c.unit.asm.emit(Opcode.SUBTRACT, dst, a, b);
            case MULT -> c.unit.asm.emit(Opcode.MULTIPLY, dst, a, b);
            default -> c.unit.asm.emit(Opcode.BINARY_OP, dst, a, b, operator(op));
        }
    }

    /** The operand of BINARY_OP. */
    static int operator(Operator op) {
        BinaryOp binary = switch (op) {
            case ADD -> BinaryOp.ADD;
            case SUB -> BinaryOp.SUBTRACT;
            case MULT -> BinaryOp.MULTIPLY;
            case MAT_MULT -> BinaryOp.MATRIX_MULTIPLY;
            case DIV -> BinaryOp.TRUE_DIVIDE;
            case MOD -> BinaryOp.REMAINDER;
            case POW -> BinaryOp.POWER;
            case L_SHIFT -> BinaryOp.LSHIFT;
            case R_SHIFT -> BinaryOp.RSHIFT;
            case BIT_OR -> BinaryOp.OR;
            case BIT_XOR -> BinaryOp.XOR;
            case BIT_AND -> BinaryOp.AND;
            case FLOOR_DIV -> BinaryOp.FLOOR_DIVIDE;
        };
        return binary.ordinal();
    }

    private int unary(Expr.UnaryOp o) {
        PyObject folded = c.folder.fold(o);
        if (folded != null) {
            return c.operands.constant(folded);
        }
        int value = operand(o.operand());
        c.unit.at(o.span());
        c.operands.free(value);
        int dst = c.unit.newTemp();
        switch (o.op()) {
            case NOT -> c.unit.asm.emit(Opcode.NOT, dst, value);
            case U_SUB -> c.unit.asm.emit(Opcode.UNARY_OP, dst, value, UnaryOp.NEGATIVE.ordinal());
            case U_ADD -> c.unit.asm.emit(Opcode.UNARY_OP, dst, value, UnaryOp.POSITIVE.ordinal());
            case INVERT -> c.unit.asm.emit(Opcode.UNARY_OP, dst, value, UnaryOp.INVERT.ordinal());
        }
        return dst;
    }

    // Attributes and items

    private int attribute(Expr.Attribute a) {
        if (c.calls.isSuperCall(a.value())) {
            return c.calls.superAttribute(a);
        }
        int value = operand(a.value());
        c.unit.at(CallCompiler.attributeSpan(a));
        c.operands.free(value);
        int dst = c.unit.newTemp();
        c.unit.asm.emit(Opcode.LOAD_ATTR, dst, value, c.names.operand(a.attr()), 0);
        return dst;
    }

    private int subscript(Expr.Subscript s) {
        PyObject folded = c.folder.fold(s);
        if (folded != null) {
            return c.operands.constant(folded);
        }
        Warnings.checkSubscript(c, s);
        boolean runs = Effects.runsCode(s.slice());
        if (runs && needsHold(s.value())) {
            int dst = c.unit.newTemp();
            int value = waiting(s.value(), true);
            int held = CodeUnit.isTemp(value) ? c.operands.hold(value, 1) : 0;
            int index = operand(s.slice());
            c.unit.at(s.span());
            if (CodeUnit.isTemp(value)) {
                c.operands.release(value, 1, held);
            }
            c.unit.asm.emit(Opcode.LOAD_ITEM, dst, value, index);
            c.unit.freeTemps(dst + 1);
            return dst;
        }
        int value = operand(s.value());
        int index = operand(s.slice());
        c.unit.at(s.span());
        c.operands.free(index);
        c.operands.free(value);
        int dst = c.unit.newTemp();
        c.unit.asm.emit(Opcode.LOAD_ITEM, dst, value, index);
        return dst;
    }

    private int slice(Expr.Slice s) {
        int dst = c.unit.newTemp();
        boolean stepRuns = Effects.runsCode(s.step());
        boolean upperRuns = Effects.runsCode(s.upper()) || stepRuns;
        int lower = sliceBound(s.lower(), upperRuns);
        int lowerHeld = upperRuns && CodeUnit.isTemp(lower) ? c.operands.hold(lower, 1) : -1;
        int upper = sliceBound(s.upper(), stepRuns);
        int upperHeld = stepRuns && CodeUnit.isTemp(upper) ? c.operands.hold(upper, 1) : -1;
        int step = sliceBound(s.step(), false);
        c.unit.at(s.span());
        if (upperHeld >= 0) {
            c.operands.release(upper, 1, upperHeld);
        }
        if (lowerHeld >= 0) {
            c.operands.release(lower, 1, lowerHeld);
        }
        c.unit.asm.emit(Opcode.BUILD_SLICE, dst, lower, upper, step);
        c.unit.freeTemps(dst + 1);
        return dst;
    }

    private int sliceBound(Expr e, boolean codeFollows) {
        return e == null ? c.operands.constant(PySingleton.NONE) : waiting(e, codeFollows);
    }

    // Displays

    private int display(List<Expr> elements, Opcode build, Span span) {
        if (hasStar(elements)) {
            return starredDisplay(elements, build, span);
        }
        int n = elements.size();
        if (build != Opcode.BUILD_TUPLE && n > 2) {
            PyTuple folded = c.folder.foldItems(elements);
            if (folded != null) {
                int dst = c.unit.newTemp();
                c.unit.at(span);
                c.unit.asm.emit(build, dst, dst, 0);
                if (build == Opcode.BUILD_LIST) {
                    c.unit.asm.emit(Opcode.LIST_EXTEND, dst, c.operands.constant(folded));
                } else {
                    // The order of a set depends on what it was made from.
                    PySet set = Constants.frozenSet(folded.items);
                    c.unit.asm.emit(Opcode.SET_UPDATE, dst, c.operands.constant(set == null ? folded : set));
                }
                return dst;
            }
        }
        if (n > MANY) {
            return starredDisplay(elements, build, span);
        }
        boolean runs = Effects.anyRunsCode(elements);
        int dst = runs ? c.unit.newTemp() : c.unit.nextTemp();
        Group group = new Group(c, runs);
        for (int i = 0; i < n; i++) {
            group.add(elements.get(i));
        }
        c.unit.at(span);
        group.end();
        c.unit.asm.emit(build, dst, group.base(), n);
        c.unit.freeTemps(dst);
        return c.unit.newTemp();
    }

    static boolean hasStar(List<Expr> elements) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Expr.Starred) {
                return true;
            }
        }
        return false;
    }

    /** A display with {@code *x} among its elements, built step by step. */
    int starredDisplay(List<Expr> elements, Opcode build, Span span) {
        boolean set = build == Opcode.BUILD_SET;
        Opcode make = set ? Opcode.BUILD_SET : Opcode.BUILD_LIST;
        int dst = c.unit.newTemp();
        c.unit.at(span);
        c.unit.asm.emit(make, dst, dst, 0);
        for (Expr e : elements) {
            if (e instanceof Expr.Starred s) {
                int value = operand(s.value());
                c.unit.at(span);
                c.unit.asm.emit(set ? Opcode.SET_UPDATE : Opcode.LIST_EXTEND, dst, value);
                c.operands.free(value);
            } else {
                int value = operand(e);
                c.unit.at(span);
                c.unit.asm.emit(set ? Opcode.SET_ADD : Opcode.LIST_APPEND, dst, value);
                c.operands.free(value);
            }
        }
        if (build == Opcode.BUILD_TUPLE) {
            c.unit.at(span);
            c.unit.asm.emit(Opcode.LIST_TO_TUPLE, dst, dst);
        }
        return dst;
    }

    private int dict(Expr.Dict d) {
        List<Expr> keys = d.keys();
        List<Expr> values = d.values();
        int n = keys.size();
        boolean stars = false;
        for (int i = 0; i < n; i++) {
            stars |= keys.get(i) == null;
        }
        if (stars || n > MANY) {
            return dictInSteps(d);
        }
        boolean runs = Effects.anyRunsCode(keys) || Effects.anyRunsCode(values);
        int dst = runs ? c.unit.newTemp() : c.unit.nextTemp();
        PyTuple constantKeys = n > 1 ? c.folder.foldItems(keys) : null;
        Group group = new Group(c, runs);
        for (int i = 0; i < n; i++) {
            if (constantKeys == null) {
                group.add(keys.get(i));
            }
            group.add(values.get(i));
        }
        c.unit.at(d.span());
        group.end();
        if (constantKeys != null) {
            c.unit.asm.emit(Opcode.BUILD_MAP_CONST, dst, group.base(), n, c.unit.asm.constantIndex(constantKeys));
        } else {
            c.unit.asm.emit(Opcode.BUILD_MAP, dst, group.base(), n);
        }
        c.unit.freeTemps(dst);
        return c.unit.newTemp();
    }

    private int dictInSteps(Expr.Dict d) {
        int dst = c.unit.newTemp();
        c.unit.at(d.span());
        c.unit.asm.emit(Opcode.BUILD_MAP, dst, dst, 0);
        for (int i = 0; i < d.keys().size(); i++) {
            Expr key = d.keys().get(i);
            Expr valueOf = d.values().get(i);
            if (key == null) {
                int value = operand(valueOf);
                c.unit.at(d.span());
                c.unit.asm.emit(Opcode.DICT_UPDATE, dst, value);
                c.operands.free(value);
            } else {
                mapAdd(dst, key, valueOf, d.span());
            }
        }
        return dst;
    }

    /** Adds an entry to a dict that is being built. */
    void mapAdd(int dict, Expr key, Expr valueOf, Span span) {
        boolean runs = Effects.runsCode(valueOf);
        int k = waiting(key, runs);
        boolean hold = runs && CodeUnit.isTemp(k) && Effects.mayBeOwned(key);
        int held = hold ? c.operands.hold(k, 1) : 0;
        int value = operand(valueOf);
        c.unit.at(span);
        if (hold) {
            c.operands.release(k, 1, held);
        }
        c.unit.asm.emit(Opcode.MAP_ADD, dict, k, value);
        c.operands.free(value);
        c.operands.free(k);
    }

    // Formatted strings

    private int joined(Expr.JoinedStr j) {
        List<Expr> values = j.values();
        int n = values.size();
        if (n == 0) {
            return c.operands.constant(PyStr.EMPTY);
        }
        if (n == 1 && values.getFirst() instanceof Expr.Constant only) {
            return operand(only);
        }
        if (n == 1 && values.getFirst() instanceof Expr.FormattedValue only) {
            return formatted(only);
        }
        int dst = c.unit.nextTemp();
        for (int i = 0; i < n; i++) {
            temp(values.get(i));
        }
        c.unit.at(j.span());
        c.unit.asm.emit(Opcode.BUILD_STRING, dst, dst, n);
        c.unit.freeTemps(dst + 1);
        return dst;
    }

    private int formatted(Expr.FormattedValue f) {
        boolean runs = Effects.runsCode(f.formatSpec());
        int conversion = Math.max(f.conversion(), 0);
        if (runs && needsHold(f.value())) {
            int dst = c.unit.newTemp();
            int value = waiting(f.value(), true);
            int held = CodeUnit.isTemp(value) ? c.operands.hold(value, 1) : 0;
            int spec = operand(f.formatSpec());
            c.unit.at(f.span());
            if (CodeUnit.isTemp(value)) {
                c.operands.release(value, 1, held);
            }
            c.unit.asm.emit(Opcode.FORMAT_VALUE, dst, value, conversion, spec);
            c.unit.freeTemps(dst + 1);
            return dst;
        }
        int value = operand(f.value());
        int spec = f.formatSpec() == null ? Opcode.NONE : operand(f.formatSpec());
        c.unit.at(f.span());
        if (f.formatSpec() != null) {
            c.operands.free(spec);
        }
        c.operands.free(value);
        int dst = c.unit.newTemp();
        c.unit.asm.emit(Opcode.FORMAT_VALUE, dst, value, conversion, spec);
        return dst;
    }
}
