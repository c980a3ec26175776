package org.krait.language.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tokens of a source, read when they are needed and kept, so that a parser can go back. */
class TokenStream {
    final Tokenizer tokenizer;
    final Source source;
    final ParseOptions options;
    private final Mode mode;
    private final Names table = new Names();

    byte[] kinds = new byte[256];
    /** First byte of each token, and the byte behind its last one; -1 for tokens without text. */
    int[] starts = new int[256];
    int[] stops = new int[256];
    /** First and last line of each token. */
    int[] lines = new int[256];
    int[] endLines = new int[256];
    /** How many brackets are open behind each token. */
    byte[] levels = new byte[256];
    /** The identifier of names and keywords. */
    private String[] names = new String[256];
    int size;
    /** The token to be parsed next, and its kind. */
    int index;
    int kind;
    final List<TypeIgnore> typeIgnores = new ArrayList<>();
    private boolean started;
    private final AsyncHacks asyncHacks;

    TokenStream(Source source, Mode mode, ParseOptions options, SyntaxWarningListener warnings) {
        this.source = source;
        this.mode = mode;
        this.options = options;
        tokenizer = new Tokenizer(source, options.typeComments(), warnings);
        asyncHacks = options.asyncHacks() || options.featureVersion() < 7 ? new AsyncHacks(tokenizer) : null;
    }

    /** Reads tokens until there are more than {@code i}. */
    final void fillTo(int i) {
        while (size <= i) {
            fill();
        }
    }

    private void fill() {
        Tokenizer t = tokenizer;
        int k = t.next();
        while (k == Token.TYPE_IGNORE) {
            typeIgnores.add(new TypeIgnore(t.startLine, text(t.start, t.stop)));
            k = t.next();
        }
        if (mode == Mode.SINGLE && k == Token.ENDMARKER && started) {
            k = Token.NEWLINE;
            started = false;
            if (t.indent() > 0 && !options.dontImplyDedent()) {
                t.dedentAll();
            }
        } else {
            started = true;
        }
        int n = size;
        if (n == kinds.length) {
            grow();
        }
        starts[n] = t.start;
        stops[n] = t.stop;
        lines[n] = t.startLine;
        endLines[n] = t.line;
        levels[n] = (byte) t.level;
        if (k == Token.NAME) {
            byte[] text = t.text;
            int i = t.start;
            while (i < t.stop && text[i] >= 0) {
                i++;
            }
            if (i == t.stop) {
                names[n] = table.find(text, t.start, t.stop);
                k = table.kind;
            } else {
                names[n] = Identifiers.normalized(text, t.start, t.stop);
            }
        }
        if (asyncHacks != null) {
            k = asyncHacks.kindOf(k);
        }
        kinds[n] = (byte) k;
        size = n + 1;
    }

    private void grow() {
        int length = size * 2;
        kinds = Arrays.copyOf(kinds, length);
        starts = Arrays.copyOf(starts, length);
        stops = Arrays.copyOf(stops, length);
        lines = Arrays.copyOf(lines, length);
        endLines = Arrays.copyOf(endLines, length);
        levels = Arrays.copyOf(levels, length);
        names = Arrays.copyOf(names, length);
    }

    /** Goes to the first token. */
    final void begin() {
        fillTo(0);
        index = 0;
        kind = kinds[0];
    }

    final void advance() {
        int i = ++index;
        if (i == size) {
            fill();
        }
        kind = kinds[i];
    }

    final void reset(int mark) {
        index = mark;
        kind = kinds[mark];
    }

    /** Whether it took a look beyond the end of the source to see where the token read last ends. */
    final boolean lastTokenLookedBeyondEnd() {
        int last = size - 1;
        return last >= 0 && stops[last] == source.length() && kinds[last] != Token.STRING
                && kinds[last] != Token.FSTRING_END && kinds[last] != Token.NEWLINE;
    }

    /** The kind of the token behind the next one. */
    final int peek() {
        fillTo(index + 1);
        return kinds[index + 1];
    }

    final boolean accept(int expected) {
        if (kind != expected) {
            return false;
        }
        advance();
        return true;
    }

    final void expect(int expected) {
        if (kind != expected) {
            throw new ParseFailure();
        }
        advance();
    }

    /** The next token's identifier. */
    final String name() {
        if (kind != Token.NAME) {
            throw new ParseFailure();
        }
        String name = names[index];
        advance();
        return name;
    }

    /** The identifier of a name or keyword token. */
    final String nameAt(int token) {
        return names[token];
    }

    /** Whether the next token is a soft keyword. */
    final boolean isWord(String word) {
        return kind == Token.NAME && word.equals(names[index]);
    }

    final String text(int start, int stop) {
        return new String(source.text(), start, stop - start, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The column where a token begins; -1 for tokens without text. */
    final int column(int token) {
        return starts[token] < 0 ? -1 : starts[token] - tokenizer.lineStarts[lines[token]];
    }

    /** The column behind a token. */
    final int endColumn(int token) {
        return stops[token] < 0 ? -1 : stops[token] - tokenizer.lineStarts[endLines[token]];
    }

    /** From the beginning of a token to the end of the one parsed last. */
    final Span spanFrom(int first) {
        int last = lastToken();
        return new Span(lines[first], column(first), endLines[last], endColumn(last));
    }

    /** From the beginning of a node to the end of the token parsed last. */
    final Span spanFrom(Span first) {
        int last = lastToken();
        return new Span(first.line(), first.column(), endLines[last], endColumn(last));
    }

    final Span spanOf(int token) {
        return new Span(lines[token], column(token), endLines[token], endColumn(token));
    }

    /** The token parsed last, but for newlines and indentation. */
    private int lastToken() {
        int last = index - 1;
        while (last > 0) {
            int k = kinds[last];
            if (k != Token.NEWLINE && k != Token.INDENT && k != Token.DEDENT && k != Token.ENDMARKER) {
                break;
            }
            last--;
        }
        return last;
    }
}
