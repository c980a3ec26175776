package org.krait.language.syntax;

import java.nio.charset.StandardCharsets;

/** The identifiers of one source, each made into a String once; knows the keywords. */
final class Names {
    private String[] names = new String[256];
    /** The token kind of the name in the same place. */
    private byte[] kinds = new byte[256];
    private int size;
    /** The kind of the name found last. */
    int kind;

    Names() {
        String[] keywords = Token.KEYWORDS;
        for (int i = 0; i < keywords.length; i++) {
            String keyword = keywords[i];
            insert(keyword, keyword.hashCode(), (byte) (Token.FALSE + i));
        }
    }

    /** The ASCII identifier in a range of a source; sets {@link #kind}. */
    String find(byte[] text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + text[i];
        }
        int mask = names.length - 1;
        for (int slot = mix(hash) & mask;; slot = slot + 1 & mask) {
            String name = names[slot];
            if (name == null) {
                break;
            }
            if (equal(name, text, start, end)) {
                kind = kinds[slot];
                return name;
            }
        }
        String name = new String(text, start, end - start, StandardCharsets.ISO_8859_1);
        insert(name, hash, (byte) Token.NAME);
        kind = Token.NAME;
        return name;
    }

    private static int mix(int hash) {
        return hash ^ hash >>> 15;
    }

    private static boolean equal(String name, byte[] text, int start, int end) {
        int length = end - start;
        if (name.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (name.charAt(i) != text[start + i]) {
                return false;
            }
        }
        return true;
    }

    private void insert(String name, int hash, byte kindOfName) {
        if (++size * 2 > names.length) {
            grow();
        }
        put(name, hash, kindOfName);
    }

    private void put(String name, int hash, byte kindOfName) {
        int mask = names.length - 1;
        int slot = mix(hash) & mask;
        while (names[slot] != null) {
            slot = slot + 1 & mask;
        }
        names[slot] = name;
        kinds[slot] = kindOfName;
    }

    private void grow() {
        String[] oldNames = names;
        byte[] oldKinds = kinds;
        names = new String[oldNames.length * 2];
        kinds = new byte[oldNames.length * 2];
        for (int i = 0; i < oldNames.length; i++) {
            if (oldNames[i] != null) {
                // String.hashCode is the same polynomial.
                put(oldNames[i], oldNames[i].hashCode(), oldKinds[i]);
            }
        }
    }
}
