package org.krait.runtime.xml;

import java.util.Locale;

/** How bytes become characters. Bytes that mean none become {@link XmlChars#MALFORMED}. */
abstract class XmlEncoding {
    static final XmlEncoding UTF_8 = new Utf8();
    static final XmlEncoding UTF_16BE = new Utf16(true);
    static final XmlEncoding UTF_16LE = new Utf16(false);
    static final XmlEncoding LATIN_1 = new Table(null, 256);
    static final XmlEncoding ASCII = new Table(null, 128);

    /** Bytes of the shortest character. */
    final int unitBytes;

    private XmlEncoding(int unitBytes) {
        this.unitBytes = unitBytes;
    }

    /** The encoding with a name in a declaration, or null when expat has none of the name. */
    static XmlEncoding named(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "UTF-8" -> UTF_8;
            case "UTF-16", "UTF-16BE" -> UTF_16BE;
            case "UTF-16LE" -> UTF_16LE;
            case "ISO-8859-1" -> LATIN_1;
            case "US-ASCII" -> ASCII;
            default -> null;
        };
    }

    /** The encoding of one byte a character; {@code map[b]} is the character, -1 for none. */
    static XmlEncoding of(int[] map) {
        return new Table(map, 256);
    }

    /**
     * Decodes whole characters from {@code raw} into {@code text} at {@code to}, which has room; the result is the
     * number of characters, and {@link Document#decoded} is told how many bytes they were.
     */
    abstract int decode(byte[] raw, int from, int end, int[] text, int to, Document document);

    /** How many bytes a character has. */
    abstract int width(int c);

    private static final class Utf8 extends XmlEncoding {
        Utf8() {
            super(1);
        }

        @Override
        int width(int c) {
            return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        }

        @Override
        int decode(byte[] raw, int from, int end, int[] text, int to, Document document) {
            int p = from;
            int n = to;
            while (p < end) {
                int b = raw[p];
                if (b >= 0) {
                    text[n++] = b;
                    p++;
                    continue;
                }
                int length = b < -62 ? 0 : b < -32 ? 2 : b < -16 ? 3 : b < -11 ? 4 : 0;
                if (length == 0) {
                    text[n++] = XmlChars.MALFORMED;
                    p++;
                    continue;
                }
                if (p + length > end) {
                    break;
                }
                int c = b & 0xff >> length + 1;
                boolean good = true;
                for (int i = 1; i < length; i++) {
                    good &= (raw[p + i] & 0xc0) == 0x80;
                    c = c << 6 | raw[p + i] & 0x3f;
                }
                good &= length == 2 || (length == 3 ? c >= 0x800 && (c < 0xd800 || c > 0xdfff)
                        : c >= 0x10000 && c <= 0x10ffff);
                text[n++] = good ? c : XmlChars.MALFORMED;
                p += good ? length : 1;
            }
            document.decoded(p - from);
            return n - to;
        }
    }

    private static final class Utf16 extends XmlEncoding {
        private final int high;

        Utf16(boolean bigEndian) {
            super(2);
            high = bigEndian ? 0 : 1;
        }

        @Override
        int width(int c) {
            return c >= 0x10000 ? 4 : 2;
        }

        private int unit(byte[] raw, int at) {
            return (raw[at + high] & 0xff) << 8 | raw[at + 1 - high] & 0xff;
        }

        @Override
        int decode(byte[] raw, int from, int end, int[] text, int to, Document document) {
            int p = from;
            int n = to;
            while (p + 2 <= end) {
                int c = unit(raw, p);
                if (c >= 0xd800 && c < 0xdc00) {
                    if (p + 4 > end) {
                        break;
                    }
                    int low = unit(raw, p + 2);
                    if (low >= 0xdc00 && low < 0xe000) {
                        text[n++] = Character.toCodePoint((char) c, (char) low);
                        p += 4;
                        continue;
                    }
                    c = XmlChars.MALFORMED;
                }
                text[n++] = c;
                p += 2;
            }
            document.decoded(p - from);
            return n - to;
        }
    }

    private static final class Table extends XmlEncoding {
        private final int[] map;
        private final int size;

        Table(int[] map, int size) {
            super(1);
            this.map = map;
            this.size = size;
        }

        @Override
        int width(int c) {
            return 1;
        }

        @Override
        int decode(byte[] raw, int from, int end, int[] text, int to, Document document) {
            for (int p = from; p < end; p++) {
                int b = raw[p] & 0xff;
                text[to + p - from] = b >= size ? XmlChars.MALFORMED : map == null ? b : map[b];
            }
            document.decoded(end - from);
            return end - from;
        }
    }
}
