package org.krait.objects;

/** The binary operators, with the names of their special methods. The ordinal is the operand of an instruction. */
public enum BinaryOp {
    ADD("+", "add"),
    SUBTRACT("-", "sub"),
    MULTIPLY("*", "mul"),
    MATRIX_MULTIPLY("@", "matmul"),
    TRUE_DIVIDE("/", "truediv"),
    FLOOR_DIVIDE("//", "floordiv"),
    REMAINDER("%", "mod"),
    POWER("**", "pow"),
    LSHIFT("<<", "lshift"),
    RSHIFT(">>", "rshift"),
    AND("&", "and"),
    XOR("^", "xor"),
    OR("|", "or"),
    DIVMOD("divmod()", "divmod");

    private static final BinaryOp[] VALUES = values();

    public final String symbol;
    public final Special special;
    public final Special reflected;
    /** The special method of the augmented assignment; null for divmod. */
    public final Special inPlace;

    BinaryOp(String symbol, String stem) {
        this.symbol = symbol;
        String upper = stem.toUpperCase(java.util.Locale.ROOT);
        special = Special.valueOf(upper);
        reflected = Special.valueOf("R" + upper);
        inPlace = stem.equals("divmod") ? null : Special.valueOf("I" + upper);
    }

    public static BinaryOp of(int ordinal) {
        return VALUES[ordinal];
    }
}
