package org.krait.language.syntax;

import java.nio.charset.StandardCharsets;

/** Makes the errors of tokenizer and parser: where they are and what line they show. */
final class Problems {
    private Problems() {}

    /** A SyntaxError of the tokenizer, at the character read last. */
    static SyntaxException atTokenizer(Tokenizer t, String message) {
        int offset = decode(t.text, t.lineStart(), t.pos).codePointCount();
        return atTokenizer(t, offset, offset, message);
    }

    /** A SyntaxError of the tokenizer in the line being read. */
    static SyntaxException atTokenizer(Tokenizer t, int offset, int endOffset, String message) {
        t.failed = true;
        int from = t.lineStart();
        int to = from;
        while (to < t.end && t.text[to] != '\n') {
            to++;
        }
        return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, message, t.source.fileName(), t.line, offset,
                t.line, endOffset, decode(t.text, from, to).text);
    }

    /** Bytes that aren't UTF-8 in a name. */
    static SyntaxException undecodable(Tokenizer t, int start, int bad, int stop) {
        t.failed = true;
        String message = "(unicode error) ".concat(Utf8Error.message(t.text, bad, stop, start));
        return atColumns(t, SyntaxException.Kind.SYNTAX_ERROR, message, t.line, t.pos - t.lineStart(), t.line, -1);
    }

    static void warn(Tokenizer t, String message) {
        if (t.warnings != null
                && !t.warnings.warn("SyntaxWarning", message, t.source.fileName(), t.line)) {
            throw t.error(message);
        }
    }

    static void warnEscape(Tokenizer t, int c) {
        warn(t, "invalid escape sequence '\\" + (char) c + "'");
    }

    /** An error over whole tokens. */
    static SyntaxException atTokens(TokenStream tokens, int first, int last, String message) {
        return atColumns(tokens.tokenizer, SyntaxException.Kind.SYNTAX_ERROR, message, tokens.lines[first],
                tokens.column(first) + 1, tokens.endLines[last], tokens.endColumn(last) + 1);
    }

    /** An error at the token read last, as for everything without a place of its own. */
    static SyntaxException atLastToken(TokenStream tokens, SyntaxException.Kind kind, String message) {
        return atToken(tokens, tokens.size - 1, kind, message);
    }

    /** An error at a token, which may have no text. */
    static SyntaxException atToken(TokenStream tokens, int token, SyntaxException.Kind kind, String message) {
        Tokenizer t = tokens.tokenizer;
        int column = tokens.column(token);
        int offset = column >= 0 ? column + 1 : t.pos == t.bufferStart ? 0 : t.pos - t.lineStart();
        int endColumn = tokens.endColumn(token);
        return atColumns(t, kind, message, tokens.lines[token], offset, tokens.endLines[token],
                endColumn >= 0 ? endColumn + 1 : -1);
    }

    static SyntaxException version(TokenStream tokens, String what, int minor) {
        return atLastToken(tokens, SyntaxException.Kind.SYNTAX_ERROR,
                what + " only supported in Python 3." + minor + " and greater");
    }

    static SyntaxException tooManyDigits(TokenStream tokens, int token, int digits) {
        String message = "Exceeds the limit (" + tokens.options.maxIntDigits()
                + " digits) for integer string conversion: value has " + digits
                + " digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge "
                + "integer literals to avoid decimal conversion limits.";
        return atColumns(tokens.tokenizer, SyntaxException.Kind.SYNTAX_ERROR, message, tokens.lines[token], 0,
                tokens.endLines[token], 0);
    }

    /**
     * An error at byte offsets, 1-based, of lines. CPython shows the text that its tokenizer has in its buffer if
     * that is the line, or else looks for the line.
     */
    static SyntaxException atColumns(Tokenizer t, SyntaxException.Kind kind, String message, int line, int offset,
            int endLine, int endOffset) {
        String text;
        if (t.line <= line && t.endOfLine() > t.bufferStart) {
            text = decode(t.text, t.bufferStart, t.endOfLine()).text;
        } else {
            text = lineText(t, line);
        }
        int shownOffset = offset;
        int shownEnd = endOffset;
        if (!t.source.countsBytes()) {
            shownOffset = characters(text, offset);
            shownEnd = endOffset > 0 ? characters(text, endOffset) : endOffset;
        }
        return new SyntaxException(kind, message, t.source.fileName(), line, shownOffset, endLine, shownEnd, text);
    }

    private static String lineText(Tokenizer t, int line) {
        int from = line > 0 && line <= t.line ? t.lineStarts[line] : 0;
        int to = from;
        while (to < t.end && t.text[to] != '\n') {
            to++;
        }
        return decode(t.text, from, to).text;
    }

    /** How many characters the first bytes of a line are; at most one more than the line has. */
    private static int characters(String line, int offset) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        int n = Math.min(Math.max(offset, 0), bytes.length + 1);
        int inside = Math.min(n, bytes.length);
        return decode(bytes, 0, inside).codePointCount() + (n > inside ? 1 : 0);
    }

    private static Text decode(byte[] bytes, int from, int to) {
        return new Text(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    private record Text(String text) {
        int codePointCount() {
            return text.codePointCount(0, text.length());
        }
    }
}
