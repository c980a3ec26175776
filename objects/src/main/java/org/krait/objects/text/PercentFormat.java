package org.krait.objects.text;

import java.math.BigInteger;
import java.util.Locale;

/** The conversions of the {@code %} operator once the arguments are fetched: flags, width and precision. */
public final class PercentFormat {
    /** {@code -}. */
    public static final int LEFT = 1;
    /** {@code +}. */
    public static final int PLUS = 2;
    /** A space. */
    public static final int SPACE = 4;
    /** {@code #}. */
    public static final int ALTERNATE = 8;
    /** {@code 0}. */
    public static final int ZERO = 16;

    private PercentFormat() {}

    /** The flag a character stands for, 0 for none. */
    public static int flag(int c) {
        return switch (c) {
            case '-' -> LEFT;
            case '+' -> PLUS;
            case ' ' -> SPACE;
            case '#' -> ALTERNATE;
            case '0' -> ZERO;
            default -> 0;
        };
    }

    /**
     * An int under one of d i u o x X; width and precision are -1 when not given. {@code digitLimit} as in
     * {@link IntText}.
     */
    public static String integer(BigInteger value, char type, int flags, int width, int precision, int digitLimit) {
        BigInteger abs = value.abs();
        String prefix = "";
        String digits;
        switch (type) {
            case 'o' -> {
                digits = abs.toString(8);
                prefix = "0o";
            }
            case 'x' -> {
                digits = abs.toString(16);
                prefix = "0x";
            }
            case 'X' -> {
                digits = abs.toString(16).toUpperCase(Locale.ROOT);
                prefix = "0X";
            }
            default -> digits = IntText.decimal(abs, digitLimit);
        }
        if (precision > digits.length()) {
            digits = "0".repeat(precision - digits.length()).concat(digits);
        }
        String head = sign(value.signum() < 0, flags).concat((flags & ALTERNATE) != 0 ? prefix : "");
        return pad(head, digits, flags, width);
    }

    /** A float under one of e E f F g G. */
    public static String floating(double value, char type, int flags, int width, int precision) {
        String text = FloatText.format(
                value, type, precision < 0 ? 6 : precision, (flags & ALTERNATE) != 0 ? FloatText.ALTERNATE : 0);
        boolean negative = text.charAt(0) == '-';
        return pad(sign(negative, flags), negative ? text.substring(1) : text, flags, width);
    }

    /** A text under one of s r a: cut to the precision and padded with spaces. */
    public static String text(String text, int flags, int width, int precision) {
        int length = text.codePointCount(0, text.length());
        String shown = text;
        if (precision >= 0 && length > precision) {
            shown = text.substring(0, text.offsetByCodePoints(0, precision));
            length = precision;
        }
        if (width <= length) {
            return shown;
        }
        String spaces = " ".repeat(width - length);
        return (flags & LEFT) != 0 ? shown.concat(spaces) : spaces.concat(shown);
    }

    private static String sign(boolean negative, int flags) {
        return negative ? "-" : (flags & PLUS) != 0 ? "+" : (flags & SPACE) != 0 ? " " : "";
    }

    private static String pad(String head, String digits, int flags, int width) {
        int missing = width - head.length() - digits.length();
        if (missing <= 0) {
            return head.concat(digits);
        }
        StringBuilder out = new StringBuilder(width);
        if ((flags & LEFT) != 0) {
            out.append(head).append(digits).repeat(' ', missing);
        } else if ((flags & ZERO) != 0) {
            out.append(head).repeat('0', missing).append(digits);
        } else {
            out.repeat(' ', missing).append(head).append(digits);
        }
        return out.toString();
    }
}
