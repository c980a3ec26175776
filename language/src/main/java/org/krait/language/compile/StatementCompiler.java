package org.krait.language.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.krait.language.syntax.Alias;
import org.krait.language.syntax.ConstantValue;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.Span;
import org.krait.language.syntax.Stmt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.code.Assembler;
import org.krait.objects.code.Opcode;
import org.krait.objects.code.Positions;

/** Compiles statements; the compound ones by way of {@link LoopCompiler}, {@link TryCompiler} and the like. */
final class StatementCompiler {
    final Targets targets;
    private final ModuleCompiler c;
    private final LoopCompiler loops;
    private final TryCompiler tries;
    private final WithCompiler withs;
    private MatchCompiler matches;
    private boolean last;
    private Unparser unparser;

    StatementCompiler(ModuleCompiler compiler) {
        this.c = compiler;
        targets = new Targets(compiler);
        loops = new LoopCompiler(compiler);
        tries = new TryCompiler(compiler);
        withs = new WithCompiler(compiler);
    }

    /** The body of a module: its docstring is a name. */
    void moduleBody(List<Stmt> body) {
        if (SetupAnnotations.isNeeded(body)) {
            c.unit.asm.emit(Opcode.SETUP_ANNOTATIONS);
        }
        visitAll(docstringStored(body), c.unit.scope.kind == Scope.Kind.MODULE);
    }

    /** Stores the docstring of a module or class as {@code __doc__}; the rest of the body is the answer. */
    List<Stmt> docstringStored(List<Stmt> body) {
        ConstantValue.Str doc = docstring(body);
        if (doc == null) {
            return body;
        }
        if (c.options.optimize() < 2) {
            c.names.store("__doc__", c.operands.constant(Constants.text(doc)), body.getFirst().span());
        }
        return body.subList(1, body.size());
    }

    /** The docstring that a body begins with, or null. */
    static ConstantValue.Str docstring(List<Stmt> body) {
        return !body.isEmpty() && body.getFirst() instanceof Stmt.ExprStmt e
                && e.value() instanceof Expr.Constant constant && constant.value() instanceof ConstantValue.Str s
                        ? s
                        : null;
    }

    void visitAll(List<Stmt> body) {
        visitAll(body, false);
    }

    /** Compiles statements; {@code ends} says that the frame ends behind them. */
    void visitAll(List<Stmt> body, boolean ends) {
        for (int i = 0; i < body.size(); i++) {
            last = ends && i == body.size() - 1;
            visit(body.get(i));
        }
        last = false;
    }

    /** True when the frame ends behind the statement that is being begun. */
    boolean isLast() {
        return last;
    }

    /** The end of one way through a statement: on to its end, or out of the frame, with the line of this way. */
    void endWay(int end, boolean isLast) {
        if (isLast) {
            c.unit.asm.emit(Opcode.RETURN, c.operands.constant(PySingleton.NONE));
        } else {
            Positions.Position p = c.unit.asm.position();
            c.unit.atNowhere();
            c.unit.asm.emit(Opcode.JUMP, end);
            c.unit.asm.at(p.line(), p.column(), p.endLine(), p.endColumn());
        }
    }

    void visit(Stmt s) {
        c.descend();
        c.unit.at(s.span());
        if (s instanceof Stmt.ExprStmt e) {
            expression(e);
        } else if (s instanceof Stmt.Assign a) {
            targets.assign(a.targets(), a.value());
        } else if (s instanceof Stmt.If i) {
            ifStatement(i);
        } else if (s instanceof Stmt.Return r) {
            returnStatement(r);
        } else if (s instanceof Stmt.FunctionDef f) {
            c.definitions.function(f);
        } else if (s instanceof Stmt.ClassDef d) {
            c.classes.compile(d);
        } else if (s instanceof Stmt.For f) {
            loops.forLoop(f);
        } else if (s instanceof Stmt.AugAssign a) {
            targets.augmented(a);
        } else if (s instanceof Stmt.While w) {
            loops.whileLoop(w);
        } else if (s instanceof Stmt.Raise r) {
            raise(r);
        } else if (s instanceof Stmt.Import i) {
            importStatement(i);
        } else if (s instanceof Stmt.ImportFrom i) {
            importFrom(i);
        } else if (s instanceof Stmt.Try t) {
            tries.compile(t);
        } else if (s instanceof Stmt.With w) {
            withs.compile(w);
        } else {
            rare(s);
        }
        c.ascend();
    }

    private void rare(Stmt s) {
        if (s instanceof Stmt.Pass) {
            c.unit.asm.emit(Opcode.NOP);
        } else if (s instanceof Stmt.Break) {
            jumpOut(s, true);
        } else if (s instanceof Stmt.Continue) {
            jumpOut(s, false);
        } else if (s instanceof Stmt.Assert a) {
            assertStatement(a);
        } else if (s instanceof Stmt.Delete d) {
            for (Expr target : d.targets()) {
                targets.delete(target);
            }
        } else if (s instanceof Stmt.AnnAssign a) {
            annotated(a);
        } else if (s instanceof Stmt.AsyncFunctionDef f) {
            c.definitions.asyncFunction(f);
        } else if (s instanceof Stmt.AsyncFor f) {
            loops.asyncFor(f);
        } else if (s instanceof Stmt.AsyncWith w) {
            withs.compileAsync(w);
        } else if (s instanceof Stmt.Match m) {
            if (matches == null) {
                matches = new MatchCompiler(c);
            }
            matches.compile(m);
        } else if (s instanceof Stmt.TryStar t) {
            tries.compileStar(t);
        } else if (s instanceof Stmt.TypeAlias t) {
            c.typeParameters.alias(t);
        } else if (!(s instanceof Stmt.Global) && !(s instanceof Stmt.Nonlocal)) {
            throw new IllegalStateException("no such statement: " + s);
        }
    }

    private void expression(Stmt.ExprStmt s) {
        Expr e = s.value();
        if (c.interactive && c.unit.parent == null) {
            int value = c.expressions.operand(e);
            c.unit.at(s.span());
            c.unit.asm.emit(Opcode.PRINT_EXPRESSION, value);
            c.operands.free(value);
            return;
        }
        if (e instanceof Expr.Constant || c.isConstant(e)) {
            c.unit.asm.emit(Opcode.NOP);
            return;
        }
        int value = c.expressions.operand(e);
        if (CodeUnit.isTemp(value)) {
            c.unit.asm.emit(Opcode.DROP, value);
            c.operands.free(value);
        }
    }

    private void ifStatement(Stmt.If first) {
        Assembler asm = c.unit.asm;
        int end = asm.newLabel();
        Stmt.If i = first;
        boolean isLast = last;
        BitSet joined = null;
        while (true) {
            int orelse = asm.newLabel();
            if (c.isConstant(i.test())) {
                c.unit.at(i.test().span());
                asm.emit(Opcode.NOP);
            }
            c.conditions.jumpIf(i.test(), orelse, false);
            BitSet state = c.unit.saveBound();
            visitAll(i.body(), isLast);
            joined = join(joined);
            if (i.orelse().isEmpty()) {
                if (isLast) {
                    endWay(end, true);
                }
                asm.bind(orelse);
                c.unit.at(i.test().span());
                c.unit.bound = state;
                joined = join(joined);
                break;
            }
            endWay(end, isLast);
            asm.bind(orelse);
            c.unit.bound = state;
            if (i.orelse().size() == 1 && i.orelse().getFirst() instanceof Stmt.If next) {
                i = next;
                c.unit.at(i.span());
            } else {
                visitAll(i.orelse(), isLast);
                joined = join(joined);
                break;
            }
        }
        asm.bind(end);
        if (joined != null) {
            c.unit.bound = joined;
        }
    }

    /** What is bound on this way and on those before; a way that ends does not count. */
    BitSet join(BitSet before) {
        if (!c.unit.asm.isReachable()) {
            return before;
        }
        if (before == null) {
            return c.unit.saveBound();
        }
        before.and(c.unit.bound);
        return before;
    }

    private void returnStatement(Stmt.Return r) {
        if (!c.unit.scope.isFunctionLike()) {
            throw c.error(r.span(), "'return' outside function");
        }
        if (r.value() != null && c.unit.scope.coroutine && c.unit.scope.generator) {
            throw c.error(r.span(), "'return' with value in async generator");
        }
        if (r.value() != null && c.unit.blocks.isEmpty()) {
            returnValue(r.value(), r.span());
            return;
        }
        int mark = c.unit.hiddenTop();
        int value = r.value() == null
                ? c.operands.constant(PySingleton.NONE)
                : c.expressions.operand(r.value());
        c.unit.at(r.span());
        if (c.unit.blocks.isEmpty()) {
            c.unit.asm.emit(Opcode.RETURN, value);
            return;
        }
        if (value >= 0 && c.blocks.returnRunsCode()) {
            value = c.operands.toHidden(value);
        }
        BitSet state = c.unit.saveBound();
        boolean constant = r.value() != null && r.value().span().line() == r.span().line() && c.isConstant(r.value());
        if (c.blocks.returnRunsCode() && (r.value() == null || c.isConstant(r.value()))) {
            c.unit.asm.emit(Opcode.NOP);
        }
        ArrayList<Block> saved = c.blocks.unwind(null, constant ? r.value().span() : r.span());
        afterUnwind(r.span());
        c.unit.asm.emit(Opcode.RETURN, value);
        c.blocks.reopen(saved);
        c.unit.bound = state;
        c.operands.free(value);
        c.unit.freeHidden(mark);
    }

    /** Returns the value of an expression where no block is open; both ways of a conditional one return. */
    void returnValue(Expr e, Span span) {
        if (e instanceof Expr.IfExp i && c.folder.fold(i.test()) == null) {
            c.descend();
            int orelse = c.unit.asm.newLabel();
            c.conditions.jumpIf(i.test(), orelse, false);
            BitSet state = c.unit.saveBound();
            returnValue(i.body(), span);
            c.unit.asm.bind(orelse);
            c.unit.bound = state;
            returnValue(i.orelse(), span);
            c.ascend();
            return;
        }
        int value = c.expressions.operand(e);
        c.unit.at(span);
        c.unit.asm.emit(Opcode.RETURN, value);
        c.operands.free(value);
    }

    /** Where the jump or return is that follows the code of left blocks. */
    private void afterUnwind(Span leaving) {
        if (c.blocks.unwindRanCode()) {
            c.unit.atNowhere();
        } else {
            c.unit.at(leaving);
        }
    }

    private void jumpOut(Stmt s, boolean isBreak) {
        Block loop = c.blocks.loop(s.span());
        if (loop == null) {
            throw c.error(s.span(), isBreak ? "'break' outside loop" : "'continue' not properly in loop");
        }
        if (!isBreak || c.unit.blocks.getLast() != loop) {
            c.unit.asm.emit(Opcode.NOP);
        }
        BitSet state = c.unit.saveBound();
        ArrayList<Block> saved = c.blocks.unwind(loop, s.span());
        afterUnwind(s.span());
        if (isBreak && loop.last) {
            endWay(loop.exit, true);
        } else if (isBreak) {
            if (loop.register >= 0) {
                c.unit.asm.emit(Opcode.CLEAR_LOCAL, loop.register);
            }
            c.unit.asm.emit(Opcode.JUMP, loop.exit);
        } else {
            c.unit.asm.emit(Opcode.JUMP_BACK, loop.start);
        }
        c.blocks.reopen(saved);
        c.unit.bound = state;
    }

    private void raise(Stmt.Raise r) {
        if (r.exc() == null) {
            c.unit.asm.emit(Opcode.RAISE, Opcode.NONE, Opcode.NONE);
            return;
        }
        boolean runs = Effects.runsCode(r.cause());
        int exception = c.expressions.waiting(r.exc(), runs);
        boolean hold = runs && CodeUnit.isTemp(exception);
        if (hold) {
            // The frame may go on in a handler: a counted local is cleaned up in any case.
            exception = c.operands.toHidden(exception);
        }
        int cause = r.cause() == null ? Opcode.NONE : c.expressions.operand(r.cause());
        c.unit.at(r.span());
        c.unit.asm.emit(Opcode.RAISE, exception, cause);
        if (r.cause() != null) {
            c.operands.free(cause);
        }
        if (hold) {
            c.unit.freeHidden(exception - Assembler.HIDDEN);
        } else {
            c.operands.free(exception);
        }
    }

    private void assertStatement(Stmt.Assert a) {
        Warnings.checkAssert(c, a);
        if (c.options.optimize() > 0) {
            return;
        }
        int end = c.unit.asm.newLabel();
        c.conditions.jumpIf(a.test(), end, true);
        BitSet state = c.unit.saveBound();
        int error = c.unit.newTemp();
        c.unit.at(a.span());
        c.unit.asm.emit(Opcode.ASSERTION_ERROR, error);
        if (a.msg() != null) {
            int message = c.expressions.temp(a.msg());
            c.unit.at(a.span());
            c.unit.asm.emit(Opcode.CALL, error, error, message, 1, 0);
            c.operands.free(message);
        }
        c.unit.at(a.span());
        c.unit.asm.emit(Opcode.RAISE, error, Opcode.NONE);
        c.operands.free(error);
        c.unit.asm.bind(end);
        c.unit.bound = state;
    }

    // Annotations

    private void annotated(Stmt.AnnAssign a) {
        Expr target = a.target();
        if (a.value() != null) {
            boolean runs = Targets.runsCode(target);
            targets.store(target, c.expressions.waiting(a.value(), runs));
        }
        if (target instanceof Expr.Name n) {
            if (n.id().equals("__debug__")) {
                throw c.error(a.span(), "cannot assign to __debug__");
            }
            if (a.simple() && (c.unit.scope.kind == Scope.Kind.MODULE || c.unit.scope.kind == Scope.Kind.CLASS)) {
                storeAnnotation(a, n);
                return;
            }
        } else if (target instanceof Expr.Attribute t) {
            if (t.attr().equals("__debug__")) {
                throw c.error(a.span(), "cannot assign to __debug__");
            }
            if (a.value() == null) {
                discard(t.value());
            }
        } else if (target instanceof Expr.Subscript t && a.value() == null) {
            discard(t.value());
            if (t.slice() instanceof Expr.Slice slice) {
                discardOptional(slice.lower());
                discardOptional(slice.upper());
                discardOptional(slice.step());
            } else {
                discard(t.slice());
            }
        }
        if (!a.simple() && !c.unit.scope.isFunctionLike() && !c.futureAnnotations()) {
            discard(a.annotation());
        }
    }

    private void storeAnnotation(Stmt.AnnAssign a, Expr.Name n) {
        int value = c.expressions.waiting(annotation(a.annotation()), false);
        c.unit.at(a.span());
        int mapping = c.names.load("__annotations__", a.span());
        int key = c.operands.constant(PyStr.interned(c.names.stored(n.id())));
        c.unit.asm.emit(Opcode.STORE_ITEM, mapping, key, value);
        c.operands.free(mapping);
        c.operands.free(value);
    }

    /** The expression that an annotation evaluates to: itself, or its text with the future feature. */
    Expr annotation(Expr e) {
        if (!c.futureAnnotations()) {
            return e;
        }
        if (unparser == null) {
            unparser = new Unparser();
        }
        return new Expr.Constant(new ConstantValue.Str(unparser.unparse(e)), null, e.span());
    }

    private void discardOptional(Expr e) {
        if (e != null) {
            discard(e);
        }
    }

    private void discard(Expr e) {
        int value = c.expressions.operand(e);
        if (CodeUnit.isTemp(value)) {
            c.unit.asm.emit(Opcode.DROP, value);
            c.operands.free(value);
        }
    }

    // Imports

    private void importStatement(Stmt.Import s) {
        for (Alias a : s.names()) {
            int module = c.unit.newTemp();
            c.unit.at(s.span());
            c.unit.asm.emit(Opcode.IMPORT_NAME, module, c.names.operand(a.name()),
                    c.operands.constant(PySingleton.NONE), 0);
            if (a.asname() == null) {
                int dot = a.name().indexOf('.');
                c.names.store(dot < 0 ? a.name() : a.name().substring(0, dot), module, s.span());
            } else {
                importAs(a, module, s);
            }
        }
    }

    /** {@code import a.b.c as x}: x is the attribute c of b of a, or the submodule. */
    private void importAs(Alias a, int module, Stmt.Import s) {
        String[] parts = a.name().split("\\.");
        int value = module;
        if (parts.length > 1) {
            int mark = c.unit.hiddenTop();
            int holder = c.operands.toHidden(module);
            value = c.unit.newTemp();
            for (int i = 1; i < parts.length; i++) {
                c.unit.asm.emit(Opcode.IMPORT_FROM, value, holder, c.unit.asm.name(parts[i]));
                if (i < parts.length - 1) {
                    c.unit.asm.emit(Opcode.STORE_LOCAL, holder, value);
                }
            }
            c.names.store(a.asname(), value, s.span());
            c.unit.asm.emit(Opcode.CLEAR_LOCAL, holder);
            c.unit.freeHidden(mark);
        } else {
            c.names.store(a.asname(), value, s.span());
        }
    }

    private void importFrom(Stmt.ImportFrom s) {
        if (s.span().line() > c.lastFutureLine && "__future__".equals(s.module())) {
            throw c.error(s.span(), "from __future__ imports must occur at the beginning of the file");
        }
        PyObject[] list = new PyObject[s.names().size()];
        for (int i = 0; i < list.length; i++) {
            list[i] = PyStr.interned(s.names().get(i).name());
        }
        int module = c.unit.newTemp();
        c.unit.asm.emit(Opcode.IMPORT_NAME, module, c.names.operand(s.module() == null ? "" : s.module()),
                c.operands.constant(PyTuple.constant(list)), s.level());
        if (s.names().getFirst().name().equals("*")) {
            c.unit.asm.emit(Opcode.IMPORT_STAR, module);
            c.operands.free(module);
            return;
        }
        int mark = c.unit.hiddenTop();
        int holder = c.operands.toHidden(module);
        for (Alias a : s.names()) {
            int value = c.unit.newTemp();
            c.unit.at(s.span());
            c.unit.asm.emit(Opcode.IMPORT_FROM, value, holder, c.unit.asm.name(a.name()));
            c.names.store(a.asname() == null ? a.name() : a.asname(), value, s.span());
        }
        c.unit.asm.emit(Opcode.CLEAR_LOCAL, holder);
        c.unit.freeHidden(mark);
    }
}
