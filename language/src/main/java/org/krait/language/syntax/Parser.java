package org.krait.language.syntax;

/** The front end's front door: source text to syntax tree. */
public final class Parser {
    private static final long BIG_STACK_BYTES = 256L << 20;

    private Parser() {}

    /**
     * Parses a source.
     *
     * @param warnings receives the warnings; null if nobody wants them
     * @throws SyntaxException if the source isn't Python, with the message and place that CPython 3.12 gives
     */
    public static Mod parse(Source source, Mode mode, ParseOptions options, SyntaxWarningListener warnings) {
        Source text = mode == Mode.EXEC ? source.endingInNewline() : source;
        try {
            return attempt(text, mode, options, warnings);
        } catch (StackOverflowError e) {
            // The first attempt has given the warnings.
            return BigStack.call(() -> attempt(text, mode, options, null), BIG_STACK_BYTES);
        }
    }

    /** Parses a source without looking for what is wrong with one that isn't Python, or is nested too deeply: null. */
    public static Mod parseOrNull(Source source, Mode mode, ParseOptions options) {
        try {
            return run(new StatementParser(source, mode, options, null), mode);
        } catch (ParseFailure | LiteralException | NonAsciiBytes | SyntaxException | StackOverflowError e) {
            return null;
        }
    }

    private static Mod attempt(Source source, Mode mode, ParseOptions options, SyntaxWarningListener warnings) {
        StatementParser parser = new StatementParser(source, mode, options, warnings);
        try {
            return run(parser, mode);
        } catch (ParseFailure | LiteralException | NonAsciiBytes e) {
            throw Diagnosis.of(source, mode, options, parser);
        } catch (SyntaxException e) {
            throw options.allowIncompleteInput() ? Diagnosis.incompleteOr(e, parser) : e;
        }
    }

    private static Mod run(StatementParser parser, Mode mode) {
        return switch (mode) {
            case EXEC -> parser.file();
            case EVAL -> parser.eval();
            case FUNC_TYPE -> parser.functionType();
            case SINGLE -> {
                Mod mod = parser.interactive();
                if (parser.hasMoreText()) {
                    throw new ParseFailure();
                }
                yield mod;
            }
        };
    }
}
