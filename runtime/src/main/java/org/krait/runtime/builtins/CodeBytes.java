package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.CodeParts;
import org.krait.objects.code.Opcode;

/**
 * The instructions and the exception table of a code object as bytes, and back.
 *
 * <p>{@code co_code} has two bytes for each int, low first; an absent operand is -0x8000, and 0x7fff is an int that two
 * bytes cannot hold: code with such ints cannot be made of its bytes. {@code co_exceptiontable} has ints of four
 * bytes, low first: the number of ints before the entries, which are this one; how many registers are hidden, held and
 * temporary; the number of inline caches; and the kind of each variable; then the entries of
 * {@link CodeObject#exceptionTable}.
 */
final class CodeBytes {
    private static final int LAYOUT = 5;
    private static final int TOO_LARGE = Short.MAX_VALUE;

    private CodeBytes() {}

    static byte[] ofCode(CodeObject code) {
        int[] c = code.load().code;
        byte[] bytes = new byte[c.length * 2];
        for (int i = 0; i < c.length; i++) {
            int value = c[i] == Opcode.NONE ? Short.MIN_VALUE
                    : c[i] <= Short.MIN_VALUE || c[i] >= TOO_LARGE ? TOO_LARGE : c[i];
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        return bytes;
    }

    static int[] toCode(byte[] bytes) {
        if (bytes.length % 2 != 0) {
            throw Errors.valueError("code: co_code is malformed");
        }
        int[] c = new int[bytes.length / 2];
        for (int i = 0; i < c.length; i++) {
            int value = bytes[2 * i] & 0xff | bytes[2 * i + 1] << 8;
            if (value == TOO_LARGE) {
                throw Errors.valueError("code: co_code is of code that is too large to be made of bytes");
            }
            c[i] = value == Short.MIN_VALUE ? Opcode.NONE : value;
        }
        return c;
    }

    static byte[] ofExceptions(CodeObject code) {
        code.load();
        int variables = code.variables.length;
        int[] ints = new int[LAYOUT + variables + code.exceptionTable.length];
        ints[0] = LAYOUT + variables;
        ints[1] = code.firstTemp - code.heldCount - variables;
        ints[2] = code.heldCount;
        ints[3] = code.registerCount - code.firstTemp;
        ints[4] = code.cacheCount;
        for (int i = 0; i < variables; i++) {
            ints[LAYOUT + i] = code.variableKinds[i] & 0xff;
        }
        System.arraycopy(code.exceptionTable, 0, ints, LAYOUT + variables, code.exceptionTable.length);
        byte[] bytes = new byte[4 * ints.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (ints[i / 4] >> 8 * (i % 4));
        }
        return bytes;
    }

    /** Sets exception table and registers; an empty table has no entries and leaves the registers as they are. */
    static void setExceptions(CodeParts parts, byte[] table) {
        int[] ints = new int[table.length / 4];
        for (int i = 0; i < table.length; i++) {
            ints[i / 4] |= (table[i] & 0xff) << 8 * (i % 4);
        }
        if (ints.length == 0) {
            parts.exceptionTable = ints;
            return;
        }
        int variables = parts.variables.length;
        if (table.length % 4 != 0 || ints[0] != LAYOUT + variables || (ints.length - ints[0]) % 4 != 0
                || ints.length < ints[0]) {
            throw Errors.valueError("code: co_exceptiontable is malformed");
        }
        parts.heldCount = ints[2];
        parts.firstTemp = variables + ints[1] + ints[2];
        parts.registerCount = parts.firstTemp + ints[3];
        parts.cacheCount = ints[4];
        for (int i = 0; i < variables; i++) {
            parts.variableKinds[i] = (byte) ints[LAYOUT + i];
        }
        parts.exceptionTable = Arrays.copyOfRange(ints, ints[0], ints.length);
    }
}
