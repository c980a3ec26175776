package org.krait.language.compile;

import org.krait.objects.code.Assembler;
import org.krait.objects.code.Opcode;

/**
 * A part of a unit whose exceptions are caught: knows which hidden locals and comprehension variables it used, which
 * the handler must clear as CPython's unwinding of the stack does.
 */
final class Protected {
    private final ModuleCompiler c;
    private final int mark;
    private final int watch;
    private final int comprehensionMark;

    Protected(ModuleCompiler compiler) {
        this.c = compiler;
        mark = compiler.unit.hiddenTop();
        // Taken at once: the part must not use it, or what it holds would die before what was made later.
        compiler.unit.newHidden();
        watch = compiler.unit.beginWatch();
        comprehensionMark = compiler.unit.comprehensionUses.size();
    }

    /** The hidden local that will receive the exception. */
    int exception() {
        return Assembler.HIDDEN + mark;
    }

    /** Ends the part and begins its handler; the answer is the hidden local of the exception. */
    int enterHandler() {
        CodeUnit unit = c.unit;
        int used = unit.endWatch(watch);
        assert unit.hiddenTop() == mark + 1 : "hidden locals are still in use";
        if (unit.asm.isReachable()) {
            unit.atNowhere();
            for (int i = used - 1; i > mark; i--) {
                unit.asm.emit(Opcode.CLEAR_LOCAL, Assembler.HIDDEN + i);
            }
            for (int i = unit.comprehensionUses.size() - 1; i >= comprehensionMark; i--) {
                unit.asm.emit(Opcode.CLEAR_LOCAL, unit.comprehensionUses.get(i));
            }
        }
        return exception();
    }

    /** Ends the handler: its hidden locals are free again. */
    void leaveHandler() {
        c.unit.freeHidden(mark);
    }
}
