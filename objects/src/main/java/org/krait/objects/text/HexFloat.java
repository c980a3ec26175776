package org.krait.objects.text;

import java.math.BigInteger;
import org.krait.objects.Errors;

/** {@code float.hex} and {@code float.fromhex}: floats as exact hexadecimal text. */
public final class HexFloat {
    private static final String MALFORMED = "invalid hexadecimal floating-point string";
    private static final long EXPONENT_BOUND = 1L << 40;

    private HexFloat() {}

    /** The text of {@code float.hex(x)}. */
    public static String hex(double x) {
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            return FloatText.repr(x);
        }
        long bits = Double.doubleToRawLongBits(x);
        String sign = bits < 0 ? "-" : "";
        if (x == 0) {
            return sign.concat("0x0.0p+0");
        }
        int exponent = (int) (bits >>> 52 & 0x7ff);
        String digits = Long.toHexString(1L << 52 | bits & (1L << 52) - 1).substring(1);
        StringBuilder out = new StringBuilder(24).append(sign).append(exponent == 0 ? "0x0." : "0x1.").append(digits);
        int power = exponent == 0 ? -1022 : exponent - 1023;
        return out.append(power < 0 ? "p-" : "p+").append(Math.abs(power)).toString();
    }

    /** The float that {@code float.fromhex(text)} gives; ValueError or OverflowError. */
    public static double parse(String text) {
        int at = 0;
        int length = text.length();
        while (at < length && isSpace(text.charAt(at))) {
            at++;
        }
        while (length > at && isSpace(text.charAt(length - 1))) {
            length--;
        }
        int start = at;
        boolean negative = false;
        if (at < length && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            negative = text.charAt(at) == '-';
            at++;
        }
        if (text.regionMatches(true, at, "inf", 0, 3) || text.regionMatches(true, at, "nan", 0, 3)) {
            int[] end = new int[1];
            double special = FloatParser.scan(text, start, end);
            if (end[0] != length) {
                throw Errors.valueError(MALFORMED);
            }
            return special;
        }
        if (at + 1 < length && text.charAt(at) == '0' && (text.charAt(at + 1) == 'x' || text.charAt(at + 1) == 'X')) {
            at += 2;
        }
        return number(text, at, length, negative);
    }

    private static double number(String text, int from, int length, boolean negative) {
        int at = from;
        StringBuilder digits = new StringBuilder();
        at = digits(text, at, length, digits);
        int fraction = 0;
        if (at < length && text.charAt(at) == '.') {
            int before = digits.length();
            at = digits(text, at + 1, length, digits);
            fraction = digits.length() - before;
        }
        if (digits.isEmpty()) {
            throw Errors.valueError(MALFORMED);
        }
        long exponent = 0;
        if (at < length && (text.charAt(at) == 'p' || text.charAt(at) == 'P')) {
            at++;
            boolean negativeExponent = false;
            if (at < length && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                negativeExponent = text.charAt(at) == '-';
                at++;
            }
            int first = at;
            while (at < length && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                exponent = Math.min(EXPONENT_BOUND, exponent * 10 + text.charAt(at) - '0');
                at++;
            }
            if (at == first) {
                throw Errors.valueError(MALFORMED);
            }
            exponent = negativeExponent ? -exponent : exponent;
        }
        if (at != length) {
            throw Errors.valueError(MALFORMED);
        }
        double abs = IntMath.scaled(new BigInteger(digits.toString(), 16), exponent - 4L * fraction, false);
        if (Double.isInfinite(abs)) {
            throw Errors.overflowError("hexadecimal value too large to represent as a float");
        }
        return negative ? -abs : abs;
    }

    private static int digits(String text, int from, int length, StringBuilder out) {
        int at = from;
        while (at < length && isHexDigit(text.charAt(at))) {
            out.append(text.charAt(at++));
        }
        return at;
    }

    private static boolean isHexDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= 9 && c <= 13;
    }
}
