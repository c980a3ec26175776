package org.krait.language.syntax;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** The values of number literals. */
final class NumberLiterals {
    private NumberLiterals() {}

    /** The value of a number token. */
    static ConstantValue value(TokenStream tokens, int token) {
        byte[] text = tokens.source.text();
        int start = tokens.starts[token];
        int stop = tokens.stops[token];
        if (stop - start <= 18) {
            long value = 0;
            int i = start;
            while (i < stop && text[i] >= '0' && text[i] <= '9') {
                value = value * 10 + (text[i++] - '0');
            }
            if (i == stop) {
                return new ConstantValue.Int(value);
            }
        }
        return slowValue(tokens, token, new String(text, start, stop - start, StandardCharsets.ISO_8859_1));
    }

    private static ConstantValue slowValue(TokenStream tokens, int token, String literal) {
        String digits = literal;
        if (literal.indexOf('_') >= 0) {
            if (tokens.options.featureVersion() < 6) {
                throw Problems.version(tokens, "Underscores in numeric literals are", 6);
            }
            digits = literal.replace("_", "");
        }
        char second = digits.length() > 1 ? (char) (digits.charAt(1) | 0x20) : 0;
        if (second == 'x') {
            return integer(new BigInteger(digits.substring(2), 16));
        }
        if (second == 'o') {
            return integer(new BigInteger(digits.substring(2), 8));
        }
        if (second == 'b') {
            return integer(new BigInteger(digits.substring(2), 2));
        }
        char last = digits.charAt(digits.length() - 1);
        if (last == 'j' || last == 'J') {
            return new ConstantValue.Complex(0, Double.parseDouble(digits.substring(0, digits.length() - 1)));
        }
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return new ConstantValue.Float(Double.parseDouble(digits));
            }
        }
        if (digits.length() > tokens.options.maxIntDigits() && tokens.options.maxIntDigits() > 0) {
            throw Problems.tooManyDigits(tokens, token, digits.length());
        }
        return integer(new BigInteger(digits));
    }

    private static ConstantValue integer(BigInteger value) {
        return value.bitLength() < 64 ? new ConstantValue.Int(value.longValue()) : new ConstantValue.BigInt(value);
    }
}
