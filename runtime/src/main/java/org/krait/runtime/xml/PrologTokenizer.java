package org.krait.runtime.xml;

/** The tokens of the prolog and of document types. */
final class PrologTokenizer extends MarkupScanner {
    /** True when the token ended with the text, so that more of it may come. */
    boolean mayGoOn;

    PrologTokenizer(boolean namespaces) {
        super(namespaces);
    }

    private Token open(Token token) {
        mayGoOn = true;
        next = end;
        return token;
    }

    /** The token at {@code at}. */
    Token prolog(int at) {
        mayGoOn = false;
        if (at == end) {
            return Token.NONE;
        }
        int c = text[at];
        return switch (c) {
            case '"', '\'' -> literal(at + 1, c);
            case '<' -> markup(at + 1);
            case ' ', '\t', '\n', '\r' -> space(at);
            case '%' -> percent(at + 1);
            case ',' -> found(Token.COMMA, at + 1);
            case '[' -> found(Token.OPEN_BRACKET, at + 1);
            case ']' -> closeBracket(at + 1);
            case '(' -> found(Token.OPEN_PAREN, at + 1);
            case ')' -> closeParen(at + 1);
            case '|' -> found(Token.OR, at + 1);
            case '>' -> found(Token.DECL_CLOSE, at + 1);
            case '#' -> poundName(at + 1);
            default -> name(at);
        };
    }

    private Token space(int at) {
        int p = at;
        while (p < end && XmlChars.isSpace(text[p])) {
            if (text[p] == '\r' && p + 1 == end && !internal) {
                // The other half of the newline may come.
                return p == at ? open(Token.SPACE) : found(Token.SPACE, p);
            }
            p++;
        }
        return found(Token.SPACE, p);
    }

    private Token literal(int at, int quote) {
        int p = at;
        while (p < end && text[p] != quote) {
            if (!XmlChars.isValid(text[p])) {
                return invalid(p);
            }
            p++;
        }
        if (p == end) {
            return Token.PARTIAL;
        }
        p++;
        if (p == end) {
            return open(Token.LITERAL);
        }
        return switch (text[p]) {
            case ' ', '\t', '\r', '\n', '>', '%', '[' -> found(Token.LITERAL, p);
            default -> invalid(p);
        };
    }

    private Token markup(int at) {
        if (at == end) {
            return Token.PARTIAL;
        }
        int c = text[at];
        if (c == '!') {
            return declaration(at + 1);
        }
        if (c == '?') {
            return instruction(at + 1);
        }
        return isNameStart(c) ? found(Token.INSTANCE_START, at - 1) : invalid(at);
    }

    private Token declaration(int at) {
        if (at == end) {
            return Token.PARTIAL;
        }
        if (text[at] == '-') {
            return comment(at + 1);
        }
        if (text[at] == '[') {
            return found(Token.SECTION_OPEN, at + 1);
        }
        int p = at;
        while (p < end && text[p] < 0x80 && isNameStart(text[p])) {
            p++;
        }
        if (p == end) {
            return Token.PARTIAL;
        }
        if (p == at) {
            return invalid(p);
        }
        if (text[p] == '%') {
            if (p + 1 == end) {
                return Token.PARTIAL;
            }
            int after = text[p + 1];
            return XmlChars.isSpace(after) || after == '%' ? invalid(p) : found(Token.DECL_OPEN, p);
        }
        return XmlChars.isSpace(text[p]) ? found(Token.DECL_OPEN, p) : invalid(p);
    }

    private Token percent(int at) {
        if (at == end) {
            return Token.PARTIAL;
        }
        if (XmlChars.isSpace(text[at]) || text[at] == '%') {
            return found(Token.PERCENT, at);
        }
        return name(at, Token.PARAM_ENTITY_REF);
    }

    private Token closeBracket(int at) {
        if (at == end) {
            return open(Token.CLOSE_BRACKET);
        }
        if (text[at] == ']') {
            if (at + 1 == end) {
                return Token.PARTIAL;
            }
            if (text[at + 1] == '>') {
                return found(Token.SECTION_CLOSE, at + 2);
            }
        }
        return found(Token.CLOSE_BRACKET, at);
    }

    private Token closeParen(int at) {
        if (at == end) {
            return open(Token.CLOSE_PAREN);
        }
        return switch (text[at]) {
            case '*' -> found(Token.CLOSE_PAREN_REP, at + 1);
            case '?' -> found(Token.CLOSE_PAREN_OPT, at + 1);
            case '+' -> found(Token.CLOSE_PAREN_PLUS, at + 1);
            case ' ', '\t', '\r', '\n', '>', ',', '|', ')' -> found(Token.CLOSE_PAREN, at);
            default -> invalid(at);
        };
    }

    private Token poundName(int at) {
        if (at == end) {
            return Token.PARTIAL;
        }
        if (!isNameStart(text[at])) {
            return invalid(at);
        }
        int p = skipName(at);
        if (p == end) {
            return open(Token.POUND_NAME);
        }
        return switch (text[p]) {
            case ' ', '\t', '\r', '\n', ')', '>', '%', '|' -> found(Token.POUND_NAME, p);
            default -> invalid(p);
        };
    }

    private Token name(int at) {
        int c = text[at];
        Token kind;
        if (isNameStart(c)) {
            kind = Token.NAME;
        } else if (XmlChars.isName(c)) {
            kind = Token.NMTOKEN;
        } else {
            return invalid(at);
        }
        int p = at + 1;
        while (p < end) {
            c = text[p];
            if (c == ':' && namespaces) {
                p++;
                if (kind == Token.NAME) {
                    if (p == end) {
                        return Token.PARTIAL;
                    }
                    kind = isName(text[p]) ? Token.PREFIXED_NAME : Token.NMTOKEN;
                } else {
                    kind = Token.NMTOKEN;
                }
            } else if (isName(c)) {
                p++;
            } else {
                return nameEnd(kind, p);
            }
        }
        return open(kind);
    }

    private Token nameEnd(Token kind, int at) {
        return switch (text[at]) {
            case ' ', '\t', '\r', '\n', '>', ')', ',', '|', '[', '%' -> found(kind, at);
            case '+' -> kind == Token.NMTOKEN ? invalid(at) : found(Token.NAME_PLUS, at + 1);
            case '*' -> kind == Token.NMTOKEN ? invalid(at) : found(Token.NAME_REP, at + 1);
            case '?' -> kind == Token.NMTOKEN ? invalid(at) : found(Token.NAME_OPT, at + 1);
            default -> invalid(at);
        };
    }

    /**
     * The end of a conditional section that is ignored, after its {@code ]]>}, or -1 when it has not come; nested
     * sections are skipped. {@link #next} is then where something is wrong, or -1.
     */
    int ignored(int at) {
        int level = 0;
        next = -1;
        for (int p = at; p < end; p++) {
            int c = text[p];
            if (!XmlChars.isValid(c)) {
                next = p;
                return -1;
            }
            if (c == '<' && p + 2 < end && text[p + 1] == '!' && text[p + 2] == '[') {
                level++;
                p += 2;
            } else if (c == ']' && p + 2 < end && text[p + 1] == ']' && text[p + 2] == '>') {
                if (level == 0) {
                    return p + 3;
                }
                level--;
                p += 2;
            }
        }
        return -1;
    }
}
