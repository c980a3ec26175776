package org.krait.objects.text;

import java.math.BigInteger;
import java.util.Locale;
import org.krait.objects.Errors;

/** Formats int, float and complex by a {@link FormatSpec}. */
public final class NumberFormat {
    private NumberFormat() {}

    /** {@code int.__format__}; {@code digitLimit} as in {@link IntText}. */
    public static String formatInt(BigInteger value, String spec, String typeName, int digitLimit) {
        FormatSpec format = FormatSpec.parse(spec, 'd', '>', typeName);
        return switch (format.type()) {
            case 'b', 'c', 'd', 'o', 'x', 'X', 'n' -> formatInt(value, format, digitLimit);
            case 'e', 'E', 'f', 'F', 'g', 'G', '%' -> formatFloat(IntMath.toDouble(value), format, typeName);
            default -> throw FormatSpec.unknownType(format.type(), typeName);
        };
    }

    private static String formatInt(BigInteger value, FormatSpec format, int digitLimit) {
        if (format.precision() != -1) {
            throw Errors.valueError("Precision not allowed in integer format specifier");
        }
        if (format.noNegativeZero()) {
            throw Errors.valueError("Negative zero coercion (z) not allowed in integer format specifier");
        }
        if (format.type() == 'c') {
            return formatCharacter(value, format);
        }
        BigInteger abs = value.abs();
        String prefix = "";
        String digits;
        switch (format.type()) {
            case 'b' -> {
                digits = abs.toString(2);
                prefix = "0b";
            }
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
        int group = prefix.isEmpty() ? 3 : 4;
        return assemble(format, value.signum() < 0, format.alternate() ? prefix : "", digits, group, "");
    }

    private static String formatCharacter(BigInteger value, FormatSpec format) {
        if (format.sign() != 0) {
            throw Errors.valueError("Sign not allowed with integer format specifier 'c'");
        }
        if (format.alternate()) {
            throw Errors.valueError("Alternate form (#) not allowed with integer format specifier 'c'");
        }
        if (value.bitLength() >= 64) {
            throw Errors.overflowError("Python int too large to convert to C long");
        }
        if (value.signum() < 0 || value.bitLength() > 21 || value.intValue() > Character.MAX_CODE_POINT) {
            throw Errors.overflowError("%c arg not in range(0x110000)");
        }
        String text = Character.toString(value.intValue());
        return format.padded(text, 1, format.align() == '=' ? '>' : format.align());
    }

    /** {@code float.__format__}. */
    public static String formatFloat(double value, String spec, String typeName) {
        FormatSpec format = FormatSpec.parse(spec, 0, '>', typeName);
        return switch (format.type()) {
            case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%' -> formatFloat(value, format, typeName);
            default -> throw FormatSpec.unknownType(format.type(), typeName);
        };
    }

    private static String formatFloat(double value, FormatSpec format, String typeName) {
        int flags = (format.alternate() ? FloatText.ALTERNATE : 0)
                | (format.noNegativeZero() ? FloatText.NO_NEGATIVE_ZERO : 0);
        checkPrecision(format);
        int type = format.type();
        int precision = format.precision();
        double shown = value;
        String suffix = "";
        if (type == 0) {
            flags |= FloatText.ADD_DOT_0;
            type = 'r';
        } else if (type == 'n') {
            type = 'g';
        } else if (type == '%') {
            type = 'f';
            shown = value * 100;
            suffix = "%";
        }
        if (precision < 0) {
            precision = type == 'r' ? 0 : 6;
        } else if (type == 'r') {
            type = 'g';
        }
        String text = FloatText.format(shown, (char) type, precision, flags);
        boolean negative = text.charAt(0) == '-';
        return assemble(format, negative, "", negative ? text.substring(1) : text, 3, suffix);
    }

    private static void checkPrecision(FormatSpec format) {
        if (format.precision() == Integer.MAX_VALUE) {
            throw Errors.valueError("precision too big");
        }
    }

    /** {@code complex.__format__}. */
    public static String formatComplex(double real, double imaginary, String spec, String typeName) {
        FormatSpec format = FormatSpec.parse(spec, 0, '>', typeName);
        int type = format.type();
        switch (type) {
            case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n' -> {}
            default -> throw FormatSpec.unknownType(type, typeName);
        }
        if (format.fill() == '0') {
            throw Errors.valueError("Zero padding is not allowed in complex format specifier");
        }
        if (format.align() == '=') {
            throw Errors.valueError("'=' alignment flag is not allowed in complex format specifier");
        }
        checkPrecision(format);
        int flags = (format.alternate() ? FloatText.ALTERNATE : 0)
                | (format.noNegativeZero() ? FloatText.NO_NEGATIVE_ZERO : 0);
        int precision = format.precision();
        boolean parentheses = false;
        boolean skipReal = false;
        if (type == 0) {
            type = 'r';
            if (real == 0 && Math.copySign(1, real) > 0) {
                skipReal = true;
            } else {
                parentheses = true;
            }
        } else if (type == 'n') {
            type = 'g';
        }
        if (precision < 0) {
            precision = type == 'r' ? 0 : 6;
        } else if (type == 'r') {
            type = 'g';
        }
        FormatSpec bare = new FormatSpec(
                '\0', '<', format.sign(), false, format.alternate(), -1, format.grouping(), -1, format.type());
        FormatSpec plus = new FormatSpec(
                '\0', '<', skipReal ? format.sign() : '+', false, format.alternate(), -1, format.grouping(), -1,
                format.type());
        StringBuilder out = new StringBuilder();
        out.append(parentheses ? "(" : "");
        if (!skipReal) {
            out.append(part(real, type, precision, flags, bare));
        }
        out.append(part(imaginary, type, precision, flags, plus)).append(parentheses ? "j)" : "j");
        return format.padded(out.toString(), out.length(), format.align());
    }

    private static String part(double value, int type, int precision, int flags, FormatSpec format) {
        String text = FloatText.format(value, (char) type, precision, flags);
        boolean negative = text.charAt(0) == '-';
        return assemble(format, negative, "", negative ? text.substring(1) : text, 3, "");
    }

    /** Sign, prefix, padding inside, grouped digits, the rest of the number and a suffix, padded to the width. */
    private static String assemble(
            FormatSpec format, boolean negative, String prefix, String number, int group, String suffix) {
        String sign = negative ? "-" : format.sign() == '+' ? "+" : format.sign() == ' ' ? " " : "";
        int whole = 0;
        while (whole < number.length() && Character.digit(number.charAt(whole), group == 4 ? 16 : 10) >= 0) {
            whole++;
        }
        int others = sign.length() + prefix.length() + number.length() - whole + suffix.length();
        int least = format.fill() == '0' && format.align() == '=' ? Math.max(format.width() - others, 0) : 0;
        String digits = number.substring(0, whole);
        String rest = number.substring(whole).concat(suffix);
        if (whole > 0) {
            digits = format.grouping() != 0
                    ? grouped(digits, format.grouping(), group, least)
                    : "0".repeat(Math.max(0, least - whole)).concat(digits);
        }
        int length = others + digits.length();
        StringBuilder out = new StringBuilder(Math.max(length, format.width()));
        out.append(sign).append(prefix);
        if (format.align() == '=' && format.width() > length) {
            out.repeat(format.fill(), format.width() - length);
        }
        out.append(digits).append(rest);
        return format.align() == '=' ? out.toString() : format.padded(out.toString(), length, format.align());
    }

    /** Digits with separators every {@code group} digits, led by zeros up to {@code least} characters or one more. */
    private static String grouped(String digits, char separator, int group, int least) {
        StringBuilder reversed = new StringBuilder();
        int remaining = digits.length();
        int missing = least;
        while (true) {
            int take = Math.min(group, Math.max(Math.max(remaining, missing), 1));
            for (int i = 0; i < take; i++) {
                reversed.append(remaining > 0 ? digits.charAt(--remaining) : '0');
            }
            missing -= take;
            if (remaining <= 0 && missing <= 0) {
                return reversed.reverse().toString();
            }
            reversed.append(separator);
            missing--;
        }
    }
}
