package org.krait.runtime.builtins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.krait.objects.PyStr;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.CodeParts;
import org.krait.objects.code.Opcode;
import org.krait.objects.code.Operand;

/** The variables of a code object that is made of fields: which register each one has. */
final class CodeVariables {
    private CodeVariables() {}

    /** Sets the variables; the instructions stay as they are. */
    static void set(CodeParts parts, PyStr[] locals, PyStr[] cells, PyStr[] free) {
        List<PyStr> names = new ArrayList<>(Arrays.asList(locals));
        for (PyStr cell : cells) {
            if (!names.subList(0, locals.length).contains(cell)) {
                names.add(cell);
            }
        }
        int others = names.size();
        names.addAll(Arrays.asList(free));
        byte[] old = parts.variableKinds == null ? new byte[0] : parts.variableKinds;
        byte[] kinds = new byte[names.size()];
        List<PyStr> allCells = Arrays.asList(cells);
        for (int i = 0; i < kinds.length; i++) {
            boolean cell = i < others && allCells.contains(names.get(i));
            byte kept = (byte) (i < old.length && (old[i] & CodeObject.LOCAL) != 0
                    ? old[i] & (CodeObject.HIDDEN | CodeObject.REPLACED)
                    : 0);
            kinds[i] = i >= others ? CodeObject.FREE
                    : (byte) ((i < locals.length ? CodeObject.LOCAL | kept : 0) | (cell ? CodeObject.CELL : 0));
        }
        int more = names.size() - (parts.variables == null ? 0 : parts.variables.length);
        parts.variables = names.toArray(new PyStr[0]);
        parts.variableKinds = kinds;
        parts.freeCount = free.length;
        parts.firstTemp += more;
        parts.registerCount += more;
    }

    /** Sets the variables and gives the instructions the registers as they are then. */
    static void change(CodeParts parts, PyStr[] locals, PyStr[] cells, PyStr[] free) {
        int localCount = count(parts, CodeObject.LOCAL);
        int others = parts.variables.length - parts.freeCount;
        int variables = parts.variables.length;
        set(parts, locals, cells, free);
        int newOthers = parts.variables.length - parts.freeCount;
        int[] shifts = {locals.length - localCount, newOthers - others, parts.variables.length - variables};
        if (shifts[0] == 0 && shifts[1] == 0 && shifts[2] == 0) {
            return;
        }
        int[] code = parts.code.clone();
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).size) {
            Opcode op = Opcode.of(code[pc]);
            for (int i = 0; i < op.operandCount(); i++) {
                if (isRegister(op.operand(i), code[pc + 1 + i])) {
                    code[pc + 1 + i] = moved(code[pc + 1 + i], localCount, others, variables, shifts);
                }
            }
        }
        parts.code = code;
        int[] table = parts.exceptionTable.clone();
        for (int i = 3; i < table.length; i += 4) {
            table[i] += moved(CodeObject.handlerRegister(table[i]), localCount, others, variables, shifts)
                    - CodeObject.handlerRegister(table[i]);
        }
        parts.exceptionTable = table;
    }

    private static boolean isRegister(Operand operand, int value) {
        return switch (operand) {
            case DST, SRC, REG, BASE, OPTIONAL -> value >= 0 && value != Opcode.NONE;
            default -> false;
        };
    }

    private static int moved(int register, int localCount, int others, int variables, int[] shifts) {
        return register < localCount ? register
                : register < others ? register + shifts[0]
                : register < variables ? register + shifts[1] : register + shifts[2];
    }

    private static int count(CodeParts parts, byte kind) {
        int n = 0;
        for (byte k : parts.variableKinds) {
            n += (k & kind) != 0 ? 1 : 0;
        }
        return n;
    }

    /** The registers and caches of code about which nothing else is known. */
    static void widest(CodeParts parts, int stackSize) {
        parts.firstTemp = parts.variables.length;
        parts.registerCount = parts.firstTemp + stackSize;
        parts.cacheCount = parts.code.length;
    }
}
