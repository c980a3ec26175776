package org.krait.objects.code;

import java.util.Arrays;
import org.krait.objects.BinaryOp;
import org.krait.objects.CompareOp;
import org.krait.objects.PyBytes;
import org.krait.objects.PyComplex;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.UnaryOp;
import org.krait.objects.text.ComplexText;

/** Makes a readable listing of a code object, by the instruction table. */
public final class Disassembler {
    private final CodeObject code;
    private final StringBuilder out = new StringBuilder();

    private Disassembler(CodeObject code) {
        this.code = code;
    }

    /** The listing of a code object and of the code objects among its constants. */
    public static String listing(CodeObject code) {
        StringBuilder out = new StringBuilder();
        append(out, code);
        return out.toString();
    }

    private static void append(StringBuilder out, CodeObject code) {
        Disassembler one = new Disassembler(code.load());
        one.writeHeader();
        one.writeCode();
        one.writeExceptions();
        out.append(one.out);
        for (PyObject constant : code.constants) {
            if (constant instanceof CodeObject inner) {
                out.append('\n');
                append(out, inner);
            }
        }
    }

    private void writeHeader() {
        out.append("code ").append(code.qualifiedName).append(" line ").append(code.firstLine).append(" flags 0x")
                .append(Integer.toHexString(code.flags)).append(" args ").append(code.argCount).append('/')
                .append(code.positionalOnlyCount).append('/').append(code.keywordOnlyCount).append(" registers ")
                .append(code.firstTemp).append('+').append(code.registerCount - code.firstTemp).append(" held ")
                .append(code.heldCount).append('\n');
        for (int i = 0; i < code.variables.length; i++) {
            out.append("  r").append(i).append(' ').append(code.variables[i]);
            int kind = code.variableKinds[i];
            out.append((kind & CodeObject.CELL) != 0 ? " cell" : "")
                    .append((kind & CodeObject.FREE) != 0 ? " free" : "")
                    .append((kind & CodeObject.HIDDEN) != 0 ? " hidden" : "")
                    .append((kind & CodeObject.REPLACED) != 0 ? " replaced" : "").append('\n');
        }
    }

    private void writeCode() {
        int lastLine = -1;
        int pc = 0;
        while (pc < code.code.length) {
            Opcode op = Opcode.of(code.code[pc]);
            int line = code.line(pc);
            String shown = line == lastLine ? "" : Integer.toString(line);
            lastLine = line;
            out.append(" ".repeat(Math.max(0, 6 - shown.length()))).append(shown).append("  ");
            String at = Integer.toString(pc);
            out.append(" ".repeat(Math.max(0, 5 - at.length()))).append(at).append("  ").append(op);
            out.append(" ".repeat(Math.max(0, 22 - op.name().length())));
            for (int i = 0; i < op.operandCount(); i++) {
                out.append(i == 0 ? " " : ", ");
                writeOperand(op, op.operand(i), code.code[pc + 1 + i]);
            }
            out.append('\n');
            pc += op.size;
        }
    }

    private void writeOperand(Opcode op, Operand operand, int value) {
        switch (operand) {
            case DST, REG, BASE -> writeRegister(value);
            case SRC -> writeSource(value);
            case OPTIONAL -> {
                if (value == Opcode.NONE) {
                    out.append('-');
                } else {
                    writeSource(value);
                }
            }
            case COUNT -> {
                if (op == Opcode.INTRINSIC || op == Opcode.INTRINSIC_2) {
                    out.append(Intrinsic.of(value));
                } else {
                    out.append(value);
                }
            }
            case NAME -> out.append(code.names[value]);
            case CONST -> writeConstant(code.constants[value]);
            case TARGET -> out.append("->").append(value);
            case CACHE -> out.append('#').append(value);
            case BINARY -> out.append(BinaryOp.of(value).symbol);
            case UNARY -> out.append(UnaryOp.of(value).symbol);
            case COMPARE -> out.append(CompareOp.of(value).symbol);
        }
    }

    private void writeSource(int value) {
        if (value < 0) {
            writeConstant(code.constants[~value]);
        } else {
            writeRegister(value);
        }
    }

    private void writeRegister(int register) {
        if (register < code.variables.length) {
            out.append(code.variables[register]);
            if ((code.variableKinds[register] & CodeObject.HIDDEN) != 0) {
                out.append("/r").append(register);
            }
        } else if (register >= code.firstTemp) {
            out.append('t').append(register - code.firstTemp);
        } else if (register >= code.firstTemp - code.heldCount) {
            out.append("held").append(register - code.firstTemp + code.heldCount);
        } else {
            out.append('h').append(register - code.variables.length);
        }
    }

    private void writeConstant(PyObject value) {
        if (value instanceof PyStr s) {
            out.append('\'').append(s.toString().replace("\\", "\\\\").replace("\n", "\\n").replace("'", "\\'"))
                    .append('\'');
        } else if (value instanceof PyBytes b) {
            out.append("b[").append(b.length()).append(']');
        } else if (value instanceof PyTuple t) {
            out.append('(');
            for (int i = 0; i < t.size(); i++) {
                out.append(i == 0 ? "" : ", ");
                writeConstant(t.item(i));
            }
            out.append(')');
        } else if (value instanceof PySet s) {
            out.append("frozenset(");
            writeSorted(s.toArray());
            out.append(')');
        } else if (value instanceof PyComplex c) {
            out.append(ComplexText.repr(c.real, c.imag));
        } else {
            out.append(value);
        }
    }

    /** Writes the items of a set, whose order is another in each process, in the order of their texts. */
    private void writeSorted(PyObject[] items) {
        int start = out.length();
        String[] texts = new String[items.length];
        for (int i = 0; i < items.length; i++) {
            writeConstant(items[i]);
            texts[i] = out.substring(start);
            out.setLength(start);
        }
        Arrays.sort(texts);
        for (int i = 0; i < texts.length; i++) {
            out.append(i == 0 ? "" : ", ").append(texts[i]);
        }
    }

    private void writeExceptions() {
        int[] table = code.exceptionTable;
        for (int i = 0; i < table.length; i += 4) {
            out.append("  exceptions ").append(table[i]).append("..").append(table[i + 1]);
            if (table[i + 2] < 0) {
                out.append(" release ").append(~table[i + 2]).append(" from ");
            } else {
                out.append(" ->").append(table[i + 2]).append(" in ");
            }
            writeRegister(CodeObject.handlerRegister(table[i + 3]));
            int live = CodeObject.liveTemporaries(table[i + 3]);
            out.append(live > 0 ? " keeps " + live : "").append('\n');
        }
    }
}
