package org.krait.language.syntax;

/**
 * A source that isn't Python: everything a Python SyntaxError carries.
 *
 * <p>Line and offset are 1-based, offsets count characters. As in CPython an end offset may be 0 or -1, which says
 * nothing. An end line of -1 means that {@code end_lineno} and {@code end_offset} are None, a line of -1 that the
 * exception has its message only.
 */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The exception class that Python sees. */
    public enum Kind {
        SYNTAX_ERROR("SyntaxError"), INDENTATION_ERROR("IndentationError"), TAB_ERROR("TabError"),
        /** Nested too deeply: no position. */
        MEMORY_ERROR("MemoryError"),
        /** Nested too deeply: no position. */
        RECURSION_ERROR("RecursionError"),
        /** A value that can't be made, such as an int literal over the digit limit: no position. */
        VALUE_ERROR("ValueError");

        /** The name of the Python class. */
        public final String className;

        Kind(String className) {
            this.className = className;
        }
    }

    /** Which exception Python sees. */
    public final Kind kind;
    /** The file as given by the caller. */
    public final String fileName;
    /** First line, 1-based; 0 if unknown, -1 if the exception has no details. */
    public final int line;
    /** First character, 1-based; 0 if the whole line is meant, -1 if unknown. */
    public final int offset;
    /** Last line, 1-based; -1 if there is none. */
    public final int endLine;
    /** Character behind the last one, 1-based; 0 or -1 if unknown. */
    public final int endOffset;
    /** The source line, with its newline where CPython gives it; null if unknown. */
    public final String text;
    /** True for the errors of the symbol table, whose {@code args} are the message only. */
    public final boolean ofSymbols;

    public SyntaxException(Kind kind, String message, String fileName, int line, int offset, int endLine,
            int endOffset, String text) {
        this(kind, message, fileName, line, offset, endLine, endOffset, text, false);
    }

    public SyntaxException(Kind kind, String message, String fileName, int line, int offset, int endLine,
            int endOffset, String text, boolean ofSymbols) {
        super(message, null, false, false);
        this.kind = kind;
        this.fileName = fileName;
        this.line = line;
        this.offset = offset;
        this.endLine = endLine;
        this.endOffset = endOffset;
        this.text = text;
        this.ofSymbols = ofSymbols;
    }
}
