package org.krait.language.compile;

import java.util.BitSet;
import java.util.List;
import org.krait.language.syntax.ExceptHandler;
import org.krait.language.syntax.Span;
import org.krait.language.syntax.Stmt;
import org.krait.objects.code.Assembler;
import org.krait.objects.code.Opcode;
import org.krait.objects.code.Positions;

/** Compiles try with except, except*, else and finally. A finally body is compiled once for each way into it. */
final class TryCompiler {
    private final ModuleCompiler c;

    TryCompiler(ModuleCompiler compiler) {
        this.c = compiler;
    }

    void compile(Stmt.Try t) {
        boolean isLast = c.statements.isLast();
        c.unit.asm.emit(Opcode.NOP);
        if (t.finalbody().isEmpty()) {
            except(t.body(), t.handlers(), t.orelse(), t.span(), false, isLast);
        } else {
            withFinally(t.body(), t.handlers(), t.orelse(), t.finalbody(), t.span(), false, isLast);
        }
    }

    void compileStar(Stmt.TryStar t) {
        boolean isLast = c.statements.isLast();
        c.unit.asm.emit(Opcode.NOP);
        if (t.finalbody().isEmpty()) {
            except(t.body(), t.handlers(), t.orelse(), t.span(), true, isLast);
        } else {
            withFinally(t.body(), t.handlers(), t.orelse(), t.finalbody(), t.span(), true, isLast);
        }
    }

    private void withFinally(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalBody,
            Span span, boolean star, boolean isLast) {
        CodeUnit unit = c.unit;
        Assembler asm = unit.asm;
        int handler = asm.newLabel();
        int cleanup = asm.newLabel();
        int end = asm.newLabel();
        Protected part = new Protected(c);
        BitSet state = unit.saveBound();
        unit.forgetDeletable(state);
        Block block = c.blocks.push(Block.Kind.FINALLY, span);
        block.finalBody = finalBody;
        c.blocks.protect(block, handler, part.exception());
        if (handlers.isEmpty()) {
            c.statements.visitAll(body);
            c.statements.visitAll(orelse);
        } else {
            except(body, handlers, orelse, span, star, false);
        }
        c.blocks.pop(block);
        c.statements.visitAll(finalBody, isLast);
        BitSet joined = asm.isReachable() ? unit.saveBound() : null;
        c.statements.endWay(end, isLast);
        asm.bind(handler);
        unit.bound = state;
        int exception = part.enterHandler();
        int before = unit.newHidden();
        unit.atNowhere();
        asm.emit(Opcode.PUSH_HANDLED, before, exception);
        Block ending = c.blocks.push(Block.Kind.FINALLY_END, span);
        ending.register = before;
        ending.second = exception;
        c.blocks.protect(ending, cleanup, exception);
        c.statements.visitAll(finalBody);
        if (!isSimple(finalBody.getLast())) {
            unit.atNowhere();
        }
        // With the line of what was done last: where the frame ends.
        asm.emit(Opcode.RERAISE, exception);
        c.blocks.pop(ending);
        unit.atNowhere();
        asm.bind(cleanup);
        asm.emit(Opcode.POP_HANDLED, before);
        asm.emit(Opcode.RERAISE, exception);
        part.leaveHandler();
        asm.bind(end);
        if (joined != null) {
            unit.bound = joined;
        }
    }

    private static boolean isSimple(Stmt s) {
        return s instanceof Stmt.ExprStmt || s instanceof Stmt.Assign || s instanceof Stmt.AugAssign
                || s instanceof Stmt.Pass || s instanceof Stmt.Delete || s instanceof Stmt.Import;
    }

    private void except(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, Span span, boolean star,
            boolean isLast) {
        CodeUnit unit = c.unit;
        Assembler asm = unit.asm;
        int handler = asm.newLabel();
        int cleanup = asm.newLabel();
        int end = asm.newLabel();
        Protected part = new Protected(c);
        BitSet state = unit.saveBound();
        unit.forgetDeletable(state);
        Block block = c.blocks.push(Block.Kind.TRY, span);
        c.blocks.protect(block, handler, part.exception());
        c.statements.visitAll(body);
        c.blocks.pop(block);
        c.statements.visitAll(orelse, isLast);
        BitSet joined = c.statements.join(null);
        c.statements.endWay(end, isLast);
        asm.bind(handler);
        unit.bound = (BitSet) state.clone();
        int exception = part.enterHandler();
        int before = unit.newHidden();
        unit.atNowhere();
        asm.emit(Opcode.PUSH_HANDLED, before, exception);
        if (star) {
            joined = groupHandlers(handlers, span, exception, before, cleanup, end, state, joined, isLast);
        } else {
            joined = handlers(handlers, span, exception, before, cleanup, end, state, joined, isLast);
        }
        asm.bind(cleanup);
        unit.atNowhere();
        asm.emit(Opcode.POP_HANDLED, before);
        asm.emit(Opcode.RERAISE, exception);
        part.leaveHandler();
        asm.bind(end);
        if (joined != null) {
            unit.bound = joined;
        }
    }

    private Block openHandler(Block.Kind kind, Span span, int before, int exception, int cleanup) {
        Block block = c.blocks.push(kind, span);
        block.register = before;
        block.second = exception;
        c.blocks.protect(block, cleanup, exception);
        return block;
    }

    private BitSet handlers(List<ExceptHandler> handlers, Span span, int exception, int before, int cleanup, int end,
            BitSet state, BitSet joinedBefore, boolean isLast) {
        CodeUnit unit = c.unit;
        Assembler asm = unit.asm;
        BitSet joined = joinedBefore;
        for (int i = 0; i < handlers.size(); i++) {
            ExceptHandler h = handlers.get(i);
            if (h.type() == null && i < handlers.size() - 1) {
                throw c.error(h.span(), "default 'except:' must be last");
            }
            int next = asm.newLabel();
            Block block = openHandler(Block.Kind.HANDLER, span, before, exception, cleanup);
            unit.bound = (BitSet) state.clone();
            if (h.type() != null) {
                int type = c.expressions.operand(h.type());
                unit.at(h.type().span());
                c.operands.free(type);
                int matches = unit.newTemp();
                asm.emit(Opcode.MATCH_EXCEPTION, matches, exception, type);
                asm.emit(Opcode.JUMP_IF_FALSE, matches, next);
                c.operands.free(matches);
            } else {
                unit.at(h.span());
                asm.emit(Opcode.NOP);
            }
            int done = asm.newLabel();
            if (h.name() != null) {
                c.names.store(h.name(), exception, h.span());
                named(h, exception, done);
            } else {
                c.statements.visitAll(h.body());
            }
            c.blocks.pop(block);
            if (h.name() != null) {
                asm.bind(done);
            }
            asm.emit(Opcode.POP_HANDLED, before);
            asm.emit(Opcode.CLEAR_LOCAL, exception);
            if (h.name() != null && asm.isReachable()) {
                Positions.Position p = asm.position();
                c.statements.targets.unbind(h.name(), NOWHERE);
                asm.at(p.line(), p.column(), p.endLine(), p.endColumn());
            }
            joined = c.statements.join(joined);
            c.statements.endWay(end, isLast);
            asm.bind(next);
        }
        Block block = openHandler(Block.Kind.HANDLER, span, before, exception, cleanup);
        ExceptHandler tried = handlers.getLast();
        if (tried.type() != null) {
            unit.at(tried.type().span());
        } else {
            unit.atNowhere();
        }
        asm.emit(Opcode.RERAISE, exception);
        c.blocks.pop(block);
        return joined;
    }

    static final Span NOWHERE = new Span(-1, -1, -1, -1);

    /** The body of a clause with a name, which is unbound when an exception leaves it; otherwise goes to a label. */
    private void named(ExceptHandler h, int exception, int done) {
        Assembler asm = c.unit.asm;
        int unbind = asm.newLabel();
        Block name = c.blocks.push(Block.Kind.HANDLER_NAME, NOWHERE);
        name.name = h.name();
        c.blocks.protect(name, unbind, exception);
        c.statements.visitAll(h.body());
        c.blocks.pop(name);
        Positions.Position p = asm.position();
        asm.emit(Opcode.JUMP, done);
        BitSet after = c.unit.saveBound();
        asm.bind(unbind);
        if (asm.isReachable()) {
            c.unit.atNowhere();
            c.statements.targets.unbind(h.name(), NOWHERE);
            asm.emit(Opcode.RERAISE, exception);
        }
        c.unit.bound = after;
        asm.at(p.line(), p.column(), p.endLine(), p.endColumn());
    }

    private BitSet groupHandlers(List<ExceptHandler> handlers, Span span, int exception, int before, int cleanup,
            int end, BitSet state, BitSet joinedBefore, boolean isLast) {
        CodeUnit unit = c.unit;
        Assembler asm = unit.asm;
        Block block = openHandler(Block.Kind.GROUP_HANDLER, span, before, exception, cleanup);
        int raised = unit.newHidden();
        int rest = unit.newHidden();
        int match = unit.newHidden();
        int outer = unit.newHidden();
        int failure = unit.newHidden();
        int list = unit.newTemp();
        asm.emit(Opcode.BUILD_LIST, list, list, 0);
        asm.emit(Opcode.STORE_LOCAL, raised, list);
        unit.freeTemps(list);
        asm.emit(Opcode.STORE_LOCAL, rest, exception);
        for (ExceptHandler h : handlers) {
            int next = asm.newLabel();
            int failed = asm.newLabel();
            unit.bound = (BitSet) state.clone();
            int type = c.expressions.operand(h.type());
            unit.at(h.type().span());
            c.operands.free(type);
            int pair = unit.newTemp();
            unit.newTemp();
            asm.emit(Opcode.MATCH_GROUP, pair, rest, type);
            asm.emit(Opcode.STORE_LOCAL, match, pair + 1);
            asm.emit(Opcode.STORE_LOCAL, rest, pair);
            unit.freeTemps(pair);
            asm.emit(Opcode.JUMP_IF_NONE, match, next);
            asm.emit(Opcode.PUSH_HANDLED, outer, match);
            if (h.name() != null) {
                c.names.store(h.name(), match, h.span());
            }
            Block body = c.blocks.push(Block.Kind.GROUP_HANDLER, span);
            c.blocks.protect(body, failed, failure);
            c.statements.visitAll(h.body());
            c.blocks.pop(body);
            unit.atNowhere();
            asm.emit(Opcode.POP_HANDLED, outer);
            endGroupClause(h, match);
            asm.emit(Opcode.JUMP, next);
            asm.bind(failed);
            asm.emit(Opcode.POP_HANDLED, outer);
            asm.emit(Opcode.LIST_APPEND, raised, failure);
            asm.emit(Opcode.CLEAR_LOCAL, failure);
            endGroupClause(h, match);
            asm.bind(next);
        }
        unit.atNowhere();
        unit.bound = (BitSet) state.clone();
        int none = asm.newLabel();
        int raise = asm.newLabel();
        asm.emit(Opcode.JUMP_IF_NONE, rest, none);
        asm.emit(Opcode.LIST_APPEND, raised, rest);
        asm.bind(none);
        int result = unit.newTemp();
        asm.emit(Opcode.PREPARE_RERAISE_STAR, result, exception, raised);
        asm.emit(Opcode.STORE_LOCAL, rest, result);
        unit.freeTemps(result);
        c.blocks.pop(block);
        asm.emit(Opcode.CLEAR_LOCAL, raised);
        asm.emit(Opcode.POP_HANDLED, before);
        asm.emit(Opcode.CLEAR_LOCAL, exception);
        asm.emit(Opcode.JUMP_IF_NOT_NONE, rest, raise);
        asm.emit(Opcode.CLEAR_LOCAL, rest);
        BitSet joined = c.statements.join(joinedBefore);
        c.statements.endWay(end, isLast);
        asm.bind(raise);
        asm.emit(Opcode.RERAISE, rest);
        return joined;
    }

    private void endGroupClause(ExceptHandler h, int match) {
        if (h.name() != null && c.unit.asm.isReachable()) {
            c.statements.targets.unbind(h.name(), NOWHERE);
        }
        c.unit.asm.emit(Opcode.CLEAR_LOCAL, match);
    }
}
