package org.krait.runtime.sre;

/**
 * Checks that code has the shape that {@code re._compiler} gives it, so that running it never leaves its arrays.
 *
 * <p>All jumps go forward and nest, every repeat has its end, each group number exists, and the item of a
 * single-character repeat is one single-character instruction.
 */
final class CodeVerifier {
    /** The parser nests by recursion in Python, so that real code stays far below. */
    private static final int MAX_DEPTH = 2000;

    private static final int BAD = -1;
    private static final int FINE = 0;
    private static final int ENDS_WITH_JUMP = 1;

    private final int[] code;
    private final int groups;
    private int depth;

    CodeVerifier(int[] code, int groups) {
        this.code = code;
        this.groups = groups;
    }

    boolean accepts() {
        int last = code.length - 1;
        return groups >= 0 && groups <= Integer.MAX_VALUE / 2 && last >= 0 && code[last] == Op.SUCCESS
                && sequence(0, last) == FINE;
    }

    /** Checks the instructions in {@code from..to-1}. */
    private int sequence(int from, int to) {
        if (from > to || ++depth > MAX_DEPTH) {
            return BAD;
        }
        int at = from;
        while (at < to) {
            if (code[at] == Op.JUMP) {
                depth--;
                return at + 2 == to ? ENDS_WITH_JUMP : BAD;
            }
            at = instruction(at, to);
            if (at < 0) {
                return BAD;
            }
        }
        depth--;
        return at == to ? FINE : BAD;
    }

    /** Checks one instruction; gives where the next one begins, or a negative number. */
    private int instruction(int at, int end) {
        int next = at + 1;
        switch (code[at]) {
            case Op.SUCCESS, Op.FAILURE, Op.ANY, Op.ANY_ALL:
                return next;
            case Op.LITERAL, Op.NOT_LITERAL, Op.LITERAL_IGNORE, Op.NOT_LITERAL_IGNORE, Op.LITERAL_UNI_IGNORE,
                Op.NOT_LITERAL_UNI_IGNORE, Op.LITERAL_LOC_IGNORE, Op.NOT_LITERAL_LOC_IGNORE:
                return next < end ? next + 1 : BAD;
            case Op.MARK:
                return isArgument(next, end, 2L * groups - 1) ? next + 1 : BAD;
            case Op.AT:
                return isArgument(next, end, Op.AT_UNI_NON_BOUNDARY) ? next + 1 : BAD;
            case Op.GROUPREF, Op.GROUPREF_IGNORE, Op.GROUPREF_UNI_IGNORE, Op.GROUPREF_LOC_IGNORE:
                return isArgument(next, end, groups - 1L) ? next + 1 : BAD;
            case Op.IN, Op.IN_IGNORE, Op.IN_UNI_IGNORE, Op.IN_LOC_IGNORE: {
                int after = target(next, end, 2);
                return after > 0 && set(next + 1, after - 1) && code[after - 1] == Op.FAILURE ? after : BAD;
            }
            case Op.INFO:
                return info(next, end);
            case Op.BRANCH:
                return branch(next, end);
            case Op.REPEAT_ONE, Op.MIN_REPEAT_ONE, Op.POSSESSIVE_REPEAT_ONE: {
                int after = target(next, end, 4);
                return after > 0 && counts(next + 1) && isSingle(next + 3, after - 1)
                        && code[after - 1] == Op.SUCCESS ? after : BAD;
            }
            case Op.REPEAT, Op.POSSESSIVE_REPEAT:
                return repeat(at, end);
            case Op.ATOMIC_GROUP: {
                int after = target(next, end, 2);
                return after > 0 && sequence(next + 1, after - 1) == FINE && code[after - 1] == Op.SUCCESS
                        ? after : BAD;
            }
            case Op.ASSERT, Op.ASSERT_NOT: {
                int after = target(next, end, 3);
                return after > 0 && sequence(next + 2, after - 1) == FINE && code[after - 1] == Op.SUCCESS
                        ? after : BAD;
            }
            case Op.GROUPREF_EXISTS:
                return conditional(next, end);
            default:
                return BAD;
        }
    }

    /** Where the skip in a word leads to if it spans at least {@code least} words and ends in time, or BAD. */
    private int target(int at, int end, int least) {
        if (at >= end) {
            return BAD;
        }
        int skip = code[at];
        return skip >= least && skip <= end - at ? at + skip : BAD;
    }

    private boolean isArgument(int at, int end, long max) {
        return at < end && Integer.toUnsignedLong(code[at]) <= max;
    }

    /** Whether a minimum and a maximum are in order; the largest unsigned word is "no limit". */
    private boolean counts(int at) {
        return Integer.compareUnsigned(code[at], code[at + 1]) <= 0;
    }

    private boolean isSingle(int at, int end) {
        return at < end && Op.isSingle(code[at]) && instruction(at, end) == end;
    }

    private int repeat(int at, int end) {
        int until = target(at + 1, end - 1, 3);
        if (until < 0 || !counts(at + 2) || sequence(at + 4, until) != FINE) {
            return BAD;
        }
        boolean closed = code[at] == Op.POSSESSIVE_REPEAT
                ? code[until] == Op.SUCCESS
                : code[until] == Op.MAX_UNTIL || code[until] == Op.MIN_UNTIL;
        return closed ? until + 1 : BAD;
    }

    private int branch(int from, int end) {
        int at = from;
        int common = BAD;
        while (at < end && code[at] != 0) {
            int after = target(at, end, 3);
            if (after < 0 || sequence(at + 1, after - 2) != FINE || code[after - 2] != Op.JUMP) {
                return BAD;
            }
            int goal = target(after - 1, end, 1);
            if (goal < 0 || common >= 0 && goal != common) {
                return BAD;
            }
            common = goal;
            at = after;
        }
        return at < end && at + 1 == common ? common : BAD;
    }

    /** The yes-part ends with a JUMP if there is a no-part. */
    private int conditional(int at, int end) {
        if (!isArgument(at, end, groups - 1L) || at + 1 >= end) {
            return BAD;
        }
        // This skip is relative to the group's word before it.
        int skip = code[at + 1];
        if (skip < 2 || skip > end - at) {
            return BAD;
        }
        int after = at + skip;
        int kind = sequence(at + 2, after);
        if (kind != ENDS_WITH_JUMP) {
            return kind == FINE ? after : BAD;
        }
        int goal = target(after - 1, end, 1);
        return goal > 0 && sequence(after, goal) == FINE ? goal : BAD;
    }

    private int info(int from, int end) {
        int after = target(from, end, 4);
        if (after < 0) {
            return BAD;
        }
        int flags = code[from + 1];
        boolean prefix = (flags & Op.INFO_PREFIX) != 0;
        boolean set = (flags & Op.INFO_CHARSET) != 0;
        if ((flags & ~7) != 0 || prefix && set || !prefix && (flags & Op.INFO_LITERAL) != 0) {
            return BAD;
        }
        if (set) {
            return after - from > 4 && set(from + 4, after - 1) && code[after - 1] == Op.FAILURE ? after : BAD;
        }
        if (!prefix) {
            return after == from + 4 ? after : BAD;
        }
        return prefix(from + 4, after) ? after : BAD;
    }

    private boolean prefix(int at, int end) {
        int room = end - at - 2;
        if (room < 2 || (room & 1) != 0 || code[at] != room / 2) {
            return false;
        }
        int length = code[at];
        if (code[at + 1] < 0 || code[at + 1] > length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            // The search relies on an overlap being shorter than what has matched.
            int overlap = code[at + 2 + length + i];
            if (overlap < 0 || overlap > i) {
                return false;
            }
        }
        return true;
    }

    private boolean set(int from, int to) {
        int at = from;
        while (at < to) {
            switch (code[at]) {
                case Op.NEGATE:
                    at++;
                    break;
                case Op.LITERAL:
                    at += 2;
                    break;
                case Op.RANGE, Op.RANGE_UNI_IGNORE:
                    at += 3;
                    break;
                case Op.CHARSET:
                    at += 9;
                    break;
                case Op.CATEGORY:
                    if (!isArgument(at + 1, to, Op.CATEGORY_LAST)) {
                        return false;
                    }
                    at += 2;
                    break;
                case Op.BIGCHARSET:
                    if (to - at < 66 || code[at + 1] < 0 || code[at + 1] > 256 || !blocks(at + 2, code[at + 1])) {
                        return false;
                    }
                    at += 66 + 8 * code[at + 1];
                    break;
                default:
                    return false;
            }
        }
        return at == to;
    }

    private boolean blocks(int at, int count) {
        for (int i = 0; i < 256; i++) {
            if ((code[at + (i >> 2)] >>> 8 * (i & 3) & 0xff) >= count) {
                return false;
            }
        }
        return true;
    }
}
