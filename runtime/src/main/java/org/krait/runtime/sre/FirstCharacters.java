package org.krait.runtime.sre;

/** Derives which characters a match may begin with, so that a search can pass over all others. */
final class FirstCharacters {
    /** How many instructions are looked at for one character before giving up. */
    private static final int FUEL = 200;

    private final Program program;
    private final int[] code;
    private int fuel;

    private FirstCharacters(Program program) {
        this.program = program;
        this.code = program.code;
    }

    /** 1 for each Latin-1 character that may be first, or an empty array if each one may. */
    static byte[] table(Program program, int pc) {
        FirstCharacters derivation = new FirstCharacters(program);
        byte[] table = new byte[256];
        int possible = 0;
        for (int ch = 0; ch < table.length; ch++) {
            derivation.fuel = FUEL;
            if (derivation.mayStart(pc, ch)) {
                table[ch] = 1;
                possible++;
            }
        }
        return possible == table.length ? new byte[0] : table;
    }

    /** Whether a match of the code at a pc may begin with a character; true when in doubt. */
    private boolean mayStart(int from, int ch) {
        int pc = from;
        while (--fuel > 0) {
            int op = code[pc];
            if (Op.isSingle(op)) {
                return program.evaluate(pc, ch);
            }
            switch (op) {
                case Op.MARK, Op.AT:
                    pc += 2;
                    break;
                case Op.JUMP, Op.INFO, Op.ASSERT, Op.ASSERT_NOT:
                    pc += 1 + code[pc + 1];
                    break;
                case Op.ATOMIC_GROUP:
                    return mayStart(pc + 2, ch);
                case Op.BRANCH:
                    return anyMayStart(pc + 1, ch);
                case Op.REPEAT_ONE, Op.MIN_REPEAT_ONE, Op.POSSESSIVE_REPEAT_ONE:
                    if (program.evaluate(pc + 4, ch)) {
                        return code[pc + 3] != 0 || mayStart(pc + 1 + code[pc + 1], ch);
                    }
                    if (code[pc + 2] != 0) {
                        return false;
                    }
                    pc += 1 + code[pc + 1];
                    break;
                case Op.REPEAT, Op.POSSESSIVE_REPEAT:
                    if (mayStart(pc + 4, ch)) {
                        return true;
                    }
                    if (code[pc + 2] != 0) {
                        return false;
                    }
                    pc += 2 + code[pc + 1];
                    break;
                case Op.FAILURE:
                    return false;
                default:
                    // Also the end of an item: an empty item leads on to what isn't known here.
                    return true;
            }
        }
        return true;
    }

    private boolean anyMayStart(int from, int ch) {
        int alternative = from;
        while (code[alternative] != 0) {
            if (mayStart(alternative + 1, ch)) {
                return true;
            }
            alternative += code[alternative];
        }
        return false;
    }
}
