package org.krait.language.syntax;

/** The kinds of tokens; keywords have a kind each, soft keywords are names. */
final class Token {
    static final int ENDMARKER = 0;
    static final int NAME = 1;
    static final int NUMBER = 2;
    static final int STRING = 3;
    static final int NEWLINE = 4;
    static final int INDENT = 5;
    static final int DEDENT = 6;
    static final int TYPE_IGNORE = 7;
    static final int TYPE_COMMENT = 8;
    static final int FSTRING_START = 9;
    static final int FSTRING_MIDDLE = 10;
    static final int FSTRING_END = 11;
    /** A character that no token starts with, such as {@code $}. */
    static final int OP = 12;
    static final int ERRORTOKEN = 13;

    static final int LPAR = 14;
    static final int RPAR = 15;
    static final int LSQB = 16;
    static final int RSQB = 17;
    static final int LBRACE = 18;
    static final int RBRACE = 19;
    static final int COLON = 20;
    static final int COMMA = 21;
    static final int SEMI = 22;
    static final int DOT = 23;
    static final int ELLIPSIS = 24;
    static final int RARROW = 25;
    static final int COLONEQUAL = 26;
    static final int EXCLAMATION = 27;
    static final int EQUAL = 28;

    /** The first assignment with operator; they stand in the order of {@link Operator}. */
    static final int PLUSEQUAL = 29;
    static final int MINEQUAL = 30;
    static final int STAREQUAL = 31;
    static final int ATEQUAL = 32;
    static final int SLASHEQUAL = 33;
    static final int PERCENTEQUAL = 34;
    static final int DOUBLESTAREQUAL = 35;
    static final int LEFTSHIFTEQUAL = 36;
    static final int RIGHTSHIFTEQUAL = 37;
    static final int VBAREQUAL = 38;
    static final int CIRCUMFLEXEQUAL = 39;
    static final int AMPEREQUAL = 40;
    static final int DOUBLESLASHEQUAL = 41;

    /** The first binary operator; they stand in the order of {@link Operator}. */
    static final int PLUS = 42;
    static final int MINUS = 43;
    static final int STAR = 44;
    static final int AT = 45;
    static final int SLASH = 46;
    static final int PERCENT = 47;
    static final int DOUBLESTAR = 48;
    static final int LEFTSHIFT = 49;
    static final int RIGHTSHIFT = 50;
    static final int VBAR = 51;
    static final int CIRCUMFLEX = 52;
    static final int AMPER = 53;
    static final int DOUBLESLASH = 54;

    static final int TILDE = 55;
    static final int EQEQUAL = 56;
    static final int NOTEQUAL = 57;
    static final int LESS = 58;
    static final int LESSEQUAL = 59;
    static final int GREATER = 60;
    static final int GREATEREQUAL = 61;

    /** The first keyword; they stand in the order of {@link #KEYWORDS}. */
    static final int FALSE = 62;
    static final int NONE = 63;
    static final int TRUE = 64;
    static final int AND = 65;
    static final int AS = 66;
    static final int ASSERT = 67;
    static final int ASYNC = 68;
    static final int AWAIT = 69;
    static final int BREAK = 70;
    static final int CLASS = 71;
    static final int CONTINUE = 72;
    static final int DEF = 73;
    static final int DEL = 74;
    static final int ELIF = 75;
    static final int ELSE = 76;
    static final int EXCEPT = 77;
    static final int FINALLY = 78;
    static final int FOR = 79;
    static final int FROM = 80;
    static final int GLOBAL = 81;
    static final int IF = 82;
    static final int IMPORT = 83;
    static final int IN = 84;
    static final int IS = 85;
    static final int LAMBDA = 86;
    static final int NONLOCAL = 87;
    static final int NOT = 88;
    static final int OR = 89;
    static final int PASS = 90;
    static final int RAISE = 91;
    static final int RETURN = 92;
    static final int TRY = 93;
    static final int WHILE = 94;
    static final int WITH = 95;
    static final int YIELD = 96;

    /** A comment, for those who want every token; see {@link TokenReader}. */
    static final int COMMENT = 97;
    /** A newline that doesn't end a statement, for those who want every token. */
    static final int NL = 98;

    static final String[] KEYWORDS = {"False", "None", "True", "and", "as", "assert", "async", "await", "break",
        "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if",
        "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with",
        "yield"};

    private Token() {}
}
