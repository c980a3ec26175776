package org.krait.language.syntax;

/**
 * Where a node stands in its source: {@code lineno, col_offset, end_lineno, end_col_offset} of CPython's ast.
 *
 * @param line first line, 1-based
 * @param column offset into the first line, in UTF-8 bytes, 0-based
 * @param endLine last line, 1-based
 * @param endColumn offset just behind the node in its last line, in UTF-8 bytes
 */
public record Span(int line, int column, int endLine, int endColumn) {

    /** The span from the start of this one to the end of another. */
    public Span to(Span last) {
        return new Span(line, column, last.endLine, last.endColumn);
    }
}
