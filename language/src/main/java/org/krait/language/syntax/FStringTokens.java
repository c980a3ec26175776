package org.krait.language.syntax;

/** The tokens of one f-string (PEP 701): its text; the expressions in it are read by the {@link Tokenizer}. */
final class FStringTokens {
    private static final int MAX_NESTED = 150;
    private static final int MAX_EXPRESSION_NESTING = 3;

    private final FStringTokens outer;
    private final int nesting;
    final int quote;
    final int quoteSize;
    private final boolean raw;
    private final int firstByte;
    private final int firstLine;
    /** Text is being read, not an expression. */
    boolean inText = true;
    /** The brackets open inside, those of expressions included. */
    int depth;
    /** The bracket depth of the innermost expression being read; -1 outside of any. */
    int expressionDepth = -1;
    /** An expression has been read to its end, so text inside an expression is a format specification. */
    private boolean expressionEnded;

    private FStringTokens(Tokenizer t, int quote, int quoteSize, boolean raw) {
        outer = t.fString;
        nesting = outer == null ? 1 : outer.nesting + 1;
        this.quote = quote;
        this.quoteSize = quoteSize;
        this.raw = raw;
        firstByte = t.start;
        firstLine = t.line;
    }

    /** Begins an f-string whose first quote has just been read. */
    static int open(Tokenizer t, int quote) {
        int size = 1;
        if (t.text[t.pos] == quote && t.text[t.pos + 1] == quote) {
            size = 3;
            t.pos += 2;
        }
        if (t.fString != null && t.fString.nesting + 1 >= MAX_NESTED) {
            throw t.error("too many nested f-strings");
        }
        int first = t.text[t.start] | 0x20;
        boolean raw = first == 'r' || (t.text[t.start + 1] | 0x20) == 'r';
        t.fString = new FStringTokens(t, quote, size, raw);
        t.stop = t.pos;
        return Token.FSTRING_START;
    }

    /** Called for punctuation in an expression; true if it is the colon before a format specification. */
    boolean closesExpression(int c) {
        if (expressionDepth < 0 || c != ':' && c != '}' && c != '!' && c != '{') {
            return false;
        }
        int cursor = depth - (c != '{' ? 1 : 0);
        if (cursor == 0) {
            expressionEnded = c != '{';
        }
        if (c == ':' && cursor == expressionDepth) {
            inText = true;
            return true;
        }
        return false;
    }

    /** Called when a bracket is closed. */
    void closed(int c) {
        depth--;
        if (c == '}' && depth == expressionDepth) {
            expressionDepth--;
            inText = true;
        }
    }

    /** Reads text up to an expression, the end, or doubled braces, which end a token and are both part of it. */
    int next(Tokenizer t) {
        t.start = t.pos;
        t.startLine = t.line;
        byte[] text = t.text;
        if (text[t.pos] == '{' && text[t.pos + 1] != '{') {
            return beginExpression(t, true);
        }
        if (atClosingQuote(t)) {
            t.pos += quoteSize;
            t.stop = t.pos;
            t.fString = outer;
            return Token.FSTRING_END;
        }
        return middle(t);
    }

    private boolean atClosingQuote(Tokenizer t) {
        for (int i = 0; i < quoteSize; i++) {
            if (t.text[t.pos + i] != quote) {
                return false;
            }
        }
        return true;
    }

    private int beginExpression(Tokenizer t, boolean empty) {
        if (++expressionDepth >= MAX_EXPRESSION_NESTING) {
            throw t.error("f-string: expressions nested too deeply");
        }
        inText = false;
        if (empty) {
            return t.nextNormal();
        }
        t.stop = t.pos;
        return Token.FSTRING_MIDDLE;
    }

    private int middle(Tokenizer t) {
        int closing = 0;
        boolean inName = false;
        while (closing != quoteSize) {
            int c = t.read();
            boolean inSpecification = expressionEnded && expressionDepth >= 0;
            if (c < 0 || quoteSize == 1 && c == '\n') {
                if (inSpecification && c == '\n') {
                    t.unread(c);
                    inText = false;
                    t.stop = t.pos;
                    return Token.FSTRING_MIDDLE;
                }
                throw unterminated(t);
            }
            if (c == quote) {
                closing++;
                continue;
            }
            closing = 0;
            if (c == '{') {
                if (t.text[t.pos] != '{' || inSpecification) {
                    t.unread(c);
                    return beginExpression(t, false);
                }
                t.stop = ++t.pos;
                return Token.FSTRING_MIDDLE;
            }
            if (c == '}') {
                if (inName) {
                    t.stop = t.pos;
                    return Token.FSTRING_MIDDLE;
                }
                if (t.text[t.pos] == '}' && !inSpecification && depth == 0) {
                    t.stop = ++t.pos;
                } else {
                    t.unread(c);
                    inText = false;
                    t.stop = t.pos;
                }
                return Token.FSTRING_MIDDLE;
            }
            if (c == '\\') {
                inName |= escape(t);
            }
        }
        t.pos -= quoteSize;
        t.stop = t.pos;
        return Token.FSTRING_MIDDLE;
    }

    /** Reads the character behind a backslash; true if a character name in braces begins. */
    private boolean escape(Tokenizer t) {
        int c = t.read();
        if (c == '{' || c == '}') {
            if (!raw) {
                Problems.warnEscape(t, c);
            }
            t.unread(c);
            return false;
        }
        if (!raw && c == 'N' && t.text[t.pos] == '{') {
            t.pos++;
            return true;
        }
        return false;
    }

    private SyntaxException unterminated(Tokenizer t) {
        int detected = t.line;
        t.endedInString = quoteSize == 3 && t.atEnd;
        t.pos = firstByte + 1;
        t.line = firstLine;
        return t.error((quoteSize == 3 ? "unterminated triple-quoted f-string literal (detected at line "
                : "unterminated f-string literal (detected at line ") + detected + ")");
    }
}
