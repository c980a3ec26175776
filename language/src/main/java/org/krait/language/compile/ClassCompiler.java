package org.krait.language.compile;

import java.util.ArrayList;
import java.util.List;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.ExprContext;
import org.krait.language.syntax.Span;
import org.krait.language.syntax.Stmt;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Intrinsic;
import org.krait.objects.code.Opcode;

/** Compiles class statements. */
final class ClassCompiler {
    private final ModuleCompiler c;

    ClassCompiler(ModuleCompiler compiler) {
        this.c = compiler;
    }

    void compile(Stmt.ClassDef d) {
        int mark = c.unit.hiddenTop();
        ArrayList<Integer> decorators = c.definitions.decorators(d.decoratorList());
        int firstLine = d.decoratorList().isEmpty() ? d.span().line() : d.decoratorList().getFirst().span().line();
        int made = d.typeParams().isEmpty() ? make(d, firstLine, d.bases()) : generic(d, firstLine);
        c.definitions.decorate(decorators, d.decoratorList(), made, mark);
        c.names.store(d.name(), made, d.span());
    }

    /** A class with type parameters is made in a function that holds these. */
    private int generic(Stmt.ClassDef d, int firstLine) {
        Span span = d.span();
        c.enterUnit(c.scope(d.typeParams()), "<generic parameters of " + d.name() + ">", firstLine);
        int params = c.typeParameters.make(d.typeParams(), span);
        c.names.store(".type_params", params, span);
        ArrayList<Expr> bases = new ArrayList<>(d.bases());
        bases.add(new Expr.Name(".generic_base", ExprContext.LOAD, span));
        int made = make(d, firstLine, bases);
        c.unit.at(span);
        c.unit.asm.emit(Opcode.RETURN, made);
        c.operands.free(made);
        return c.typeParameters.callScope(c.finishUnit(), span);
    }

    /** Calls {@code __build_class__}; the class is in the temporary that was next. */
    private int make(Stmt.ClassDef d, int firstLine, List<Expr> bases) {
        Span span = d.span();
        boolean generic = !d.typeParams().isEmpty();
        c.calls.checkKeywords(d.keywords());
        CodeObject code = body(d, firstLine);
        c.unit.at(span);
        boolean stars = ExpressionCompiler.hasStar(bases);
        for (var k : d.keywords()) {
            stars |= k.arg() == null;
        }
        boolean runs = stars || Effects.anyRunsCode(bases) || Effects.anyKeywordRunsCode(d.keywords());
        int dst = runs ? c.unit.newTemp() : c.unit.nextTemp();
        Group group = new Group(c, runs);
        int callee = c.unit.newTemp();
        c.unit.asm.emit(Opcode.BUILD_CLASS, callee);
        int base = c.definitions.makeFunction(code, 0, -1);
        if (generic) {
            int params = c.names.load(".type_params", span);
            c.operands.free(params);
            int genericBase = c.unit.newTemp();
            c.unit.asm.emit(Opcode.INTRINSIC, genericBase, Intrinsic.SUBSCRIPT_GENERIC.ordinal(), params);
            c.names.store(".generic_base", genericBase, span);
        }
        PyStr name = PyStr.interned(d.name());
        if (stars) {
            int list = base;
            c.operands.toTemp(c.operands.constant(name));
            c.unit.asm.emit(Opcode.BUILD_LIST, list, list, 2);
            c.unit.freeTemps(list + 1);
            starred(d, bases, callee, list, dst);
            return dst;
        }
        c.operands.toTemp(c.operands.constant(name));
        for (Expr e : bases) {
            group.add(e);
        }
        for (var k : d.keywords()) {
            group.add(k.value());
        }
        c.unit.at(span);
        group.end();
        int count = 2 + bases.size() + d.keywords().size();
        if (d.keywords().isEmpty()) {
            c.unit.asm.emit(Opcode.CALL, dst, callee, base, count, 0);
        } else {
            PyStr[] names = new PyStr[d.keywords().size()];
            for (int i = 0; i < names.length; i++) {
                names[i] = PyStr.interned(d.keywords().get(i).arg());
            }
            c.unit.asm.emit(Opcode.CALL_KW, dst, callee, base, count,
                    c.unit.asm.constantIndex(PyTuple.constant(names)));
        }
        c.unit.freeTemps(dst);
        return c.unit.newTemp();
    }

    private void starred(Stmt.ClassDef d, List<Expr> bases, int callee, int list, int dst) {
        Span span = d.span();
        for (Expr e : bases) {
            int value = c.expressions.operand(e instanceof Expr.Starred s ? s.value() : e);
            c.unit.at(span);
            c.unit.asm.emit(e instanceof Expr.Starred ? Opcode.LIST_EXTEND : Opcode.LIST_APPEND, list, value);
            c.operands.free(value);
        }
        c.unit.asm.emit(Opcode.LIST_TO_TUPLE, list, list);
        int named = d.keywords().isEmpty() ? Opcode.NONE : c.calls.keywordDict(d.keywords(), callee, span);
        c.unit.at(span);
        c.unit.asm.emit(Opcode.CALL_EX, dst, callee, list, named);
        c.unit.freeTemps(dst + 1);
    }

    private CodeObject body(Stmt.ClassDef d, int firstLine) {
        Scope scope = c.scope(d);
        c.enterUnit(scope, d.name(), firstLine);
        Span first = new Span(firstLine, 0, firstLine, 0);
        int module = c.names.load("__name__", first);
        c.names.store("__module__", module, first);
        c.names.store("__qualname__", c.operands.constant(PyStr.interned(c.unit.qualifiedName)), first);
        if (!d.typeParams().isEmpty()) {
            int params = c.names.load(".type_params", first);
            c.names.store("__type_params__", params, first);
        }
        if (scope.needsClassDict) {
            int locals = c.unit.newTemp();
            c.unit.asm.emit(Opcode.LOAD_LOCALS, locals);
            c.unit.asm.emit(Opcode.STORE_DEREF, c.unit.register("__classdict__"), locals);
            c.unit.freeTemps(locals);
        }
        c.statements.moduleBody(d.body());
        c.unit.atNowhere();
        if (scope.needsClassDict) {
            int cell = c.unit.newTemp();
            c.unit.asm.emit(Opcode.MOVE, cell, c.unit.register("__classdict__"));
            c.names.store("__classdictcell__", cell, TryCompiler.NOWHERE);
        }
        if (scope.needsClassCell) {
            int cell = c.unit.newTemp();
            c.unit.asm.emit(Opcode.MOVE, cell, c.unit.register("__class__"));
            c.names.store("__classcell__", cell, TryCompiler.NOWHERE);
            c.unit.asm.emit(Opcode.RETURN, c.unit.register("__class__"));
        } else {
            c.unit.asm.emit(Opcode.RETURN, c.operands.constant(PySingleton.NONE));
        }
        return c.finishUnit();
    }
}
