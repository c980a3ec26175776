package org.krait.runtime.decimal;

import java.math.BigInteger;

/** Numbers as text and back. */
final class DecText {
    private DecText() {}

    static String scientific(Dec d, boolean capitals) {
        return text(d, false, capitals);
    }

    /** With exponents that are multiples of three. */
    static String engineering(Dec d, boolean capitals) {
        return text(d, true, capitals);
    }

    private static String text(Dec d, boolean engineering, boolean capitals) {
        StringBuilder out = new StringBuilder();
        if (d.negative) {
            out.append('-');
        }
        if (d.isInfinite()) {
            return out.append("Infinity").toString();
        }
        if (d.isNan()) {
            out.append(d.isSignaling() ? "sNaN" : "NaN");
            return d.coefficient.signum() == 0 ? out.toString() : out.append(d.coefficient).toString();
        }
        String digits = d.coefficient.toString();
        long left = d.exponent + digits.length();
        long point;
        if (d.exponent <= 0 && left > -6) {
            point = left;
        } else if (!engineering) {
            point = 1;
        } else if (d.isZero()) {
            point = Math.floorMod(left + 1, 3L) - 1;
        } else {
            point = Math.floorMod(left - 1, 3L) + 1;
        }
        place(out, digits, point);
        if (left != point) {
            out.append(capitals ? 'E' : 'e').append(left > point ? "+" : "").append(left - point);
        }
        return out.toString();
    }

    /** Digits with a decimal point after so many of them. */
    private static void place(StringBuilder out, String digits, long point) {
        if (point <= 0) {
            out.append("0.").repeat('0', (int) -point).append(digits);
        } else if (point >= digits.length()) {
            out.append(digits).repeat('0', (int) point - digits.length());
        } else {
            out.append(digits, 0, (int) point).append('.').append(digits, (int) point, digits.length());
        }
    }

    /** The number that a text says; null when it says none. The text is ASCII. */
    static Dec parse(String text) {
        int at = 0;
        boolean negative = false;
        if (at < text.length() && (text.charAt(0) == '+' || text.charAt(0) == '-')) {
            negative = text.charAt(0) == '-';
            at++;
        }
        if (at == text.length()) {
            return null;
        }
        char first = text.charAt(at);
        if (first != '.' && !isDigit(first)) {
            return special(text.substring(at), negative);
        }
        StringBuilder digits = new StringBuilder(text.length());
        int point = -1;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '.' && point < 0) {
                point = digits.length();
            } else if (isDigit(c)) {
                digits.append(c);
            } else {
                break;
            }
        }
        if (digits.isEmpty()) {
            return null;
        }
        long exponent = 0;
        if (at < text.length()) {
            if ((text.charAt(at) | 0x20) != 'e' || !isExponent(text, at + 1)) {
                return null;
            }
            exponent = exponent(text, at + 1);
        }
        if (point >= 0) {
            exponent -= digits.length() - point;
        }
        return new Dec(negative, new BigInteger(digits.toString()), exponent);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isExponent(String text, int from) {
        int at = from;
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            at++;
        }
        if (at == text.length()) {
            return false;
        }
        for (; at < text.length(); at++) {
            if (!isDigit(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** The exponent, or one beyond all limits that is as far as arithmetic with exponents can bear. */
    private static long exponent(String text, int from) {
        boolean negative = text.charAt(from) == '-';
        int at = text.charAt(from) == '+' || negative ? from + 1 : from;
        long limit = 2_000_000_000_000_000_001L;
        long value = 0;
        for (; at < text.length() && value < limit; at++) {
            value = value < limit / 10 ? value * 10 + text.charAt(at) - '0' : limit;
        }
        return negative ? -value : value;
    }

    private static Dec special(String text, boolean negative) {
        String word = text.toLowerCase(java.util.Locale.ROOT);
        if (word.equals("inf") || word.equals("infinity")) {
            return Dec.infinity(negative);
        }
        boolean signaling = word.startsWith("snan");
        if (!signaling && !word.startsWith("nan")) {
            return null;
        }
        String payload = word.substring(signaling ? 4 : 3);
        for (int i = 0; i < payload.length(); i++) {
            if (!isDigit(payload.charAt(i))) {
                return null;
            }
        }
        return Dec.nan(negative, signaling, payload.isEmpty() ? BigInteger.ZERO : new BigInteger(payload));
    }
}
