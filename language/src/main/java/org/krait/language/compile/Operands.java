package org.krait.language.compile;

import org.krait.objects.PyObject;
import org.krait.objects.code.Opcode;

/**
 * Registers for values under way. An operand is a constant (negative), a local's register or the temporary on top;
 * temporaries are used like a stack.
 */
final class Operands {
    private final ModuleCompiler c;

    Operands(ModuleCompiler compiler) {
        this.c = compiler;
    }

    int constant(PyObject value) {
        return c.unit.asm.constant(value);
    }

    /** Gives the operand's register back when it is a temporary, with those above it. */
    void free(int operand) {
        if (CodeUnit.isTemp(operand)) {
            c.unit.freeTemps(operand);
        }
    }

    /** The operand as a temporary: what isn't one is copied. */
    int toTemp(int operand) {
        if (CodeUnit.isTemp(operand)) {
            return operand;
        }
        int temp = c.unit.newTemp();
        copy(temp, operand);
        return temp;
    }

    /** Copies a constant or register into a temporary, uncounted. */
    void copy(int temp, int operand) {
        if (operand < 0) {
            c.unit.asm.emit(Opcode.LOAD_CONST, temp, ~operand);
        } else if (operand != temp) {
            c.unit.asm.emit(Opcode.MOVE, temp, operand);
        }
    }

    /** Moves an operand into a new hidden local, where it is counted. */
    int toHidden(int operand) {
        int hidden = c.unit.newHidden();
        c.unit.asm.emit(Opcode.STORE_LOCAL, hidden, operand);
        free(operand);
        return hidden;
    }

    /** Unbinds hidden locals, the last one first; a temporary lives on, even if its object was that of one of them. */
    void clearBut(int value, int from, int count) {
        if (count > 0) {
            int held = hold(value, 1);
            for (int i = from + count - 1; i >= from; i--) {
                c.unit.asm.emit(Opcode.CLEAR_LOCAL, i);
            }
            release(value, 1, held);
        }
    }

    /** Counts temporaries that wait while other code runs; the answer is for {@link #release}. */
    int hold(int base, int count) {
        c.unit.asm.emit(Opcode.HOLD, base, count);
        return c.unit.asm.pc();
    }

    /** Ends a hold, before the instruction that consumes the temporaries. */
    void release(int base, int count, int heldFrom) {
        release(base, count, count, heldFrom);
    }

    /** Ends the hold of the first {@code count} of {@code held} temporaries. */
    void release(int base, int count, int held, int heldFrom) {
        c.unit.asm.unholdOnException(heldFrom, base, held);
        c.unit.asm.emit(Opcode.RELEASE, base, count);
    }
}
