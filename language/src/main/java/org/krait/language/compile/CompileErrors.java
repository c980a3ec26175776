package org.krait.language.compile;

import org.krait.language.syntax.Span;
import org.krait.language.syntax.SyntaxException;

/** Makes the errors of a compilation; their source line is left to who knows the file. */
final class CompileErrors {
    private CompileErrors() {}

    /** A SyntaxError at a node. */
    static SyntaxException at(String fileName, Span span, String message) {
        return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, message, fileName, span.line(),
                span.column() + 1, span.endLine(), span.endColumn() + 1, null);
    }

    /** A SyntaxError of the symbol table or of a future statement at a node. */
    static SyntaxException ofSymbols(String fileName, Span span, String message) {
        return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, message, fileName, span.line(),
                span.column() + 1, span.endLine(), span.endColumn() + 1, null, true);
    }

    /** A SyntaxError of a future statement at the start of a node, whose end is not said. */
    static SyntaxException atStart(String fileName, Span span, String message) {
        return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, message, fileName, span.line(),
                span.column() + 1, span.line(), 0, null, true);
    }

    /** The error of a tree that is too deep. */
    static SyntaxException tooDeep(String fileName) {
        return new SyntaxException(SyntaxException.Kind.RECURSION_ERROR,
                "maximum recursion depth exceeded during compilation", fileName, 0, 0, 0, 0, null);
    }
}
