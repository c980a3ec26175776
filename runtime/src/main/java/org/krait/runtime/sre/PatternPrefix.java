package org.krait.runtime.sre;

import java.util.Arrays;

/** The literal characters that each match begins with: {@code re._compiler._get_literal_prefix}. */
final class PatternPrefix {
    private int[] characters = new int[8];
    int length;
    /** How many of them come before the first group; -1 when there is none. */
    private int beforeGroup = -1;
    private boolean complete;

    /** Whether the pattern is nothing else. */
    boolean isWhole() {
        return complete && beforeGroup < 0;
    }

    /** Adds the characters that a pattern begins with. */
    void collect(Sequence pattern, int flags) {
        complete = add(pattern, flags);
    }

    /** Answers whether the sequence has nothing but characters. */
    private boolean add(Sequence sequence, int flags) {
        CharacterSet.Folding folding = PatternCompiler.folding(flags);
        for (int i = 0; i < sequence.size; i++) {
            Item item = sequence.items[i];
            if (item.op == Op.LITERAL) {
                if (folding.isCased(item.value)) {
                    return false;
                }
                if (length == characters.length) {
                    characters = Arrays.copyOf(characters, length * 2);
                }
                characters[length++] = item.value;
            } else if (item.op == Op.SUBPATTERN) {
                int inner = PatternCompiler.combine(flags, item);
                if ((inner & PatternParser.IGNORE_CASE) != 0 && (inner & PatternParser.LOCALE) != 0) {
                    return false;
                }
                if (beforeGroup < 0 && item.value != 0) {
                    beforeGroup = length;
                }
                if (!add(item.body, inner)) {
                    return false;
                }
            } else {
                return false;
            }
        }
        return true;
    }

    /** Writes its length, the part before a group, the characters, and how far each start of it overlaps itself. */
    void writeTo(CodeWords code) {
        code.add(length);
        code.add(beforeGroup < 0 ? length : beforeGroup);
        for (int i = 0; i < length; i++) {
            code.add(characters[i]);
        }
        int[] overlap = new int[length];
        for (int i = 1; i < length; i++) {
            int known = overlap[i - 1];
            while (known > 0 && characters[i] != characters[known]) {
                known = overlap[known - 1];
            }
            overlap[i] = characters[i] == characters[known] ? known + 1 : 0;
        }
        code.addAll(overlap);
    }

    /** The set of characters that a match can begin with, when the first item tells; else null. */
    static CharacterSet set(Sequence pattern, int outerFlags) {
        int flags = outerFlags;
        Sequence sequence = pattern;
        while (sequence.size > 0 && sequence.items[0].op == Op.SUBPATTERN) {
            flags = PatternCompiler.combine(flags, sequence.items[0]);
            if ((flags & PatternParser.IGNORE_CASE) != 0 && (flags & PatternParser.LOCALE) != 0) {
                return null;
            }
            sequence = sequence.items[0].body;
        }
        if (sequence.size == 0) {
            return null;
        }
        CharacterSet.Folding folding = PatternCompiler.folding(flags);
        Item item = sequence.items[0];
        CharacterSet set = new CharacterSet();
        if (item.op == Op.LITERAL) {
            set.add(Op.LITERAL, item.value, item.value);
            return folding.isCased(item.value) ? null : set;
        }
        if (item.op == Op.BRANCH) {
            for (Sequence branch : item.branches) {
                Item first = branch.size == 0 ? null : branch.items[0];
                if (first == null || first.op != Op.LITERAL || folding.isCased(first.value)) {
                    return null;
                }
                set.add(Op.LITERAL, first.value, first.value);
            }
            return set;
        }
        return item.op == Op.IN && !hasCased(item.set, folding) ? item.set : null;
    }

    private static boolean hasCased(CharacterSet set, CharacterSet.Folding folding) {
        if (folding == CharacterSet.Folding.NONE) {
            return false;
        }
        for (int i = 0; i < set.size(); i++) {
            if (set.op(i) != Op.LITERAL && set.op(i) != Op.RANGE) {
                continue;
            }
            if (set.op(i) == Op.RANGE && set.last(i) > 0xffff) {
                return true;
            }
            for (int ch = set.first(i); ch <= set.last(i); ch++) {
                if (folding.isCased(ch)) {
                    return true;
                }
            }
        }
        return false;
    }
}
