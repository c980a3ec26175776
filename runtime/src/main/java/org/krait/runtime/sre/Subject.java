package org.krait.runtime.sre;

/**
 * The text to be matched: an array of one-, two- or four-byte code units, read only.
 *
 * <p>Exactly one of the arrays is set. Bytes are Latin-1 characters or raw bytes; a two- or four-byte unit is one
 * character as well, so that positions are those of the Python string.
 */
public final class Subject {
    final byte[] bytes;
    final char[] chars;
    final int[] wide;
    final int length;

    private Subject(byte[] bytes, char[] chars, int[] wide, int length) {
        this.bytes = bytes;
        this.chars = chars;
        this.wide = wide;
        this.length = length;
    }

    public static Subject of(byte[] bytes, int length) {
        return new Subject(bytes, null, null, length);
    }

    public static Subject of(char[] chars) {
        return new Subject(null, chars, null, chars.length);
    }

    public static Subject of(int[] wide) {
        return new Subject(null, null, wide, wide.length);
    }

    public int length() {
        return length;
    }

    /** The character at a position. */
    public int at(int position) {
        byte[] narrow = bytes;
        return narrow != null ? narrow[position] & 0xff : wideAt(position);
    }

    int wideAt(int position) {
        char[] units = chars;
        return units != null ? units[position] : wide[position];
    }

    /** The first position in {@code from..to-1} that holds a character, or {@code to}. */
    int find(int ch, int from, int to) {
        int position = from;
        byte[] narrow = bytes;
        if (narrow != null) {
            if (ch < 0 || ch > 0xff) {
                return to;
            }
            byte unit = (byte) ch;
            while (position < to && narrow[position] != unit) {
                position++;
            }
            return position;
        }
        while (position < to && wideAt(position) != ch) {
            position++;
        }
        return position;
    }

    /** The first position in {@code from..to-1} that holds another character, or {@code to}. */
    int findOther(int ch, int from, int to) {
        int position = from;
        byte[] narrow = bytes;
        if (narrow != null) {
            if (ch < 0 || ch > 0xff) {
                return from;
            }
            byte unit = (byte) ch;
            while (position < to && narrow[position] == unit) {
                position++;
            }
            return position;
        }
        while (position < to && wideAt(position) == ch) {
            position++;
        }
        return position;
    }

    /** The last position in {@code least..from} that holds a character, or {@code least - 1};
     * {@code from} is at least that. */
    int findLast(int ch, int from, int least) {
        int position = from;
        byte[] narrow = bytes;
        if (narrow != null) {
            if (ch < 0 || ch > 0xff) {
                return least - 1;
            }
            byte unit = (byte) ch;
            while (position >= least && narrow[position] != unit) {
                position--;
            }
            return position;
        }
        while (position >= least && wideAt(position) != ch) {
            position--;
        }
        return position;
    }
}
