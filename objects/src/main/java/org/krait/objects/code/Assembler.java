package org.krait.objects.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;

/**
 * Puts instructions together: labels, constants, names, positions, exception ranges, cache numbers.
 *
 * <p>Variables are numbered as they come; hidden locals ({@link #HIDDEN}), held arguments ({@link #HELD}) and
 * temporaries ({@link #TEMP}) are numbered from 0 on top of these bits, because their place is known only at the end.
 * Instructions that cannot be reached are not written.
 */
public final class Assembler {
    /** Added to the number of a temporary. */
    public static final int TEMP = 1 << 24;
    /** Added to the number of a held argument. */
    public static final int HELD = 1 << 23;
    /** Added to the number of a hidden local. */
    public static final int HIDDEN = 1 << 22;

    private static final int UNBOUND = -1;

    private int[] code = new int[64];
    private int size;
    private boolean reachable = true;

    private int[] labels = new int[16];
    private boolean[] labelUsed = new boolean[16];
    private int labelCount;

    private final ConstantPool constants = new ConstantPool();
    private final ArrayList<PyStr> names = new ArrayList<>();
    private final HashMap<String, Integer> nameIndices = new HashMap<>();

    private int[] exceptions = new int[16];
    private int exceptionsSize;

    private final Positions.Writer positions;
    private final boolean columns;
    private int line;
    private int endLine;
    private int column = -1;
    private int endColumn = -1;
    private boolean moved = true;

    /**
     * An empty code.
     *
     * @param columns instructions know columns and their last line, not only the line they begin in
     */
    public Assembler(int firstLine, boolean columns) {
        this.columns = columns;
        positions = new Positions.Writer(firstLine);
        line = firstLine;
        endLine = firstLine;
    }

    /** Says where the next instructions come from: 1-based lines, 0-based columns, -1 for unknown. */
    public void at(int line, int column, int endLine, int endColumn) {
        if (this.line != line || this.column != column || this.endLine != endLine || this.endColumn != endColumn) {
            this.line = line;
            this.column = column;
            this.endLine = endLine;
            this.endColumn = endColumn;
            moved = true;
        }
    }

    /** Where the next instructions come from. */
    public Positions.Position position() {
        return new Positions.Position(line, endLine, column, endColumn);
    }

    /** The index of the next instruction. */
    public int pc() {
        return size;
    }

    /** False where the code before never goes on: what is emitted here is dropped. */
    public boolean isReachable() {
        return reachable;
    }

    public int line() {
        return line;
    }

    // Constants and names

    /** A constant as a SRC operand. */
    public int constant(PyObject value) {
        return ~constants.index(value);
    }

    /** A constant as a CONST operand. */
    public int constantIndex(PyObject value) {
        return constants.index(value);
    }

    /** The constant of a SRC operand. */
    public PyObject constantOf(int operand) {
        return constants.get(~operand);
    }

    public int name(String name) {
        Integer known = nameIndices.get(name);
        if (known != null) {
            return known;
        }
        int index = names.size();
        names.add(PyStr.interned(name));
        nameIndices.put(name, index);
        return index;
    }

    // Labels

    public int newLabel() {
        if (labelCount == labels.length) {
            labels = Arrays.copyOf(labels, labelCount * 2);
            labelUsed = Arrays.copyOf(labelUsed, labelCount * 2);
        }
        labels[labelCount] = UNBOUND;
        labelUsed[labelCount] = false;
        return labelCount++;
    }

    /** Puts a label here. It makes the code reachable again when something jumps to it already. */
    public void bind(int label) {
        labels[label] = size;
        if (labelUsed[label]) {
            reachable = true;
        }
    }

    /** True when a jump or an exception range goes to the label. */
    public boolean isUsed(int label) {
        return labelUsed[label];
    }

    // Exception ranges

    /** Exceptions from pc {@code start} up to here go to a handler; inner ranges must be ended before outer ones. */
    public void handle(int start, int label, int register) {
        handle(start, label, register, 0);
    }

    /** As {@link #handle(int, int, int)} for a handler that goes on using the first {@code live} temporaries. */
    public void handle(int start, int label, int register, int live) {
        if (start < size) {
            labelUsed[label] = true;
            addException(start, label, register, live);
        }
    }

    /** Exceptions from pc {@code start} up to here end a HOLD of {@code count} temporaries. */
    public void unholdOnException(int start, int base, int count) {
        if (start < size) {
            addException(start, ~count, base, 0);
        }
    }

    private void addException(int start, int handler, int register, int live) {
        if (exceptionsSize + 5 > exceptions.length) {
            exceptions = Arrays.copyOf(exceptions, exceptions.length * 2);
        }
        exceptions[exceptionsSize] = start;
        exceptions[exceptionsSize + 1] = size;
        exceptions[exceptionsSize + 2] = handler;
        exceptions[exceptionsSize + 3] = register;
        exceptions[exceptionsSize + 4] = live;
        exceptionsSize += 5;
    }

    // Instructions; a TARGET operand is given as a label, a CACHE operand as 0

    public void emit(Opcode op) {
        if (begin(op, 0)) {
            end(op);
        }
    }

    public void emit(Opcode op, int a) {
        if (begin(op, 1)) {
            code[size + 1] = a;
            end(op);
        }
    }

    public void emit(Opcode op, int a, int b) {
        if (begin(op, 2)) {
            code[size + 1] = a;
            code[size + 2] = b;
            end(op);
        }
    }

    public void emit(Opcode op, int a, int b, int c) {
        if (begin(op, 3)) {
            code[size + 1] = a;
            code[size + 2] = b;
            code[size + 3] = c;
            end(op);
        }
    }

    public void emit(Opcode op, int a, int b, int c, int d) {
        if (begin(op, 4)) {
            code[size + 1] = a;
            code[size + 2] = b;
            code[size + 3] = c;
            code[size + 4] = d;
            end(op);
        }
    }

    public void emit(Opcode op, int a, int b, int c, int d, int e) {
        if (begin(op, 5)) {
            code[size + 1] = a;
            code[size + 2] = b;
            code[size + 3] = c;
            code[size + 4] = d;
            code[size + 5] = e;
            end(op);
        }
    }

    /** Gives the second position, that of pc + 1, to the instruction just emitted. */
    public void secondPosition(Opcode emitted, int line, int column, int endLine, int endColumn) {
        if (reachable) {
            positions.add(size - emitted.size + 1, place(line, endLine, column, endColumn));
            moved = true;
        }
    }

    private Positions.Position place(int line, int endLine, int column, int endColumn) {
        return columns
                ? new Positions.Position(line, endLine, column, endColumn)
                : new Positions.Position(line, line, -1, -1);
    }

    private boolean begin(Opcode op, int operands) {
        assert op.operandCount() == operands : op + " has " + op.operandCount() + " operands, not " + operands;
        if (!reachable) {
            return false;
        }
        if (size + op.size > code.length) {
            code = Arrays.copyOf(code, code.length * 2);
        }
        if (moved) {
            positions.add(size, place(line, endLine, column, endColumn));
            moved = false;
        }
        code[size] = op.ordinal();
        return true;
    }

    private void end(Opcode op) {
        for (int i = 0; i < op.operandCount(); i++) {
            if (op.operand(i) == Operand.TARGET) {
                labelUsed[code[size + 1 + i]] = true;
            }
        }
        size += op.size;
        if (op == Opcode.JUMP || op == Opcode.JUMP_BACK || op == Opcode.RETURN || op == Opcode.RAISE
                || op == Opcode.RERAISE) {
            reachable = false;
        }
    }

    /**
     * Writes code, tables and pools into the parts: every operand gets its final number.
     *
     * @param order the final register of each variable
     * @param hidden how many hidden locals there are
     * @param held how many held arguments
     * @param temporaries how many temporaries
     */
    public void finish(CodeParts parts, int[] order, int hidden, int held, int temporaries) {
        assert !reachable : "the code runs over its end";
        int firstHeld = order.length + hidden;
        int firstTemp = firstHeld + held;
        int caches = 0;
        int pc = 0;
        while (pc < size) {
            if (code[pc] == Opcode.JUMP.ordinal() && isJumpBack(code[pc + 1])) {
                code[pc + 1] = code[labels[code[pc + 1]] + 1];
                code[pc] = Opcode.JUMP_BACK.ordinal();
            }
            Opcode op = Opcode.of(code[pc]);
            for (int i = 0; i < op.operandCount(); i++) {
                int at = pc + 1 + i;
                int value = code[at];
                switch (op.operand(i)) {
                    case DST, SRC, OPTIONAL, REG, BASE -> code[at] = register(value, order, firstHeld, firstTemp);
                    case TARGET -> {
                        assert labels[value] != UNBOUND : "a jump to a label that is nowhere";
                        code[at] = labels[value];
                    }
                    case CACHE -> code[at] = caches++;
                    default -> {
                        // The number is final.
                    }
                }
            }
            pc += op.size;
        }
        int[] table = new int[exceptionsSize / 5 * 4];
        for (int from = 0, to = 0; from < exceptionsSize; from += 5, to += 4) {
            int handler = exceptions[from + 2];
            table[to] = exceptions[from];
            table[to + 1] = exceptions[from + 1];
            table[to + 2] = handler >= 0 ? labels[handler] : handler;
            table[to + 3] = CodeObject.packHandler(register(exceptions[from + 3], order, firstHeld, firstTemp),
                    exceptions[from + 4]);
        }
        parts.names = names.toArray(new PyStr[0]);
        parts.constants = usedConstants();
        parts.firstTemp = firstTemp;
        parts.heldCount = held;
        parts.registerCount = firstTemp + temporaries;
        parts.cacheCount = caches;
        parts.code = Arrays.copyOf(code, size);
        parts.exceptionTable = table;
        parts.positions = positions.toByteArray();
    }

    /**
     * The constants that instructions use, and the first, which is the docstring or its absence; the instructions get
     * the new indices. Code that is never reached leaves constants behind.
     */
    private PyObject[] usedConstants() {
        PyObject[] all = constants.toArray();
        boolean[] used = new boolean[all.length];
        for (int pc = 0; pc < size; pc += Opcode.of(code[pc]).size) {
            Opcode op = Opcode.of(code[pc]);
            for (int i = 0; i < op.operandCount(); i++) {
                int constant = constant(op.operand(i), code[pc + 1 + i]);
                if (constant >= 0) {
                    used[constant] = true;
                }
            }
        }
        int[] indices = new int[all.length];
        int count = 0;
        for (int i = 0; i < all.length; i++) {
            indices[i] = count;
            if (used[i] || i == 0) {
                all[count++] = all[i];
            }
        }
        if (count == all.length) {
            return all;
        }
        for (int pc = 0; pc < size; pc += Opcode.of(code[pc]).size) {
            Opcode op = Opcode.of(code[pc]);
            for (int i = 0; i < op.operandCount(); i++) {
                int constant = constant(op.operand(i), code[pc + 1 + i]);
                if (constant >= 0) {
                    code[pc + 1 + i] = op.operand(i) == Operand.CONST ? indices[constant] : ~indices[constant];
                }
            }
        }
        return Arrays.copyOf(all, count);
    }

    /** The index of the constant that an operand is, or -1. */
    private static int constant(Operand operand, int value) {
        return switch (operand) {
            case CONST -> value;
            case SRC, OPTIONAL -> value < 0 && value != Opcode.NONE ? ~value : -1;
            default -> -1;
        };
    }

    /** True when a label stands at a jump back that has not got its final target yet. */
    private boolean isJumpBack(int label) {
        int target = labels[label];
        return target < size && code[target] == Opcode.JUMP_BACK.ordinal();
    }

    private static int register(int value, int[] order, int firstHeld, int firstTemp) {
        if (value >= TEMP) {
            return value - TEMP + firstTemp;
        }
        if (value >= HELD) {
            return value - HELD + firstHeld;
        }
        if (value >= HIDDEN) {
            return value - HIDDEN + order.length;
        }
        return value < 0 ? value : order[value];
    }
}
