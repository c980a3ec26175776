package org.krait.objects.text;

/** Text to float and complex: the grammar of {@code float("…")} and {@code complex("…")}. */
public final class FloatParser {
    private FloatParser() {}

    /**
     * The float a text stands for, correctly rounded: white space around it, underscores between digits, any decimal
     * digits of Unicode, inf and nan. A text that is none gives NumberFormatException.
     */
    public static double parse(String text) {
        String plain = withoutUnderscores(toAscii(text));
        int[] end = new int[1];
        double value = scan(plain, 0, end);
        if (end[0] != plain.length() || plain.isEmpty()) {
            throw new NumberFormatException();
        }
        return value;
    }

    /** The real and imaginary part a text stands for; NumberFormatException when it is none. */
    public static double[] parseComplex(String text) {
        String plain = withoutUnderscores(toAscii(text));
        int length = plain.length();
        int at = 0;
        boolean parenthesis = length > 0 && plain.charAt(0) == '(';
        if (parenthesis) {
            at = skipSpace(plain, 1);
        }
        double real = 0;
        double imaginary = 0;
        int[] end = new int[1];
        double first = scan(plain, at, end);
        if (end[0] != at) {
            at = end[0];
            if (isSign(plain, at)) {
                real = first;
                imaginary = scan(plain, at, end);
                if (end[0] != at) {
                    at = end[0];
                } else {
                    imaginary = plain.charAt(at) == '+' ? 1 : -1;
                    at++;
                }
                at = imaginaryUnit(plain, at);
            } else if (at < length && isUnit(plain.charAt(at))) {
                at++;
                imaginary = first;
            } else {
                real = first;
            }
        } else {
            imaginary = 1;
            if (isSign(plain, at)) {
                imaginary = plain.charAt(at) == '+' ? 1 : -1;
                at++;
            }
            at = imaginaryUnit(plain, at);
        }
        at = skipSpace(plain, at);
        if (parenthesis) {
            if (at >= length || plain.charAt(at) != ')') {
                throw new NumberFormatException();
            }
            at = skipSpace(plain, at + 1);
        }
        if (at != length) {
            throw new NumberFormatException();
        }
        return new double[] {real, imaginary};
    }

    private static int imaginaryUnit(String text, int at) {
        if (at >= text.length() || !isUnit(text.charAt(at))) {
            throw new NumberFormatException();
        }
        return at + 1;
    }

    private static boolean isUnit(char c) {
        return c == 'j' || c == 'J';
    }

    private static boolean isSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= 9 && c <= 13;
    }

    /**
     * Reads the longest float at a position of plain ASCII text; {@code end[0]} is where it ends, the position itself
     * when there is none.
     */
    static double scan(String text, int start, int[] end) {
        int length = text.length();
        int at = start;
        end[0] = start;
        boolean negative = false;
        if (isSign(text, at)) {
            negative = text.charAt(at) == '-';
            at++;
        }
        if (text.regionMatches(true, at, "inf", 0, 3)) {
            end[0] = at + (text.regionMatches(true, at, "infinity", 0, 8) ? 8 : 3);
            return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (text.regionMatches(true, at, "nan", 0, 3)) {
            end[0] = at + 3;
            return negative ? Double.longBitsToDouble(0xfff8000000000000L) : Double.NaN;
        }
        int digits = 0;
        while (at < length && isDigit(text.charAt(at))) {
            at++;
            digits++;
        }
        if (at < length && text.charAt(at) == '.') {
            at++;
            while (at < length && isDigit(text.charAt(at))) {
                at++;
                digits++;
            }
        }
        if (digits == 0) {
            return 0;
        }
        if (at < length && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = at + 1;
            if (isSign(text, exponent)) {
                exponent++;
            }
            int first = exponent;
            while (exponent < length && isDigit(text.charAt(exponent))) {
                exponent++;
            }
            if (exponent > first) {
                at = exponent;
            }
        }
        end[0] = at;
        return Double.parseDouble(text.substring(start, at));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * The text with decimal digits and white space of any script made ASCII, as CPython's
     * _PyUnicode_TransformDecimalAndSpaceToASCII, and ASCII white space stripped at both ends; other characters become
     * '?', which no number has.
     */
    static String toAscii(String text) {
        String ascii = text;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 127) {
                ascii = translated(text);
                break;
            }
        }
        int start = skipSpace(ascii, 0);
        int end = ascii.length();
        while (end > start && isSpace(ascii.charAt(end - 1))) {
            end--;
        }
        return ascii.substring(start, end);
    }

    private static String translated(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 127) {
                out.append((char) c);
            } else if (c <= 0xffff && isUnicodeSpace((char) c)) {
                out.append(' ');
            } else if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
                out.append((char) ('0' + Character.digit(c, 10)));
            } else {
                out.append('?');
            }
        }
        return out.toString();
    }

    /** White space beyond ASCII as {@code str.isspace} knows it. */
    private static boolean isUnicodeSpace(char c) {
        return c == 0x85 || c == 0xa0 || c == 0x1680 || c >= 0x2000 && c <= 0x200a || c == 0x2028 || c == 0x2029
                || c == 0x202f || c == 0x205f || c == 0x3000;
    }

    private static String withoutUnderscores(String text) {
        if (text.indexOf('_') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '_') {
                if (i == 0 || i + 1 == text.length() || !isDigit(text.charAt(i - 1)) || !isDigit(text.charAt(i + 1))) {
                    throw new NumberFormatException();
                }
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
