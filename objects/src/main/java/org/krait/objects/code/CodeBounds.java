package org.krait.objects.code;

import org.krait.objects.BinaryOp;
import org.krait.objects.CompareOp;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.UnaryOp;

/**
 * Checks in one pass that code stays within its arrays: counts that agree, instructions of the table, operands in
 * range, jumps and handlers that lead to instructions. Code that comes out of a file is checked before it first runs,
 * on a cold JVM, so this knows no objects but the arrays; {@link Verifier} checks more.
 */
public final class CodeBounds {
    /** Bits of an operand in a shape, by the ordinals of {@link Operand}. */
    private static final int OPERAND_BITS = 4;
    private static final int OPERAND_MASK = (1 << OPERAND_BITS) - 1;
    private static final int DST = Operand.DST.ordinal();
    private static final int SRC = Operand.SRC.ordinal();
    private static final int OPTIONAL = Operand.OPTIONAL.ordinal();
    private static final int REG = Operand.REG.ordinal();
    private static final int BASE = Operand.BASE.ordinal();
    private static final int TARGET = Operand.TARGET.ordinal();
    /** The operands of each instruction, the first one lowest. */
    private static final int[] SHAPES = new int[Opcode.count()];
    private static final int[] SIZES = new int[Opcode.count()];

    static {
        for (int op = 0; op < SHAPES.length; op++) {
            Opcode opcode = Opcode.of(op);
            SIZES[op] = opcode.size;
            for (int i = 0; i < opcode.operandCount(); i++) {
                SHAPES[op] |= opcode.operand(i).ordinal() << OPERAND_BITS * i;
            }
        }
    }

    private CodeBounds() {}

    /** What is wrong with loaded code; null for nothing. */
    public static String flaw(CodeObject code) {
        String flaw = flawOfHeader(code);
        if (flaw != null) {
            return flaw;
        }
        int[] ints = code.code;
        long[] starts = new long[(ints.length >> 6) + 1];
        int bad = firstBad(code, starts);
        if (bad >= 0) {
            return "instruction at " + bad + ": an operand is out of range, or there is no such instruction";
        }
        bad = badTarget(ints, starts);
        if (bad >= 0) {
            return "instruction at " + bad + ": a jump to the middle of an instruction";
        }
        return flawOfExceptions(code, starts);
    }

    /** Whether an instruction of code without flaws starts at an index. */
    public static boolean isInstruction(CodeObject code, int index) {
        int pc = 0;
        while (pc < index && pc < code.code.length) {
            pc += SIZES[code.code[pc]];
        }
        return pc == index && pc < code.code.length;
    }

    private static String flawOfHeader(CodeObject code) {
        byte[] kinds = code.variableKinds;
        int variables = code.variables.length;
        if (kinds.length != variables) {
            return "one kind for each variable is needed";
        }
        if (code.argCount < 0 || code.keywordOnlyCount < 0 || code.parameterCount > variables
                || code.positionalOnlyCount < 0 || code.positionalOnlyCount > code.argCount) {
            return "bad argument counts";
        }
        if (code.heldCount < 0 || code.freeCount < 0 || code.firstTemp - code.heldCount < variables) {
            return "the variables do not fit below the temporaries";
        }
        if (code.registerCount < code.firstTemp) {
            return "fewer registers than counted ones";
        }
        // A register that is no variable is written by an instruction, and read by another one.
        if (code.registerCount > 2 * variables + code.code.length || code.cacheCount > code.code.length) {
            return "more registers or caches than the instructions can use";
        }
        int replaced = 0;
        int free = 0;
        for (int i = 0; i < variables; i++) {
            byte kind = kinds[i];
            if (i < code.parameterCount && (kind & CodeObject.REPLACED) != 0) {
                replaced++;
            }
            if ((kind & CodeObject.FREE) != 0) {
                if (i < variables - code.freeCount) {
                    return "a free variable is not among the last";
                }
                free++;
            }
        }
        return replaced != code.heldCount ? "held arguments do not fit the replaced parameters"
                : free != code.freeCount ? "wrong number of free variables"
                : code.code.length == 0 ? "no instructions" : null;
    }

    /** Notes where instructions start; the first one that is wrong, or -1. */
    private static int firstBad(CodeObject code, long[] starts) {
        int[] ints = code.code;
        int[] shapes = SHAPES;
        int[] sizes = SIZES;
        int registers = code.registerCount;
        int lowest = ~code.constants.length;
        int pc = 0;
        int op = -1;
        while (pc < ints.length) {
            op = ints[pc];
            if (op < 0 || op >= shapes.length || sizes[op] > ints.length - pc) {
                return pc;
            }
            starts[pc >> 6] |= 1L << pc;
            int start = pc;
            int end = pc + sizes[op];
            int shape = shapes[op];
            while (++pc < end) {
                int kind = shape & OPERAND_MASK;
                shape >>>= OPERAND_BITS;
                int value = ints[pc];
                if (kind == SRC) {
                    if (value >= registers || value <= lowest) {
                        return start;
                    }
                } else if (kind == DST || kind == REG) {
                    if (value < 0 || value >= registers) {
                        return start;
                    }
                } else if (!fits(code, kind, value, start, pc)) {
                    return start;
                }
            }
            if (isSpecial(op) && !specialFits(code, Opcode.of(op), start)) {
                return start;
            }
        }
        return endsFlow(op) ? -1 : pc;
    }

    private static boolean fits(CodeObject code, int kind, int value, int start, int pc) {
        if (kind == BASE) {
            int n = Opcode.of(code.code[start]).groupSize(code.code, start, pc - start - 1);
            return n >= 0 && n <= code.registerCount && value >= (n == 0 ? 0 : code.firstTemp)
                    && value <= code.registerCount - n;
        }
        if (kind == OPTIONAL) {
            return value == Opcode.NONE || value < code.registerCount && value > ~code.constants.length;
        }
        int limit = kind == Operand.NAME.ordinal() ? code.names.length
                : kind == Operand.CACHE.ordinal() ? code.cacheCount
                : kind == Operand.CONST.ordinal() ? code.constants.length
                : kind == Operand.BINARY.ordinal() ? BinaryOp.DIVMOD.ordinal() + 1
                : kind == Operand.UNARY.ordinal() ? UnaryOp.ABSOLUTE.ordinal() + 1
                : kind == Operand.COMPARE.ordinal() ? CompareOp.GE.ordinal() + 1
                : kind == TARGET ? code.code.length : Integer.MAX_VALUE;
        return value >= 0 && value < limit;
    }

    private static boolean isSpecial(int op) {
        return op == Ops.MAKE_FUNCTION || op == Ops.CALL_KW || op == Ops.CALL_METHOD_KW || op == Ops.BUILD_MAP_CONST
                || op == Ops.INTRINSIC || op == Ops.INTRINSIC_2;
    }

    private static boolean specialFits(CodeObject code, Opcode op, int pc) {
        int[] ints = code.code;
        if (op == Opcode.MAKE_FUNCTION) {
            return code.constants[ints[pc + 2]] instanceof CodeObject;
        }
        if (op == Opcode.INTRINSIC || op == Opcode.INTRINSIC_2) {
            return ints[pc + 2] < Intrinsic.values().length;
        }
        PyObject names = code.constants[ints[pc + op.size - 1]];
        return names instanceof PyTuple t && t.size() <= ints[pc + op.size - 2];
    }

    static boolean endsFlow(int op) {
        return op == Ops.RETURN || op == Ops.RAISE || op == Ops.RERAISE || op == Ops.JUMP || op == Ops.JUMP_BACK;
    }

    private static boolean isStart(long[] starts, int pc) {
        return pc >= 0 && pc >> 6 < starts.length && (starts[pc >> 6] >>> pc & 1) != 0;
    }

    /** The first instruction that jumps to none, or -1. A target is the last operand. */
    private static int badTarget(int[] ints, long[] starts) {
        int pc = 0;
        while (pc < ints.length) {
            int op = ints[pc];
            int size = SIZES[op];
            if (size > 1 && SHAPES[op] >>> OPERAND_BITS * (size - 2) == TARGET
                    && !isStart(starts, ints[pc + size - 1])) {
                return pc;
            }
            pc += size;
        }
        return -1;
    }

    private static String flawOfExceptions(CodeObject code, long[] starts) {
        int[] table = code.exceptionTable;
        if (table.length % 4 != 0) {
            return "the exception table is cut off";
        }
        int end = code.code.length;
        for (int i = 0; i < table.length; i += 4) {
            if (!isStart(starts, table[i]) || table[i + 1] <= table[i]
                    || table[i + 1] != end && !isStart(starts, table[i + 1])) {
                return "a bad exception range at " + table[i];
            }
            int handler = table[i + 2];
            if (handler < 0) {
                int first = table[i + 3];
                if (first < code.firstTemp || ~handler > code.registerCount - first) {
                    return "held registers out of range at " + table[i];
                }
            } else if (!isStart(starts, handler)) {
                return "a handler in the middle of an instruction at " + table[i];
            } else if (CodeObject.handlerRegister(table[i + 3]) >= code.firstTemp
                    || CodeObject.liveTemporaries(table[i + 3]) > code.registerCount - code.firstTemp) {
                return "an exception needs a counted register at " + table[i];
            }
        }
        return null;
    }
}
