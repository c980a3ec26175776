package org.krait.language.syntax;

/** Reads operators and brackets. */
final class OperatorTokens {
    private OperatorTokens() {}

    /** Reads the rest of an operator or bracket. */
    static int read(Tokenizer t, int c) {
        int next = t.text[t.pos];
        switch (c) {
            case '(', '[', '{':
                t.open(c);
                return c == '(' ? Token.LPAR : c == '[' ? Token.LSQB : Token.LBRACE;
            case ')', ']', '}':
                t.close(c);
                return c == ')' ? Token.RPAR : c == ']' ? Token.RSQB : Token.RBRACE;
            case ',':
                return Token.COMMA;
            case ';':
                return Token.SEMI;
            case '~':
                return Token.TILDE;
            case ':':
                return either(t, next, '=', Token.COLONEQUAL, Token.COLON);
            case '=':
                if (next == '=') {
                    t.pos++;
                    return Token.EQEQUAL;
                }
                return Token.EQUAL;
            case '!':
                return either(t, next, '=', Token.NOTEQUAL, Token.EXCLAMATION);
            case '+':
                return either(t, next, '=', Token.PLUSEQUAL, Token.PLUS);
            case '-':
                if (next == '>') {
                    t.pos++;
                    return Token.RARROW;
                }
                return either(t, next, '=', Token.MINEQUAL, Token.MINUS);
            case '*':
                return doubled(t, c, next, Token.STAR, Token.STAREQUAL, Token.DOUBLESTAR, Token.DOUBLESTAREQUAL);
            case '/':
                return doubled(t, c, next, Token.SLASH, Token.SLASHEQUAL, Token.DOUBLESLASH, Token.DOUBLESLASHEQUAL);
            case '<':
                if (next == '>') {
                    t.pos++;
                    return Token.NOTEQUAL;
                }
                return doubled(t, c, next, Token.LESS, Token.LESSEQUAL, Token.LEFTSHIFT, Token.LEFTSHIFTEQUAL);
            case '>':
                return doubled(t, c, next, Token.GREATER, Token.GREATEREQUAL, Token.RIGHTSHIFT, Token.RIGHTSHIFTEQUAL);
            case '%':
                return either(t, next, '=', Token.PERCENTEQUAL, Token.PERCENT);
            case '@':
                return either(t, next, '=', Token.ATEQUAL, Token.AT);
            case '&':
                return either(t, next, '=', Token.AMPEREQUAL, Token.AMPER);
            case '|':
                return either(t, next, '=', Token.VBAREQUAL, Token.VBAR);
            case '^':
                return either(t, next, '=', Token.CIRCUMFLEXEQUAL, Token.CIRCUMFLEX);
            default:
                return Token.OP;
        }
    }

    private static int either(Tokenizer t, int next, int expected, int with, int without) {
        if (next == expected) {
            t.pos++;
            return with;
        }
        return without;
    }

    private static int doubled(Tokenizer t, int c, int next, int single, int singleEqual, int twice, int twiceEqual) {
        if (next == c) {
            t.pos++;
            return either(t, t.text[t.pos], '=', twiceEqual, twice);
        }
        return either(t, next, '=', singleEqual, single);
    }
}
