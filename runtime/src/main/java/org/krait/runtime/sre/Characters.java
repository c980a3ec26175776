package org.krait.runtime.sre;

import java.util.Locale;

/**
 * Character categories and single-character case mapping as CPython 3.12's {@code sre.c} and Unicode 15.0 have them.
 *
 * <p>The data are Java's, which follow a later Unicode version: characters that came after 15.0 are treated as
 * unassigned ({@link #isNewer}). The locale variants are those of the C and UTF-8 locales, that is ASCII.
 */
public final class Characters {
    private static final int WORD_TYPES = 1 << Character.UPPERCASE_LETTER | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER | 1 << Character.MODIFIER_LETTER | 1 << Character.OTHER_LETTER
            | 1 << Character.DECIMAL_DIGIT_NUMBER | 1 << Character.LETTER_NUMBER | 1 << Character.OTHER_NUMBER;

    private Characters() {
    }

    /** Whether a character belongs to a category of {@code re._constants}. */
    static boolean inCategory(int category, int ch) {
        boolean in = switch (category >> 1) {
            case Op.CATEGORY_DIGIT >> 1 -> ch >= '0' && ch <= '9';
            case Op.CATEGORY_SPACE >> 1 -> ch == ' ' || ch >= '\t' && ch <= '\r';
            case Op.CATEGORY_WORD >> 1, Op.CATEGORY_LOC_WORD >> 1 -> isAsciiWord(ch);
            case Op.CATEGORY_LINEBREAK >> 1 -> ch == '\n';
            case Op.CATEGORY_UNI_DIGIT >> 1 -> isDecimal(ch);
            case Op.CATEGORY_UNI_SPACE >> 1 -> isSpace(ch);
            case Op.CATEGORY_UNI_WORD >> 1 -> isWord(ch);
            case Op.CATEGORY_UNI_LINEBREAK >> 1 -> isLineBreak(ch);
            default -> throw new IllegalArgumentException(Integer.toString(category));
        };
        return in != ((category & 1) != 0);
    }

    static boolean isAsciiWord(int ch) {
        return ch >= 'a' && ch <= 'z' || ch >= 'A' && ch <= 'Z' || ch >= '0' && ch <= '9' || ch == '_';
    }

    /** {@code str.isalnum()} or an underscore. */
    static boolean isWord(int ch) {
        if (ch < 0x80) {
            return isAsciiWord(ch);
        }
        return (1 << Character.getType(ch) & WORD_TYPES) != 0 && !isNewer(ch);
    }

    /** {@code str.isdecimal()}. */
    static boolean isDecimal(int ch) {
        if (ch < 0x100) {
            return ch >= '0' && ch <= '9';
        }
        return Character.getType(ch) == Character.DECIMAL_DIGIT_NUMBER && !isNewer(ch);
    }

    /** {@code str.isspace()}. */
    static boolean isSpace(int ch) {
        if (ch <= ' ') {
            return ch == ' ' || ch >= 0x1c || ch >= '\t' && ch <= '\r';
        }
        if (ch < 0x1680) {
            return ch == 0x85 || ch == 0xa0;
        }
        return ch == 0x1680 || ch >= 0x2000 && ch <= 0x200a || ch == 0x2028 || ch == 0x2029 || ch == 0x202f
                || ch == 0x205f || ch == 0x3000;
    }

    static boolean isLineBreak(int ch) {
        return ch >= '\n' && ch <= '\r' || ch >= 0x1c && ch <= 0x1e || ch == 0x85 || ch == 0x2028 || ch == 0x2029;
    }

    public static int lowerAscii(int ch) {
        return ch >= 'A' && ch <= 'Z' ? ch + 32 : ch;
    }

    public static int upperAscii(int ch) {
        return ch >= 'a' && ch <= 'z' ? ch - 32 : ch;
    }

    public static boolean isCasedAscii(int ch) {
        return ch >= 'a' && ch <= 'z' || ch >= 'A' && ch <= 'Z';
    }

    /** The simple lowercase mapping. */
    public static int lower(int ch) {
        if (ch < 0x80) {
            return lowerAscii(ch);
        }
        int lower = Character.toLowerCase(ch);
        return lower != ch && isNewer(ch) ? ch : lower;
    }

    /** The first character of the full uppercase mapping. */
    public static int upper(int ch) {
        if (ch < 0x80) {
            return upperAscii(ch);
        }
        if (hasLongUpper(ch)) {
            return Character.toString(ch).toUpperCase(Locale.ROOT).codePointAt(0);
        }
        int upper = Character.toUpperCase(ch);
        return upper != ch && isNewer(upper) ? ch : upper;
    }

    public static boolean isCased(int ch) {
        return lower(ch) != ch || upper(ch) != ch;
    }

    /** Whether a character may have an uppercase of several characters. */
    private static boolean hasLongUpper(int ch) {
        return ch == 0xdf || ch == 0x149 || ch == 0x1f0 || ch == 0x390 || ch == 0x3b0 || ch == 0x587
                || ch >= 0x1e96 && ch <= 0x1fff || ch >= 0xfb00 && ch <= 0xfb17;
    }

    /** Whether a letter or number was assigned after Unicode 15.0. */
    static boolean isNewer(int ch) {
        if (ch < 0x1c89) {
            return false;
        }
        if (ch < 0x105c0) {
            return ch <= 0x1c8a || ch >= 0xa7cb && ch <= 0xa7cd || ch >= 0xa7da && ch <= 0xa7dc;
        }
        if (ch < 0x11bc0) {
            return ch <= 0x105f3 || ch >= 0x10d40 && ch <= 0x10d85 || ch >= 0x10ec2 && ch <= 0x10ec4
                    || ch >= 0x11380 && ch <= 0x113d3 || ch >= 0x116d0 && ch <= 0x116e3;
        }
        return ch <= 0x11bf9 || ch >= 0x13460 && ch <= 0x143fa || ch >= 0x16100 && ch <= 0x16139
                || ch >= 0x16d40 && ch <= 0x16d79 || ch == 0x18cff || ch >= 0x1ccf0 && ch <= 0x1ccf9
                || ch >= 0x1e5d0 && ch <= 0x1e5fa || ch >= 0x2ebf0 && ch <= 0x2ee5d;
    }
}
