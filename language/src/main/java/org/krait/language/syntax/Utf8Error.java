package org.krait.language.syntax;

/** What is wrong with bytes that aren't UTF-8, in CPython's words. */
final class Utf8Error {
    private Utf8Error() {}

    /** The length of the UTF-8 sequence at an offset; minus the length of its valid beginning (1 at least) if bad. */
    static int sequenceLength(byte[] bytes, int start, int end) {
        int b = bytes[start] & 0xFF;
        if (b < 0x80) {
            return 1;
        }
        if (b < 0xC2 || b > 0xF4) {
            return -1;
        }
        int size = b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
        for (int i = 1; i < size; i++) {
            int min = 0x80;
            int max = 0xBF;
            if (i == 1) {
                switch (b) {
                    case 0xE0 -> min = 0xA0;
                    case 0xED -> max = 0x9F;
                    case 0xF0 -> min = 0x90;
                    case 0xF4 -> max = 0x8F;
                    default -> { }
                }
            }
            int c = start + i < end ? bytes[start + i] & 0xFF : -1;
            if (c < min || c > max) {
                return -i;
            }
        }
        return size;
    }

    /** The first bad byte in a range, or -1. */
    static int find(byte[] bytes, int start, int end) {
        for (int i = start; i < end;) {
            int size = sequenceLength(bytes, i, end);
            if (size < 0) {
                return i;
            }
            i += size;
        }
        return -1;
    }

    /** The text of the UnicodeDecodeError for the sequence at an offset of bytes that end at {@code end}. */
    static String message(byte[] bytes, int start, int end) {
        return message(bytes, start, end, 0);
    }

    /** As {@link #message(byte[], int, int)}, with positions counted from {@code base}. */
    static String message(byte[] bytes, int start, int end, int base) {
        int b = bytes[start] & 0xFF;
        int good = -sequenceLength(bytes, start, end);
        String reason;
        if (b < 0xC2 || b > 0xF4) {
            reason = "invalid start byte";
        } else if (start + good >= end) {
            reason = "unexpected end of data";
        } else {
            reason = "invalid continuation byte";
        }
        StringBuilder message = new StringBuilder("'utf-8' codec can't decode byte");
        int position = start - base;
        if (good == 1) {
            message.append(" 0x").append(Character.forDigit(b >> 4, 16)).append(Character.forDigit(b & 15, 16));
            message.append(" in position ").append(position);
        } else {
            message.append("s in position ").append(position).append('-').append(position + good - 1);
        }
        return message.append(": ").append(reason).toString();
    }
}
