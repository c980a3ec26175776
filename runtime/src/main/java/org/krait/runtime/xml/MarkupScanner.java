package org.krait.runtime.xml;

/**
 * The tokens that content and prolog share. A scan starts at a token's first character and gives its kind;
 * {@link #next} is then the token's end, or the offending character of an {@link Token#INVALID} one.
 */
abstract class MarkupScanner {
    /** True when colons separate prefixes, so that they aren't just a part of names. */
    final boolean namespaces;
    /** The end of the token, or where it is wrong. */
    int next;
    /** The end of the name of a PI. */
    int nameEnd;
    /** What is scanned, and its end. */
    int[] text;
    int end;
    /** True for the text of an entity, in which a carriage return came from a reference: it is a space. */
    boolean internal;

    MarkupScanner(boolean namespaces) {
        this.namespaces = namespaces;
    }

    final void start(Source source) {
        text = source.text;
        end = source.end;
        internal = source.internal;
    }

    final boolean isNameStart(int c) {
        return XmlChars.isNameStart(c) && (c != ':' || !namespaces);
    }

    final boolean isName(int c) {
        return XmlChars.isName(c) && (c != ':' || !namespaces);
    }

    final Token invalid(int at) {
        next = at;
        return Token.INVALID;
    }

    final Token found(Token token, int to) {
        next = to;
        return token;
    }

    /** The end of the name characters from {@code at} on. */
    final int skipName(int at) {
        int p = at;
        while (p < end && isName(text[p])) {
            p++;
        }
        return p;
    }

    final int skipSpace(int at) {
        int p = at;
        while (p < end && XmlChars.isSpace(text[p])) {
            p++;
        }
        return p;
    }

    /** A comment, from after its {@code <!-}. */
    final Token comment(int at) {
        if (at == end) {
            return Token.PARTIAL;
        }
        if (text[at] != '-') {
            return invalid(at);
        }
        for (int p = at + 1; p < end; p++) {
            if (!XmlChars.isValid(text[p])) {
                return invalid(p);
            }
            if (text[p] == '-') {
                if (p + 1 == end) {
                    return Token.PARTIAL;
                }
                if (text[p + 1] == '-') {
                    if (p + 2 == end) {
                        return Token.PARTIAL;
                    }
                    return text[p + 2] == '>' ? found(Token.COMMENT, p + 3) : invalid(p + 2);
                }
            }
        }
        return Token.PARTIAL;
    }

    /** A processing instruction or XML declaration, from after its {@code <?}. */
    final Token instruction(int at) {
        if (at == end) {
            return Token.PARTIAL;
        }
        if (!isNameStart(text[at])) {
            return invalid(at);
        }
        int p = skipName(at);
        if (p == end) {
            return Token.PARTIAL;
        }
        nameEnd = p;
        Token kind = Token.PI;
        if (p - at == 3 && XmlChars.string(text, at, p).equalsIgnoreCase("xml")) {
            if (!XmlChars.matches(text, at, p, "xml")) {
                return invalid(p);
            }
            kind = Token.XML_DECL;
        }
        if (text[p] == '?') {
            if (p + 1 == end) {
                return Token.PARTIAL;
            }
            return text[p + 1] == '>' ? found(kind, p + 2) : invalid(p + 1);
        }
        if (!XmlChars.isSpace(text[p])) {
            return invalid(p);
        }
        for (p++; p < end; p++) {
            if (!XmlChars.isValid(text[p])) {
                return invalid(p);
            }
            if (text[p] == '?') {
                if (p + 1 == end) {
                    return Token.PARTIAL;
                }
                if (text[p + 1] == '>') {
                    return found(kind, p + 2);
                }
            }
        }
        return Token.PARTIAL;
    }

    /** A reference to a character or a general entity, from its ampersand on. */
    final Token reference(int at) {
        int p = at + 1;
        if (p == end) {
            return Token.PARTIAL;
        }
        if (text[p] == '#') {
            return characterReference(p + 1);
        }
        return name(p, Token.ENTITY_REF);
    }

    /** A name and a semicolon. */
    final Token name(int at, Token kind) {
        if (!isNameStart(text[at])) {
            return invalid(at);
        }
        int p = skipName(at);
        if (p == end) {
            return Token.PARTIAL;
        }
        return text[p] == ';' ? found(kind, p + 1) : invalid(p);
    }

    private Token characterReference(int at) {
        if (at == end) {
            return Token.PARTIAL;
        }
        int radix = 10;
        int first = at;
        if (text[at] == 'x') {
            radix = 16;
            first++;
            if (first == end) {
                return Token.PARTIAL;
            }
        }
        int p = first;
        while (p < end && text[p] < 128 && Character.digit(text[p], radix) >= 0) {
            p++;
        }
        if (p == end) {
            return Token.PARTIAL;
        }
        return p > first && text[p] == ';' ? found(Token.CHAR_REF, p + 1) : invalid(p);
    }

    /** A newline, which may be one of two characters; {@link Token#TRAILING_CR} when the second may come. */
    final Token newline(int at) {
        if (text[at] == '\n') {
            return found(Token.NEWLINE, at + 1);
        }
        if (at + 1 == end) {
            return found(Token.TRAILING_CR, end);
        }
        return found(Token.NEWLINE, text[at + 1] == '\n' ? at + 2 : at + 1);
    }

    /** True for a character that ends a line here. */
    final boolean isLineEnd(int c) {
        return c == '\n' || c == '\r' && !internal;
    }
}
