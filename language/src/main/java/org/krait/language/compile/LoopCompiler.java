package org.krait.language.compile;

import java.util.BitSet;
import java.util.List;
import org.krait.language.syntax.Span;
import org.krait.language.syntax.Stmt;
import org.krait.objects.PyObject;
import org.krait.objects.code.Assembler;
import org.krait.objects.code.Opcode;

/** Compiles while, for and async for. */
final class LoopCompiler {
    private final ModuleCompiler c;

    LoopCompiler(ModuleCompiler compiler) {
        this.c = compiler;
    }

    /** A round is the condition's jump out, the body, and one jump back. */
    void whileLoop(Stmt.While w) {
        boolean isLast = c.statements.isLast();
        Assembler asm = c.unit.asm;
        int head = asm.newLabel();
        int orelse = asm.newLabel();
        int exit = asm.newLabel();
        c.unit.forgetDeletable(c.unit.bound);
        PyObject constant = c.folder.fold(w.test());
        if (constant != null) {
            c.unit.at(w.test().span());
            asm.emit(Opcode.NOP);
        }
        asm.bind(head);
        if (constant == null || !Constants.truth(constant)) {
            c.conditions.jumpIf(w.test(), orelse, false);
        }
        BitSet state = c.unit.saveBound();
        body(w, w.body(), head, exit, -1, isLast);
        c.unit.at(w.test().span());
        asm.emit(Opcode.JUMP_BACK, head);
        asm.bind(orelse);
        orelse(w.orelse(), state, exit, isLast, w.test().span());
    }

    private void body(Stmt loop, List<Stmt> statements, int head, int exit, int iterator,
            boolean isLast) {
        Block block = c.blocks.push(Block.Kind.LOOP, loop.span());
        block.last = isLast;
        block.start = head;
        block.exit = exit;
        block.register = iterator;
        c.statements.visitAll(statements);
        c.blocks.pop(block);
    }

    void forLoop(Stmt.For f) {
        boolean isLast = c.statements.isLast();
        Assembler asm = c.unit.asm;
        int mark = c.unit.hiddenTop();
        int head = asm.newLabel();
        int orelse = asm.newLabel();
        int exit = asm.newLabel();
        int iterable = c.comprehensions.iterable(f.iter());
        int iterator = c.unit.newHidden();
        c.unit.at(f.span());
        asm.emit(Opcode.GET_ITER, iterator, iterable);
        c.operands.free(iterable);
        c.unit.forgetDeletable(c.unit.bound);
        BitSet state = c.unit.saveBound();
        asm.bind(head);
        int item = c.unit.newTemp();
        asm.emit(Opcode.FOR_ITER, item, iterator, orelse);
        c.statements.targets.store(f.target(), item);
        body(f, f.body(), head, exit, iterator, isLast);
        c.unit.at(f.span());
        asm.emit(Opcode.JUMP_BACK, head);
        asm.bind(orelse);
        orelse(f.orelse(), state, exit, isLast, f.span());
        c.unit.freeHidden(mark);
    }

    private void orelse(List<Stmt> orelse, BitSet state, int exit, boolean isLast, Span head) {
        c.unit.at(head);
        c.unit.forgetDeletable(state);
        c.unit.bound = (BitSet) state.clone();
        c.statements.visitAll(orelse, isLast);
        c.unit.asm.bind(exit);
        c.unit.bound = state;
        c.unit.forgetDeletable(c.unit.bound);
    }

    void asyncFor(Stmt.AsyncFor f) {
        if (!c.isAsyncAllowed()) {
            throw c.error(f.span(), "'async for' outside async function");
        }
        boolean isLast = c.statements.isLast();
        Assembler asm = c.unit.asm;
        int mark = c.unit.hiddenTop();
        int head = asm.newLabel();
        int exit = asm.newLabel();
        int iterable = c.expressions.operand(f.iter());
        int iterator = c.unit.newHidden();
        c.unit.at(f.span());
        asm.emit(Opcode.GET_ASYNC_ITER, iterator, iterable);
        c.operands.free(iterable);
        c.unit.forgetDeletable(c.unit.bound);
        BitSet state = c.unit.saveBound();
        asm.bind(head);
        AsyncLoop loop = new AsyncLoop(c);
        int item = loop.next(iterator);
        c.statements.targets.store(f.target(), item);
        body(f, f.body(), head, exit, iterator, isLast);
        c.unit.at(f.span());
        asm.emit(Opcode.JUMP_BACK, head);
        loop.end(iterator);
        orelse(f.orelse(), state, exit, isLast, f.span());
        c.unit.freeHidden(mark);
    }
}
