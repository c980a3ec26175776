package org.krait.runtime.sre;

/**
 * The instruction set of {@code re._constants}, MAGIC 20221023: operators, positions, categories and flags.
 *
 * <p>A code word is 32 bits; a skip counts words from the word that holds it. Single-character operators are those
 * that {@link #isSingle} names; only these may be the item of a {@code *_ONE} repeat.
 */
public final class Op {
    public static final int MAGIC = 20221023;
    /** The repeat count that stands for "no limit", as a signed word. */
    public static final int MAX_REPEAT = -1;

    static final int FAILURE = 0;
    static final int SUCCESS = 1;
    static final int ANY = 2;
    static final int ANY_ALL = 3;
    /** {@code skip back code SUCCESS}. */
    static final int ASSERT = 4;
    static final int ASSERT_NOT = 5;
    /** {@code position}. */
    static final int AT = 6;
    /** {@code (skip code JUMP to-end)* 0}. */
    static final int BRANCH = 7;
    static final int CATEGORY = 8;
    /** {@code 8 words of bits}. */
    static final int CHARSET = 9;
    /** {@code block count, 256 bytes of block numbers, blocks of 8 words}. */
    static final int BIGCHARSET = 10;
    /** {@code group - 1}. */
    static final int GROUPREF = 11;
    /** {@code (group - 1) skip yes-code [JUMP to-end no-code]}. */
    static final int GROUPREF_EXISTS = 12;
    /** {@code skip set FAILURE}. */
    static final int IN = 13;
    /** {@code skip flags min-width max-width [prefix or set]}. */
    static final int INFO = 14;
    static final int JUMP = 15;
    static final int LITERAL = 16;
    static final int MARK = 17;
    static final int MAX_UNTIL = 18;
    static final int MIN_UNTIL = 19;
    static final int NOT_LITERAL = 20;
    static final int NEGATE = 21;
    static final int RANGE = 22;
    /** {@code skip min max code UNTIL}. */
    static final int REPEAT = 23;
    /** {@code skip min max item SUCCESS}. */
    static final int REPEAT_ONE = 24;
    static final int SUBPATTERN = 25;
    static final int MIN_REPEAT_ONE = 26;
    /** {@code skip code SUCCESS}. */
    static final int ATOMIC_GROUP = 27;
    /** {@code skip min max code SUCCESS SUCCESS}; the skip leads to the second SUCCESS's word. */
    static final int POSSESSIVE_REPEAT = 28;
    static final int POSSESSIVE_REPEAT_ONE = 29;
    static final int GROUPREF_IGNORE = 30;
    static final int IN_IGNORE = 31;
    static final int LITERAL_IGNORE = 32;
    static final int NOT_LITERAL_IGNORE = 33;
    static final int GROUPREF_LOC_IGNORE = 34;
    static final int IN_LOC_IGNORE = 35;
    static final int LITERAL_LOC_IGNORE = 36;
    static final int NOT_LITERAL_LOC_IGNORE = 37;
    static final int GROUPREF_UNI_IGNORE = 38;
    static final int IN_UNI_IGNORE = 39;
    static final int LITERAL_UNI_IGNORE = 40;
    static final int NOT_LITERAL_UNI_IGNORE = 41;
    static final int RANGE_UNI_IGNORE = 42;

    static final int AT_BEGINNING = 0;
    static final int AT_BEGINNING_LINE = 1;
    static final int AT_BEGINNING_STRING = 2;
    static final int AT_BOUNDARY = 3;
    static final int AT_NON_BOUNDARY = 4;
    static final int AT_END = 5;
    static final int AT_END_LINE = 6;
    static final int AT_END_STRING = 7;
    static final int AT_LOC_BOUNDARY = 8;
    static final int AT_LOC_NON_BOUNDARY = 9;
    static final int AT_UNI_BOUNDARY = 10;
    static final int AT_UNI_NON_BOUNDARY = 11;

    /** Categories come in pairs: the odd one of a pair is its negation. */
    static final int CATEGORY_DIGIT = 0;
    static final int CATEGORY_SPACE = 2;
    static final int CATEGORY_WORD = 4;
    static final int CATEGORY_LINEBREAK = 6;
    static final int CATEGORY_LOC_WORD = 8;
    static final int CATEGORY_UNI_DIGIT = 10;
    static final int CATEGORY_UNI_SPACE = 12;
    static final int CATEGORY_UNI_WORD = 14;
    static final int CATEGORY_UNI_LINEBREAK = 16;
    static final int CATEGORY_LAST = 17;

    static final int INFO_PREFIX = 1;
    static final int INFO_LITERAL = 2;
    static final int INFO_CHARSET = 4;

    private Op() {
    }

    /** Whether an operator consumes exactly one character and has no other effect. */
    static boolean isSingle(int op) {
        return switch (op) {
            case ANY, ANY_ALL, CATEGORY, IN, LITERAL, NOT_LITERAL, IN_IGNORE, LITERAL_IGNORE, NOT_LITERAL_IGNORE,
                IN_LOC_IGNORE, LITERAL_LOC_IGNORE, NOT_LITERAL_LOC_IGNORE, IN_UNI_IGNORE, LITERAL_UNI_IGNORE,
                NOT_LITERAL_UNI_IGNORE -> true;
            default -> false;
        };
    }
}
