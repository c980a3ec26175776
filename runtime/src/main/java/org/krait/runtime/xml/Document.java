package org.krait.runtime.xml;

import java.util.Arrays;

/**
 * The characters of a document or an external entity as its bytes come in, and the positions of characters: bytes,
 * lines and columns, all from 0.
 */
final class Document extends Source {
    /** The first character that was not consumed. */
    int at;
    /** True when no more bytes will come. */
    boolean complete;
    private XmlEncoding encoding = XmlEncoding.UTF_8;
    private boolean detected;
    /** Bytes from the first of {@code text} on, some of them decoded. */
    private byte[] raw = new byte[0];
    private int rawEnd;
    private int rawDecoded;
    /** The bytes of the document before {@code raw}. */
    private long rawBase;

    /** The place whose position is known, and that position. */
    private int mark;
    private long markByte;
    private long line;
    private long column;

    Document() {
        super(new int[0], 0, false);
    }

    XmlEncoding encoding() {
        return encoding;
    }

    /** Takes the bytes that follow. */
    void feed(byte[] bytes, int offset, int length) {
        compact();
        if (raw.length < rawEnd + length) {
            raw = Arrays.copyOf(raw, Math.max(rawEnd + length, Math.min(raw.length * 2, 1 << 24)));
        }
        System.arraycopy(bytes, offset, raw, rawEnd, length);
        rawEnd += length;
        decode();
    }

    private void compact() {
        if (at == 0) {
            return;
        }
        moveMark(at);
        System.arraycopy(text, at, text, 0, end - at);
        end -= at;
        at = 0;
        mark = 0;
        int dropped = (int) (markByte - rawBase);
        System.arraycopy(raw, dropped, raw, 0, rawEnd - dropped);
        rawEnd -= dropped;
        rawDecoded -= dropped;
        rawBase = markByte;
    }

    private void decode() {
        if (!detected) {
            return;
        }
        int most = rawEnd - rawDecoded;
        if (text.length < end + most) {
            text = Arrays.copyOf(text, Math.max(end + most, Math.min(text.length * 2, 1 << 24)));
        }
        end += encoding.decode(raw, rawDecoded, rawEnd, text, end, this);
    }

    /** What {@link XmlEncoding#decode} calls at its end. */
    void decoded(int bytes) {
        rawDecoded += bytes;
    }

    /**
     * Finds the encoding by the first bytes, unless one was given, and skips a byte order mark. False when more bytes
     * must come first.
     *
     * @param content true for an external entity of content, which may start with any character
     */
    boolean detect(XmlEncoding given, boolean content) {
        if (detected) {
            return true;
        }
        int first = rawEnd > 0 ? raw[0] & 0xff : -1;
        int second = rawEnd > 1 ? raw[1] & 0xff : -1;
        if (!complete && (rawEnd == 0 || rawEnd == 1 && isMark(first)
                || rawEnd == 2 && first == 0xef && second == 0xbb)) {
            return false;
        }
        int skipped = 0;
        if (first == 0xfe && second == 0xff && given != XmlEncoding.LATIN_1) {
            encoding = XmlEncoding.UTF_16BE;
            skipped = 2;
        } else if (first == 0xff && second == 0xfe && given != XmlEncoding.LATIN_1) {
            encoding = XmlEncoding.UTF_16LE;
            skipped = 2;
        } else if (first == 0xef && second == 0xbb && rawEnd > 2 && (raw[2] & 0xff) == 0xbf
                && (given == null || given == XmlEncoding.UTF_8)) {
            skipped = 3;
        } else if (given != null) {
            encoding = given;
        } else if (second == 0 && (first == '<' || !content)) {
            encoding = XmlEncoding.UTF_16LE;
        } else if (first == 0 && second > 0) {
            encoding = XmlEncoding.UTF_16BE;
        }
        rawDecoded = skipped;
        // A byte order mark counts as a column.
        markByte = skipped;
        column = skipped > 0 ? 1 : 0;
        rawBase = 0;
        detected = true;
        decode();
        return true;
    }

    private static boolean isMark(int first) {
        return first == 0xfe || first == 0xff || first == 0xef || first == 0 || first == '<';
    }

    /** Decodes anew what comes from the character at {@code from} on. */
    void setEncoding(XmlEncoding changed, int from) {
        rawDecoded = (int) (byteOf(from) - rawBase);
        end = from;
        encoding = changed;
        decode();
    }

    /** True when the bytes that have come end within a character of several. */
    boolean endsWithinCharacter() {
        int left = rawEnd - rawDecoded;
        return detected && left > 0 && (encoding.unitBytes == 1 || left > 1);
    }

    /** True when the bytes that have come end within the unit of a character. */
    boolean endsWithinUnit() {
        return detected && rawEnd - rawDecoded == 1 && encoding.unitBytes == 2;
    }

    /** True when no byte has ever come. */
    boolean isEmpty() {
        return rawBase == 0 && rawEnd == 0;
    }

    /** The bytes from a character on. */
    byte[] bytesFrom(int index) {
        return Arrays.copyOfRange(raw, (int) (byteOf(index) - rawBase), rawEnd);
    }

    private int width(int c) {
        return encoding.width(c);
    }

    /** The byte at which a character starts. */
    long byteOf(int index) {
        long bytes = markByte;
        for (int i = mark; i < index; i++) {
            bytes += width(text[i]);
        }
        for (int i = index; i < mark; i++) {
            bytes -= width(text[i]);
        }
        return bytes;
    }

    /** Moves what {@link #line} and {@link #column} tell forward to a character. */
    void moveMark(int index) {
        while (mark < index) {
            int c = text[mark++];
            markByte += width(c);
            if (c == '\n' || c == '\r') {
                if (c == '\r' && mark < index && text[mark] == '\n') {
                    mark++;
                    markByte += width('\n');
                }
                line++;
                column = 0;
            } else {
                column++;
            }
        }
    }

    long line() {
        return line;
    }

    long column() {
        return column;
    }
}
