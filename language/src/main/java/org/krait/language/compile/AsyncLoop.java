package org.krait.language.compile;

import org.krait.objects.code.Assembler;
import org.krait.objects.code.Opcode;

/** The part of an asynchronous loop that gets the next item and notices the end. */
final class AsyncLoop {
    private final ModuleCompiler c;
    private final int handler;
    private final int exception;
    private final int live;
    private int awaitable;

    AsyncLoop(ModuleCompiler compiler) {
        this.c = compiler;
        handler = compiler.unit.asm.newLabel();
        live = compiler.unit.nextTemp() - Assembler.TEMP;
        exception = compiler.unit.newHidden();
    }

    /** The next item, awaited. */
    int next(int iterator) {
        Assembler asm = c.unit.asm;
        int start = asm.pc();
        awaitable = c.unit.newHidden();
        asm.emit(Opcode.GET_ASYNC_NEXT, awaitable, iterator);
        int item = c.suspensions.delegate(awaitable);
        asm.handle(start, handler, exception, live);
        return item;
    }

    /** The end of the iteration: goes on here when the iterator is exhausted. */
    void end(int iterator) {
        Assembler asm = c.unit.asm;
        asm.bind(handler);
        asm.emit(Opcode.CLEAR_LOCAL, awaitable);
        asm.emit(Opcode.CLEAR_LOCAL, iterator);
        asm.emit(Opcode.END_ASYNC_FOR, exception);
    }
}
