package org.krait.language.compile;

import java.util.BitSet;
import java.util.List;
import org.krait.language.syntax.Span;
import org.krait.language.syntax.Stmt;
import org.krait.language.syntax.WithItem;
import org.krait.objects.code.Assembler;
import org.krait.objects.code.Opcode;

/** Compiles with and async with. */
final class WithCompiler {
    private final ModuleCompiler c;

    WithCompiler(ModuleCompiler compiler) {
        this.c = compiler;
    }

    void compile(Stmt.With w) {
        item(w.items(), 0, w.body(), w.span(), false);
    }

    void compileAsync(Stmt.AsyncWith w) {
        if (!c.isAsyncAllowed()) {
            throw c.error(w.span(), "'async with' outside async function");
        }
        item(w.items(), 0, w.body(), w.span(), true);
    }

    private void item(List<WithItem> items, int index, List<Stmt> body, Span span, boolean async) {
        CodeUnit unit = c.unit;
        Assembler asm = unit.asm;
        WithItem item = items.get(index);
        int mark = unit.hiddenTop();
        int manager = c.expressions.operand(item.contextExpr());
        unit.at(span);
        int exit = unit.newHidden();
        c.operands.free(manager);
        int value = unit.newTemp();
        asm.emit(async ? Opcode.ASYNC_WITH_ENTER : Opcode.WITH_ENTER, exit, value, manager);
        if (async) {
            value = c.suspensions.awaitValue(value, 1);
        }
        int handler = asm.newLabel();
        int cleanup = asm.newLabel();
        int end = asm.newLabel();
        Protected part = new Protected(c);
        BitSet state = unit.saveBound();
        unit.forgetDeletable(state);
        Block block = c.blocks.push(async ? Block.Kind.ASYNC_WITH : Block.Kind.WITH, span);
        block.register = exit;
        c.blocks.protect(block, handler, part.exception());
        if (item.optionalVars() != null) {
            c.statements.targets.store(item.optionalVars(), value);
        } else {
            asm.emit(Opcode.DROP, value);
            c.operands.free(value);
        }
        if (index + 1 < items.size()) {
            item(items, index + 1, body, span, async);
        } else {
            c.statements.visitAll(body);
        }
        c.blocks.pop(block);
        unit.at(span);
        if (asm.isReachable()) {
            c.blocks.exit(exit, async);
        }
        asm.emit(Opcode.JUMP, end);
        asm.bind(handler);
        int exception = part.enterHandler();
        int before = unit.newHidden();
        unit.at(span);
        asm.emit(Opcode.PUSH_HANDLED, before, exception);
        Block ending = c.blocks.push(Block.Kind.FINALLY_END, span);
        ending.register = before;
        ending.second = exception;
        c.blocks.protect(ending, cleanup, exception);
        int suppressed = asm.newLabel();
        int answer = unit.newTemp();
        asm.emit(Opcode.WITH_EXIT, answer, exit, exception);
        if (async) {
            c.operands.free(answer);
            answer = c.suspensions.awaitValue(answer, 2);
        }
        asm.emit(Opcode.JUMP_IF_TRUE, answer, suppressed);
        c.operands.free(answer);
        asm.emit(Opcode.RERAISE, exception);
        c.blocks.pop(ending);
        asm.bind(suppressed);
        asm.emit(Opcode.POP_HANDLED, before);
        asm.emit(Opcode.CLEAR_LOCAL, exception);
        asm.emit(Opcode.CLEAR_LOCAL, exit);
        asm.emit(Opcode.JUMP, end);
        asm.bind(cleanup);
        unit.atNowhere();
        asm.emit(Opcode.POP_HANDLED, before);
        // The manager dies before the exception is handled further out.
        asm.emit(Opcode.CLEAR_LOCAL, exit);
        asm.emit(Opcode.RERAISE, exception);
        part.leaveHandler();
        unit.freeHidden(mark);
        asm.bind(end);
        unit.at(span);
        unit.bound = state;
    }
}
