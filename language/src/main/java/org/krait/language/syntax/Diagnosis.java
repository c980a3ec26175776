package org.krait.language.syntax;

/** Finds out what is wrong with a source that didn't parse. */
final class Diagnosis {
    private static final long STACK_BYTES = 64L << 20;

    private final Source source;
    private final Mode mode;
    private final ParseOptions options;
    private final StatementParser failed;

    private Diagnosis(Source source, Mode mode, ParseOptions options, StatementParser failed) {
        this.source = source;
        this.mode = mode;
        this.options = options;
        this.failed = failed;
    }

    /** The error of a source that a parser gave up. */
    static SyntaxException of(Source source, Mode mode, ParseOptions options, StatementParser failed) {
        Diagnosis diagnosis = new Diagnosis(source, mode, options, failed);
        try {
            return diagnosis.run();
        } catch (StackOverflowError e) {
            return BigStack.call(diagnosis::run, STACK_BYTES);
        }
    }

    private SyntaxException run() {
        PegParser parser = new PegParser(source, mode, options, PegGrammar.load());
        try {
            int start = failed.statementStart();
            parser.readTo(start);
            SyntaxException first = pass(parser, start, false);
            if (first == null && parser.tokenizer.failure == Tokenizer.Failure.NONE
                    && mode == Mode.SINGLE && failed.hasMoreText()) {
                return Problems.atLastToken(parser, SyntaxException.Kind.SYNTAX_ERROR,
                        "multiple statements found while compiling a single statement");
            }
            if (first == null) {
                return accepted();
            }
            if (options.allowIncompleteInput()) {
                first = incompleteOr(first, parser);
            }
            if (first != GENERIC) {
                return checkedIfOpen(parser, first);
            }
            int last = parser.size - 1;
            SyntaxException second = pass(parser, start, true);
            return second == null || second == GENERIC ? generic(parser, last) : checkedIfOpen(parser, second);
        } catch (SyntaxException e) {
            return e;
        }
    }

    /** Stands for an error that a pass didn't explain. */
    private static final SyntaxException GENERIC = new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR,
            "invalid syntax", null, -1, -1, -1, -1, null);

    /** Another error if the source only ends too early. */
    static SyntaxException incompleteOr(SyntaxException error, TokenStream tokens) {
        Tokenizer t = tokens.tokenizer;
        if (t.failed) {
            return t.endedInString ? Problems.atColumns(t, SyntaxException.Kind.SYNTAX_ERROR, "incomplete input",
                    t.line, t.pos - t.lineStart(), t.line, -1) : error;
        }
        boolean atEnd = t.failure == Tokenizer.Failure.END_OF_INPUT
                || t.failure == Tokenizer.Failure.NONE && (t.atEnd || tokens.lastTokenLookedBeyondEnd());
        return atEnd ? Problems.atLastToken(tokens, SyntaxException.Kind.SYNTAX_ERROR, "incomplete input") : error;
    }

    /** Null if the source matched. */
    private SyntaxException pass(PegParser parser, int start, boolean invalid) {
        try {
            return parser.run(mode, start, invalid) ? null : GENERIC;
        } catch (SyntaxException e) {
            return e;
        }
    }

    /** The grammar takes what the parser refused: only because it is nested too deeply. */
    private SyntaxException accepted() {
        if (failed.tooDeep) {
            return new SyntaxException(SyntaxException.Kind.RECURSION_ERROR,
                    "maximum recursion depth exceeded during compilation", source.fileName(), -1, -1, -1, -1, null);
        }
        return Problems.atTokens(failed, failed.index, failed.index, "invalid syntax");
    }

    private static SyntaxException generic(PegParser parser, int last) {
        int kind = parser.kinds[last];
        if (kind == Token.INDENT || kind == Token.DEDENT) {
            return Problems.atLastToken(parser, SyntaxException.Kind.INDENTATION_ERROR,
                    kind == Token.INDENT ? "unexpected indent" : "unexpected unindent");
        }
        return checked(parser, Problems.atTokens(parser, last, last, "invalid syntax"));
    }

    /** An explained error stays if the tokenizer has seen the end of the source or has failed. */
    private static SyntaxException checkedIfOpen(PegParser parser, SyntaxException error) {
        Tokenizer t = parser.tokenizer;
        return t.atEnd || t.failed || t.failure != Tokenizer.Failure.NONE || parser.lastTokenLookedBeyondEnd()
                || error.kind == SyntaxException.Kind.MEMORY_ERROR ? error : checked(parser, error);
    }

    /** An error of the tokenizer in the rest of the source goes before one of the parser. */
    private static SyntaxException checked(PegParser parser, SyntaxException error) {
        Tokenizer t = parser.tokenizer;
        int line = parser.lines[parser.size - 1];
        try {
            int kind;
            do {
                kind = t.next();
            } while (kind != Token.ENDMARKER && kind != Token.ERRORTOKEN);
            if (kind == Token.ERRORTOKEN && t.level > 0 && line > t.bracketLines[t.level - 1]) {
                return t.fString == null ? unclosed(t) : error;
            }
        } catch (SyntaxException e) {
            // In an f-string, what is wrong with the expression comes before a missing brace.
            return t.fString == null ? e : error;
        }
        return error;
    }

    private static SyntaxException unclosed(Tokenizer t) {
        int line = t.bracketLines[t.level - 1];
        return Problems.atColumns(t, SyntaxException.Kind.SYNTAX_ERROR,
                "'" + (char) t.brackets[t.level - 1] + "' was never closed", line,
                t.bracketColumns[t.level - 1] + 1, line, 0);
    }

    /** The error that a token stands for which isn't one. */
    static SyntaxException tokenizerFailure(TokenStream tokens) {
        Tokenizer t = tokens.tokenizer;
        switch (t.failure) {
            case END_OF_INPUT -> {
                return t.level > 0 ? unclosed(t)
                        : Problems.atLastToken(tokens, SyntaxException.Kind.SYNTAX_ERROR,
                                "unexpected EOF while parsing");
            }
            case DEDENT -> {
                return Problems.atLastToken(tokens, SyntaxException.Kind.INDENTATION_ERROR,
                        "unindent does not match any outer indentation level");
            }
            case TABS -> {
                return Problems.atColumns(t, SyntaxException.Kind.TAB_ERROR,
                        "inconsistent use of tabs and spaces in indentation", t.line, 1, t.line, 0);
            }
            case TOO_DEEP -> {
                return Problems.atColumns(t, SyntaxException.Kind.INDENTATION_ERROR, "too many levels of indentation",
                        t.line, 1, t.line, 0);
            }
            case CONTINUATION -> {
                return Problems.atColumns(t, SyntaxException.Kind.SYNTAX_ERROR,
                        "unexpected character after line continuation character", t.line,
                        t.pos - t.bufferStart, t.line, 0);
            }
            default -> throw new AssertionError(t.failure);
        }
    }
}
