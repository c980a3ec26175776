package org.krait.language.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists the tokens of a source for programs ({@code _tokenize}), with the comments and line ends that the parser does
 * not see. Kinds are the numbers of CPython 3.12's {@code token} module.
 */
public final class TokenLister {
    private static final int NL = 65;
    private static final int COMMENT = 64;
    private static final int OPERATOR = 55;

    /** A token: lines are 1-based, columns 0-based in characters; {@code text} is the line or lines it is on. */
    public record Entry(int kind, String string, int line, int column, int endLine, int endColumn, String text) {}

    private final Tokenizer tokenizer;
    private final boolean extraTokens;
    private final boolean endsWithNewline;
    private final List<Entry> entries = new ArrayList<>();
    /** Indents and dedents whose place is that of the next token. */
    private final List<Integer> pending = new ArrayList<>();
    private SyntaxException error;
    private int countedTo;
    private int countedLines = 1;

    private TokenLister(String source, boolean extraTokens) {
        tokenizer = new Tokenizer(Source.of(source, "<string>"), false, null);
        this.extraTokens = extraTokens;
        endsWithNewline = source.isEmpty() || source.endsWith("\n");
    }

    /** The tokens of a source, and the error at which they end. */
    public record Result(List<Entry> entries, SyntaxException error) {}

    /** Reads all tokens. */
    public static Result list(String source, boolean extraTokens) {
        TokenLister lister = new TokenLister(source, extraTokens);
        try {
            lister.run();
        } catch (SyntaxException e) {
            lister.error = e;
        }
        return new Result(lister.entries, lister.error);
    }

    private void run() {
        int last = 0;
        while (true) {
            int kind = tokenizer.next();
            if (kind == Token.ERRORTOKEN) {
                throw failure();
            }
            boolean hasText = tokenizer.start >= 0;
            int start = hasText ? tokenizer.start : kind == Token.ENDMARKER ? tokenizer.end : tokenizer.pos;
            if (kind == Token.NEWLINE) {
                start = last;
                while (start < tokenizer.end && tokenizer.text[start] != '\n') {
                    start++;
                }
            }
            if (extraTokens && kind != Token.DEDENT && kind != Token.INDENT) {
                gap(last, Math.min(start, tokenizer.end));
                flushIndentation();
            }
            if (kind == Token.INDENT || kind == Token.DEDENT) {
                pending.add(kind);
                if (!extraTokens) {
                    flushIndentation();
                }
                continue;
            }
            if (kind == Token.ENDMARKER) {
                int line = lineOf(tokenizer.end) + (endsAtLineStart() ? 0 : 1);
                entries.add(new Entry(0, "", line, 0, line, 0, ""));
                return;
            }
            add(kind, start, hasText ? Math.max(start, tokenizer.stop) : start);
            last = hasText ? Math.max(start, tokenizer.stop) : start;
            if (kind == Token.NEWLINE) {
                last = Math.max(last, Math.min(tokenizer.end, start + 1));
            }
        }
    }

    /** Emits the indents and dedents before a token, at its place. */
    private void flushIndentation() {
        for (int kind : pending) {
            int at = tokenizer.start >= 0 ? tokenizer.start : tokenizer.end;
            int line = tokenizer.start >= 0 ? lineOf(at) : lineOf(tokenizer.end) + (endsAtLineStart() ? 0 : 1);
            int lineStart = tokenizer.start >= 0 ? lineStart(at) : at;
            String text = tokenizer.start >= 0 ? lineText(lineStart) : "";
            int column = tokenizer.start >= 0 ? characters(lineStart, at) : 0;
            if (kind == Token.INDENT) {
                entries.add(new Entry(5, slice(lineStart, at), line, 0, line, column, text));
            } else {
                entries.add(new Entry(6, "", line, column, line, column, text));
            }
        }
        pending.clear();
    }

    private boolean endsAtLineStart() {
        return tokenizer.end == 0 || tokenizer.text[tokenizer.end - 1] == '\n' && endsWithNewline;
    }

    private SyntaxException failure() {
        String message = switch (tokenizer.failure) {
            case END_OF_INPUT -> "unexpected EOF in multi-line statement";
            case DEDENT -> "unindent does not match any outer indentation level";
            case TABS -> "inconsistent use of tabs and spaces in indentation";
            case TOO_DEEP -> "too many levels of indentation";
            case CONTINUATION -> "unexpected character after line continuation character";
            case NONE -> "invalid token";
        };
        SyntaxException.Kind kind = switch (tokenizer.failure) {
            case DEDENT -> SyntaxException.Kind.INDENTATION_ERROR;
            case TABS -> SyntaxException.Kind.TAB_ERROR;
            default -> SyntaxException.Kind.SYNTAX_ERROR;
        };
        int at = Math.min(tokenizer.pos, tokenizer.end);
        int lineStart = lineStart(Math.max(0, at - 1));
        return new SyntaxException(kind, message, "<string>", Math.max(1, tokenizer.line),
                characters(lineStart, at), 0, 0, lineText(lineStart));
    }

    /** Comments and line ends between two tokens. */
    private void gap(int from, int to) {
        byte[] text = tokenizer.text;
        int i = from;
        while (i < to) {
            byte b = text[i];
            if (b == '#') {
                int end = i;
                while (end < tokenizer.end && text[end] != '\n') {
                    end++;
                }
                put(COMMENT, i, end);
                i = end;
                continue;
            }
            if (b == '\\') {
                i += 2;
                continue;
            }
            if (b == '\n') {
                boolean made = i == tokenizer.end - 1 && !endsWithNewline;
                int line = lineOf(i);
                int column = characters(lineStart(i), i);
                entries.add(new Entry(NL, made ? "" : "\n", line, column, line, column + 1,
                        lineText(lineStart(i))));
            }
            i++;
        }
    }

    private void add(int kind, int start, int stop) {
        if (kind == Token.NEWLINE) {
            int line = lineOf(Math.min(start, Math.max(0, tokenizer.end - 1)));
            int lineStart = lineStart(Math.min(start, Math.max(0, tokenizer.end - 1)));
            int column = characters(lineStart, start);
            boolean made = start >= tokenizer.end - 1 && !endsWithNewline;
            entries.add(new Entry(4, made || !extraTokens ? "" : "\n", line, column, line, column + 1,
                    lineText(lineStart)));
            return;
        }
        put(number(kind), start, stop);
    }

    /** The number of a kind in the module {@code token}. */
    private int number(int kind) {
        return switch (kind) {
            case Token.NAME, Token.NUMBER, Token.STRING -> kind;
            case Token.FSTRING_START -> 61;
            case Token.FSTRING_MIDDLE -> 62;
            case Token.FSTRING_END -> 63;
            case Token.TYPE_COMMENT -> 59;
            case Token.TYPE_IGNORE -> 58;
            default -> kind >= Token.FALSE ? Token.NAME : OPERATOR;
        };
    }

    private void put(int kind, int start, int stop) {
        int line = lineOf(start);
        int lineStart = lineStart(start);
        int endLine = lineOf(stop > start ? stop - 1 : stop);
        int endStart = endLine == line ? lineStart : lineStart(stop - 1);
        String text = endLine == line ? lineText(lineStart) : slice(lineStart, lineEnd(endStart));
        entries.add(new Entry(kind, slice(start, stop), line, characters(lineStart, start), endLine,
                characters(endStart, stop), text));
    }

    /** The line of an offset; asked for growing offsets mostly, so it counts on from the last one. */
    private int lineOf(int at) {
        if (at < countedTo) {
            countedTo = 0;
            countedLines = 1;
        }
        for (; countedTo < at; countedTo++) {
            if (tokenizer.text[countedTo] == '\n') {
                countedLines++;
            }
        }
        return countedLines;
    }

    private int lineStart(int at) {
        int i = Math.min(at, tokenizer.end);
        while (i > 0 && tokenizer.text[i - 1] != '\n') {
            i--;
        }
        return i;
    }

    private int lineEnd(int lineStart) {
        int i = lineStart;
        while (i < tokenizer.end && tokenizer.text[i] != '\n') {
            i++;
        }
        return Math.min(i + 1, tokenizer.end);
    }

    private String lineText(int lineStart) {
        int end = lineEnd(lineStart);
        String line = slice(lineStart, end);
        return !endsWithNewline && end == tokenizer.end && line.endsWith("\n")
                ? line.substring(0, line.length() - 1) : line;
    }

    private String slice(int from, int to) {
        return new String(tokenizer.text, from, Math.max(0, to - from), StandardCharsets.UTF_8);
    }

    private int characters(int from, int to) {
        int n = 0;
        for (int i = from; i < to && i < tokenizer.end; i++) {
            if ((tokenizer.text[i] & 0xc0) != 0x80) {
                n++;
            }
        }
        return n + Math.max(0, to - Math.max(from, tokenizer.end));
    }
}
