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
        StatementParser parser = new StatementParser(text, mode, options, warnings);
        boolean tooDeep;
        try {
            return parse(parser, mode);
        } catch (ParseFailure | LiteralException | NonAsciiBytes e) {
            tooDeep = parser.tooDeep;
        } catch (StackOverflowError e) {
            return BigStack.parse(text, mode, options, BIG_STACK_BYTES);
        }
        throw Diagnosis.of(text, mode, options, parser, tooDeep);
    }

    static Mod parse(StatementParser parser, Mode mode) {
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
