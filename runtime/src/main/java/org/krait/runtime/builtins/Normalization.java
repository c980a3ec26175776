package org.krait.runtime.builtins;

import java.util.Arrays;
import java.util.HashMap;
import org.krait.objects.PyStr;

/** The normal forms of Unicode. */
public final class Normalization {
    private static final int FIRST_SYLLABLE = 0xac00;
    private static final int SYLLABLES = 11172;
    private static final int LEAD = 0x1100;
    private static final int VOWEL = 0x1161;
    private static final int TAIL = 0x11a7;
    private static final int VOWELS = 21;
    private static final int TAILS = 28;
    private static final int LEADS = 19;

    private final UnicodeData data;
    private final boolean compatibility;
    private int[] out;
    private int size;

    private Normalization(UnicodeData data, boolean compatibility) {
        this.data = data;
        this.compatibility = compatibility;
    }

    /** The text in a form: NFC, NFD, NFKC or NFKD of Unicode 15.0; null for another name. */
    public static PyStr normalize(String form, PyStr text) {
        return normalize(UnicodeData.CURRENT, form, text);
    }

    static PyStr normalize(UnicodeData data, String form, PyStr text) {
        boolean compatibility = form.equals("NFKC") || form.equals("NFKD");
        boolean compose = form.equals("NFC") || form.equals("NFKC");
        if (!compatibility && !compose && !form.equals("NFD")) {
            return null;
        }
        if (text.isAscii()) {
            return text;
        }
        return new Normalization(data, compatibility).run(text, compose);
    }

    private PyStr run(PyStr text, boolean compose) {
        int n = text.length();
        out = new int[n + 16];
        for (int i = 0; i < n; i++) {
            decompose(text.at(i));
        }
        order();
        if (compose) {
            compose();
        }
        boolean same = size == n;
        for (int i = 0; same && i < n; i++) {
            same = out[i] == text.at(i);
        }
        return same ? text.exact() : PyStr.ofUcs4(Arrays.copyOf(out, size));
    }

    private void add(int c) {
        if (size == out.length) {
            out = Arrays.copyOf(out, size * 2);
        }
        out[size++] = c;
    }

    private void decompose(int c) {
        int s = c - FIRST_SYLLABLE;
        if (s >= 0 && s < SYLLABLES) {
            add(LEAD + s / (VOWELS * TAILS));
            add(VOWEL + s % (VOWELS * TAILS) / TAILS);
            if (s % TAILS != 0) {
                add(TAIL + s % TAILS);
            }
            return;
        }
        String mapping = data.old ? oldMapping(c) : data.mapping(c);
        boolean canonical = mapping.startsWith("=") || mapping.startsWith("!");
        if (mapping.isEmpty() || !canonical && !compatibility) {
            add(c);
            return;
        }
        int at = mapping.indexOf(' ') + 1;
        while (at < mapping.length()) {
            int end = mapping.indexOf(' ', at);
            end = end < 0 ? mapping.length() : end;
            decompose(Integer.parseInt(mapping, at, end, 16));
            at = end + 1;
        }
    }

    /** The mapping with the corrigenda undone that came after 3.2.0. */
    private String oldMapping(int c) {
        return switch (c) {
            case 0x2f868 -> "! 2136A";
            case 0x2f874 -> "! 5F33";
            case 0x2f91f -> "! 43AB";
            case 0x2f95f -> "! 7AAE";
            case 0x2f9bf -> "! 4D57";
            default -> data.isAssigned(c) ? data.mapping(c) : "";
        };
    }

    /** Puts combining characters in the order of their classes. */
    private void order() {
        for (int i = 1; i < size; i++) {
            int c = out[i];
            int combining = data.combining(c);
            int j = i;
            while (combining != 0 && j > 0 && data.combining(out[j - 1]) > combining) {
                out[j] = out[j - 1];
                j--;
            }
            out[j] = c;
        }
    }

    /** Joins each combining character with its starter unless one of its class or higher stands between. */
    private void compose() {
        int starter = -1;
        int to = 0;
        int between = 0;
        for (int i = 0; i < size; i++) {
            int c = out[i];
            int combining = data.combining(c);
            boolean adjacent = starter == to - 1;
            if (starter >= 0 && (adjacent || between != 0 && between < combining)) {
                int joined = pair(out[starter], c);
                if (joined >= 0 && (!data.old || data.isAssigned(joined))) {
                    out[starter] = joined;
                    continue;
                }
            }
            if (combining == 0) {
                starter = to;
            }
            between = combining;
            out[to++] = c;
        }
        size = to;
    }

    private static int pair(int a, int b) {
        int lead = a - LEAD;
        int vowel = b - VOWEL;
        if (lead >= 0 && lead < LEADS && vowel >= 0 && vowel < VOWELS) {
            return FIRST_SYLLABLE + (lead * VOWELS + vowel) * TAILS;
        }
        int s = a - FIRST_SYLLABLE;
        int tail = b - TAIL;
        if (s >= 0 && s < SYLLABLES && s % TAILS == 0 && tail > 0 && tail < TAILS) {
            return a + tail;
        }
        Integer joined = Pairs.JOINED.get((long) a << 32 | b);
        return joined == null ? -1 : joined;
    }

    /** The pairs that compose. */
    private static final class Pairs {
        static final HashMap<Long, Integer> JOINED = new HashMap<>();

        static {
            UnicodeTable.DECOMPOSITION.each((c, mapping) -> {
                if (mapping.startsWith("=")) {
                    int space = mapping.indexOf(' ', 2);
                    long a = Integer.parseInt(mapping, 2, space, 16);
                    JOINED.put(a << 32 | Integer.parseInt(mapping, space + 1, mapping.length(), 16), c);
                }
            });
        }
    }
}
