package org.krait.objects.code;

/** What an operand of an instruction is; the verifier and the disassembler go by it. */
public enum Operand {
    /** A register that the instruction writes. */
    DST,
    /** A register that is read, or the constant {@code ~operand} when negative. A temporary is consumed. */
    SRC,
    /** As SRC, or {@link Opcode#NONE} for absent. */
    OPTIONAL,
    /** A register that is read and kept: a local, or a temporary that stays alive. */
    REG,
    /** The first of several neighbouring temporaries. */
    BASE,
    /** A number. */
    COUNT,
    /** An index into the names. */
    NAME,
    /** An index into the constants. */
    CONST,
    /** The index of an instruction. */
    TARGET,
    /** An index into the inline caches. */
    CACHE,
    /** The ordinal of a BinaryOp. */
    BINARY,
    /** The ordinal of a UnaryOp. */
    UNARY,
    /** The ordinal of a CompareOp. */
    COMPARE
}
