package org.krait.language.compile;

import java.util.HashSet;
import java.util.List;
import org.krait.language.compile.Symbol.Place;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.ExprContext;
import org.krait.language.syntax.Keyword;
import org.krait.language.syntax.Span;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.code.Opcode;

/** Compiles calls: of functions, of methods without a bound method object, with stars, and of {@code super()}. */
final class CallCompiler {
    private final ModuleCompiler c;

    CallCompiler(ModuleCompiler compiler) {
        this.c = compiler;
    }

    int call(Expr.Call call) {
        checkKeywords(call.keywords());
        boolean stars = hasStars(call.args(), call.keywords());
        if (call.func() instanceof Expr.Attribute a && !stars && a.ctx() == ExprContext.LOAD
                && !isSuperCall(a.value())) {
            return method(call, a);
        }
        Warnings.checkCall(c, call);
        if (stars) {
            return withStars(call);
        }
        boolean runs = Effects.anyRunsCode(call.args()) || Effects.anyKeywordRunsCode(call.keywords());
        int dst = runs ? c.unit.newTemp() : c.unit.nextTemp();
        Group group = new Group(c, runs);
        int callee = c.expressions.waiting(call.func(), runs);
        boolean calleeInGroup = CodeUnit.isTemp(callee);
        if (!calleeInGroup && !call.args().isEmpty()
                && call.args().getFirst().span().line() > call.func().span().line()) {
            // The line of the callee, of which no instruction tells.
            c.unit.at(call.func().span());
            c.unit.asm.emit(Opcode.NOP);
        }
        if (calleeInGroup && c.expressions.needsHold(call.func())) {
            group.markOwned();
        }
        int base = c.unit.nextTemp();
        arguments(group, call.args(), call.keywords());
        c.unit.at(call.span());
        group.end();
        int count = call.args().size() + call.keywords().size();
        if (call.keywords().isEmpty()) {
            c.unit.asm.emit(Opcode.CALL, dst, callee, base, count, 0);
        } else {
            c.unit.asm.emit(Opcode.CALL_KW, dst, callee, base, count, keywordNames(call.keywords()));
        }
        c.unit.freeTemps(dst);
        return c.unit.newTemp();
    }

    /** The positional values, then those of the keywords, into the group. */
    private void arguments(Group group, List<Expr> args, List<Keyword> keywords) {
        for (int i = 0; i < args.size(); i++) {
            group.add(args.get(i));
        }
        for (int i = 0; i < keywords.size(); i++) {
            group.add(keywords.get(i).value());
        }
    }

    private int keywordNames(List<Keyword> keywords) {
        PyObject[] names = new PyObject[keywords.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = PyStr.interned(keywords.get(i).arg());
        }
        return c.unit.asm.constantIndex(PyTuple.constant(names));
    }

    private int method(Expr.Call call, Expr.Attribute a) {
        if (call.keywords().isEmpty() && simpleArguments(call.args())) {
            return invoke(call, a);
        }
        boolean runs = Effects.anyRunsCode(call.args()) || Effects.anyKeywordRunsCode(call.keywords());
        int dst = runs ? c.unit.newTemp() : c.unit.nextTemp();
        Group group = new Group(c, runs);
        int base = c.unit.nextTemp();
        int object = c.expressions.operand(a.value());
        atAttribute(a);
        c.operands.free(object);
        c.unit.newTemp();
        c.unit.newTemp();
        c.unit.asm.emit(Opcode.LOAD_METHOD, base, object, c.names.operand(a.attr()), 0);
        group.markOwned();
        arguments(group, call.args(), call.keywords());
        atMethodCall(call, a);
        group.end();
        int count = call.args().size() + call.keywords().size();
        if (call.keywords().isEmpty()) {
            c.unit.asm.emit(Opcode.CALL_METHOD, dst, base, count, 0);
        } else {
            c.unit.asm.emit(Opcode.CALL_METHOD_KW, dst, base, count, keywordNames(call.keywords()));
        }
        c.unit.freeTemps(dst);
        return c.unit.newTemp();
    }

    /** {@code x.name(args)} in one instruction: its arguments are constants or locals that are bound. */
    private int invoke(Expr.Call call, Expr.Attribute a) {
        int base = c.unit.nextTemp();
        c.expressions.temp(a.value());
        for (int i = 0; i < call.args().size(); i++) {
            c.expressions.temp(call.args().get(i));
        }
        atMethodCall(call, a);
        c.unit.asm.emit(Opcode.INVOKE, base, base, call.args().size() + 1, c.names.operand(a.attr()), 0);
        Span s = attributeSpan(a);
        c.unit.asm.secondPosition(Opcode.INVOKE, s.line(), s.column(), s.endLine(), s.endColumn());
        c.unit.freeTemps(base + 1);
        return base;
    }

    private boolean simpleArguments(List<Expr> args) {
        for (int i = 0; i < args.size(); i++) {
            Expr e = args.get(i);
            if (!(e instanceof Expr.Constant) && !(e instanceof Expr.Name n && c.names.isBoundLocal(n.id()))) {
                return false;
            }
        }
        return true;
    }

    /** An attribute that spans lines is shown from the line of its name, as CPython does. */
    static Span attributeSpan(Expr.Attribute a) {
        Span s = a.span();
        if (s.line() == s.endLine()) {
            return s;
        }
        int column = s.endColumn() - a.attr().length();
        return column < 0
                ? new Span(s.endLine(), -1, s.endLine(), -1)
                : new Span(s.endLine(), column, s.endLine(), s.endColumn());
    }

    private void atAttribute(Expr.Attribute a) {
        c.unit.at(attributeSpan(a));
    }

    private void atMethodCall(Expr.Call call, Expr.Attribute a) {
        Span s = call.span();
        if (a.span().line() != a.span().endLine()) {
            Span name = attributeSpan(a);
            s = name.endLine() == s.endLine() && name.column() >= 0 || name.line() < s.endLine()
                    ? new Span(name.line(), name.column(), s.endLine(), s.endColumn())
                    : new Span(name.line(), -1, s.endLine(), -1);
        }
        c.unit.at(s);
    }

    // Stars

    private static boolean hasStars(List<Expr> args, List<Keyword> keywords) {
        if (ExpressionCompiler.hasStar(args)) {
            return true;
        }
        for (int i = 0; i < keywords.size(); i++) {
            if (keywords.get(i).arg() == null) {
                return true;
            }
        }
        return false;
    }

    private int withStars(Expr.Call call) {
        int dst = c.unit.newTemp();
        Group group = new Group(c, true);
        int callee = c.expressions.waiting(call.func(), true);
        if (CodeUnit.isTemp(callee)) {
            if (c.expressions.needsHold(call.func())) {
                group.markOwned();
            }
        } else if (callee < 0) {
            callee = c.operands.toTemp(callee);
        }
        starArguments(dst, callee, group, call.args(), call.keywords(), call.span());
        return dst;
    }

    /**
     * Calls with stars: {@code dst} and the callee are registers already, the callee the last of the group if it is a
     * temporary.
     */
    void starArguments(int dst, int callee, Group group, List<Expr> args, List<Keyword> keywords, Span span) {
        int positional;
        if (args.size() == 1 && args.getFirst() instanceof Expr.Starred s) {
            boolean runs = Effects.runsCode(s.value());
            if (runs) {
                group.beforeCode();
            }
            positional = c.expressions.waiting(s.value(), !keywords.isEmpty());
            if (c.expressions.needsHold(s.value())) {
                group.markOwned();
            }
        } else if (!ExpressionCompiler.hasStar(args)) {
            PyTuple constant = c.folder.foldItems(args);
            if (constant != null) {
                positional = c.operands.constant(constant);
            } else {
                group.beforeCode();
                positional = c.expressions.operand(new Expr.Tuple(args, ExprContext.LOAD, span));
            }
        } else {
            group.beforeCode();
            positional = c.expressions.starredDisplay(args, Opcode.BUILD_TUPLE, span);
        }
        int named = Opcode.NONE;
        if (!keywords.isEmpty()) {
            group.beforeCode();
            named = keywordDict(keywords, callee, span);
        }
        c.unit.at(span);
        group.end();
        c.unit.asm.emit(Opcode.CALL_EX, dst, callee, positional, named);
        c.unit.freeTemps(dst + 1);
    }

    /** A new dict of the keyword arguments. */
    int keywordDict(List<Keyword> keywords, int callee, Span span) {
        int dict = c.unit.newTemp();
        c.unit.at(span);
        c.unit.asm.emit(Opcode.BUILD_MAP, dict, dict, 0);
        int i = 0;
        while (i < keywords.size()) {
            Keyword k = keywords.get(i);
            if (k.arg() == null) {
                int mapping = c.expressions.operand(k.value());
                c.unit.at(span);
                c.unit.asm.emit(Opcode.DICT_MERGE, dict, mapping, callee);
                c.operands.free(mapping);
                i++;
                continue;
            }
            int end = i;
            while (end < keywords.size() && keywords.get(end).arg() != null) {
                end++;
            }
            if (i == 0) {
                // No earlier entry can be there: the names may be put in without a check.
                for (; i < end; i++) {
                    int value = c.expressions.operand(keywords.get(i).value());
                    c.unit.at(span);
                    c.unit.asm.emit(Opcode.MAP_ADD, dict,
                            c.operands.constant(PyStr.interned(keywords.get(i).arg())), value);
                    c.operands.free(value);
                }
            } else {
                int part = c.unit.newTemp();
                c.unit.asm.emit(Opcode.BUILD_MAP, part, part, 0);
                for (; i < end; i++) {
                    int value = c.expressions.operand(keywords.get(i).value());
                    c.unit.at(span);
                    c.unit.asm.emit(Opcode.MAP_ADD, part,
                            c.operands.constant(PyStr.interned(keywords.get(i).arg())), value);
                    c.operands.free(value);
                }
                c.unit.asm.emit(Opcode.DICT_MERGE, dict, part, callee);
                c.operands.free(part);
            }
        }
        return dict;
    }

    /** Refuses names given twice and names that cannot be assigned. */
    void checkKeywords(List<Keyword> keywords) {
        HashSet<String> seen = keywords.size() > 1 ? new HashSet<>() : null;
        for (Keyword k : keywords) {
            if (k.arg() == null) {
                continue;
            }
            if (k.arg().equals("__debug__")) {
                throw c.error(k.span(), "cannot assign to __debug__");
            }
            if (seen != null && !seen.add(k.arg())) {
                throw c.error(k.span(), "keyword argument repeated: " + k.arg());
            }
        }
    }

    // super

    /** True for {@code super()} and {@code super(a, b)} where the name is the builtin's and the result is only used. */
    boolean isSuperCall(Expr e) {
        if (!(e instanceof Expr.Call call) || !(call.func() instanceof Expr.Name n) || !n.id().equals("super")
                || !call.keywords().isEmpty()) {
            return false;
        }
        CodeUnit unit = c.unit;
        if (!unit.scope.isFunctionLike() || c.names.place("super") != Place.GLOBAL_IMPLICIT
                || c.moduleDefines("super")) {
            return false;
        }
        int n2 = call.args().size();
        if (n2 == 2) {
            return !ExpressionCompiler.hasStar(call.args());
        }
        return n2 == 0 && unit.hasPositionalParameter() && unit.scope.place("__class__") == Place.FREE;
    }

    /** {@code super().name} without an object for super. */
    int superAttribute(Expr.Attribute a) {
        Expr.Call call = (Expr.Call) a.value();
        boolean runs = Effects.anyRunsCode(call.args());
        int dst = runs ? c.unit.newTemp() : c.unit.nextTemp();
        Group group = new Group(c, runs);
        int base = c.unit.nextTemp();
        c.unit.at(call.func().span());
        c.names.loadGlobal("super");
        group.markOwned();
        int zero = 0;
        if (call.args().isEmpty()) {
            zero = 1;
            c.unit.at(call.span());
            c.operands.toTemp(c.names.load("__class__", call.span()));
            c.operands.toTemp(c.names.loadStored(c.unit.scope.parameters.getFirst(), call.span()));
        } else {
            group.add(call.args().getFirst());
            group.add(call.args().getLast());
        }
        c.unit.at(a.span());
        group.end();
        c.unit.asm.emit(Opcode.LOAD_SUPER_ATTR, dst, base, c.names.operand(a.attr()), zero);
        c.unit.freeTemps(dst);
        return c.unit.newTemp();
    }
}
