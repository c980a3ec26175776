package org.krait.objects;

/** The unary operators (not {@code not}). The ordinal is the operand of an instruction. */
public enum UnaryOp {
    NEGATIVE("-", Special.NEG),
    POSITIVE("+", Special.POS),
    INVERT("~", Special.INVERT),
    ABSOLUTE("abs()", Special.ABS);

    private static final UnaryOp[] VALUES = values();

    public final String symbol;
    public final Special special;

    UnaryOp(String symbol, Special special) {
        this.symbol = symbol;
        this.special = special;
    }

    public static UnaryOp of(int ordinal) {
        return VALUES[ordinal];
    }
}
