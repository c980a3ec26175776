package org.krait.objects.code;

/** What an operand of an instruction is; the verifier and the disassembler go by it. */
public enum Operand {
    DST("A register that the instruction writes."),
    SRC("A register that is read, or the constant ~operand when negative. A temporary is consumed."),
    OPTIONAL("As SRC, or NONE for absent."),
    REG("A register that is read and kept: a local, or a temporary that stays alive."),
    BASE("The first of several neighbouring temporaries."),
    COUNT("A number."),
    NAME("An index into the names."),
    CONST("An index into the constants."),
    TARGET("The index of an instruction."),
    CACHE("An index into the inline caches."),
    BINARY("The ordinal of a BinaryOp."),
    UNARY("The ordinal of a UnaryOp."),
    COMPARE("The ordinal of a CompareOp.");

    /** One sentence that says what it is. */
    public final String meaning;

    Operand(String meaning) {
        this.meaning = meaning;
    }
}
