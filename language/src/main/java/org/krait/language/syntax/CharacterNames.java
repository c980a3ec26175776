package org.krait.language.syntax;

import java.util.Locale;

/** Characters by name, for {@code \N{…}}. */
final class CharacterNames {
    private CharacterNames() {}

    /** The character with a name or alias of the Unicode database, in any case; -1 if there is none. */
    static int lookup(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        try {
            int point = Character.codePointOf(upper);
            if (isName(point, upper)) {
                return point;
            }
        } catch (IllegalArgumentException e) {
            // Not one of Java's names: perhaps an alias.
        }
        return CharacterAliases.lookup(upper);
    }

    /** Java also takes a block's name with a number, and control codes with their abbreviation. */
    private static boolean isName(int point, String name) {
        if (Character.getType(point) == Character.CONTROL) {
            return false;
        }
        String known = Character.getName(point);
        int type = Character.getType(point);
        boolean generated = type == Character.UNASSIGNED || type == Character.PRIVATE_USE
                || type == Character.SURROGATE;
        return !generated && known != null && known.equals(name) || Character.isIdeographic(point)
                && name.equals("CJK UNIFIED IDEOGRAPH-" + Integer.toHexString(point).toUpperCase(Locale.ROOT));
    }
}
