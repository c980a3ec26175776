package org.krait.objects.text;

import java.math.BigInteger;
import org.krait.objects.Errors;

/**
 * An int as text in bases 2 to 36 and back. A text that is no int gives NumberFormatException, for the message needs
 * the repr of the argument; the digit limit of {@code sys.set_int_max_str_digits} is passed in, 0 means none.
 */
public final class IntText {
    /** Shorter texts are never refused, whatever the limit. */
    private static final int LIMIT_THRESHOLD = 640;
    private static final int SPLIT_DIGITS = 2000;

    private IntText() {}

    /** {@code str(value)}; ValueError when it has more digits than the limit. */
    public static String decimal(BigInteger value, int digitLimit) {
        if (digitLimit > 0 && value.bitLength() > LIMIT_THRESHOLD * 3) {
            if ((value.bitLength() - 1) * 0.30102999566398114 - 1 > digitLimit) {
                throw tooLong(digitLimit);
            }
            String text = value.toString();
            if (text.length() - (value.signum() < 0 ? 1 : 0) > digitLimit) {
                throw tooLong(digitLimit);
            }
            return text;
        }
        return value.toString();
    }

    private static RuntimeException tooLong(int digitLimit) {
        return Errors.valueError("Exceeds the limit (" + digitLimit + " digits) for integer string conversion; "
                + "use sys.set_int_max_str_digits() to increase the limit");
    }

    /** The int a text stands for as {@code int(text, base)} reads it; base is 0 or 2 to 36. */
    public static BigInteger parse(String text, int base, int digitLimit) {
        return parseAscii(FloatParser.toAscii(text), base, digitLimit);
    }

    /** As {@link #parse} for text with white space stripped and digits in ASCII. */
    private static BigInteger parseAscii(String text, int givenBase, int digitLimit) {
        int base = givenBase;
        int at = 0;
        int length = text.length();
        boolean negative = false;
        if (length > 0 && (text.charAt(0) == '+' || text.charAt(0) == '-')) {
            negative = text.charAt(0) == '-';
            at = 1;
        }
        boolean onlyZeros = false;
        char second = at + 1 < length && text.charAt(at) == '0' ? Character.toLowerCase(text.charAt(at + 1)) : 0;
        int prefixBase = second == 'x' ? 16 : second == 'o' ? 8 : second == 'b' ? 2 : 0;
        if (base == 0) {
            base = prefixBase != 0 ? prefixBase : 10;
            onlyZeros = prefixBase == 0 && at < length && text.charAt(at) == '0';
        }
        if (prefixBase != 0 && prefixBase == base) {
            at += 2;
            if (at < length && text.charAt(at) == '_') {
                at++;
            }
        }
        String digits = digits(text, at, base);
        if (digitLimit > 0 && (base & base - 1) != 0 && digits.length() > LIMIT_THRESHOLD
                && digits.length() > digitLimit) {
            throw Errors.valueError("Exceeds the limit (" + digitLimit + " digits) for integer string conversion: "
                    + "value has " + digits.length()
                    + " digits; use sys.set_int_max_str_digits() to increase the limit");
        }
        BigInteger value = ofDigits(digits, base);
        if (onlyZeros && value.signum() != 0) {
            throw new NumberFormatException();
        }
        return negative ? value.negate() : value;
    }

    /** The digits of a base without underscores, which may stand between digits only. */
    private static String digits(String text, int from, int base) {
        int length = text.length();
        boolean underscores = false;
        char previous = '_';
        for (int i = from; i < length; i++) {
            char c = text.charAt(i);
            if (c == '_') {
                if (previous == '_') {
                    throw new NumberFormatException();
                }
                underscores = true;
            } else if (c >= 127 || Character.digit(c, base) < 0) {
                throw new NumberFormatException();
            }
            previous = c;
        }
        if (previous == '_') {
            throw new NumberFormatException();
        }
        String digits = text.substring(from);
        return underscores ? digits.replace("_", "") : digits;
    }

    /** The value of digits; splits long texts in halves, so that it is as fast as multiplication. */
    private static BigInteger ofDigits(String digits, int base) {
        if (digits.length() <= SPLIT_DIGITS || (base & base - 1) == 0) {
            return new BigInteger(digits, base);
        }
        int levels = 0;
        int chunk = SPLIT_DIGITS;
        while (chunk < digits.length()) {
            chunk *= 2;
            levels++;
        }
        BigInteger[] powers = new BigInteger[levels];
        powers[0] = BigInteger.valueOf(base).pow(SPLIT_DIGITS);
        for (int i = 1; i < levels; i++) {
            powers[i] = powers[i - 1].multiply(powers[i - 1]);
        }
        return ofDigits(digits, base, powers, levels);
    }

    private static BigInteger ofDigits(String digits, int base, BigInteger[] powers, int level) {
        if (level == 0 || digits.length() <= SPLIT_DIGITS) {
            return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits, base);
        }
        int low = SPLIT_DIGITS << level - 1;
        if (digits.length() <= low) {
            return ofDigits(digits, base, powers, level - 1);
        }
        int split = digits.length() - low;
        return ofDigits(digits.substring(0, split), base, powers, level - 1)
                .multiply(powers[level - 1])
                .add(ofDigits(digits.substring(split), base, powers, level - 1));
    }
}
