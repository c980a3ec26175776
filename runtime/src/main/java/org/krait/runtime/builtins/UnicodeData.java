package org.krait.runtime.builtins;

/** The character database in one of its two versions: 15.0, or 3.2.0 for stringprep. */
final class UnicodeData {
    static final UnicodeData CURRENT = new UnicodeData(false);
    static final UnicodeData OLD = new UnicodeData(true);

    private static final String[] CATEGORIES = {"Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Me", "Mc", "Nd", "Nl", "No",
        "Zs", "Zl", "Zp", "Cc", "Cf", "Cn", "Co", "Cs", "Pd", "Ps", "Pe", "Pc", "Po", "Sm", "Sc", "Sk", "So", "Pi",
        "Pf"};

    final boolean old;

    private UnicodeData(boolean old) {
        this.old = old;
    }

    private String get(UnicodeTable current, UnicodeTable changes, int c) {
        if (old) {
            String then = changes.get(c);
            if (then != null) {
                return then.equals("-") ? "" : then;
            }
        }
        return current.get(c);
    }

    String category(int c) {
        if (old) {
            String then = UnicodeTable.OLD_CATEGORY.get(c);
            if (then != null) {
                return then;
            }
        }
        return CATEGORIES[CharFacts.category(c)];
    }

    boolean isAssigned(int c) {
        return !category(c).equals("Cn");
    }

    int combining(int c) {
        return c < 0x300 ? 0 : Integer.parseInt(get(UnicodeTable.COMBINING, UnicodeTable.OLD_COMBINING, c));
    }

    String bidirectional(int c) {
        return get(UnicodeTable.BIDIRECTIONAL, UnicodeTable.OLD_BIDIRECTIONAL, c);
    }

    String width(int c) {
        return get(UnicodeTable.WIDTH, UnicodeTable.OLD_WIDTH, c);
    }

    boolean isMirrored(int c) {
        if (old) {
            String then = UnicodeTable.OLD_MIRRORED.get(c);
            if (then != null) {
                return then.equals("1");
            }
        }
        return c != 0x226d && Character.isMirrored(c) && !CharFacts.isNewer(c);
    }

    /** The numeric value and its kind: d for decimals, g for digits, n for others; empty for none: {@code "n1/2"}. */
    String numeric(int c) {
        return get(UnicodeTable.NUMERIC, UnicodeTable.OLD_NUMERIC, c);
    }

    /** As {@code unicodedata.decomposition}. */
    String decomposition(int c) {
        String mapping = mapping(c);
        return mapping.startsWith("=") || mapping.startsWith("!") ? mapping.substring(2) : mapping;
    }

    /** The decomposition as the table has it: "= " before a pair that composes again, "! " before others. */
    String mapping(int c) {
        return c < 0xa0 ? "" : get(UnicodeTable.DECOMPOSITION, UnicodeTable.OLD_DECOMPOSITION, c);
    }
}
