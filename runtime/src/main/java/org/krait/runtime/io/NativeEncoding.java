package org.krait.runtime.io;

/** The encodings that streams know without the package {@code encodings}. */
enum NativeEncoding {
    UTF_8("utf-8"),
    LATIN_1("latin-1"),
    ASCII("ascii");

    final String text;

    NativeEncoding(String text) {
        this.text = text;
    }

    /** The encoding of a name; null when it is none of these. */
    static NativeEncoding of(String name) {
        StringBuilder bare = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '-' && c != '_' && c != ' ') {
                bare.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
            }
        }
        return switch (bare.toString()) {
            case "utf8", "u8", "cp65001" -> UTF_8;
            case "latin1", "iso88591", "l1", "latin", "cp819", "8859" -> LATIN_1;
            case "ascii", "usascii", "646", "ansix3.41968" -> ASCII;
            default -> null;
        };
    }
}
