package org.krait.runtime.builtins;

/** The handler {@code surrogatepass}: surrogates in the bytes of the UTF encodings. */
final class Surrogates {
    private Surrogates() {}

    /** The bytes of a surrogate in the encoding; 0 when it is not one of the UTF encodings. */
    static int width(String encoding) {
        String e = Codecs.shortName(encoding);
        return switch (e) {
            case "utf8" -> 3;
            case "utf16", "utf16le", "utf16be" -> 2;
            case "utf32", "utf32le", "utf32be" -> 4;
            default -> 0;
        };
    }

    private static boolean isBigEndian(String encoding) {
        return encoding.endsWith("be") || encoding.endsWith("BE");
    }

    /** The surrogate at a place of the input, or -1. */
    static int read(byte[] b, int at, String encoding) {
        int width = width(encoding);
        if (width == 0 || at + width > b.length) {
            return -1;
        }
        int c;
        if (width == 3) {
            if ((b[at] & 0xf0) != 0xe0 || (b[at + 1] & 0xc0) != 0x80 || (b[at + 2] & 0xc0) != 0x80) {
                return -1;
            }
            c = (b[at] & 15) << 12 | (b[at + 1] & 63) << 6 | b[at + 2] & 63;
        } else {
            c = 0;
            boolean big = isBigEndian(encoding);
            for (int i = 0; i < width; i++) {
                c |= (b[at + i] & 0xff) << 8 * (big ? width - 1 - i : i);
            }
        }
        return c >= 0xd800 && c < 0xe000 ? c : -1;
    }

    /** Writes a surrogate; false when the character or the encoding is another. */
    static boolean write(ByteSink sink, int c, String encoding) {
        int width = width(encoding);
        if (c < 0xd800 || c >= 0xe000 || width == 0) {
            return false;
        }
        if (width == 3) {
            sink.add(0xe0 | c >> 12);
            sink.add(0x80 | c >> 6 & 63);
            sink.add(0x80 | c & 63);
        } else {
            boolean big = isBigEndian(encoding);
            for (int i = 0; i < width; i++) {
                sink.add(c >> 8 * (big ? width - 1 - i : i));
            }
        }
        return true;
    }
}
