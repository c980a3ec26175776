package org.krait.objects.code;

import java.util.ArrayDeque;
import java.util.BitSet;
import org.krait.objects.PyObject;

/**
 * Checks what the compiler makes, for tests: what {@link CodeBounds} checks of code out of a file, and that temporaries
 * are written before they are read on every way and that positions are in order.
 */
public final class Verifier {
    private final CodeObject code;
    private final int[] ints;

    /** What is wrong with a code object. */
    public static final class VerifyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        VerifyException(String message) {
            super(message);
        }
    }

    private Verifier(CodeObject code) {
        this.code = code;
        this.ints = code.load().code;
    }

    /** Verifies a code object and those among its constants. */
    public static void verify(CodeObject code) {
        Verifier v = new Verifier(code);
        String flaw = CodeBounds.flaw(code.load());
        v.require(flaw == null, -1, flaw);
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

    private void checkPositions() {
        Positions.Reader reader = new Positions.Reader(code.positions, code.firstLine);
        int start = 0;
        while (reader.next()) {
            require(reader.start() >= start && reader.start() < ints.length, reader.start(), "a position nowhere");
            start = reader.start();
        }
        require(!reader.isCutOff(), -1, "the table of positions ends in the middle of an entry");
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
            if (!CodeBounds.endsFlow(op.ordinal())) {
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
