package org.krait.runtime.builtins;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;

/** The names of characters, their aliases, and named sequences: Java's tables as far as they are Unicode 15.0's. */
public final class CharNames {
    private static final String[] LEADS = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ",
        "C", "K", "T", "P", "H"};
    private static final String[] VOWELS = {"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE",
        "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"};
    private static final String[] TAILS = {"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT",
        "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"};
    private static final String HANGUL = "HANGUL SYLLABLE ";
    private static final String IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-";
    private static final int FIRST_SYLLABLE = 0xac00;
    private static final int LAST_SYLLABLE = 0xd7a3;

    private CharNames() {}

    /** The name, or null. */
    static String name(int c) {
        if (c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE) {
            int i = c - FIRST_SYLLABLE;
            return HANGUL + LEADS[i / 588] + VOWELS[i % 588 / 28] + TAILS[i % 28];
        }
        if (isIdeograph(c)) {
            return IDEOGRAPH + Integer.toHexString(c).toUpperCase(Locale.ROOT);
        }
        return switch (CharFacts.category(c)) {
            case Character.UNASSIGNED, Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE -> null;
            default -> c >= 0x17000 && c <= 0x187f7 || c >= 0x18d00 && c <= 0x18d08 ? null : Character.getName(c);
        };
    }

    private static boolean isIdeograph(int c) {
        return c >= 0x3400 && c <= 0x4dbf || c >= 0x4e00 && c <= 0x9fff || c >= 0x20000 && c <= 0x2a6df
                || c >= 0x2a700 && c <= 0x2b739 || c >= 0x2b740 && c <= 0x2b81d || c >= 0x2b820 && c <= 0x2cea1
                || c >= 0x2ceb0 && c <= 0x2ebe0 || c >= 0x30000 && c <= 0x3134a || c >= 0x31350 && c <= 0x323af;
    }

    /** The character of a name or alias, or -1. */
    public static int lookUp(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.startsWith(HANGUL)) {
            return syllable(upper.substring(HANGUL.length()));
        }
        if (upper.startsWith(IDEOGRAPH)) {
            return ideograph(upper.substring(IDEOGRAPH.length()));
        }
        try {
            int c = Character.codePointOf(upper);
            if (upper.equals(name(c))) {
                return c;
            }
        } catch (IllegalArgumentException e) {
            // No such name: an alias perhaps.
        }
        int[] found = find(upper);
        return found != null && found.length == 1 ? found[0] : -1;
    }

    private static int ideograph(String hex) {
        if (hex.length() != 4 && hex.length() != 5) {
            return -1;
        }
        int c = 0;
        for (int i = 0; i < hex.length(); i++) {
            int digit = Character.digit(hex.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            c = c * 16 + digit;
        }
        return isIdeograph(c) ? c : -1;
    }

    private static int syllable(String text) {
        int lead = longest(LEADS, text);
        int at = lead < 0 ? 0 : LEADS[lead].length();
        int vowel = longest(VOWELS, text.substring(at));
        if (lead < 0 || vowel < 0) {
            return -1;
        }
        String rest = text.substring(at + VOWELS[vowel].length());
        for (int i = 0; i < TAILS.length; i++) {
            if (TAILS[i].equals(rest)) {
                return FIRST_SYLLABLE + lead * 588 + vowel * 28 + i;
            }
        }
        return -1;
    }

    private static int longest(String[] parts, String text) {
        int best = -1;
        for (int i = 0; i < parts.length; i++) {
            if (text.startsWith(parts[i]) && (best < 0 || parts[i].length() > parts[best].length())) {
                best = i;
            }
        }
        return best;
    }

    /** The code points of a named sequence, or null. */
    static int[] sequence(String name) {
        return find(name.toUpperCase(Locale.ROOT));
    }

    private static int[] find(String upper) {
        return Aliases.BY_NAME.get(upper);
    }

    /** Aliases and sequences, read when a name is looked up that is none of a character's own. */
    private static final class Aliases {
        static final HashMap<String, int[]> BY_NAME = read();

        private static HashMap<String, int[]> read() {
            HashMap<String, int[]> all = new HashMap<>();
            try (InputStream in = CharNames.class.getResourceAsStream("character-names.txt");
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    int semicolon = line.indexOf(';');
                    if (line.startsWith("#") || semicolon < 0) {
                        continue;
                    }
                    String[] hex = line.substring(semicolon + 1).split(" ");
                    int[] codePoints = new int[hex.length];
                    for (int i = 0; i < hex.length; i++) {
                        codePoints[i] = Integer.parseInt(hex[i], 16);
                    }
                    all.put(line.substring(0, semicolon), codePoints);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return all;
        }
    }
}
