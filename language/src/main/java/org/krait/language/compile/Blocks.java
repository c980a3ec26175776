package org.krait.language.compile;

import java.util.ArrayList;
import org.krait.language.syntax.Span;
import org.krait.language.syntax.SyntaxException;
import org.krait.objects.PySingleton;
import org.krait.objects.code.Assembler;
import org.krait.objects.code.Opcode;

/** Opens and closes the blocks of a unit, and undoes them where break, continue and return leave them. */
final class Blocks {
    private static final int MAX_NESTED = 20;

    private final ModuleCompiler c;

    private boolean unwindRanCode;

    Blocks(ModuleCompiler compiler) {
        this.c = compiler;
    }

    Block push(Block.Kind kind, Span span) {
        if (c.unit.blocks.size() >= MAX_NESTED) {
            throw c.error(span, "too many statically nested blocks");
        }
        Block block = new Block(kind, span);
        c.unit.blocks.add(block);
        return block;
    }

    /** Sends the exceptions of the block's code from here on to a handler. */
    void protect(Block block, int handler, int register) {
        block.handler = handler;
        block.handlerRegister = register;
        block.rangeStart = c.unit.asm.pc();
    }

    void pop(Block block) {
        Block last = c.unit.blocks.removeLast();
        assert last == block : last.kind + " is open inside " + block.kind;
        closeRange(block);
    }

    private void closeRange(Block block) {
        if (block.rangeStart >= 0) {
            c.unit.asm.handle(block.rangeStart, block.handler, block.handlerRegister);
            block.rangeStart = -1;
        }
    }

    /** The innermost loop, or null; no jump may lead to it out of an except* body. */
    Block loop(Span leaving) {
        ArrayList<Block> blocks = c.unit.blocks;
        for (int i = blocks.size() - 1; i >= 0; i--) {
            if (blocks.get(i).kind == Block.Kind.GROUP_HANDLER) {
                throw leavesGroup(leaving);
            }
            if (blocks.get(i).kind == Block.Kind.LOOP) {
                return blocks.get(i);
            }
        }
        return null;
    }

    private SyntaxException leavesGroup(Span leaving) {
        return c.error(leaving, "'break', 'continue' and 'return' cannot appear in an except* block");
    }

    /** True when leaving all blocks runs code or changes what is handled. */
    boolean returnRunsCode() {
        for (Block block : c.unit.blocks) {
            if (block.kind != Block.Kind.LOOP && block.kind != Block.Kind.TRY) {
                return true;
            }
        }
        return false;
    }

    /**
     * Undoes the open blocks, innermost first, down to the one given (null for all), which is left open. The code
     * goes on elsewhere afterwards: the caller emits the jump and then calls {@link #reopen} with the answer.
     *
     * @param leaving where the statement stands that leaves
     */
    ArrayList<Block> unwind(Block target, Span leaving) {
        unwindRanCode = false;
        ArrayList<Block> blocks = c.unit.blocks;
        ArrayList<Block> saved = new ArrayList<>(blocks);
        boolean returning = target == null;
        while (!blocks.isEmpty() && blocks.getLast() != target) {
            Block block = blocks.removeLast();
            closeRange(block);
            unwindRanCode |= block.kind == Block.Kind.FINALLY || block.kind == Block.Kind.WITH
                    || block.kind == Block.Kind.ASYNC_WITH;
            undo(block, returning && !returnRunsCode(), leaving);
        }
        return saved;
    }

    /**
     * True when the last {@link #unwind} ran a finally body or left a with statement: these seem to come after the
     * statement that leaves, so what follows them has no line of its own.
     */
    boolean unwindRanCode() {
        return unwindRanCode;
    }

    /** Opens the blocks again that {@link #unwind} left, for the code that follows. */
    void reopen(ArrayList<Block> saved) {
        c.unit.blocks.clear();
        c.unit.blocks.addAll(saved);
        for (Block block : saved) {
            if (block.handler >= 0) {
                if (block.rangeStart >= 0) {
                    continue;
                }
                block.rangeStart = c.unit.asm.pc();
            }
        }
    }

    private void undo(Block block, boolean frameEnds, Span leaving) {
        Assembler asm = c.unit.asm;
        switch (block.kind) {
            case LOOP -> {
                if (block.register >= 0 && !frameEnds) {
                    asm.emit(Opcode.CLEAR_LOCAL, block.register);
                }
            }
            case TRY -> {
                // Only a range, which is closed.
            }
            case FINALLY -> c.statements.visitAll(block.finalBody);
            case FINALLY_END, HANDLER -> {
                asm.emit(Opcode.POP_HANDLED, block.register);
                if (block.second >= 0) {
                    asm.emit(Opcode.CLEAR_LOCAL, block.second);
                }
            }
            case GROUP_HANDLER -> throw leavesGroup(leaving);
            case HANDLER_NAME -> c.statements.targets.unbind(block.name, block.span);
            case WITH -> {
                c.unit.at(block.span);
                exit(block.register, false);
            }
            case ASYNC_WITH -> {
                c.unit.at(block.span);
                exit(block.register, true);
            }
        }
    }

    /** Leaves a with statement without an exception. */
    void exit(int exitFunction, boolean async) {
        Assembler asm = c.unit.asm;
        int dst = c.unit.nextTemp();
        for (int i = 0; i < 3; i++) {
            asm.emit(Opcode.LOAD_CONST, c.unit.newTemp(), asm.constantIndex(PySingleton.NONE));
        }
        asm.emit(Opcode.CALL, dst, exitFunction, dst, 3, 0);
        c.unit.freeTemps(dst + 1);
        if (async) {
            c.suspensions.awaitValue(dst, 2);
        }
        asm.emit(Opcode.DROP, dst);
        c.unit.freeTemps(dst);
        asm.emit(Opcode.CLEAR_LOCAL, exitFunction);
    }
}
