package org.krait.objects;

/** The rich comparisons, in CPython's order (Py_LT is 0). The ordinal is the operand of an instruction. */
public enum CompareOp {
    LT("<", Special.LT),
    LE("<=", Special.LE),
    EQ("==", Special.EQ),
    NE("!=", Special.NE),
    GT(">", Special.GT),
    GE(">=", Special.GE);

    private static final CompareOp[] VALUES = values();
    private static final CompareOp[] SWAPPED = {GT, GE, EQ, NE, LT, LE};

    public final String symbol;
    public final Special special;

    CompareOp(String symbol, Special special) {
        this.symbol = symbol;
        this.special = special;
    }

    public static CompareOp of(int ordinal) {
        return VALUES[ordinal];
    }

    /** The comparison with its sides exchanged. */
    public CompareOp swapped() {
        return SWAPPED[ordinal()];
    }

    /** The answer for operands of which {@code order} is negative, zero or positive as for {@code compareTo}. */
    public boolean test(int order) {
        return switch (this) {
            case LT -> order < 0;
            case LE -> order <= 0;
            case EQ -> order == 0;
            case NE -> order != 0;
            case GT -> order > 0;
            case GE -> order >= 0;
        };
    }
}
