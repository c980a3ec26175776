package org.krait.runtime.sre;

import org.krait.objects.PyStr;

/**
 * Makes code of a pattern, the same words as {@code re._compiler} makes: in Java, because most programs compile some
 * dozens of patterns at their start, and running the library's compiler takes longer than all their other imports.
 */
public final class PatternCompiler {
    private final PatternParser parser;
    private final CodeWords code = new CodeWords();
    private int flags;

    private PatternCompiler(PatternParser parser) {
        this.parser = parser;
    }

    /** A compiled pattern. {@code names} are those of the groups in the order of opening, {@code groups} theirs. */
    public record Compiled(Program program, int flags, String[] names, int[] namedGroups) {}

    /** Compiles a str, or bytes when these are given; null for what only the library can compile, or refuse. */
    public static Compiled compile(PyStr text, byte[] bytes, int flags) {
        if ((flags & ~PatternParser.FLAGS) != 0) {
            return null;
        }
        try {
            PatternParser parser = new PatternParser(text, bytes, flags);
            return new PatternCompiler(parser).run();
        } catch (PatternParser.Unusual e) {
            return null;
        }
    }

    private Compiled run() {
        Sequence pattern = parser.parse();
        flags = parser.flags();
        writeInfo(pattern);
        write(pattern, flags);
        code.add(Op.SUCCESS);
        Program program = Program.verified(code.toArray(), parser.groupCount());
        if (program == null) {
            return null;
        }
        int named = parser.names.size();
        int[] groups = new int[named];
        for (int i = 0; i < named; i++) {
            groups[i] = parser.namedGroups.get(i);
        }
        return new Compiled(program, flags, parser.names.toArray(new String[0]), groups);
    }

    private void writeInfo(Sequence pattern) {
        long least = pattern.least(parser.groups());
        int most = saturated(pattern.most(parser.groups()));
        code.add(Op.INFO);
        int skip = code.hole();
        if (least == 0) {
            code.add(0);
            code.add(0);
            code.add(most);
            code.fill(skip, 0);
            return;
        }
        PatternPrefix prefix = new PatternPrefix();
        CharacterSet set = null;
        if ((flags & PatternParser.IGNORE_CASE) == 0 || (flags & PatternParser.LOCALE) == 0) {
            prefix.collect(pattern, flags);
            if (prefix.length == 0) {
                set = PatternPrefix.set(pattern, flags);
            }
        }
        boolean hasSet = set != null && set.size() > 0;
        code.add(prefix.length > 0
                ? Op.INFO_PREFIX | (prefix.isWhole() ? Op.INFO_LITERAL : 0)
                : hasSet ? Op.INFO_CHARSET : 0);
        code.add(saturated(least));
        code.add(most);
        if (prefix.length > 0) {
            prefix.writeTo(code);
        } else if (hasSet) {
            set.optimized(CharacterSet.Folding.NONE).writeTo(code, flags);
        }
        code.fill(skip, 0);
    }

    private static int saturated(long width) {
        return (int) Math.min(width, 0xffffffffL);
    }

    static int combine(int flags, Item group) {
        int kept = (group.addFlags & PatternParser.TYPE_FLAGS) != 0 ? flags & ~PatternParser.TYPE_FLAGS : flags;
        return (kept | group.addFlags) & ~group.deleteFlags;
    }

    static CharacterSet.Folding folding(int flags) {
        if ((flags & PatternParser.IGNORE_CASE) == 0 || (flags & PatternParser.LOCALE) != 0) {
            return CharacterSet.Folding.NONE;
        }
        return (flags & PatternParser.UNICODE) != 0 ? CharacterSet.Folding.UNICODE : CharacterSet.Folding.ASCII;
    }

    /** A category as the flags want it. */
    static int category(int category, int flags) {
        if ((flags & PatternParser.LOCALE) != 0) {
            return category >> 1 == Op.CATEGORY_WORD >> 1 ? category + Op.CATEGORY_LOC_WORD - Op.CATEGORY_WORD
                    : category;
        }
        return (flags & PatternParser.UNICODE) != 0 ? category + Op.CATEGORY_UNI_DIGIT : category;
    }

    private void write(Sequence sequence, int flags) {
        for (int i = 0; i < sequence.size; i++) {
            write(sequence.items[i], flags);
        }
    }

    private void write(Item item, int flags) {
        switch (item.op) {
            case Op.LITERAL, Op.NOT_LITERAL -> writeLiteral(item, flags);
            case Op.IN -> writeSet(item.set, flags);
            case Op.ANY -> code.add((flags & PatternParser.DOT_ALL) != 0 ? Op.ANY_ALL : Op.ANY);
            case Item.MIN_REPEAT, Item.MAX_REPEAT, Op.POSSESSIVE_REPEAT -> writeRepeat(item, flags);
            case Op.SUBPATTERN -> {
                if (item.value != 0) {
                    code.add(Op.MARK);
                    code.add((item.value - 1) * 2);
                }
                write(item.body, combine(flags, item));
                if (item.value != 0) {
                    code.add(Op.MARK);
                    code.add((item.value - 1) * 2 + 1);
                }
            }
            case Op.ATOMIC_GROUP -> {
                code.add(Op.ATOMIC_GROUP);
                writeEnded(item.body, code.hole(), flags);
            }
            case Op.ASSERT, Op.ASSERT_NOT -> writeAssertion(item, flags);
            case Op.AT -> {
                code.add(Op.AT);
                code.add(position(item.value, flags));
            }
            case Op.BRANCH -> writeBranch(item, flags);
            case Op.GROUPREF -> {
                CharacterSet.Folding folding = folding(flags);
                boolean ignoresCase = (flags & PatternParser.IGNORE_CASE) != 0;
                code.add(!ignoresCase ? Op.GROUPREF
                        : folding == CharacterSet.Folding.NONE ? Op.GROUPREF_LOC_IGNORE
                        : folding == CharacterSet.Folding.ASCII ? Op.GROUPREF_IGNORE : Op.GROUPREF_UNI_IGNORE);
                code.add(item.value - 1);
            }
            case Op.GROUPREF_EXISTS -> writeCondition(item, flags);
            default -> throw new IllegalStateException("operator " + item.op);
        }
    }

    private void writeLiteral(Item item, int flags) {
        boolean negated = item.op == Op.NOT_LITERAL;
        CharacterSet.Folding folding = folding(flags);
        if (folding == CharacterSet.Folding.NONE || !folding.isCased(item.value)) {
            boolean byLocale = folding == CharacterSet.Folding.NONE && (flags & PatternParser.IGNORE_CASE) != 0;
            code.add(!byLocale ? item.op : negated ? Op.NOT_LITERAL_LOC_IGNORE : Op.LITERAL_LOC_IGNORE);
            code.add(item.value);
            return;
        }
        int lower = folding.lower(item.value);
        if (folding == CharacterSet.Folding.ASCII) {
            code.add(negated ? Op.NOT_LITERAL_IGNORE : Op.LITERAL_IGNORE);
            code.add(lower);
            return;
        }
        int[] others = ExtraCases.of(lower);
        if (others == null) {
            code.add(negated ? Op.NOT_LITERAL_UNI_IGNORE : Op.LITERAL_UNI_IGNORE);
            code.add(lower);
            return;
        }
        code.add(Op.IN_UNI_IGNORE);
        int skip = code.hole();
        if (negated) {
            code.add(Op.NEGATE);
        }
        for (int other : others) {
            code.add(Op.LITERAL);
            code.add(other);
        }
        code.add(Op.FAILURE);
        code.fill(skip, 0);
    }

    private void writeSet(CharacterSet set, int flags) {
        CharacterSet.Folding folding = folding(flags);
        CharacterSet optimized = set.optimized(folding);
        if (folding == CharacterSet.Folding.NONE && (flags & PatternParser.IGNORE_CASE) != 0) {
            code.add(Op.IN_LOC_IGNORE);
        } else if (!optimized.hasCased) {
            code.add(Op.IN);
        } else {
            code.add(folding == CharacterSet.Folding.ASCII ? Op.IN_IGNORE : Op.IN_UNI_IGNORE);
        }
        int skip = code.hole();
        optimized.writeTo(code, flags);
        code.fill(skip, 0);
    }

    private void writeRepeat(Item item, int flags) {
        boolean single = item.body.isSingle();
        int op = item.op;
        if (single) {
            code.add(op == Item.MIN_REPEAT ? Op.MIN_REPEAT_ONE
                    : op == Item.MAX_REPEAT ? Op.REPEAT_ONE : Op.POSSESSIVE_REPEAT_ONE);
        } else {
            code.add(op == Op.POSSESSIVE_REPEAT ? op : Op.REPEAT);
        }
        int skip = code.hole();
        code.add(item.value);
        code.add(item.max);
        if (single) {
            writeEnded(item.body, skip, flags);
            return;
        }
        write(item.body, flags);
        code.fill(skip, 0);
        code.add(op == Item.MIN_REPEAT ? Op.MIN_UNTIL : op == Item.MAX_REPEAT ? Op.MAX_UNTIL : Op.SUCCESS);
    }

    /** Writes a sequence and the SUCCESS behind it, and fills the skip to there. */
    private void writeEnded(Sequence sequence, int skip, int flags) {
        write(sequence, flags);
        code.add(Op.SUCCESS);
        code.fill(skip, 0);
    }

    private void writeAssertion(Item item, int flags) {
        code.add(item.op);
        int skip = code.hole();
        long width = 0;
        if (item.behind) {
            width = item.body.least(parser.groups());
            if (width != item.body.most(parser.groups()) || width > 0xffffffffL) {
                throw PatternParser.UNUSUAL;
            }
        }
        code.add((int) width);
        writeEnded(item.body, skip, flags);
    }

    private static int position(int position, int flags) {
        int at = position;
        if ((flags & PatternParser.MULTILINE) != 0) {
            at = at == Op.AT_BEGINNING ? Op.AT_BEGINNING_LINE : at == Op.AT_END ? Op.AT_END_LINE : at;
        }
        if (at == Op.AT_BOUNDARY || at == Op.AT_NON_BOUNDARY) {
            int other = at - Op.AT_BOUNDARY;
            if ((flags & PatternParser.LOCALE) != 0) {
                return Op.AT_LOC_BOUNDARY + other;
            }
            return (flags & PatternParser.UNICODE) != 0 ? Op.AT_UNI_BOUNDARY + other : at;
        }
        return at;
    }

    private void writeBranch(Item item, int flags) {
        code.add(Op.BRANCH);
        int[] jumps = new int[item.branches.length];
        for (int i = 0; i < jumps.length; i++) {
            int skip = code.hole();
            write(item.branches[i], flags);
            code.add(Op.JUMP);
            jumps[i] = code.hole();
            code.fill(skip, 0);
        }
        code.add(Op.FAILURE);
        for (int jump : jumps) {
            code.fill(jump, 0);
        }
    }

    private void writeCondition(Item item, int flags) {
        code.add(Op.GROUPREF_EXISTS);
        code.add(item.value - 1);
        int yes = code.hole();
        write(item.body, flags);
        if (item.other != null && item.other.size > 0) {
            code.add(Op.JUMP);
            int no = code.hole();
            code.fill(yes, 1);
            write(item.other, flags);
            code.fill(no, 0);
        } else {
            code.fill(yes, 1);
        }
    }
}
