package org.krait.runtime.sre;

/** An item of a parsed pattern: what {@code re._parser} has as a pair of operator and argument. */
final class Item {
    /** Operators that only the parser's result has. */
    static final int MIN_REPEAT = 43;
    static final int MAX_REPEAT = 44;

    /** One of {@link Op}, MIN_REPEAT or MAX_REPEAT. */
    final int op;
    /** Character, position, group (0 for none), or the smallest number of repeats, unsigned. */
    int value;
    /** The largest number of repeats, unsigned; {@link Op#MAX_REPEAT} for no limit. */
    int max;
    int addFlags;
    int deleteFlags;
    /** An assertion looks behind. */
    boolean behind;
    /** What is repeated, grouped, asserted, or the yes-branch. */
    Sequence body;
    /** The no-branch; null for none. */
    Sequence other;
    /** The alternatives of a BRANCH. */
    Sequence[] branches;
    /** The members of an IN. */
    CharacterSet set;

    Item(int op, int value) {
        this.op = op;
        this.value = value;
    }

    Item(int op, Sequence body) {
        this.op = op;
        this.body = body;
    }

    /** A group that neither captures nor changes flags. */
    boolean isPlainGroup() {
        return op == Op.SUBPATTERN && value == 0 && addFlags == 0 && deleteFlags == 0;
    }

    boolean isRepeat() {
        return op == MIN_REPEAT || op == MAX_REPEAT || op == Op.POSSESSIVE_REPEAT;
    }

    /** As the parser compares items: those that contain sequences are equal to themselves only. */
    boolean sameAs(Item that) {
        if (this == that) {
            return true;
        }
        if (op != that.op || body != null || branches != null || that.body != null || that.branches != null) {
            return false;
        }
        return set == null ? value == that.value : set.sameAs(that.set);
    }
}
