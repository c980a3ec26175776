package org.krait.snapshot.marshal;

/** The type bytes of the format, as CPython 3.12 {@code Python/marshal.c} names them. */
final class Tags {
    static final int NULL = '0';
    static final int NONE = 'N';
    static final int FALSE = 'F';
    static final int TRUE = 'T';
    static final int STOP_ITERATION = 'S';
    static final int ELLIPSIS = '.';
    static final int INT = 'i';
    static final int INT64 = 'I';
    static final int FLOAT = 'f';
    static final int BINARY_FLOAT = 'g';
    static final int COMPLEX = 'x';
    static final int BINARY_COMPLEX = 'y';
    static final int LONG = 'l';
    static final int STRING = 's';
    static final int INTERNED = 't';
    static final int REF = 'r';
    static final int TUPLE = '(';
    static final int LIST = '[';
    static final int DICT = '{';
    static final int CODE = 'c';
    static final int UNICODE = 'u';
    static final int SET = '<';
    static final int FROZENSET = '>';
    static final int ASCII = 'a';
    static final int ASCII_INTERNED = 'A';
    static final int SMALL_TUPLE = ')';
    static final int SHORT_ASCII = 'z';
    static final int SHORT_ASCII_INTERNED = 'Z';
    /** Set in a type byte: the object is numbered, so that a REF can name it. */
    static final int FLAG_REF = 0x80;
    /** How deep objects may be nested. */
    static final int MAX_DEPTH = 2000;

    private Tags() {}
}
