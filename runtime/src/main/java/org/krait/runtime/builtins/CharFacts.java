package org.krait.runtime.builtins;

/**
 * What CPython 3.12 (Unicode 15.0) knows of characters, out of Java's newer tables: characters that 15.0 had not
 * assigned yet count as unassigned.
 */
public final class CharFacts {
    /** First and last of the ranges that Unicode 15.1 and 16.0 added to the BMP. */
    private static final String ADDED = "\u0897\u0897\u1b4e\u1b4f\u1b7f\u1b7f\u1c89\u1c8a\u2427\u2429\u2ffc\u2fff"
            + "\u31e4\u31e5\u31ef\u31ef\ua7cb\ua7cd\ua7da\ua7dc";
    /** The same beyond the BMP. */
    private static final int[] ADDED_HIGH = {
        0x105c0, 0x105f3, 0x10d40, 0x10d65, 0x10d69, 0x10d85, 0x10d8e, 0x10d8f, 0x10ec2, 0x10ec4, 0x10efc, 0x10efc,
        0x11380, 0x11389, 0x1138b, 0x1138b, 0x1138e, 0x1138e, 0x11390, 0x113b5, 0x113b7, 0x113c0, 0x113c2, 0x113c2,
        0x113c5, 0x113c5, 0x113c7, 0x113ca, 0x113cc, 0x113d5, 0x113d7, 0x113d8, 0x113e1, 0x113e2, 0x116d0, 0x116e3,
        0x11bc0, 0x11be1, 0x11bf0, 0x11bf9, 0x11f5a, 0x11f5a, 0x13460, 0x143fa, 0x16100, 0x16139, 0x16d40, 0x16d79,
        0x18cff, 0x18cff, 0x1cc00, 0x1ccf9, 0x1cd00, 0x1ceb3, 0x1e5d0, 0x1e5fa, 0x1e5ff, 0x1e5ff, 0x1f8b2, 0x1f8bb,
        0x1f8c0, 0x1f8c1, 0x1fa89, 0x1fa89, 0x1fa8f, 0x1fa8f, 0x1fabe, 0x1fabe, 0x1fac6, 0x1fac6, 0x1fadc, 0x1fadc,
        0x1fadf, 0x1fadf, 0x1fae9, 0x1fae9, 0x1fbcb, 0x1fbef, 0x2ebf0, 0x2ee5d
    };
    /** Ranges of digits that are no decimals. */
    private static final int[] DIGITS = {
        0xb2, 0xb3, 0xb9, 0xb9, 0x1369, 0x1371, 0x19da, 0x19da, 0x2070, 0x2070, 0x2074, 0x2079, 0x2080, 0x2089, 0x2460,
        0x2468, 0x2474, 0x247c, 0x2488, 0x2490, 0x24ea, 0x24ea, 0x24f5, 0x24fd, 0x24ff, 0x24ff, 0x2776, 0x277e, 0x2780,
        0x2788, 0x278a, 0x2792, 0x10a40, 0x10a43, 0x10e60, 0x10e68, 0x11052, 0x1105a, 0x1f100, 0x1f10a
    };
    /** Ideographs with a numeric value, first and last of each range. */
    private static final int[] NUMERIC_IDEOGRAPHS = {
        0x3405, 0x3405, 0x3483, 0x3483, 0x382a, 0x382a, 0x3b4d, 0x3b4d, 0x4e00, 0x4e00, 0x4e03, 0x4e03, 0x4e07, 0x4e07,
        0x4e09, 0x4e09, 0x4e5d, 0x4e5d, 0x4e8c, 0x4e8c, 0x4e94, 0x4e94, 0x4e96, 0x4e96, 0x4ebf, 0x4ec0, 0x4edf, 0x4edf,
        0x4ee8, 0x4ee8, 0x4f0d, 0x4f0d, 0x4f70, 0x4f70, 0x5104, 0x5104, 0x5146, 0x5146, 0x5169, 0x5169, 0x516b, 0x516b,
        0x516d, 0x516d, 0x5341, 0x5341, 0x5343, 0x5345, 0x534c, 0x534c, 0x53c1, 0x53c4, 0x56db, 0x56db, 0x58f1, 0x58f1,
        0x58f9, 0x58f9, 0x5e7a, 0x5e7a, 0x5efe, 0x5eff, 0x5f0c, 0x5f0e, 0x5f10, 0x5f10, 0x62fe, 0x62fe, 0x634c, 0x634c,
        0x67d2, 0x67d2, 0x6f06, 0x6f06, 0x7396, 0x7396, 0x767e, 0x767e, 0x8086, 0x8086, 0x842c, 0x842c, 0x8cae, 0x8cae,
        0x8cb3, 0x8cb3, 0x8d30, 0x8d30, 0x9621, 0x9621, 0x9646, 0x9646, 0x964c, 0x964c, 0x9678, 0x9678, 0x96f6, 0x96f6,
        0xf96b, 0xf96b, 0xf973, 0xf973, 0xf978, 0xf978, 0xf9b2, 0xf9b2, 0xf9d1, 0xf9d1, 0xf9d3, 0xf9d3, 0xf9fd, 0xf9fd,
        0x20001, 0x20001, 0x20064, 0x20064, 0x200e2, 0x200e2, 0x20121, 0x20121, 0x2092a, 0x2092a, 0x20983, 0x20983,
        0x2098c, 0x2098c, 0x2099c, 0x2099c, 0x20aea, 0x20aea, 0x20afd, 0x20afd, 0x20b19, 0x20b19, 0x22390, 0x22390,
        0x22998, 0x22998, 0x23b1b, 0x23b1b, 0x2626d, 0x2626d, 0x2f890, 0x2f890
    };
    /** What has ID_Start but not XID_Start, for the normal forms are different. */
    private static final int[] NOT_START = {
        0x37a, 0x37a, 0xe33, 0xe33, 0xeb3, 0xeb3, 0x2e2f, 0x2e2f, 0x309b, 0x309c, 0xfc5e, 0xfc63, 0xfdfa, 0xfdfb,
        0xfe70,
        0xfe70, 0xfe72, 0xfe72, 0xfe74, 0xfe74, 0xfe76, 0xfe76, 0xfe78, 0xfe78, 0xfe7a, 0xfe7a, 0xfe7c, 0xfe7c, 0xfe7e,
        0xfe7e, 0xff9e, 0xff9f
    };
    /** What Java lets continue an identifier but Unicode 15.0's XID_Continue does not. */
    private static final int[] NOT_CONTINUE = {
        0x37a, 0x37a, 0x2e2f, 0x2e2f, 0x309b, 0x309c, 0x30fb, 0x30fb, 0xfc5e, 0xfc63, 0xfdfa, 0xfdfb, 0xfe70, 0xfe70,
        0xfe72, 0xfe72, 0xfe74, 0xfe74, 0xfe76, 0xfe76, 0xfe78, 0xfe78, 0xfe7a, 0xfe7a, 0xfe7c, 0xfe7c, 0xfe7e, 0xfe7e,
        0xff65, 0xff65
    };

    private CharFacts() {}

    private static boolean in(int[] ranges, int c) {
        int low = 0;
        int high = ranges.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (c < ranges[2 * middle]) {
                high = middle - 1;
            } else if (c > ranges[2 * middle + 1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** True when the character came after Unicode 15.0. */
    public static boolean isNewer(int c) {
        if (c < 0x897) {
            return false;
        }
        if (c >= 0x10000) {
            return in(ADDED_HIGH, c);
        }
        for (int i = 0; i < ADDED.length(); i += 2) {
            if (c <= ADDED.charAt(i + 1)) {
                return c >= ADDED.charAt(i);
            }
        }
        return false;
    }

    /** The general category as {@link Character#getType}. */
    public static int category(int c) {
        if (c == 0x1171e) {
            return Character.NON_SPACING_MARK;
        }
        int type = Character.getType(c);
        return type != Character.UNASSIGNED && isNewer(c) ? Character.UNASSIGNED : type;
    }

    public static boolean isAlpha(int c) {
        if (c < 128) {
            return (c | 32) >= 'a' && (c | 32) <= 'z';
        }
        return Character.isLetter(c) && !isNewer(c);
    }

    public static boolean isDecimal(int c) {
        if (c < 128) {
            return c >= '0' && c <= '9';
        }
        return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER && !isNewer(c);
    }

    public static boolean isDigit(int c) {
        return isDecimal(c) || c >= 0xb2 && in(DIGITS, c);
    }

    public static boolean isNumeric(int c) {
        if (c < 128) {
            return c >= '0' && c <= '9';
        }
        int type = category(c);
        return type == Character.DECIMAL_DIGIT_NUMBER || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER
                || type == Character.OTHER_LETTER && c >= 0x3405 && in(NUMERIC_IDEOGRAPHS, c);
    }

    public static boolean isAlnum(int c) {
        return isAlpha(c) || isNumeric(c);
    }

    public static boolean isSpace(int c) {
        if (c < 256) {
            return c == ' ' || c >= 9 && c <= 13 || c >= 0x1c && c <= 0x1f || c == 0x85 || c == 0xa0;
        }
        return c == 0x1680 || c >= 0x2000 && c <= 0x200a || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f
                || c == 0x3000;
    }

    /** The line boundaries of splitlines. */
    public static boolean isLineBreak(int c) {
        return c >= 10 && c <= 13 || c >= 0x1c && c <= 0x1e || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    public static boolean isUpper(int c) {
        return c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c) && !isNewer(c);
    }

    public static boolean isLower(int c) {
        return c < 128 ? c >= 'a' && c <= 'z' : Character.isLowerCase(c) && !isNewer(c);
    }

    public static boolean isTitle(int c) {
        return c >= 0x1c5 && Character.isTitleCase(c);
    }

    /** True for characters with case, as the predicates see it. */
    public static boolean isCased(int c) {
        return isUpper(c) || isLower(c) || isTitle(c);
    }

    public static boolean isPrintable(int c) {
        if (c < 127) {
            return c >= ' ';
        }
        return switch (category(c)) {
            case Character.UNASSIGNED, Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    /** XID_Start or underscore. */
    public static boolean isIdentifierStart(int c) {
        if (c < 128) {
            return (c | 32) >= 'a' && (c | 32) <= 'z' || c == '_';
        }
        return Character.isUnicodeIdentifierStart(c) && !in(NOT_START, c) && !isNewer(c);
    }

    /** XID_Continue. */
    public static boolean isIdentifierPart(int c) {
        if (c < 128) {
            return (c | 32) >= 'a' && (c | 32) <= 'z' || c >= '0' && c <= '9' || c == '_';
        }
        return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c) && !in(NOT_CONTINUE, c)
                && !isNewer(c);
    }
}
