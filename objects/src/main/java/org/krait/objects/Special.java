package org.krait.objects;

/**
 * The special methods that the VM itself looks up on a type, each with its name in Python.
 *
 * <p>{@link Slots} has the operations behind them; the builtin processor turns a {@code @Builtin} of such a name into
 * an override of the slot, and {@link PyType#special} finds the method of a class.
 */
public enum Special {
    NEW, INIT, DEL, CALL, REPR, STR, FORMAT, BYTES, HASH, BOOL, LEN, LENGTH_HINT,
    GETATTRIBUTE, GETATTR, SETATTR, DELATTR, GET, SET, DELETE,
    GETITEM, SETITEM, DELITEM, MISSING, CONTAINS, ITER, NEXT, REVERSED,
    AWAIT, AITER, ANEXT, ENTER, EXIT, AENTER, AEXIT,
    LT, LE, EQ, NE, GT, GE,
    ADD, SUB, MUL, MATMUL, TRUEDIV, FLOORDIV, MOD, POW, LSHIFT, RSHIFT, AND, XOR, OR, DIVMOD,
    RADD, RSUB, RMUL, RMATMUL, RTRUEDIV, RFLOORDIV, RMOD, RPOW, RLSHIFT, RRSHIFT, RAND, RXOR, ROR, RDIVMOD,
    IADD, ISUB, IMUL, IMATMUL, ITRUEDIV, IFLOORDIV, IMOD, IPOW, ILSHIFT, IRSHIFT, IAND, IXOR, IOR,
    NEG, POS, INVERT, ABS, INT, FLOAT, COMPLEX, INDEX, ROUND, TRUNC, FLOOR, CEIL,
    INSTANCECHECK, SUBCLASSCHECK, CLASS_GETITEM, MRO_ENTRIES, PREPARE, INIT_SUBCLASS, SET_NAME,
    DIR, SIZEOF, REDUCE, REDUCE_EX, BUFFER, RELEASE_BUFFER, FSPATH, MATCH_ARGS;

    private static final Special[] VALUES = values();
    /** How many there are. */
    public static final int COUNT = VALUES.length;

    private PyStr pyName;

    public static Special of(int ordinal) {
        return VALUES[ordinal];
    }

    /** The interned method name, with its underscores. */
    public PyStr pyName() {
        if (pyName == null) {
            pyName = PyStr.interned(text());
        }
        return pyName;
    }

    /** The method name, with its underscores. */
    public String text() {
        return "__" + name().toLowerCase(java.util.Locale.ROOT) + "__";
    }
}
