package org.krait.runtime.sre;

/**
 * Verified code of one pattern, with tables derived from its character sets once they are used much.
 *
 * <p>A set of the code is evaluated word by word. After {@value #WARM} evaluations a table of 256 answers is made for
 * each single-character instruction that is met again.
 */
public final class Program {
    private static final int WARM = 1000;

    final int[] code;
    /** The number of capturing groups, without group 0. */
    final int groups;
    /** By the pc of a single-character instruction, 1 for each Latin-1 character it accepts, or null. */
    final byte[][] tables;
    /** As the tables, for the other characters of the Basic Multilingual Plane: by pc and high byte, or null. */
    private byte[][][] blocks;
    private int evaluations;
    private byte[] firsts;
    private byte[] skips;

    private Program(int[] code, int groups) {
        this.code = code;
        this.groups = groups;
        this.tables = new byte[code.length][];
    }

    /** A program, or null if the code is not well-formed. */
    public static Program verified(int[] code, int groups) {
        return new CodeVerifier(code, groups).accepts() ? new Program(code, groups) : null;
    }

    /** The code; not to be changed. */
    public int[] words() {
        return code;
    }

    public int groups() {
        return groups;
    }

    /** The number of words of its code. */
    public int length() {
        return code.length;
    }

    /** Whether two programs have the same code. */
    public boolean sameCode(Program other) {
        return java.util.Arrays.equals(code, other.code);
    }

    public int codeHash() {
        return java.util.Arrays.hashCode(code);
    }

    /** Whether the single-character instruction at a pc accepts a character. */
    boolean accepts(int pc, int ch) {
        if (ch < 0x10000 && ++evaluations > WARM) {
            return ch < 256 ? table(pc)[ch] != 0 : block(pc, ch >> 8)[ch & 0xff] != 0;
        }
        return evaluate(pc, ch);
    }

    /** Where a run of characters that the single-character instruction at a pc accepts ends, at most {@code limit}. */
    int runEnd(int pc, Subject subject, int from, int limit) {
        switch (code[pc]) {
            case Op.ANY_ALL:
                return limit;
            case Op.ANY:
                return subject.find('\n', from, limit);
            case Op.LITERAL:
                return subject.findOther(code[pc + 1], from, limit);
            case Op.NOT_LITERAL:
                return subject.find(code[pc + 1], from, limit);
            default:
                byte[] table = tables[pc];
                byte[] bytes = subject.bytes;
                return table != null && bytes != null
                        ? runEnd(table, bytes, from, limit)
                        : slowRunEnd(pc, subject, from, limit);
        }
    }

    private static int runEnd(byte[] table, byte[] bytes, int from, int limit) {
        int position = from;
        while (position < limit && table[bytes[position] & 0xff] != 0) {
            position++;
        }
        return position;
    }

    private int slowRunEnd(int pc, Subject subject, int from, int limit) {
        int position = from;
        while (position < limit && accepts(pc, subject.at(position))) {
            position++;
        }
        return position;
    }

    /** The first position in {@code from..to-1} whose character is in the set at a pc, or {@code to}. */
    int findInSet(int pc, Subject subject, int from, int to) {
        int position = from;
        byte[] table = tables[pc];
        byte[] bytes = subject.bytes;
        if (table != null && bytes != null) {
            while (position < to && table[bytes[position] & 0xff] == 0) {
                position++;
            }
            return position;
        }
        while (position < to && !setAccepts(pc, subject.at(position))) {
            position++;
        }
        return position;
    }

    private boolean setAccepts(int pc, int ch) {
        if (ch < 256 && ++evaluations > WARM) {
            byte[] table = tables[pc];
            if (table == null) {
                table = new byte[256];
                for (int i = 0; i < 256; i++) {
                    table[i] = (byte) (inSet(pc, i) ? 1 : 0);
                }
                tables[pc] = table;
            }
            return table[ch] != 0;
        }
        return inSet(pc, ch);
    }

    /**
     * 1 for each Latin-1 character that a match of the code at {@code pc} may begin with; null while it isn't worth it,
     * or if nothing is ruled out. {@code tries} is how many positions will be tried now.
     */
    byte[] firsts(int pc, int tries) {
        if (firsts == null) {
            evaluations += Math.min(tries, WARM);
            if (evaluations <= WARM) {
                return null;
            }
            firsts = FirstCharacters.table(this, pc);
        }
        return firsts.length == 0 ? null : firsts;
    }

    /** By Latin-1 character: how far a window that ends with it and isn't the prefix may move on. */
    byte[] skips() {
        if (skips == null) {
            int length = code[5];
            byte[] table = new byte[256];
            java.util.Arrays.fill(table, (byte) Math.min(length, Byte.MAX_VALUE));
            for (int i = 0; i < length - 1; i++) {
                int ch = code[7 + i];
                if (ch >= 0 && ch < 256) {
                    table[ch] = (byte) Math.min(length - 1 - i, Byte.MAX_VALUE);
                }
            }
            skips = table;
        }
        return skips;
    }

    private byte[] table(int pc) {
        byte[] table = tables[pc];
        if (table == null) {
            table = answers(pc, 0);
            tables[pc] = table;
        }
        return table;
    }

    private byte[] block(int pc, int high) {
        if (blocks == null) {
            blocks = new byte[code.length][][];
        }
        byte[][] ofInstruction = blocks[pc];
        if (ofInstruction == null) {
            ofInstruction = new byte[256][];
            blocks[pc] = ofInstruction;
        }
        byte[] block = ofInstruction[high];
        if (block == null) {
            block = answers(pc, high << 8);
            ofInstruction[high] = block;
        }
        return block;
    }

    private byte[] answers(int pc, int first) {
        byte[] answers = new byte[256];
        for (int i = 0; i < 256; i++) {
            answers[i] = (byte) (evaluate(pc, first + i) ? 1 : 0);
        }
        return answers;
    }

    boolean evaluate(int pc, int ch) {
        int[] words = code;
        return switch (words[pc]) {
            case Op.ANY -> ch != '\n';
            case Op.ANY_ALL -> true;
            case Op.LITERAL -> ch == words[pc + 1];
            case Op.NOT_LITERAL -> ch != words[pc + 1];
            case Op.CATEGORY -> Characters.inCategory(words[pc + 1], ch);
            case Op.IN -> inSet(pc + 2, ch);
            case Op.IN_IGNORE -> inSet(pc + 2, Characters.lowerAscii(ch));
            case Op.IN_UNI_IGNORE -> inSet(pc + 2, Characters.lower(ch));
            case Op.IN_LOC_IGNORE -> inSet(pc + 2, Characters.lowerAscii(ch))
                    || inSet(pc + 2, Characters.upperAscii(ch));
            case Op.LITERAL_IGNORE -> Characters.lowerAscii(ch) == words[pc + 1];
            case Op.NOT_LITERAL_IGNORE -> Characters.lowerAscii(ch) != words[pc + 1];
            case Op.LITERAL_UNI_IGNORE -> Characters.lower(ch) == words[pc + 1];
            case Op.NOT_LITERAL_UNI_IGNORE -> Characters.lower(ch) != words[pc + 1];
            case Op.LITERAL_LOC_IGNORE -> isEitherCase(ch, words[pc + 1]);
            case Op.NOT_LITERAL_LOC_IGNORE -> !isEitherCase(ch, words[pc + 1]);
            default -> throw new IllegalStateException("not a single-character instruction: " + words[pc]);
        };
    }

    private static boolean isEitherCase(int ch, int literal) {
        return ch == literal || Characters.lowerAscii(ch) == literal || Characters.upperAscii(ch) == literal;
    }

    private boolean inSet(int pc, int ch) {
        int[] words = code;
        boolean found = true;
        for (int at = pc;;) {
            switch (words[at++]) {
                case Op.FAILURE:
                    return !found;
                case Op.LITERAL:
                    if (ch == words[at++]) {
                        return found;
                    }
                    break;
                case Op.CATEGORY:
                    if (Characters.inCategory(words[at++], ch)) {
                        return found;
                    }
                    break;
                case Op.CHARSET:
                    if (ch < 256 && (words[at + (ch >> 5)] >>> ch & 1) != 0) {
                        return found;
                    }
                    at += 8;
                    break;
                case Op.RANGE:
                    if (words[at] <= ch && ch <= words[at + 1]) {
                        return found;
                    }
                    at += 2;
                    break;
                case Op.RANGE_UNI_IGNORE:
                    if (words[at] <= ch && ch <= words[at + 1]) {
                        return found;
                    }
                    int upper = Characters.upper(ch);
                    if (words[at] <= upper && upper <= words[at + 1]) {
                        return found;
                    }
                    at += 2;
                    break;
                case Op.NEGATE:
                    found = !found;
                    break;
                case Op.BIGCHARSET:
                    if (ch < 0x10000 && inBlocks(at, ch)) {
                        return found;
                    }
                    at += 1 + 64 + 8 * words[at];
                    break;
                default:
                    throw new IllegalStateException("not a set instruction: " + words[at - 1]);
            }
        }
    }

    /** Looks a character up in a BIGCHARSET; the numbers of the blocks are bytes in little-endian words. */
    private boolean inBlocks(int at, int ch) {
        int high = ch >> 8;
        int block = code[at + 1 + (high >> 2)] >>> 8 * (high & 3) & 0xff;
        return (code[at + 65 + block * 8 + (ch >> 5 & 7)] >>> ch & 1) != 0;
    }
}
