package org.krait.language.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a source token by token, as the module {@code _tokenize} shows them: with the kinds of {@code token.py},
 * columns in characters, and if wanted with comments and all newlines.
 */
public final class TokenReader {
    private static final int OP = 55;
    private static final int COMMENT = 64;
    private static final int NL = 65;

    /** The kinds of {@code token.py}, from {@link Token#LPAR} on. */
    private static final byte[] OPERATORS = {7, 8, 9, 10, 25, 26, 11, 12, 13, 23, 52, 51, 53, 54, 22, 36, 37, 38, 50,
        39, 40, 46, 44, 45, 42, 43, 41, 48, 14, 15, 16, 49, 17, 24, 35, 33, 34, 18, 32, 19, 47, 31, 27, 28, 20, 29, 21,
        30};
    private static final byte[] OTHERS = {0, 1, 2, 3, 4, 5, 6, 58, 59, 61, 62, 63};

    private final Tokenizer tokenizer;
    private final boolean extraTokens;
    /** The newline at the end of the source isn't the source's. */
    private final boolean impliedNewline;
    private int lastLine;
    private boolean ended;

    private int kind;
    private String text;
    private int line;
    private int column;
    private int endLine;
    private int endColumn;
    private String lineText;

    /**
     * A reader at the beginning of a source.
     *
     * @param extraTokens comments and all newlines are tokens, operators have one kind, and what is wrong but can be
     *        cut into tokens is no error
     */
    public TokenReader(String source, String fileName, boolean extraTokens) {
        byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
        impliedNewline = bytes.length > 0 && bytes[bytes.length - 1] != '\n';
        byte[] padded = Arrays.copyOf(bytes, bytes.length + 5);
        Source raw = new Source(padded, bytes.length, fileName, false);
        this.extraTokens = extraTokens;
        tokenizer = new Tokenizer(raw.endingInNewline(), false, extraTokens, null);
    }

    /** Reads the next token; false if there are no more. */
    public boolean next() {
        if (ended) {
            return false;
        }
        Tokenizer t = tokenizer;
        int k = t.next();
        if (k == Token.ERRORTOKEN) {
            throw failure();
        }
        ended = k == Token.ENDMARKER;
        boolean trailing = extraTokens && (ended || k == Token.DEDENT && t.atEnd);
        boolean string = k == Token.STRING || k >= Token.FSTRING_START && k <= Token.FSTRING_END;
        int stop = t.stop;
        if (k == Token.FSTRING_MIDDLE && stop - t.start >= 2 && t.text[stop - 1] == t.text[stop - 2]
                && (t.text[stop - 1] == '{' || t.text[stop - 1] == '}')) {
            stop--;
        }
        boolean implied = impliedNewline && stop == t.end && (k == Token.NEWLINE || k == Token.NL);
        text = t.start < 0 || implied ? "" : decode(t.start, stop);
        line = string ? t.startLine : t.line;
        endLine = t.line;
        lastLine = endLine;
        if (trailing) {
            lineText = "";
            line++;
            endLine++;
            column = 0;
            endColumn = 0;
        } else {
            int lineStart = t.line == 0 ? 0 : t.lineStarts[line];
            int lineEnd = t.endOfLine();
            lineText = decode(lineStart, impliedNewline && lineEnd == t.end ? lineEnd - 1 : lineEnd);
            column = t.start < 0 ? -1 : characters(lineStart, t.start);
            endColumn = stop < 0 ? -1 : characters(t.lineStart(), stop);
        }
        kind = kindOf(k);
        return true;
    }

    private int kindOf(int k) {
        if (k == Token.COMMENT) {
            return COMMENT;
        }
        if (k == Token.NL) {
            return NL;
        }
        if (k < OTHERS.length) {
            return OTHERS[k];
        }
        return k == Token.OP || extraTokens ? OP : OPERATORS[k - Token.LPAR];
    }

    private String decode(int from, int to) {
        return new String(tokenizer.text, from, to - from, StandardCharsets.UTF_8);
    }

    private int characters(int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) {
            // Every byte but those that continue a character.
            if ((tokenizer.text[i] & 0xC0) != 0x80) {
                n++;
            }
        }
        return n;
    }

    /** The error of a token that isn't one: as {@code _tokenize} words and places it. */
    private SyntaxException failure() {
        Tokenizer t = tokenizer;
        SyntaxException.Kind errorKind = SyntaxException.Kind.SYNTAX_ERROR;
        String message;
        switch (t.failure) {
            case END_OF_INPUT -> {
                boolean inLine = t.fString != null || t.level == 0 && lastLine == t.line;
                int offset = inLine ? characters(t.lineStart(), t.pos) : 0;
                return new SyntaxException(errorKind, "unexpected EOF in multi-line statement", t.source.fileName(),
                        t.line, offset, t.line, offset, null);
            }
            case DEDENT -> {
                errorKind = SyntaxException.Kind.INDENTATION_ERROR;
                message = "unindent does not match any outer indentation level";
            }
            case TABS -> {
                errorKind = SyntaxException.Kind.TAB_ERROR;
                message = "inconsistent use of tabs and spaces in indentation";
            }
            case TOO_DEEP -> {
                errorKind = SyntaxException.Kind.INDENTATION_ERROR;
                message = "too many levels of indentation";
            }
            default -> message = "unexpected character after line continuation character";
        }
        int end = t.endOfLine();
        int shownEnd = end > t.lineStart() && t.text[end - 1] == '\n' ? end - 1 : end;
        return new SyntaxException(errorKind, message, t.source.fileName(), t.line, characters(t.lineStart(), end), -1,
                -1, decode(t.lineStart(), shownEnd));
    }

    /** The token's kind: a number of {@code token.py}. */
    public int kind() {
        return kind;
    }

    public String text() {
        return text;
    }

    /** First line, 1-based. */
    public int line() {
        return line;
    }

    /** Column in the first line, in characters, 0-based; -1 if the token has no place. */
    public int column() {
        return column;
    }

    public int endLine() {
        return endLine;
    }

    public int endColumn() {
        return endColumn;
    }

    /** The lines that the token is in. */
    public String lineText() {
        return lineText;
    }
}
