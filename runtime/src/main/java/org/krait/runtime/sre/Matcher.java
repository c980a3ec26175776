package org.krait.runtime.sre;

/**
 * Runs a {@link Program} at one position of a {@link Subject}: backtracking over an explicit stack of ints.
 *
 * <p>The stack holds what to do when the current path fails. A frame has its kind on top and is of one of three sorts:
 * a choice (where else to go on, with the groups to restore), an undo (of a repeat's counter), or a fence (the start
 * of an assertion, atomic group or possessive repeat: its SUCCESS drops everything above). The context of a REPEAT is
 * such an undo frame; {@code repeat} is the stack index just above the innermost one, or -1.
 *
 * <p>Groups are marks, start and end by turns, -1 if unset; those above {@code lastMark} are void. As in CPython, a
 * choice saves all marks only inside a repeat: elsewhere a mark can't have been set before.
 *
 * <p>{@link #run} is one loop, and so longer than a method should be: the JIT keeps its state in registers.
 */
public final class Matcher {
    private static final int BOTTOM = 0;
    /** {@code [marks] lastIndex lastMark position alternative}. */
    private static final int BRANCH = 1;
    /** {@code [marks] lastIndex lastMark position least tail}. */
    private static final int GREEDY_ONE = 2;
    /** {@code [marks] lastIndex lastMark position limit pc}. */
    private static final int LAZY_ONE = 3;
    /** {@code last-position previous pc count}: the context of a REPEAT. */
    private static final int REPEAT = 4;
    /** {@code repeat}: an item below the minimum began. */
    private static final int COUNTED = 5;
    /** {@code [marks] lastIndex lastMark old-last-position position repeat}: one more item began. */
    private static final int GREEDY = 6;
    /** {@code repeat}: the tail began, outside of the repeat. */
    private static final int LEFT = 7;
    /** {@code [marks] lastIndex lastMark position repeat}: the tail began, one more item is the alternative. */
    private static final int LAZY = 8;
    /** {@code old-last-position repeat}: one more item began, as last choice. */
    private static final int LAZY_ITEM = 9;
    /** {@code position pc repeat fence}. */
    private static final int ASSERT = 10;
    private static final int ATOMIC = 11;
    /** {@code [marks] lastIndex lastMark position pc repeat fence}. */
    private static final int ASSERT_NOT = 12;
    /** {@code [marks] lastIndex lastMark position count pc repeat fence}; position -1 below the minimum. */
    private static final int POSSESSIVE = 13;

    /** The largest frame without marks. */
    private static final int FRAME = 8;
    private static final int POLL_MASK = 0xfff;

    private final Program program;
    private final Subject subject;
    private final Runnable poll;
    private int[] stack = new int[64];
    private int ticks;

    /** Where matching may not look beyond. */
    private final int end;
    /** Where the match begins; given by the caller of {@link #run}, or by the search. */
    int start;
    /** A match must end at {@link #end}. */
    boolean matchAll;
    /** A match at {@link #start} must not be empty: the one before ended here and was empty. */
    boolean mustAdvance;

    /** After a match: where it ends. */
    private int matchEnd;
    private final int[] marks;
    private int lastMark = -1;
    private int lastIndex = -1;

    /**
     * A matcher for the part of a subject from {@code start} to {@code end}, both inside of it; {@code poll} is called
     * now and then and may throw.
     */
    public Matcher(Program program, Subject subject, int start, int end, Runnable poll) {
        this.program = program;
        this.subject = subject;
        this.start = start;
        this.end = end;
        this.poll = poll;
        this.marks = new int[2 * program.groups];
    }

    /** Matches at the start. */
    public boolean match() {
        return run(0, start);
    }

    /** Matches all from the start to the end. */
    public boolean fullMatch() {
        matchAll = true;
        return run(0, start);
    }

    /** Finds the next match, at the start or later, and moves the start there. */
    public boolean search() {
        return Search.next(this, program, subject);
    }

    /** After a match: makes the next search or match begin where this one ended, and be empty there only once. */
    public void advance() {
        mustAdvance = matchEnd == start;
        start = matchEnd;
    }

    public Subject subject() {
        return subject;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public int matchEnd() {
        return matchEnd;
    }

    /** The number of the group that closed last, or -1. */
    public int lastIndex() {
        return lastIndex;
    }

    /** Where a group, from 1, begins; -1 if it took no part. */
    public int groupStart(int group) {
        int mark = 2 * group - 2;
        return mark < lastMark && marks[mark + 1] >= 0 ? marks[mark] : -1;
    }

    public int groupEnd(int group) {
        int mark = 2 * group - 2;
        return mark < lastMark && marks[mark] >= 0 ? marks[mark + 1] : -1;
    }

    /** Takes a match without running: the pattern is only the prefix that the search found. */
    boolean accept(int from, int to) {
        start = from;
        matchEnd = to;
        lastMark = -1;
        lastIndex = -1;
        return true;
    }

    void poll() {
        if (poll != null) {
            poll.run();
        }
    }

    /** Runs the code at {@code pc} from a position; the marks are those of this run alone. */
    boolean run(int pc, int position) {
        final int[] code = program.code;
        final byte[][] tables = program.tables;
        final byte[] bytes = subject.bytes;
        final int[] marks = this.marks;
        final int end = this.end;
        int[] stack = this.stack;
        int at = position;
        int sp = 1;
        int lastMark = -1;
        int lastIndex = -1;
        int repeat = -1;
        int fence = -1;
        stack[0] = BOTTOM;

        for (;;) {
            if (stack.length - sp < FRAME + marks.length) {
                stack = grow(sp);
            }
            // A case either continues with the next instruction, or breaks: then this path has failed.
            dispatch: switch (code[pc]) {
                case Op.LITERAL:
                    if (at < end && (bytes != null ? bytes[at] & 0xff : subject.wideAt(at)) == code[pc + 1]) {
                        at++;
                        pc += 2;
                        continue;
                    }
                    break;

                case Op.IN:
                    if (at < end) {
                        int ch = bytes != null ? bytes[at] & 0xff : subject.wideAt(at);
                        byte[] table = tables[pc];
                        if (table != null && ch < 256 ? table[ch] != 0 : program.accepts(pc, ch)) {
                            at++;
                            pc += 1 + code[pc + 1];
                            continue;
                        }
                    }
                    break;

                case Op.NOT_LITERAL:
                    if (at < end && subject.at(at) != code[pc + 1]) {
                        at++;
                        pc += 2;
                        continue;
                    }
                    break;

                case Op.ANY:
                    if (at < end && subject.at(at) != '\n') {
                        at++;
                        pc++;
                        continue;
                    }
                    break;

                case Op.ANY_ALL:
                    if (at < end) {
                        at++;
                        pc++;
                        continue;
                    }
                    break;

                case Op.IN_IGNORE, Op.IN_UNI_IGNORE, Op.IN_LOC_IGNORE:
                    if (at < end && program.accepts(pc, subject.at(at))) {
                        at++;
                        pc += 1 + code[pc + 1];
                        continue;
                    }
                    break;

                case Op.LITERAL_IGNORE, Op.NOT_LITERAL_IGNORE, Op.LITERAL_UNI_IGNORE, Op.NOT_LITERAL_UNI_IGNORE,
                    Op.LITERAL_LOC_IGNORE, Op.NOT_LITERAL_LOC_IGNORE, Op.CATEGORY:
                    if (at < end && program.accepts(pc, subject.at(at))) {
                        at++;
                        pc += 2;
                        continue;
                    }
                    break;

                case Op.AT:
                    if (isAt(code[pc + 1], at)) {
                        pc += 2;
                        continue;
                    }
                    break;

                case Op.MARK: {
                    int mark = code[pc + 1];
                    if ((mark & 1) != 0) {
                        lastIndex = (mark >> 1) + 1;
                    }
                    if (mark > lastMark) {
                        while (++lastMark < mark) {
                            marks[lastMark] = -1;
                        }
                    }
                    marks[mark] = at;
                    pc += 2;
                    continue;
                }

                case Op.JUMP, Op.INFO:
                    pc += 1 + code[pc + 1];
                    continue;

                case Op.BRANCH: {
                    int alternative = alternative(pc + 1, at);
                    if (alternative < 0) {
                        break;
                    }
                    int other = alternative(alternative + code[alternative], at);
                    if (other >= 0) {
                        if (repeat >= 0) {
                            sp = saveMarks(stack, sp, lastMark);
                        }
                        stack[sp] = lastIndex;
                        stack[sp + 1] = lastMark;
                        stack[sp + 2] = at;
                        stack[sp + 3] = other;
                        stack[sp + 4] = BRANCH;
                        sp += 5;
                    }
                    pc = alternative + 1;
                    continue;
                }

                case Op.REPEAT_ONE: {
                    int least = code[pc + 2];
                    if (least < 0 || least > end - at) {
                        break;
                    }
                    least += at;
                    int tail = pc + 1 + code[pc + 1];
                    at = program.runEnd(pc + 4, subject, at, limit(at, code[pc + 3]));
                    if (at < least) {
                        break;
                    }
                    if (code[tail] == Op.LITERAL) {
                        at = at >= least ? lastLiteral(code[tail + 1], at, least) : at;
                        if (at < least) {
                            break;
                        }
                    }
                    if (at > least && !(code[tail] == Op.SUCCESS && (fence >= 0 || !matchAll && !mustAdvance))) {
                        if (repeat >= 0) {
                            sp = saveMarks(stack, sp, lastMark);
                        }
                        stack[sp] = lastIndex;
                        stack[sp + 1] = lastMark;
                        stack[sp + 2] = at;
                        stack[sp + 3] = least;
                        stack[sp + 4] = tail;
                        stack[sp + 5] = GREEDY_ONE;
                        sp += 6;
                    }
                    pc = tail;
                    continue;
                }

                case Op.MIN_REPEAT_ONE: {
                    int least = code[pc + 2];
                    if (least < 0 || least > end - at) {
                        break;
                    }
                    int limit = limit(at, code[pc + 3]);
                    least += at;
                    if (least > at && program.runEnd(pc + 4, subject, at, least) < least) {
                        break;
                    }
                    int tail = pc + 1 + code[pc + 1];
                    at = code[tail] == Op.LITERAL ? lazyLiteral(pc + 4, code[tail + 1], least, limit) : least;
                    if (at < 0) {
                        break;
                    }
                    if (at < limit && !(code[tail] == Op.SUCCESS && (fence >= 0 || !matchAll && !mustAdvance))) {
                        if (repeat >= 0) {
                            sp = saveMarks(stack, sp, lastMark);
                        }
                        stack[sp] = lastIndex;
                        stack[sp + 1] = lastMark;
                        stack[sp + 2] = at;
                        stack[sp + 3] = limit;
                        stack[sp + 4] = pc;
                        stack[sp + 5] = LAZY_ONE;
                        sp += 6;
                    }
                    pc = tail;
                    continue;
                }

                case Op.POSSESSIVE_REPEAT_ONE: {
                    int least = code[pc + 2];
                    if (least < 0 || least > end - at) {
                        break;
                    }
                    least += at;
                    at = program.runEnd(pc + 4, subject, at, limit(at, code[pc + 3]));
                    if (at < least) {
                        break;
                    }
                    pc += 1 + code[pc + 1];
                    continue;
                }

                case Op.REPEAT:
                    stack[sp] = -1;
                    stack[sp + 1] = repeat;
                    stack[sp + 2] = pc;
                    stack[sp + 3] = -1;
                    stack[sp + 4] = REPEAT;
                    sp += 5;
                    repeat = sp;
                    pc += 1 + code[pc + 1];
                    continue;

                case Op.MAX_UNTIL: {
                    int body = stack[repeat - 3] + 4;
                    int count = stack[repeat - 2] + 1;
                    if (Integer.compareUnsigned(count, code[body - 2]) < 0) {
                        stack[repeat - 2] = count;
                        stack[sp] = repeat;
                        stack[sp + 1] = COUNTED;
                        sp += 2;
                        pc = body;
                        continue;
                    }
                    if (Integer.compareUnsigned(count, code[body - 1]) < 0 && at != stack[repeat - 5]) {
                        stack[repeat - 2] = count;
                        sp = saveMarks(stack, sp, lastMark);
                        stack[sp] = lastIndex;
                        stack[sp + 1] = lastMark;
                        stack[sp + 2] = stack[repeat - 5];
                        stack[sp + 3] = at;
                        stack[sp + 4] = repeat;
                        stack[sp + 5] = GREEDY;
                        sp += 6;
                        stack[repeat - 5] = at;
                        pc = body;
                        continue;
                    }
                    stack[sp] = repeat;
                    stack[sp + 1] = LEFT;
                    sp += 2;
                    repeat = stack[repeat - 4];
                    pc++;
                    continue;
                }

                case Op.MIN_UNTIL: {
                    int body = stack[repeat - 3] + 4;
                    int count = stack[repeat - 2] + 1;
                    if (Integer.compareUnsigned(count, code[body - 2]) < 0) {
                        stack[repeat - 2] = count;
                        stack[sp] = repeat;
                        stack[sp + 1] = COUNTED;
                        sp += 2;
                        pc = body;
                        continue;
                    }
                    int previous = stack[repeat - 4];
                    if (previous >= 0) {
                        sp = saveMarks(stack, sp, lastMark);
                    }
                    stack[sp] = lastIndex;
                    stack[sp + 1] = lastMark;
                    stack[sp + 2] = at;
                    stack[sp + 3] = repeat;
                    stack[sp + 4] = LAZY;
                    sp += 5;
                    repeat = previous;
                    pc++;
                    continue;
                }

                case Op.SUCCESS: {
                    if (fence < 0) {
                        if (matchAll && at != end || mustAdvance && at == start) {
                            break;
                        }
                        matchEnd = at;
                        this.lastMark = lastMark;
                        this.lastIndex = lastIndex;
                        return true;
                    }
                    sp = fence;
                    repeat = stack[sp - 3];
                    fence = stack[sp - 2];
                    int from = stack[sp - 4];
                    switch (stack[sp - 1]) {
                        case ASSERT:
                            at = stack[sp - 5];
                            sp -= 5;
                            break;
                        case ATOMIC:
                            sp -= 5;
                            break;
                        case ASSERT_NOT:
                            sp = dropMarked(stack, sp, 7, repeat >= 0);
                            break dispatch;
                        default: {
                            int count = stack[sp - 5] + 1;
                            int tried = stack[sp - 6];
                            int outer = fence;
                            int outerRepeat = repeat;
                            sp = dropMarked(stack, sp, 8, tried >= 0);
                            if (enters(from, count, tried, at)) {
                                sp = possessive(stack, sp, from, count, at, lastMark, lastIndex);
                                stack[sp - 3] = outerRepeat;
                                stack[sp - 2] = outer;
                                fence = sp;
                                repeat = sp;
                                pc = from + 4;
                                continue;
                            }
                            pc = from + 2 + code[from + 1];
                            continue;
                        }
                    }
                    pc = from + 1 + code[from + 1];
                    continue;
                }

                case Op.POSSESSIVE_REPEAT:
                    if (enters(pc, 0, -1, at)) {
                        sp = possessive(stack, sp, pc, 0, at, lastMark, lastIndex);
                        stack[sp - 3] = repeat;
                        stack[sp - 2] = fence;
                        fence = sp;
                        repeat = sp;
                        pc += 4;
                        continue;
                    }
                    pc += 2 + code[pc + 1];
                    continue;

                case Op.ASSERT, Op.ATOMIC_GROUP: {
                    boolean atomic = code[pc] == Op.ATOMIC_GROUP;
                    int back = atomic ? 0 : code[pc + 2];
                    if (back < 0 || back > at) {
                        break;
                    }
                    stack[sp] = at;
                    stack[sp + 1] = pc;
                    stack[sp + 2] = repeat;
                    stack[sp + 3] = fence;
                    stack[sp + 4] = atomic ? ATOMIC : ASSERT;
                    sp += 5;
                    fence = sp;
                    at -= back;
                    pc += atomic ? 2 : 3;
                    continue;
                }

                case Op.ASSERT_NOT: {
                    int back = code[pc + 2];
                    if (back < 0 || back > at) {
                        pc += 1 + code[pc + 1];
                        continue;
                    }
                    if (repeat >= 0) {
                        sp = saveMarks(stack, sp, lastMark);
                    }
                    stack[sp] = lastIndex;
                    stack[sp + 1] = lastMark;
                    stack[sp + 2] = at;
                    stack[sp + 3] = pc;
                    stack[sp + 4] = repeat;
                    stack[sp + 5] = fence;
                    stack[sp + 6] = ASSERT_NOT;
                    sp += 7;
                    fence = sp;
                    at -= back;
                    pc += 3;
                    continue;
                }

                case Op.GROUPREF, Op.GROUPREF_IGNORE, Op.GROUPREF_UNI_IGNORE, Op.GROUPREF_LOC_IGNORE: {
                    int mark = 2 * code[pc + 1];
                    if (mark < lastMark) {
                        at = afterGroup(code[pc], mark, at);
                        if (at >= 0) {
                            pc += 2;
                            continue;
                        }
                    }
                    break;
                }

                case Op.GROUPREF_EXISTS: {
                    int mark = 2 * code[pc + 1];
                    boolean exists = mark < lastMark && marks[mark] >= 0 && marks[mark + 1] >= marks[mark];
                    pc += exists ? 3 : 1 + code[pc + 2];
                    continue;
                }

                case Op.FAILURE:
                    break;

                default:
                    throw new IllegalStateException("illegal instruction " + code[pc]);
            }

            if ((++ticks & POLL_MASK) == 0) {
                poll();
            }
            // Back to the last choice; what lies above is undone on the way.
            backtrack: for (;;) {
                switch (stack[sp - 1]) {
                    case BOTTOM:
                        return false;

                    case BRANCH: {
                        at = stack[sp - 3];
                        int alternative = stack[sp - 2];
                        int other = alternative(alternative + code[alternative], at);
                        lastMark = stack[sp - 4];
                        lastIndex = stack[sp - 5];
                        if (other >= 0) {
                            if (repeat >= 0) {
                                restoreMarks(stack, sp - 5, lastMark);
                            }
                            stack[sp - 2] = other;
                        } else {
                            sp -= 5;
                            if (repeat >= 0) {
                                sp = restoreMarks(stack, sp, lastMark);
                            }
                        }
                        pc = alternative + 1;
                        break backtrack;
                    }

                    case GREEDY_ONE: {
                        int tail = stack[sp - 2];
                        int least = stack[sp - 3];
                        at = stack[sp - 4] - 1;
                        if (code[tail] == Op.LITERAL) {
                            at = lastLiteral(code[tail + 1], at, least);
                        }
                        lastMark = stack[sp - 5];
                        lastIndex = stack[sp - 6];
                        if (at > least) {
                            if (repeat >= 0) {
                                restoreMarks(stack, sp - 6, lastMark);
                            }
                            stack[sp - 4] = at;
                        } else {
                            sp -= 6;
                            if (repeat >= 0) {
                                sp = restoreMarks(stack, sp, lastMark);
                            }
                            if (at < least) {
                                continue;
                            }
                        }
                        pc = tail;
                        break backtrack;
                    }

                    case LAZY_ONE: {
                        int from = stack[sp - 2];
                        int limit = stack[sp - 3];
                        int tail = from + 1 + code[from + 1];
                        at = stack[sp - 4];
                        at = at < limit && program.runEnd(from + 4, subject, at, at + 1) > at ? at + 1 : -1;
                        if (at >= 0 && code[tail] == Op.LITERAL) {
                            at = lazyLiteral(from + 4, code[tail + 1], at, limit);
                        }
                        lastMark = stack[sp - 5];
                        lastIndex = stack[sp - 6];
                        if (at >= 0 && at < limit) {
                            if (repeat >= 0) {
                                restoreMarks(stack, sp - 6, lastMark);
                            }
                            stack[sp - 4] = at;
                        } else {
                            sp -= 6;
                            if (repeat >= 0) {
                                sp = restoreMarks(stack, sp, lastMark);
                            }
                            if (at < 0) {
                                continue;
                            }
                        }
                        pc = tail;
                        break backtrack;
                    }

                    case REPEAT:
                        repeat = stack[sp - 4];
                        sp -= 5;
                        continue;

                    case COUNTED:
                        stack[stack[sp - 2] - 2]--;
                        sp -= 2;
                        continue;

                    case GREEDY: {
                        // The item has failed; go on behind the repeat.
                        int context = stack[sp - 2];
                        at = stack[sp - 3];
                        stack[context - 5] = stack[sp - 4];
                        stack[context - 2]--;
                        lastMark = stack[sp - 5];
                        lastIndex = stack[sp - 6];
                        sp = restoreMarks(stack, sp - 6, lastMark);
                        stack[sp] = context;
                        stack[sp + 1] = LEFT;
                        sp += 2;
                        repeat = stack[context - 4];
                        pc = stack[context - 3];
                        pc += 2 + code[pc + 1];
                        break backtrack;
                    }

                    case LEFT:
                        repeat = stack[sp - 2];
                        sp -= 2;
                        continue;

                    case LAZY: {
                        int context = stack[sp - 2];
                        at = stack[sp - 3];
                        lastMark = stack[sp - 4];
                        lastIndex = stack[sp - 5];
                        sp -= 5;
                        if (repeat >= 0) {
                            sp = restoreMarks(stack, sp, lastMark);
                        }
                        repeat = context;
                        int body = stack[context - 3] + 4;
                        int count = stack[context - 2] + 1;
                        if (Integer.compareUnsigned(count, code[body - 1]) >= 0 || at == stack[context - 5]) {
                            continue;
                        }
                        stack[context - 2] = count;
                        stack[sp] = stack[context - 5];
                        stack[sp + 1] = context;
                        stack[sp + 2] = LAZY_ITEM;
                        sp += 3;
                        stack[context - 5] = at;
                        pc = body;
                        break backtrack;
                    }

                    case LAZY_ITEM: {
                        int context = stack[sp - 2];
                        stack[context - 5] = stack[sp - 3];
                        stack[context - 2]--;
                        sp -= 3;
                        continue;
                    }

                    case ASSERT, ATOMIC:
                        fence = stack[sp - 2];
                        sp -= 5;
                        continue;

                    case ASSERT_NOT:
                        fence = stack[sp - 2];
                        pc = stack[sp - 4];
                        at = stack[sp - 5];
                        lastMark = stack[sp - 6];
                        lastIndex = stack[sp - 7];
                        sp -= 7;
                        if (repeat >= 0) {
                            sp = restoreMarks(stack, sp, lastMark);
                        }
                        pc += 1 + code[pc + 1];
                        break backtrack;

                    default:
                        // A possessive repeat: enough items, or too few.
                        fence = stack[sp - 2];
                        repeat = stack[sp - 3];
                        pc = stack[sp - 4];
                        at = stack[sp - 6];
                        lastMark = stack[sp - 7];
                        lastIndex = stack[sp - 8];
                        sp -= 8;
                        if (at < 0) {
                            continue;
                        }
                        sp = restoreMarks(stack, sp, lastMark);
                        pc += 2 + code[pc + 1];
                        break backtrack;
                }
            }
        }
    }

    /** Whether a possessive repeat tries one more item. */
    private boolean enters(int pc, int count, int tried, int at) {
        return Integer.compareUnsigned(count, program.code[pc + 2]) < 0
                || Integer.compareUnsigned(count, program.code[pc + 3]) < 0 && at != tried;
    }

    /** Pushes the fence of a possessive repeat's item; the caller fills in the outer repeat and fence. */
    private int possessive(int[] stack, int from, int pc, int count, int at, int lastMark, int lastIndex) {
        boolean optional = Integer.compareUnsigned(count, program.code[pc + 2]) >= 0;
        int sp = optional ? saveMarks(stack, from, lastMark) : from;
        stack[sp] = lastIndex;
        stack[sp + 1] = lastMark;
        stack[sp + 2] = optional ? at : -1;
        stack[sp + 3] = count;
        stack[sp + 4] = pc;
        stack[sp + 7] = POSSESSIVE;
        return sp + 8;
    }

    /** Drops a fence of {@code size} words whose lastMark is the second one, and its marks if it has any. */
    private static int dropMarked(int[] stack, int sp, int size, boolean marked) {
        int bottom = sp - size;
        return marked ? bottom - (stack[bottom + 1] + 1) : bottom;
    }

    private int saveMarks(int[] stack, int sp, int lastMark) {
        for (int i = 0; i <= lastMark; i++) {
            stack[sp + i] = marks[i];
        }
        return sp + lastMark + 1;
    }

    /** Restores the marks that end at {@code sp}; gives where they begin. */
    private int restoreMarks(int[] stack, int sp, int lastMark) {
        int bottom = sp - lastMark - 1;
        for (int i = 0; i <= lastMark; i++) {
            marks[i] = stack[bottom + i];
        }
        return bottom;
    }

    private int[] grow(int used) {
        int needed = used + FRAME + marks.length;
        if (needed > Integer.MAX_VALUE - 16 - used) {
            throw new OutOfMemoryError("regular expression stack");
        }
        int[] larger = new int[needed + used];
        System.arraycopy(stack, 0, larger, 0, used);
        stack = larger;
        return larger;
    }

    private int limit(int at, int max) {
        return max >= 0 && max < end - at ? at + max : end;
    }

    /** The last position in {@code least..from} before {@link #end} that holds a character, or {@code least - 1}. */
    private int lastLiteral(int ch, int from, int least) {
        return subject.findLast(ch, from == end ? from - 1 : from, least);
    }

    /** The first position from {@code at} to {@code limit} that holds a character, all before accepted; or -1. */
    private int lazyLiteral(int item, int ch, int from, int limit) {
        int at = from;
        if (program.code[item] == Op.ANY_ALL) {
            at = subject.find(ch, at, Math.min(limit + 1, end));
            return at < end && at <= limit ? at : -1;
        }
        while (at < end) {
            int next = subject.at(at);
            if (next == ch) {
                return at;
            }
            if (at >= limit || program.runEnd(item, subject, at, at + 1) == at) {
                return -1;
            }
            at++;
        }
        return -1;
    }

    /** The first alternative from {@code from} on whose first character doesn't rule it out, or -1. */
    private int alternative(int from, int at) {
        int[] code = program.code;
        int alternative = from;
        int ch = at < end ? subject.at(at) : -1;
        int skip;
        while ((skip = code[alternative]) != 0) {
            int first = code[alternative + 1];
            boolean possible = true;
            if (first == Op.LITERAL) {
                possible = ch == code[alternative + 2] && ch >= 0;
            } else if (first == Op.IN) {
                possible = ch >= 0 && program.accepts(alternative + 1, ch);
            }
            if (possible) {
                return alternative;
            }
            alternative += skip;
        }
        return -1;
    }

    /** Where the text equal to a group's ends, or -1. */
    private int afterGroup(int op, int mark, int from) {
        int first = marks[mark];
        int last = marks[mark + 1];
        if (first < 0 || last < first || last - first > Math.max(0, end - from)) {
            return -1;
        }
        int at = from;
        for (int i = first; i < last; i++, at++) {
            int one = subject.at(at);
            int other = subject.at(i);
            if (one != other && (op == Op.GROUPREF || !equalIgnoringCase(op, one, other))) {
                return -1;
            }
        }
        return at;
    }

    private static boolean equalIgnoringCase(int op, int one, int other) {
        return op == Op.GROUPREF_UNI_IGNORE
                ? Characters.lower(one) == Characters.lower(other)
                : Characters.lowerAscii(one) == Characters.lowerAscii(other);
    }

    private boolean isAt(int where, int at) {
        switch (where) {
            case Op.AT_BEGINNING, Op.AT_BEGINNING_STRING:
                return at == 0;
            case Op.AT_BEGINNING_LINE:
                return at == 0 || subject.at(at - 1) == '\n';
            case Op.AT_END:
                return at == end || at == end - 1 && subject.at(at) == '\n';
            case Op.AT_END_LINE:
                return at == end || at < subject.length && subject.at(at) == '\n';
            case Op.AT_END_STRING:
                return at == end;
            default:
                break;
        }
        if (end == 0) {
            return false;
        }
        boolean unicode = where >= Op.AT_UNI_BOUNDARY;
        boolean before = at > 0 && isWord(unicode, subject.at(at - 1));
        boolean after = at < end && isWord(unicode, subject.at(at));
        boolean boundary = where == Op.AT_BOUNDARY || where == Op.AT_LOC_BOUNDARY || where == Op.AT_UNI_BOUNDARY;
        return (before != after) == boundary;
    }

    private static boolean isWord(boolean unicode, int ch) {
        return unicode ? Characters.isWord(ch) : Characters.isAsciiWord(ch);
    }
}
