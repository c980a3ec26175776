package org.krait.objects.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A float as text: {@code repr}, and the format codes e, f, g and their kin, digit for digit as CPython. */
public final class FloatText {
    /** Always show a decimal point: the {@code #} flag. */
    public static final int ALTERNATE = 1;
    /** Make it look like a float: at least one digit after the point. */
    public static final int ADD_DOT_0 = 2;
    /** Write {@code +} before what is not negative (but not before nan). */
    public static final int PLUS = 4;
    /** A negative result that rounds to zero loses its sign. */
    public static final int NO_NEGATIVE_ZERO = 8;

    private FloatText() {}

    /** {@code repr(x)}: the shortest decimal that reads back as the same float. */
    public static String repr(double x) {
        if (x == (long) x && Math.abs(x) < 1e15 && (x != 0 || 1 / x > 0)) {
            return Long.toString((long) x).concat(".0");
        }
        return format(x, 'r', 0, ADD_DOT_0);
    }

    /**
     * The text of a float under one of the codes e E f F g G r. {@code precision} counts digits after the point for
     * e and f, significant digits for g, and means nothing for r.
     */
    public static String format(double x, char code, int precision, int flags) {
        char lower = Character.toLowerCase(code);
        boolean upper = code != lower;
        if (Double.isNaN(x)) {
            return upper ? "NAN" : "nan";
        }
        boolean negative = x < 0 || x == 0 && 1 / x < 0;
        String sign = negative ? "-" : (flags & PLUS) != 0 ? "+" : "";
        if (Double.isInfinite(x)) {
            return sign.concat(upper ? "INF" : "inf");
        }
        double abs = Math.abs(x);
        int point;
        Digits digits;
        boolean exponent = false;
        int end;
        switch (lower) {
            case 'e' -> {
                digits = Digits.significant(abs, (long) precision + 1);
                point = digits.point();
                end = precision + 1;
                exponent = true;
            }
            case 'f' -> {
                digits = Digits.afterPoint(abs, precision);
                point = digits.point();
                end = point + precision;
            }
            case 'g' -> {
                int significant = precision == 0 ? 1 : precision;
                digits = Digits.significant(abs, significant);
                point = digits.point();
                exponent = point <= -4 || point > significant - ((flags & ADD_DOT_0) != 0 ? 1 : 0);
                end = (flags & ALTERNATE) != 0 ? significant : digits.text().length();
            }
            default -> {
                digits = Digits.shortest(abs);
                point = digits.point();
                exponent = point <= -4 || point > 16;
                end = digits.text().length();
            }
        }
        if (negative && (flags & NO_NEGATIVE_ZERO) != 0 && digits.isZero()) {
            sign = (flags & PLUS) != 0 ? "+" : "";
        }
        return layOut(sign, digits.text(), point, end, exponent ? upper ? 'E' : 'e' : 0, flags);
    }

    /** Places digits, zeros, point and exponent; digits run from position 0 to {@code end}, the point is at point. */
    private static String layOut(String sign, String digits, int decimalPoint, int digitsEnd, char exponent,
            int flags) {
        int point = decimalPoint;
        int end = digitsEnd;
        int power = 0;
        if (exponent != 0) {
            power = point - 1;
            point = 1;
        }
        int start = point <= 0 ? point - 1 : 0;
        end = Math.max(end, exponent == 0 && (flags & ADD_DOT_0) != 0 ? point + 1 : point);
        StringBuilder out = new StringBuilder(sign.length() + end - start + 8).append(sign);
        for (int i = start; i < 0; i++) {
            if (i == point) {
                out.append('.');
            }
            out.append('0');
        }
        int known = Math.min(digits.length(), end);
        if (point <= 0) {
            if (point == 0) {
                out.append('.');
            }
            out.append(digits, 0, known);
            zeros(out, end - known);
        } else if (known <= point) {
            out.append(digits, 0, known);
            zeros(out, point - known);
            out.append('.');
            zeros(out, end - point);
        } else {
            out.append(digits, 0, point).append('.').append(digits, point, known);
            zeros(out, end - known);
        }
        if (out.charAt(out.length() - 1) == '.' && (flags & ALTERNATE) == 0) {
            out.setLength(out.length() - 1);
        }
        if (exponent != 0) {
            out.append(exponent).append(power < 0 ? '-' : '+');
            int abs = Math.abs(power);
            if (abs < 10) {
                out.append('0');
            }
            out.append(abs);
        }
        return out.toString();
    }

    private static void zeros(StringBuilder out, int count) {
        if (count > 0) {
            out.repeat('0', count);
        }
    }

    /** Decimal digits of a float without trailing zeros; the value is 0.digits times 10^point. Zero is "0", point 1. */
    record Digits(String text, int point) {
        private static final Digits ZERO = new Digits("0", 1);

        boolean isZero() {
            return text.equals("0");
        }

        /** The fewest digits that read back as the same float, the nearest of those. */
        static Digits shortest(double abs) {
            if (abs == 0) {
                return ZERO;
            }
            Digits digits = scan(Double.toString(abs));
            // Java writes at least two digits and then chooses the nearest, CPython takes one where one is enough.
            if (digits.text.length() == 2 && abs < 1e-320) {
                Digits one = exactly(new BigDecimal(abs).round(new MathContext(1, RoundingMode.HALF_EVEN)));
                if (Double.parseDouble("0." + one.text + "e" + one.point) == abs) {
                    return one;
                }
            }
            return digits;
        }

        /** Correctly rounded to a number of significant digits. */
        static Digits significant(double abs, long count) {
            if (abs == 0) {
                return ZERO;
            }
            Digits quick = rounded(shortest(abs), abs, count);
            if (quick != null) {
                return quick;
            }
            BigDecimal exact = new BigDecimal(abs);
            return exactly(count >= 800 ? exact : exact.round(new MathContext((int) count, RoundingMode.HALF_EVEN)));
        }

        /** Correctly rounded to a number of digits after the point, which may be negative. */
        static Digits afterPoint(double abs, int count) {
            if (abs == 0) {
                return new Digits("0", Math.max(1, -count));
            }
            Digits shortest = shortest(abs);
            Digits quick = rounded(shortest, abs, (long) shortest.point + count);
            if (quick != null) {
                return quick;
            }
            BigDecimal exact = new BigDecimal(abs);
            BigDecimal value = exact.scale() <= count ? exact : exact.setScale(count, RoundingMode.HALF_EVEN);
            return value.signum() == 0 ? ZERO : exactly(value);
        }

        /**
         * Rounds the shortest digits where that cannot differ from rounding the exact value: the halfway point is no
         * longer than the shortest digits, so if it lay between these and the value it would have been chosen instead.
         */
        private static Digits rounded(Digits shortest, double abs, long count) {
            String text = shortest.text;
            if (count >= text.length()) {
                return count <= 15 && abs > 1e-290 ? shortest : null;
            }
            if (count <= 0 || abs < 1e-290) {
                return null;
            }
            int keep = (int) count;
            char next = text.charAt(keep);
            if (next == '5' && keep + 1 == text.length()) {
                return null;
            }
            if (next < '5') {
                return trimmed(text.substring(0, keep), shortest.point);
            }
            char[] digits = text.substring(0, keep).toCharArray();
            int i = keep - 1;
            while (i >= 0 && digits[i] == '9') {
                i--;
            }
            if (i < 0) {
                return new Digits("1", shortest.point + 1);
            }
            digits[i]++;
            return new Digits(new String(digits, 0, i + 1), shortest.point);
        }

        private static Digits exactly(BigDecimal value) {
            String text = value.unscaledValue().toString();
            return trimmed(text, text.length() - value.scale());
        }

        private static Digits trimmed(String text, int point) {
            int end = text.length();
            while (end > 1 && text.charAt(end - 1) == '0') {
                end--;
            }
            return new Digits(text.substring(0, end), point);
        }

        /** Reads what Double.toString wrote: d.ddd or d.dddEnn, leading zeros possible. */
        private static Digits scan(String java) {
            StringBuilder digits = new StringBuilder(20);
            int point = 0;
            boolean pointSeen = false;
            int i = 0;
            for (; i < java.length() && java.charAt(i) != 'E'; i++) {
                char c = java.charAt(i);
                if (c == '.') {
                    pointSeen = true;
                } else if (c == '0' && digits.isEmpty()) {
                    point -= pointSeen ? 1 : 0;
                } else {
                    digits.append(c);
                    point += pointSeen ? 0 : 1;
                }
            }
            if (i < java.length()) {
                point += Integer.parseInt(java, i + 1, java.length(), 10);
            }
            return trimmed(digits.toString(), point);
        }
    }
}
