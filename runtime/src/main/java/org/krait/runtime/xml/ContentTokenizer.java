package org.krait.runtime.xml;

import java.util.Arrays;

/** The tokens of content, CDATA sections, and attribute and entity values. */
final class ContentTokenizer extends MarkupScanner {
    /** Of the last start tag: for each attribute where its name starts and ends, and its value without quotes. */
    int[] attributes = new int[32];
    int attributeCount;

    ContentTokenizer(boolean namespaces) {
        super(namespaces);
    }

    /** The token at {@code at} in content. */
    Token content(int at) {
        if (at == end) {
            return Token.NONE;
        }
        int c = text[at];
        if (c == '<') {
            return markup(at + 1);
        }
        if (c == '&') {
            return reference(at);
        }
        if (isLineEnd(c)) {
            return newline(at);
        }
        if (!XmlChars.isValid(c)) {
            return invalid(at);
        }
        int p = at;
        if (c == ']') {
            if (at + 1 == end) {
                return found(Token.TRAILING_BRACKET, end);
            }
            if (text[at + 1] == ']') {
                if (at + 2 == end) {
                    return found(Token.TRAILING_BRACKET, end);
                }
                if (text[at + 2] == '>') {
                    return invalid(at + 2);
                }
            }
        }
        for (p++; p < end; p++) {
            c = text[p];
            if (c == '<' || c == '&' || isLineEnd(c) || !XmlChars.isValid(c)) {
                break;
            }
            if (c == ']') {
                if (p + 1 == end) {
                    break;
                }
                if (text[p + 1] == ']') {
                    if (p + 2 == end) {
                        break;
                    }
                    if (text[p + 2] == '>') {
                        return invalid(p + 2);
                    }
                }
            }
        }
        return found(Token.DATA, p);
    }

    private Token markup(int p) {
        if (p == end) {
            return Token.PARTIAL;
        }
        int c = text[p];
        if (isNameStart(c)) {
            return startTag(p);
        }
        return switch (c) {
            case '!' -> declaration(p + 1);
            case '?' -> instruction(p + 1);
            case '/' -> endTag(p + 1);
            default -> invalid(p);
        };
    }

    private Token declaration(int p) {
        if (p == end) {
            return Token.PARTIAL;
        }
        if (text[p] == '-') {
            return comment(p + 1);
        }
        if (text[p] != '[') {
            return invalid(p);
        }
        for (int i = 0; i < 6; i++) {
            if (p + 1 + i == end) {
                return Token.PARTIAL;
            }
            if (text[p + 1 + i] != "CDATA[".charAt(i)) {
                return invalid(p + 1 + i);
            }
        }
        return found(Token.CDATA_OPEN, p + 7);
    }

    private Token endTag(int at) {
        if (at == end) {
            return Token.PARTIAL;
        }
        if (!isNameStart(text[at])) {
            return invalid(at);
        }
        int p = at;
        while (p < end && XmlChars.isName(text[p])) {
            p++;
        }
        nameEnd = p;
        p = skipSpace(p);
        if (p == end) {
            return Token.PARTIAL;
        }
        return text[p] == '>' ? found(Token.END_TAG, p + 1) : invalid(p);
    }

    /** The end of a name with at most one prefix; -1 when the text ends first, or what is wrong at ~(-2 - place). */
    private int qualifiedName(int at) {
        boolean colon = false;
        int p = at;
        while (p < end) {
            if (text[p] == ':' && namespaces) {
                if (colon) {
                    return -2 - p;
                }
                colon = true;
                p++;
                if (p == end) {
                    return -1;
                }
                if (!isNameStart(text[p])) {
                    return -2 - p;
                }
            } else if (!isName(text[p])) {
                return p;
            }
            p++;
        }
        return -1;
    }

    private Token startTag(int at) {
        attributeCount = 0;
        int p = qualifiedName(at);
        if (p < 0) {
            return p == -1 ? Token.PARTIAL : invalid(-2 - p);
        }
        nameEnd = p;
        while (true) {
            int name = skipSpace(p);
            if (name == end) {
                return Token.PARTIAL;
            }
            int c = text[name];
            if (c == '>') {
                return found(Token.START_TAG, name + 1);
            }
            if (c == '/') {
                if (name + 1 == end) {
                    return Token.PARTIAL;
                }
                return text[name + 1] == '>' ? found(Token.EMPTY_ELEMENT, name + 2) : invalid(name + 1);
            }
            if (name == p || !isNameStart(c)) {
                return invalid(name);
            }
            p = attribute(name);
            if (p < 0) {
                return p == -1 ? Token.PARTIAL : invalid(-2 - p);
            }
        }
    }

    /** An attribute's end, after its closing quote; negative as {@link #qualifiedName}. */
    private int attribute(int at) {
        int nameTo = qualifiedName(at);
        if (nameTo < 0) {
            return nameTo;
        }
        int p = skipSpace(nameTo);
        if (p == end) {
            return -1;
        }
        if (text[p] != '=') {
            return -2 - p;
        }
        p = skipSpace(p + 1);
        if (p == end) {
            return -1;
        }
        int quote = text[p];
        if (quote != '"' && quote != '\'') {
            return -2 - p;
        }
        int from = ++p;
        while (true) {
            if (p == end) {
                return -1;
            }
            int c = text[p];
            if (c == quote) {
                break;
            }
            if (c == '&') {
                Token token = reference(p);
                if (token == Token.PARTIAL) {
                    return -1;
                }
                if (token == Token.INVALID) {
                    return -2 - next;
                }
                p = next;
            } else if (c == '<' || !XmlChars.isValid(c)) {
                return -2 - p;
            } else {
                p++;
            }
        }
        if (p + 1 == end) {
            return -1;
        }
        int after = text[p + 1];
        if (!XmlChars.isSpace(after) && after != '/' && after != '>') {
            return -2 - (p + 1);
        }
        if (attributeCount * 4 == attributes.length) {
            attributes = Arrays.copyOf(attributes, attributes.length * 2);
        }
        int slot = attributeCount++ * 4;
        attributes[slot] = at;
        attributes[slot + 1] = nameTo;
        attributes[slot + 2] = from;
        attributes[slot + 3] = p;
        return p + 1;
    }

    /** The token at {@code at} in a CDATA section. */
    Token section(int at) {
        if (at == end) {
            return Token.NONE;
        }
        int c = text[at];
        if (isLineEnd(c)) {
            Token token = newline(at);
            return token == Token.TRAILING_CR ? Token.PARTIAL : token;
        }
        if (c == ']') {
            if (at + 1 == end) {
                return Token.PARTIAL;
            }
            if (text[at + 1] == ']') {
                if (at + 2 == end) {
                    return Token.PARTIAL;
                }
                if (text[at + 2] == '>') {
                    return found(Token.CDATA_CLOSE, at + 3);
                }
            }
        } else if (!XmlChars.isValid(c)) {
            return invalid(at);
        }
        int p = at + 1;
        while (p < end && text[p] != ']' && !isLineEnd(text[p]) && XmlChars.isValid(text[p])) {
            p++;
        }
        return found(Token.DATA, p);
    }

    /** The token at {@code at} in the value of an attribute. */
    Token attributeValue(int at) {
        if (at == end) {
            return Token.NONE;
        }
        int p = at;
        while (p < end) {
            int c = text[p];
            boolean space = c == ' ' || c == '\t' || c == '\r' && internal;
            if (c == '&' || c == '<' || isLineEnd(c) || space) {
                if (p > at) {
                    break;
                }
                if (c == '&') {
                    return reference(p);
                }
                if (c == '<') {
                    return invalid(p);
                }
                return space ? found(Token.VALUE_SPACE, p + 1) : newline(p);
            }
            p++;
        }
        return found(Token.DATA, p);
    }

    /** The token at {@code at} in the value of an entity. */
    Token entityValue(int at) {
        if (at == end) {
            return Token.NONE;
        }
        int p = at;
        while (p < end) {
            int c = text[p];
            if (c == '&' || c == '%' || isLineEnd(c)) {
                if (p > at) {
                    break;
                }
                if (c == '&') {
                    return reference(p);
                }
                if (c == '%') {
                    return p + 1 == end ? Token.PARTIAL : name(p + 1, Token.PARAM_ENTITY_REF);
                }
                return newline(p);
            }
            p++;
        }
        return found(Token.DATA, p);
    }
}
