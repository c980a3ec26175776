package org.krait.runtime.sre;

import org.krait.objects.PyStr;

/** The text of a pattern, read a character or escape at a time. */
final class PatternText {
    /** Stands for the end of the text. */
    static final int END = -1;
    /** Added to the character of an escape: a backslash and the character. */
    static final int ESCAPE = 1 << 24;

    final boolean isText;
    private final byte[] bytes;
    private final PyStr text;
    private final int length;
    /** Where the token after {@link #next} begins. */
    private int index;
    /** The token to come: END, a character, or ESCAPE and a character. */
    int next;

    /** Of a str, or of bytes, which are read as Latin-1. */
    PatternText(PyStr text, byte[] bytes) {
        this.text = text;
        this.bytes = bytes != null ? bytes : text.latin1;
        isText = bytes == null;
        length = this.bytes != null ? this.bytes.length : text.length();
        advance();
    }

    private int at(int i) {
        return bytes != null ? bytes[i] & 0xff : text.at(i);
    }

    private void advance() {
        if (index >= length) {
            next = END;
            return;
        }
        int ch = at(index++);
        if (ch == '\\') {
            if (index >= length) {
                throw PatternParser.UNUSUAL;
            }
            ch = ESCAPE | at(index++);
        }
        next = ch;
    }

    int get() {
        int token = next;
        advance();
        return token;
    }

    boolean match(int token) {
        if (next != token) {
            return false;
        }
        advance();
        return true;
    }

    /** Where {@link #next} begins. */
    int tell() {
        return index - (next == END ? 0 : next >= ESCAPE ? 2 : 1);
    }

    void seek(int position) {
        index = position;
        advance();
    }

    /** Reads up to {@code most} digits of a base onto a number; {@code least} or the pattern is not for us. */
    int digits(int start, int base, int least, int most) {
        long number = start;
        int count = 0;
        while (count < most) {
            int digit = next >= 0 && next < 128 ? Character.digit(next, base) : -1;
            if (digit < 0) {
                break;
            }
            number = number * base + digit;
            count++;
            advance();
        }
        if (count < least || number > Character.MAX_CODE_POINT) {
            throw PatternParser.UNUSUAL;
        }
        return (int) number;
    }

    /** A name or number of ASCII letters, digits and underscores up to a terminator, which is read too. */
    String word(int terminator) {
        StringBuilder word = new StringBuilder();
        while (next != terminator) {
            boolean good = next >= '0' && next <= '9' || next >= 'A' && next <= 'Z' || next >= 'a' && next <= 'z'
                    || next == '_';
            if (!good) {
                throw PatternParser.UNUSUAL;
            }
            word.append((char) get());
        }
        advance();
        if (word.isEmpty()) {
            throw PatternParser.UNUSUAL;
        }
        return word.toString();
    }
}
