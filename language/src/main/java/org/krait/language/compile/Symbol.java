package org.krait.language.compile;

/** What a block does with one name, and where the name lives. */
final class Symbol {
    static final int DEF_GLOBAL = 1;
    static final int DEF_LOCAL = 1 << 1;
    static final int DEF_PARAM = 1 << 2;
    static final int DEF_NONLOCAL = 1 << 3;
    static final int USE = 1 << 4;
    static final int DEF_FREE_CLASS = 1 << 6;
    static final int DEF_IMPORT = 1 << 7;
    static final int DEF_ANNOT = 1 << 8;
    static final int DEF_COMP_ITER = 1 << 9;
    static final int DEF_TYPE_PARAM = 1 << 10;
    /** The name is the target of an assignment expression, so that its value can change inside an expression. */
    static final int DEF_WALRUS = 1 << 12;
    /** The name is deleted somewhere, or is that of an except clause. */
    static final int DELETED = 1 << 13;
    static final int DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT | DEF_TYPE_PARAM;

    /** Where a name lives. */
    enum Place {
        UNKNOWN, LOCAL, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, FREE, CELL
    }

    int flags;
    /** How many times it is bound, parameters not counted. */
    int bindings;
    Place place = Place.UNKNOWN;
    /** The register once a unit was laid out, or -1. */
    int register = -1;

    Symbol(int flags) {
        this.flags = flags;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    boolean isVariable() {
        return place == Place.LOCAL || place == Place.CELL || place == Place.FREE;
    }
}
