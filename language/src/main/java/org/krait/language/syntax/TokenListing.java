package org.krait.language.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/**
 * The tokens of a source as the module {@code tokenize} lists them: with their text and place, and, if wanted, with
 * comments and the line ends that end no statement.
 *
 * <p>The {@link Tokenizer} passes over comments and such line ends; they are found in what lies between two of its
 * tokens. Types are those of CPython's {@code token} module.
 */
public final class TokenListing {
    private static final int OP = 55;
    private static final int FSTRING_START = 61;
    private static final int COMMENT = 64;
    private static final int NL = 65;
    /** The first operator's type; the others follow. */
    private static final int FIRST_OPERATOR = 7;
    private static final String[] OPERATORS = {
        "(", ")", "[", "]", ":", ",", ";", "+", "-", "*", "/", "|", "&", "<", ">", "=", ".", "%", "{", "}", "==", "!=",
        "<=", ">=", "~", "^", "<<", ">>", "**", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "**=",
        "//", "//=", "@", "@=", "->", "...", ":=", "!"
    };

    /** One token; lines count from 1, columns are characters. {@code text} is that of the lines it stands on. */
    public record Listed(int type, String string, int line, int column, int endLine, int endColumn, String text) {}

    private final Tokenizer tokenizer;
    private final byte[] bytes;
    private final int end;
    private final boolean extra;
    /** The lines as they were given, with their own line ends. */
    private final String[] lines;
    /** The last line had no end: one was added. */
    private final boolean unended;
    private final ArrayDeque<Listed> ready = new ArrayDeque<>();
    /** What lies before it was listed. */
    private int cursor;
    /** The line of the cursor, and where it begins. */
    private int line = 1;
    private int lineStart;
    private SyntaxException failure;
    private boolean done;

    /** Lists the tokens of lines; {@code extra} asks for comments, blank lines and operators without their kinds. */
    public TokenListing(String[] lines, boolean extra) {
        StringBuilder whole = new StringBuilder();
        for (String one : lines) {
            whole.append(one);
        }
        unended = !whole.isEmpty() && whole.charAt(whole.length() - 1) != '\n';
        Source source = Source.of(whole.toString(), "<string>").endingInNewline();
        this.lines = lines;
        this.extra = extra;
        tokenizer = new Tokenizer(source, false, null);
        bytes = source.text();
        end = source.length();
    }

    /** The next token; null behind the last one. */
    public Listed next() {
        while (ready.isEmpty()) {
            if (failure != null) {
                throw failure;
            }
            if (done) {
                return null;
            }
            advance();
        }
        return ready.poll();
    }

    private void advance() {
        int kind;
        try {
            kind = tokenizer.next();
        } catch (SyntaxException e) {
            failure = e;
            return;
        }
        switch (kind) {
            case Token.ENDMARKER -> {
                list(end);
                done = true;
                trailing(Token.ENDMARKER);
            }
            case Token.INDENT, Token.DEDENT -> indentation(kind);
            case Token.NEWLINE -> {
                list(tokenizer.stop - 1);
                endOfLine(Token.NEWLINE);
            }
            case Token.ERRORTOKEN -> {
                list(Math.min(end, tokenizer.atEnd ? end : tokenizer.lineStart()));
                failure = failure();
            }
            case Token.FSTRING_MIDDLE -> text(kind, tokenizer.start, middleEnd());
            default -> {
                list(tokenizer.start);
                text(kind, tokenizer.start, tokenizer.stop);
            }
        }
    }

    /** A doubled brace is part of the tokenizer's token, but only one of it is listed. */
    private int middleEnd() {
        int stop = tokenizer.stop;
        boolean doubled = stop - tokenizer.start >= 2 && bytes[stop - 1] == bytes[stop - 2]
                && (bytes[stop - 1] == '{' || bytes[stop - 1] == '}');
        return doubled ? stop - 1 : stop;
    }

    /** Lists the comments and line ends up to an offset. */
    private void list(int to) {
        while (cursor < to) {
            byte b = bytes[cursor];
            if (b == '#') {
                int stop = cursor;
                while (stop < to && bytes[stop] != '\n') {
                    stop++;
                }
                if (extra) {
                    text(COMMENT, cursor, stop);
                }
                cursor = stop;
            } else if (b == '\n') {
                endOfLine(NL);
            } else if (b == '\\') {
                cursor += 2;
                line++;
                lineStart = cursor;
            } else {
                cursor++;
            }
        }
    }

    /** Lists the line end at the cursor and goes behind it. */
    private void endOfLine(int type) {
        String string = unended && cursor == end - 1 ? "" : lines[line - 1].endsWith("\r\n") ? "\r\n" : "\n";
        int column = column(cursor);
        if (type == Token.NEWLINE || extra) {
            ready.add(new Listed(type, extra ? string : "", line, column, line,
                    column + (extra ? Math.max(1, string.length()) : 0), lines[line - 1]));
        }
        cursor++;
        line++;
        lineStart = cursor;
    }

    private void indentation(int kind) {
        if (tokenizer.atEnd) {
            list(end);
            trailing(kind);
            return;
        }
        list(tokenizer.lineStart());
        int column = column(tokenizer.pos);
        String string = kind == Token.INDENT ? string(tokenizer.lineStart(), tokenizer.pos) : "";
        ready.add(new Listed(kind, string, line, kind == Token.INDENT ? 0 : column, line, column, lines[line - 1]));
    }

    /** A token behind the last line. */
    private void trailing(int kind) {
        ready.add(new Listed(kind, "", line, 0, line, 0, ""));
    }

    /** Lists a token with text and goes behind it. */
    private void text(int kind, int start, int stop) {
        int firstLine = line;
        int firstColumn = column(start);
        String string = string(start, stop);
        for (int i = start; i < stop; i++) {
            if (bytes[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = firstLine; i <= line && i <= lines.length; i++) {
            text.append(lines[i - 1]);
        }
        ready.add(new Listed(type(kind, string), string, firstLine, firstColumn, line, column(stop), text.toString()));
        cursor = Math.max(stop, kind == Token.FSTRING_MIDDLE ? tokenizer.stop : stop);
    }

    private int type(int kind, String string) {
        if (kind == COMMENT || kind < Token.INDENT) {
            return kind;
        }
        if (kind >= Token.FSTRING_START && kind <= Token.FSTRING_END) {
            return kind - Token.FSTRING_START + FSTRING_START;
        }
        for (int i = 0; !extra && i < OPERATORS.length; i++) {
            if (OPERATORS[i].equals(string)) {
                return FIRST_OPERATOR + i;
            }
        }
        return OP;
    }

    private String string(int start, int stop) {
        return new String(bytes, start, stop - start, StandardCharsets.UTF_8);
    }

    /** The characters between the beginning of the cursor's line and an offset. */
    private int column(int offset) {
        int column = 0;
        for (int i = lineStart; i < offset; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                column++;
            }
        }
        return column;
    }

    private SyntaxException failure() {
        int at = Math.min(tokenizer.line, Math.max(1, lines.length));
        return switch (tokenizer.failure) {
            case DEDENT -> error(SyntaxException.Kind.INDENTATION_ERROR,
                    "unindent does not match any outer indentation level", at);
            case TABS -> error(SyntaxException.Kind.TAB_ERROR,
                    "inconsistent use of tabs and spaces in indentation", at);
            case TOO_DEEP -> error(SyntaxException.Kind.INDENTATION_ERROR, "too many levels of indentation", at);
            case CONTINUATION -> error(SyntaxException.Kind.SYNTAX_ERROR,
                    "unexpected character after line continuation character", at);
            case END_OF_INPUT, NONE -> error(SyntaxException.Kind.SYNTAX_ERROR,
                    "unexpected EOF in multi-line statement", at);
        };
    }

    private SyntaxException error(SyntaxException.Kind kind, String message, int at) {
        boolean located = kind != SyntaxException.Kind.SYNTAX_ERROR;
        String text = at <= lines.length && located ? lines[at - 1] : "";
        return new SyntaxException(kind, message, "<string>", at, located ? text.length() : 0, -1, -1, text);
    }
}
