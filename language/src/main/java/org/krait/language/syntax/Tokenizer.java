package org.krait.language.syntax;

import java.util.Arrays;

/**
 * Source text to tokens, one at a time.
 *
 * <p>Reads line by line, because errors report the line that was read last. Literals and the parts of f-strings that
 * few sources have are in {@link NumberTokens} and {@link FStringTokens}. An error is either thrown at once with its
 * place, or (for what is only wrong if the parser gets there) is an {@link Token#ERRORTOKEN} with a {@link Failure}.
 */
final class Tokenizer {
    private static final int MAX_INDENT = 100;
    private static final int MAX_LEVEL = 200;
    private static final int TAB_SIZE = 8;

    /** Why an {@link Token#ERRORTOKEN} was made. */
    enum Failure { NONE, END_OF_INPUT, DEDENT, TABS, TOO_DEEP, CONTINUATION }

    final Source source;
    final byte[] text;
    final int end;
    private final boolean typeComments;
    /** Comments and all newlines are tokens too, and much of what isn't Python is let through. */
    final boolean extraTokens;
    /** Receives warnings; null in a diagnosing pass, which was warned already. */
    final SyntaxWarningListener warnings;

    /** The next byte to read. */
    int pos;
    /** Where the next line begins, once the newline before it has been read; else the end. */
    private int lineEnd;
    /** The line being read, 1-based; 0 before the first. */
    int line;
    /** The offset where each line begins, by line number. */
    int[] lineStarts = new int[64];

    /** The token read last: first byte, byte behind the last one; -1 for tokens without text. */
    int start;
    int stop;
    /** The line where the token read last begins. */
    int startLine;
    /** Where the text begins that an error at this token would show. */
    int bufferStart;
    /** Why the token read last is an error. */
    Failure failure = Failure.NONE;
    /** The end of the source has been read. */
    boolean atEnd;
    /** An error has been raised. */
    boolean failed;
    /** The source ended inside a string, so the error might go away if it went on. */
    boolean endedInString;

    private boolean atLineStart = true;
    private int indent;
    private int[] indents = new int[16];
    private int[] alternativeIndents = new int[16];
    private int pendingIndents;

    /** Open brackets: how many, which, and where. */
    int level;
    byte[] brackets = new byte[16];
    int[] bracketLines = new int[16];
    int[] bracketColumns = new int[16];

    /** The innermost f-string being read, or null. */
    FStringTokens fString;

    /** A comment that was alone on its line has been a token: so is the newline behind it. */
    private boolean afterComment;

    Tokenizer(Source source, boolean typeComments, SyntaxWarningListener warnings) {
        this(source, typeComments, false, warnings);
    }

    Tokenizer(Source source, boolean typeComments, boolean extraTokens, SyntaxWarningListener warnings) {
        this.source = source;
        this.extraTokens = extraTokens;
        this.text = source.text();
        this.end = source.length();
        this.typeComments = typeComments;
        this.warnings = warnings;
    }

    /** Reads the next token and says its kind; sets {@link #start}, {@link #stop} and {@link #startLine}. */
    int next() {
        if (fString != null && fString.inText) {
            return fString.next(this);
        }
        return nextNormal();
    }

    int lineStart() {
        return lineStarts[line];
    }

    /** Behind the newline of the line being read. */
    int endOfLine() {
        int i = line == 0 ? 0 : lineStart();
        while (i < end) {
            if (text[i++] == '\n') {
                break;
            }
        }
        return i;
    }

    /** Dedents to column 0, as at the end of a statement typed at a prompt. */
    void dedentAll() {
        pendingIndents = -indent;
        indent = 0;
    }

    /** How many levels the current line is indented. */
    int indent() {
        return indent;
    }

    int nextNormal() {
        boolean blankLine = false;
        boolean continued = false;
        while (true) {
            if (!continued) {
                start = -1;
                blankLine = false;
                if (atLineStart) {
                    atLineStart = false;
                    int state = readIndentation();
                    if (state == Token.ERRORTOKEN) {
                        stop = -1;
                        return state;
                    }
                    blankLine = state == Token.NEWLINE;
                }
                if (pendingIndents != 0) {
                    return pendingIndent();
                }
            }
            continued = false;
            int c = skipSpace();
            if (c == '#' && extraTokens) {
                afterComment = blankLine;
                return comment();
            }
            if (c == '#') {
                int kind = skipComment(blankLine);
                if (kind != 0) {
                    return kind;
                }
                c = read();
            }
            if (c < 0) {
                return endOfInput();
            }
            if (c == '\r' && text[pos] == '\n') {
                c = read();
            }
            if (c == '\n') {
                atLineStart = true;
                stop = pos;
                if (extraTokens && (blankLine || level > 0 || afterComment)) {
                    afterComment = false;
                    return finish(Token.NL);
                }
                if (blankLine || level > 0) {
                    continue;
                }
                return finish(Token.NEWLINE);
            }
            if (c != '\\') {
                return word(c);
            }
            if (!skipContinuation()) {
                start = -1;
                stop = -1;
                return finish(Token.ERRORTOKEN);
            }
            continued = true;
        }
    }

    private int pendingIndent() {
        start = -1;
        stop = -1;
        startLine = line;
        if (extraTokens) {
            start = pendingIndents < 0 ? pos : lineStart();
            stop = pos;
        }
        if (pendingIndents < 0) {
            pendingIndents++;
            return Token.DEDENT;
        }
        pendingIndents--;
        return Token.INDENT;
    }

    private int endOfInput() {
        start = -1;
        stop = -1;
        if (level > 0) {
            failure = Failure.END_OF_INPUT;
            return finish(Token.ERRORTOKEN);
        }
        return finish(Token.ENDMARKER);
    }

    private int finish(int kind) {
        startLine = line;
        return kind;
    }

    /** Reads a byte and goes to the next line if need be; -1 at the end. */
    int read() {
        if (pos >= lineEnd && !readLine()) {
            return -1;
        }
        int c = text[pos++] & 0xFF;
        if (c == '\n') {
            lineEnd = pos;
        }
        return c;
    }

    /** Undoes a {@link #read}. */
    void unread(int c) {
        if (c >= 0) {
            pos--;
        }
    }

    private boolean readLine() {
        if (pos >= end) {
            atEnd = true;
            return false;
        }
        if (start < 0) {
            bufferStart = pos;
        }
        line++;
        if (line >= lineStarts.length) {
            lineStarts = Arrays.copyOf(lineStarts, lineStarts.length * 2);
        }
        lineStarts[line] = pos;
        lineEnd = end;
        return true;
    }

    private int skipSpace() {
        start = -1;
        int c;
        do {
            c = read();
        } while (c == ' ' || c == '\t' || c == '\f');
        start = c < 0 ? -1 : pos - 1;
        return c;
    }

    /** Reads the white space at the start of a line; {@link Token#NEWLINE} if nothing else is on it. */
    private int readIndentation() {
        int column = 0;
        int alternative = 0;
        int continued = 0;
        int c;
        while (true) {
            c = read();
            if (c == ' ') {
                column++;
                alternative++;
            } else if (c == '\t') {
                column = (column / TAB_SIZE + 1) * TAB_SIZE;
                alternative++;
            } else if (c == '\f') {
                column = 0;
                alternative = 0;
            } else if (c == '\\') {
                // The indentation before the first backslash counts.
                continued = continued != 0 ? continued : column;
                if (!skipContinuation()) {
                    return finish(Token.ERRORTOKEN);
                }
            } else {
                break;
            }
        }
        unread(c);
        if (c == '#' || c == '\n' || c == '\r' && text[pos + 1] == '\n') {
            return Token.NEWLINE;
        }
        if (level > 0) {
            return 0;
        }
        if (continued != 0) {
            column = continued;
            alternative = continued;
        }
        return indentTo(column, alternative);
    }

    private int indentTo(int column, int alternative) {
        if (column > indents[indent]) {
            if (indent + 1 >= MAX_INDENT) {
                pos = endOfLine();
                return fail(Failure.TOO_DEEP);
            }
            if (alternative <= alternativeIndents[indent]) {
                return badTabs();
            }
            pendingIndents++;
            if (++indent == indents.length) {
                indents = Arrays.copyOf(indents, indent * 2);
                alternativeIndents = Arrays.copyOf(alternativeIndents, indent * 2);
            }
            indents[indent] = column;
            alternativeIndents[indent] = alternative;
            return 0;
        }
        while (column < indents[indent]) {
            pendingIndents--;
            indent--;
        }
        if (column != indents[indent]) {
            pos = endOfLine();
            return fail(Failure.DEDENT);
        }
        return alternative == alternativeIndents[indent] ? 0 : badTabs();
    }

    private int badTabs() {
        pos = endOfLine();
        return fail(Failure.TABS);
    }

    private int fail(Failure why) {
        failure = why;
        return finish(Token.ERRORTOKEN);
    }

    /** Goes to the line behind a backslash; false if there is none. */
    private boolean skipContinuation() {
        int c = read();
        if (c == '\r') {
            c = read();
        }
        if (c != '\n') {
            failure = Failure.CONTINUATION;
            return false;
        }
        c = read();
        if (c < 0) {
            failure = Failure.END_OF_INPUT;
            pos = endOfLine();
            return false;
        }
        unread(c);
        return true;
    }

    private int comment() {
        int i = pos;
        while (i < end && text[i] != '\n' && text[i] != '\r') {
            i++;
        }
        pos = i;
        stop = i;
        return finish(Token.COMMENT);
    }

    /** Goes to the end of a comment; says the kind of token if it is a type comment, else 0. */
    private int skipComment(boolean blankLine) {
        int i = pos;
        while (i < end && text[i] != '\n') {
            i++;
        }
        pos = i;
        return typeComments ? TypeComments.read(this, blankLine) : 0;
    }

    /** Ends a comment that was alone on its line. */
    void skipNewline() {
        read();
        atLineStart = true;
    }

    private int word(int c) {
        startLine = line;
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 128) {
            return nameOrString(c);
        }
        if (c >= '0' && c <= '9') {
            NumberTokens.read(this, c);
            stop = pos;
            return Token.NUMBER;
        }
        if (c == '"' || c == '\'') {
            return string(c);
        }
        return punctuation(c);
    }

    private int nameOrString(int first) {
        int i = start;
        int c = first;
        boolean sawB = false;
        boolean sawR = false;
        boolean sawU = false;
        boolean sawF = false;
        while (true) {
            int lower = c | 0x20;
            if (lower == 'b' && !(sawB || sawU || sawF)) {
                sawB = true;
            } else if (lower == 'u' && !(sawB || sawU || sawR || sawF)) {
                sawU = true;
            } else if (lower == 'r' && !(sawR || sawU)) {
                sawR = true;
            } else if (lower == 'f' && !(sawF || sawB || sawU)) {
                sawF = true;
            } else {
                break;
            }
            c = text[++i];
            if (c == '"' || c == '\'') {
                pos = i + 1;
                return sawF ? FStringTokens.open(this, c) : string(c);
            }
        }
        boolean ascii = true;
        while (true) {
            byte b = text[i];
            if (b < 0) {
                ascii = false;
            } else if (!isIdentifierPart(b)) {
                break;
            }
            i++;
        }
        pos = i;
        stop = i;
        if (!ascii && !extraTokens) {
            Identifiers.verify(this);
        }
        return Token.NAME;
    }

    static boolean isIdentifierPart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    private int string(int quote) {
        int size = 1;
        int closing = 0;
        if (text[pos] == quote) {
            if (text[pos + 1] == quote) {
                size = 3;
                pos += 2;
            } else {
                closing = 1;
                pos++;
            }
        }
        while (closing != size) {
            int c = read();
            if (c < 0 || size == 1 && c == '\n') {
                throw unterminated(quote, size, c < 0);
            }
            if (c == quote) {
                closing++;
            } else {
                closing = 0;
                if (c == '\\' && read() == '\r') {
                    read();
                }
            }
        }
        stop = pos;
        return Token.STRING;
    }

    private SyntaxException unterminated(int quote, int size, boolean atEndOfSource) {
        int detected = line;
        pos = start + 1;
        line = startLine;
        if (fString != null && fString.quote == quote && fString.quoteSize == size) {
            return error("f-string: expecting '}'");
        }
        endedInString = atEndOfSource;
        return error((size == 3 ? "unterminated triple-quoted string literal (detected at line "
                : "unterminated string literal (detected at line ") + detected + ")");
    }

    private int punctuation(int c) {
        if (c == '.') {
            int second = text[pos];
            if (second >= '0' && second <= '9') {
                pos++;
                NumberTokens.readFraction(this, second);
                stop = pos;
                return Token.NUMBER;
            }
            if (second == '.' && text[pos + 1] == '.') {
                pos += 2;
                stop = pos;
                return Token.ELLIPSIS;
            }
            stop = pos;
            return Token.DOT;
        }
        if (fString != null && fString.closesExpression(c)) {
            stop = pos;
            return Token.COLON;
        }
        int kind = OperatorTokens.read(this, c);
        stop = pos;
        if (kind == Token.OP && (c < 32 || c == 127)) {
            throw error("invalid non-printable character U+00"
                    + Character.toUpperCase(Character.forDigit(c >> 4, 16))
                    + Character.toUpperCase(Character.forDigit(c & 15, 16)));
        }
        return kind;
    }

    void open(int c) {
        if (level >= MAX_LEVEL) {
            throw error("too many nested parentheses");
        }
        if (level == brackets.length) {
            brackets = Arrays.copyOf(brackets, level * 2);
            bracketLines = Arrays.copyOf(bracketLines, level * 2);
            bracketColumns = Arrays.copyOf(bracketColumns, level * 2);
        }
        brackets[level] = (byte) c;
        bracketLines[level] = line;
        bracketColumns[level] = start - lineStart();
        level++;
        if (fString != null) {
            fString.depth++;
        }
    }

    void close(int c) {
        if (fString != null && fString.depth == 0 && c == '}') {
            throw error("f-string: single '}' is not allowed");
        }
        if (level == 0 && !extraTokens) {
            throw error("unmatched '" + (char) c + "'");
        }
        level = Math.max(level - 1, 0);
        int opening = brackets[level];
        if (!extraTokens && opening != (c == ')' ? '(' : c == ']' ? '[' : '{')) {
            if (fString != null && opening == '{' && fString.depth - 1 == fString.expressionDepth) {
                throw error("f-string: unmatched '" + (char) c + "'");
            }
            String message = "closing parenthesis '" + (char) c + "' does not match opening parenthesis '"
                    + (char) opening + "'";
            throw error(bracketLines[level] == line ? message : message + " on line " + bracketLines[level]);
        }
        if (fString != null) {
            fString.closed(c);
        }
    }

    /** A SyntaxError at what was read last. */
    SyntaxException error(String message) {
        return Problems.atTokenizer(this, message);
    }
}
