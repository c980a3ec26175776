package org.krait.language.syntax;

/** Reads number literals. */
final class NumberTokens {
    private NumberTokens() {}

    /** Reads the rest of a number that begins with a digit. */
    static void read(Tokenizer t, int first) {
        int c = first;
        if (first != '0') {
            c = decimalTail(t);
            if (c == '.') {
                readFraction(t, t.read());
            } else {
                readExponent(t, c);
            }
            return;
        }
        c = t.read();
        if (c == 'x' || c == 'X') {
            radix(t, 16, "hexadecimal");
        } else if (c == 'o' || c == 'O') {
            radix(t, 8, "octal");
        } else if (c == 'b' || c == 'B') {
            radix(t, 2, "binary");
        } else {
            zero(t, c);
        }
    }

    private static void zero(Tokenizer t, int second) {
        int c = second;
        while (true) {
            if (c == '_') {
                c = t.read();
                if (!isDigit(c)) {
                    t.unread(c);
                    throw t.error("invalid decimal literal");
                }
            }
            if (c != '0') {
                break;
            }
            c = t.read();
        }
        int zerosEnd = t.pos;
        boolean nonZero = false;
        if (isDigit(c)) {
            nonZero = true;
            c = decimalTail(t);
        }
        if (c == '.') {
            readFraction(t, t.read());
        } else if (nonZero && !t.extraTokens && c != 'e' && c != 'E' && c != 'j' && c != 'J') {
            t.unread(c);
            throw Problems.atTokenizer(t, t.start + 1 - t.lineStart(), zerosEnd - t.lineStart(),
                    "leading zeros in decimal integer literals are not permitted; "
                    + "use an 0o prefix for octal integers");
        } else {
            readExponent(t, c);
        }
    }

    /** Reads what follows the point, whose first byte is read already. */
    static void readFraction(Tokenizer t, int first) {
        readExponent(t, isDigit(first) ? decimalTail(t) : first);
    }

    /** Reads exponent and imaginary unit. */
    private static void readExponent(Tokenizer t, int first) {
        int c = first;
        if (c == 'e' || c == 'E') {
            int e = c;
            c = t.read();
            if (c == '+' || c == '-') {
                c = t.read();
                if (!isDigit(c)) {
                    t.unread(c);
                    throw t.error("invalid decimal literal");
                }
            } else if (!isDigit(c)) {
                t.unread(c);
                verifyEnd(t, e, "decimal");
                t.unread(e);
                return;
            }
            c = decimalTail(t);
        }
        if (c == 'j' || c == 'J') {
            c = t.read();
            verifyEnd(t, c, "imaginary");
        } else {
            verifyEnd(t, c, "decimal");
        }
        t.unread(c);
    }

    private static void radix(Tokenizer t, int radix, String kind) {
        int c = t.read();
        do {
            if (c == '_') {
                c = t.read();
            }
            if (!isDigit(c, radix)) {
                if (isDigit(c) && radix < 10) {
                    throw badDigit(t, c, kind);
                }
                t.unread(c);
                throw t.error("invalid " + kind + " literal");
            }
            do {
                c = t.read();
            } while (isDigit(c, radix));
        } while (c == '_');
        if (isDigit(c)) {
            throw badDigit(t, c, kind);
        }
        verifyEnd(t, c, kind);
        t.unread(c);
    }

    private static SyntaxException badDigit(Tokenizer t, int c, String kind) {
        return t.error("invalid digit '" + (char) c + "' in " + kind + " literal");
    }

    private static int decimalTail(Tokenizer t) {
        while (true) {
            int c;
            do {
                c = t.read();
            } while (isDigit(c));
            if (c != '_') {
                return c;
            }
            c = t.read();
            if (!isDigit(c)) {
                t.unread(c);
                throw t.error("invalid decimal literal");
            }
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isDigit(int c, int radix) {
        if (radix == 16) {
            return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
        }
        return c >= '0' && c < '0' + radix;
    }

    /** A name right behind a number is an error; a keyword that may follow it is warned of. */
    private static void verifyEnd(Tokenizer t, int c, String kind) {
        if (t.extraTokens || !Tokenizer.isIdentifierPart(c)) {
            return;
        }
        if (startsKeyword(t, c)) {
            t.unread(c);
            Problems.warn(t, "invalid " + kind + " literal");
            t.read();
        } else {
            t.unread(c);
            throw t.error("invalid " + kind + " literal");
        }
    }

    private static boolean startsKeyword(Tokenizer t, int c) {
        return switch (c) {
            case 'a' -> follows(t, "nd");
            case 'e' -> follows(t, "lse");
            case 'f' -> follows(t, "or");
            case 'i' -> t.text[t.pos] == 'f' || t.text[t.pos] == 'n' || t.text[t.pos] == 's';
            case 'o' -> follows(t, "r");
            case 'n' -> follows(t, "ot");
            default -> false;
        };
    }

    private static boolean follows(Tokenizer t, String rest) {
        int n = rest.length();
        for (int i = 0; i < n; i++) {
            if (t.text[t.pos + i] != rest.charAt(i)) {
                return false;
            }
        }
        byte behind = t.text[t.pos + n];
        return behind >= 0 && !Tokenizer.isIdentifierPart(behind);
    }
}
