package org.krait.objects.code;

import java.util.ArrayDeque;
import java.util.BitSet;
import org.krait.objects.BinaryOp;
import org.krait.objects.CompareOp;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.UnaryOp;

/**
 * Checks that a code object cannot lead the interpreter out of its arrays: operands in range, jumps to instructions,
 * temporaries written before they are read on every way, sane tables. For code that comes out of a file, and for tests.
 */
public final class Verifier {
    private final CodeObject code;
    private final int[] ints;
    private final BitSet starts = new BitSet();

    /** What is wrong with a code object. */
    public static final class VerifyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        VerifyException(String message) {
            super(message);
        }
    }

    private Verifier(CodeObject code) {
        this.code = code;
        this.ints = code.code;
    }

    /** Verifies a code object and those among its constants. */
    public static void verify(CodeObject code) {
        Verifier v = new Verifier(code);
        v.checkHeader();
        v.checkInstructions();
        v.checkExceptions();
        v.checkPositions();
        v.checkFlow();
        for (PyObject constant : code.constants) {
            if (constant instanceof CodeObject inner) {
                verify(inner);
            }
        }
    }

    private VerifyException error(int pc, String message) {
        return new VerifyException(code.qualifiedName + " of " + code.filename + ", pc " + pc + ": " + message);
    }

    private void require(boolean condition, int pc, String message) {
        if (!condition) {
            throw error(pc, message);
        }
    }

    private void checkHeader() {
        require(code.variables.length == code.variableKinds.length, -1, "one kind for each variable is needed");
        require(code.parameterCount <= code.variables.length, -1, "more parameters than variables");
        require(code.argCount >= 0 && code.keywordOnlyCount >= 0 && code.positionalOnlyCount >= 0
                && code.positionalOnlyCount <= code.argCount, -1, "bad argument counts");
        require(code.firstTemp >= code.variables.length + code.heldCount && code.heldCount >= 0, -1,
                "the variables do not fit below the temporaries");
        require(code.registerCount >= code.firstTemp, -1, "fewer registers than counted ones");
        int replaced = 0;
        int free = 0;
        for (int i = 0; i < code.variables.length; i++) {
            if (i < code.parameterCount && code.isReplaced(i)) {
                replaced++;
            }
            if ((code.variableKinds[i] & CodeObject.FREE) != 0) {
                free++;
                require(i >= code.variables.length - code.freeCount, -1, "a free variable is not among the last");
            }
        }
        require(replaced == code.heldCount, -1, "held arguments do not fit the replaced parameters");
        require(free == code.freeCount, -1, "wrong number of free variables");
    }

    private void checkInstructions() {
        int pc = 0;
        while (pc < ints.length) {
            require(ints[pc] >= 0 && ints[pc] < Opcode.count(), pc, "no such instruction: " + ints[pc]);
            Opcode op = Opcode.of(ints[pc]);
            require(pc + op.size <= ints.length, pc, "the instruction is cut off");
            starts.set(pc);
            checkOperands(op, pc);
            pc += op.size;
        }
        require(ints.length > 0, 0, "no instructions");
        for (pc = 0; pc < ints.length; pc += Opcode.of(ints[pc]).size) {
            Opcode op = Opcode.of(ints[pc]);
            for (int i = 0; i < op.operandCount(); i++) {
                if (op.operand(i) == Operand.TARGET) {
                    require(isStart(ints[pc + 1 + i]), pc, "a jump to the middle of an instruction");
                }
            }
            require(!runsOver(op, pc), pc, "the code runs over its end");
        }
    }

    private boolean runsOver(Opcode op, int pc) {
        return pc + op.size == ints.length && !endsFlow(op);
    }

    private boolean isStart(int pc) {
        return pc >= 0 && pc < ints.length && starts.get(pc);
    }

    private static boolean endsFlow(Opcode op) {
        return op == Opcode.RETURN || op == Opcode.RAISE || op == Opcode.RERAISE || op == Opcode.JUMP
                || op == Opcode.JUMP_BACK;
    }

    private void checkOperands(Opcode op, int pc) {
        for (int i = 0; i < op.operandCount(); i++) {
            int value = ints[pc + 1 + i];
            switch (op.operand(i)) {
                case DST, REG -> require(isRegister(value), pc, "no such register: " + value);
                case BASE -> {
                    int n = op.groupSize(ints, pc, i);
                    require(n >= 0 && value >= code.firstTemp && value + n <= code.registerCount || n == 0, pc,
                            "no such group of registers: " + value + ", " + n);
                }
                case SRC -> require(isRegister(value) || isConstant(~value), pc, "no such operand: " + value);
                case OPTIONAL -> require(value == Opcode.NONE || isRegister(value) || isConstant(~value), pc,
                        "no such operand: " + value);
                case CONST -> require(isConstant(value), pc, "no such constant: " + value);
                case NAME -> require(value >= 0 && value < code.names.length, pc, "no such name: " + value);
                case CACHE -> require(value >= 0 && value < code.cacheCount, pc, "no such cache: " + value);
                case BINARY -> require(value >= 0 && value <= BinaryOp.DIVMOD.ordinal(), pc, "no such operator");
                case UNARY -> require(value >= 0 && value <= UnaryOp.ABSOLUTE.ordinal(), pc, "no such operator");
                case COMPARE -> require(value >= 0 && value <= CompareOp.GE.ordinal(), pc, "no such comparison");
                case COUNT, TARGET -> require(value >= 0, pc, "a negative number: " + value);
            }
        }
        switch (op) {
            case MAKE_FUNCTION -> require(code.constants[ints[pc + 2]] instanceof CodeObject, pc, "not a code object");
            case CALL_KW, CALL_METHOD_KW, BUILD_MAP_CONST -> {
                int n = ints[pc + op.size - 2];
                require(code.constants[ints[pc + op.size - 1]] instanceof PyTuple names && names.size() <= n, pc,
                        "not the names of the values");
            }
            case INTRINSIC, INTRINSIC_2 -> require(ints[pc + 2] < Intrinsic.values().length, pc, "no such intrinsic");
            default -> {
                // The table says it all.
            }
        }
    }

    private boolean isRegister(int value) {
        return value >= 0 && value < code.registerCount;
    }

    private boolean isConstant(int value) {
        return value >= 0 && value < code.constants.length;
    }

    private void checkExceptions() {
        int[] table = code.exceptionTable;
        require(table.length % 4 == 0, -1, "the exception table is cut off");
        for (int i = 0; i < table.length; i += 4) {
            require(table[i] >= 0 && table[i] < table[i + 1] && table[i + 1] <= ints.length, table[i],
                    "a bad exception range");
            require(isStart(table[i]) && (table[i + 1] == ints.length || isStart(table[i + 1])), table[i],
                    "an exception range in the middle of an instruction");
            if (table[i + 2] < 0) {
                require(table[i + 3] >= code.firstTemp && table[i + 3] + ~table[i + 2] <= code.registerCount, table[i],
                        "held registers out of range");
            } else {
                require(isStart(table[i + 2]), table[i], "a handler in the middle of an instruction");
                require(CodeObject.handlerRegister(table[i + 3]) < code.firstTemp, table[i],
                        "an exception needs a counted register");
            }
        }
    }

    private void checkPositions() {
        try {
            Positions.Reader reader = new Positions.Reader(code.positions, code.firstLine);
            int start = 0;
            while (reader.next()) {
                require(reader.start() >= start && reader.start() < ints.length, reader.start(), "a position nowhere");
                start = reader.start();
            }
        } catch (IllegalArgumentException e) {
            throw error(-1, e.getMessage());
        }
    }

    /** Follows all ways through the code and checks that temporaries are written before they are read. */
    private void checkFlow() {
        BitSet[] written = new BitSet[ints.length];
        ArrayDeque<Integer> work = new ArrayDeque<>();
        written[0] = new BitSet();
        work.add(0);
        while (!work.isEmpty()) {
            int pc = work.poll();
            BitSet state = (BitSet) written[pc].clone();
            Opcode op = Opcode.of(ints[pc]);
            flowToHandlers(pc, state, written, work);
            read(op, pc, state);
            write(op, pc, state);
            for (int i = 0; i < op.operandCount(); i++) {
                if (op.operand(i) == Operand.TARGET) {
                    flow(ints[pc + 1 + i], state, written, work);
                }
            }
            if (!endsFlow(op)) {
                flow(pc + op.size, state, written, work);
            }
        }
    }

    private void flowToHandlers(int pc, BitSet state, BitSet[] written, ArrayDeque<Integer> work) {
        int[] table = code.exceptionTable;
        for (int i = 0; i < table.length; i += 4) {
            if (table[i] <= pc && pc < table[i + 1]) {
                if (table[i + 2] < 0) {
                    for (int r = table[i + 3]; r < table[i + 3] + ~table[i + 2]; r++) {
                        require(state.get(r), pc, "held register " + r + " is not written");
                    }
                } else {
                    int live = CodeObject.liveTemporaries(table[i + 3]);
                    BitSet kept = (BitSet) state.clone();
                    kept.clear(Math.min(code.firstTemp + live, code.registerCount), code.registerCount);
                    flow(table[i + 2], kept, written, work);
                    return;
                }
            }
        }
    }

    private static void flow(int pc, BitSet state, BitSet[] written, ArrayDeque<Integer> work) {
        if (written[pc] == null) {
            written[pc] = (BitSet) state.clone();
            work.add(pc);
        } else {
            int before = written[pc].cardinality();
            written[pc].and(state);
            if (written[pc].cardinality() != before) {
                work.add(pc);
            }
        }
    }

    private void read(Opcode op, int pc, BitSet state) {
        for (int i = 0; i < op.operandCount(); i++) {
            int value = ints[pc + 1 + i];
            Operand kind = op.operand(i);
            if (kind == Operand.SRC || kind == Operand.REG || kind == Operand.OPTIONAL) {
                require(value < code.firstTemp || state.get(value), pc,
                        op + " reads " + value + ", which is not written");
            } else if (kind == Operand.BASE && !op.writesGroup()) {
                for (int r = value; r < value + op.groupSize(ints, pc, i); r++) {
                    require(state.get(r), pc, op + " reads " + r + ", which is not written");
                }
            }
        }
    }

    private void write(Opcode op, int pc, BitSet state) {
        for (int i = 0; i < op.operandCount(); i++) {
            int value = ints[pc + 1 + i];
            if (op.operand(i) == Operand.DST && value >= code.firstTemp) {
                state.set(value);
            } else if (op.operand(i) == Operand.BASE && op.writesGroup()) {
                state.set(value, value + op.groupSize(ints, pc, i));
            }
        }
    }
}
