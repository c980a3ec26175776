package org.krait.runtime.decimal;

import java.math.BigInteger;

/** Logical operations on digits 0 and 1, and shifts of the coefficient. */
final class Digitwise {
    private Digitwise() {}

    /** What becomes of two digits. */
    enum Operator { AND, OR, XOR }

    /** The digits of a logical operand, the last first, at most the precision; null when it is none. */
    private static boolean[] digits(Calc c, Dec d) {
        if (!d.isFinite() || d.negative || d.exponent != 0) {
            return null;
        }
        String text = d.coefficient.toString();
        boolean[] digits = new boolean[(int) Math.min(text.length(), c.prec)];
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(text.length() - 1 - i);
            if (digit > '1') {
                return null;
            }
            if (i < digits.length) {
                digits[i] = digit == '1';
            }
        }
        return digits;
    }

    private static Dec number(boolean... digits) {
        char[] text = new char[digits.length];
        for (int i = 0; i < digits.length; i++) {
            text[digits.length - 1 - i] = digits[i] ? '1' : '0';
        }
        return text.length == 0 ? Dec.ZERO : new Dec(false, new BigInteger(new String(text)), 0);
    }

    static Dec combine(Calc c, Operator op, Dec a, Dec b) {
        boolean[] x = digits(c, a);
        boolean[] y = digits(c, b);
        if (x == null || y == null) {
            return c.invalid(Calc.INVALID_OPERATION);
        }
        boolean[] result = new boolean[Math.max(x.length, y.length)];
        for (int i = 0; i < result.length; i++) {
            boolean p = i < x.length && x[i];
            boolean q = i < y.length && y[i];
            result[i] = switch (op) {
                case AND -> p && q;
                case OR -> p || q;
                case XOR -> p != q;
            };
        }
        return number(result);
    }

    static Dec invert(Calc c, Dec a) {
        boolean[] x = digits(c, a);
        if (x == null) {
            return c.invalid(Calc.INVALID_OPERATION);
        }
        if (c.prec > BasicMath.HUGE) {
            throw org.krait.objects.Errors.memoryError();
        }
        boolean[] result = new boolean[(int) c.prec];
        for (int i = 0; i < result.length; i++) {
            result[i] = i >= x.length || !x[i];
        }
        return number(result);
    }

    /** The number of places of the second operand; Long.MIN_VALUE when it is none within the precision. */
    private static long places(Calc c, Dec b) {
        if (!b.isFinite() || b.exponent != 0 || b.coefficient.bitLength() > 62
                || b.coefficient.longValue() > c.prec) {
            return Long.MIN_VALUE;
        }
        long n = b.coefficient.longValue();
        return b.negative ? -n : n;
    }

    static Dec rotate(Calc c, Dec a, Dec b) {
        Dec nan = c.nan(a, b);
        if (nan != null) {
            return nan;
        }
        long n = places(c, b);
        if (n == Long.MIN_VALUE) {
            return c.invalid(Calc.INVALID_OPERATION);
        }
        if (a.isInfinite()) {
            return a;
        }
        BigInteger size = a.digits() > c.prec ? a.coefficient.mod(Tens.power(c.prec)) : a.coefficient;
        long left = n < 0 ? c.prec + n : n;
        long right = c.prec - left;
        if (size.signum() == 0) {
            return new Dec(a.negative, size, a.exponent);
        }
        BigInteger high = right >= Tens.digits(size) ? BigInteger.ZERO : size.divide(Tens.power(right));
        BigInteger low = high.signum() == 0 ? size : size.mod(Tens.power(right));
        return new Dec(a.negative, low.signum() == 0 ? high : low.multiply(Tens.power(left)).add(high), a.exponent);
    }

    static Dec shift(Calc c, Dec a, Dec b) {
        Dec nan = c.nan(a, b);
        if (nan != null) {
            return nan;
        }
        long n = places(c, b);
        if (n == Long.MIN_VALUE) {
            return c.invalid(Calc.INVALID_OPERATION);
        }
        if (a.isInfinite()) {
            return a;
        }
        BigInteger size = a.digits() > c.prec ? a.coefficient.mod(Tens.power(c.prec)) : a.coefficient;
        if (n < 0) {
            size = -n >= Tens.digits(size) ? BigInteger.ZERO : size.divide(Tens.power(-n));
        } else if (size.signum() != 0) {
            long room = c.prec - n;
            if (Tens.digits(size) > room) {
                size = size.mod(Tens.power(room));
            }
            size = size.signum() == 0 ? size : size.multiply(Tens.power(n));
        }
        return new Dec(a.negative, size, a.exponent);
    }
}
