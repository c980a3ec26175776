package org.krait.objects.text;

import org.krait.objects.Errors;

/**
 * A parsed format specification: {@code [[fill]align][sign][z][#][0][width][grouping][.precision][type]}.
 *
 * @param fill the fill character's code point
 * @param align one of {@code < > = ^}
 * @param sign one of {@code + -} and space, or 0
 * @param noNegativeZero z
 * @param alternate #
 * @param width the least width in code points, -1 when not given
 * @param grouping {@code ,} or {@code _}, or 0
 * @param precision -1 when not given
 * @param type the type's code point, 0 when not given
 */
public record FormatSpec(
        int fill,
        char align,
        char sign,
        boolean noNegativeZero,
        boolean alternate,
        int width,
        char grouping,
        int precision,
        int type) {

    /** Parses the specification for an object of the named type; ValueError with CPython's words. */
    public static FormatSpec parse(String text, int defaultType, char defaultAlign, String typeName) {
        return new Parser(text, defaultType, defaultAlign, typeName).parse();
    }

    /** The specification of a str. */
    public static FormatSpec forStr(String text, String typeName) {
        FormatSpec spec = parse(text, 's', '<', typeName);
        if (spec.type != 's') {
            throw unknownType(spec.type, typeName);
        }
        if (spec.sign != 0) {
            throw Errors.valueError(spec.sign == ' '
                    ? "Space not allowed in string format specifier"
                    : "Sign not allowed in string format specifier");
        }
        if (spec.noNegativeZero) {
            throw Errors.valueError("Negative zero coercion (z) not allowed in string format specifier");
        }
        if (spec.alternate) {
            throw Errors.valueError("Alternate form (#) not allowed in string format specifier");
        }
        if (spec.align == '=') {
            throw Errors.valueError("'=' alignment not allowed in string format specifier");
        }
        return spec;
    }

    /** "Unknown format code 'x' for object of type 'y'". */
    static RuntimeException unknownType(int type, String typeName) {
        return Errors.valueError("Unknown format code '" + visible(type) + "' for object of type '" + typeName + "'");
    }

    private static String visible(int c) {
        return c > 32 && c < 128 ? String.valueOf((char) c) : "\\x" + Integer.toHexString(c);
    }

    /** A str cut to the precision and padded to the width. */
    public String formatStr(String text) {
        int length = text.codePointCount(0, text.length());
        String shown = text;
        if (precision >= 0 && length > precision) {
            shown = text.substring(0, text.offsetByCodePoints(0, precision));
            length = precision;
        }
        return padded(shown, length, align);
    }

    /** Pads a text of {@code length} code points as {@code where} (one of {@code < > ^}) says. */
    String padded(String text, int length, char where) {
        if (width <= length) {
            return text;
        }
        int pad = width - length;
        int left = where == '>' ? pad : where == '^' ? pad / 2 : 0;
        StringBuilder out = new StringBuilder(text.length() + pad);
        return out.repeat(fill, left).append(text).repeat(fill, pad - left).toString();
    }

    /** Reads the parts from left to right. */
    private static final class Parser {
        private final int[] text;
        private final String source;
        private final int defaultType;
        private final char defaultAlign;
        private final String typeName;
        private int at;

        Parser(String source, int defaultType, char defaultAlign, String typeName) {
            this.source = source;
            this.text = codePoints(source);
            this.defaultType = defaultType;
            this.defaultAlign = defaultAlign;
            this.typeName = typeName;
        }

        private static int[] codePoints(String source) {
            int[] out = new int[source.codePointCount(0, source.length())];
            for (int i = 0, j = 0; i < out.length; i++) {
                out[i] = source.codePointAt(j);
                j += Character.charCount(out[i]);
            }
            return out;
        }

        FormatSpec parse() {
            int fill = ' ';
            char align = defaultAlign;
            boolean fillGiven = false;
            boolean alignGiven = true;
            if (text.length >= 2 && isAlign(text[1])) {
                fill = text[0];
                align = (char) text[1];
                fillGiven = true;
                at = 2;
            } else if (text.length >= 1 && isAlign(text[0])) {
                align = (char) text[0];
                at = 1;
            } else {
                alignGiven = false;
            }
            char sign = 0;
            if (peek() == '+' || peek() == '-' || peek() == ' ') {
                sign = (char) text[at++];
            }
            boolean noNegativeZero = accept('z');
            boolean alternate = accept('#');
            if (!fillGiven && accept('0')) {
                fill = '0';
                if (!alignGiven && defaultAlign == '>') {
                    align = '=';
                }
            }
            int width = integer();
            char grouping = accept(',') ? ',' : 0;
            if (accept('_')) {
                if (grouping != 0) {
                    throw Errors.valueError("Cannot specify both ',' and '_'.");
                }
                grouping = '_';
            }
            if (grouping == '_' && peek() == ',') {
                throw Errors.valueError("Cannot specify both ',' and '_'.");
            }
            int precision = -1;
            if (accept('.')) {
                precision = integer();
                if (precision < 0) {
                    throw Errors.valueError("Format specifier missing precision");
                }
            }
            if (text.length - at > 1) {
                throw Errors.valueError(
                        "Invalid format specifier '" + source + "' for object of type '" + typeName + "'");
            }
            int type = at < text.length ? text[at] : defaultType;
            if (grouping != 0) {
                checkGrouping(grouping, type);
            }
            return new FormatSpec(fill, align, sign, noNegativeZero, alternate, width, grouping, precision, type);
        }

        private static void checkGrouping(char grouping, int type) {
            boolean allowed =
                    switch (type) {
                        case 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F', 0 -> true;
                        case 'b', 'o', 'x', 'X' -> grouping == '_';
                        default -> false;
                    };
            if (!allowed) {
                throw Errors.valueError("Cannot specify '" + grouping + "' with '" + visible(type) + "'.");
            }
        }

        private static boolean isAlign(int c) {
            return c == '<' || c == '>' || c == '=' || c == '^';
        }

        private int peek() {
            return at < text.length ? text[at] : -1;
        }

        private boolean accept(char c) {
            if (peek() != c) {
                return false;
            }
            at++;
            return true;
        }

        /** A number, -1 when there is none. */
        private int integer() {
            int start = at;
            long value = 0;
            for (; at < text.length; at++) {
                boolean decimal = Character.getType(text[at]) == Character.DECIMAL_DIGIT_NUMBER;
                int digit = decimal ? Character.digit(text[at], 10) : -1;
                if (digit < 0) {
                    break;
                }
                if (value > (Long.MAX_VALUE - digit) / 10) {
                    throw Errors.valueError("Too many decimal digits in format string");
                }
                value = value * 10 + digit;
            }
            return at == start ? -1 : (int) Math.min(value, Integer.MAX_VALUE);
        }
    }
}
