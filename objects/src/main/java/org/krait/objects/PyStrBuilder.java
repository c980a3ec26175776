package org.krait.objects;

import java.util.Arrays;

/** Builds a {@link PyStr} code point by code point, widening as needed. */
public final class PyStrBuilder {
    private byte[] latin1;
    private int[] wide;
    private int length;
    /** The exact str that was appended whole before all else; the text is it when nothing follows. */
    private PyStr first;

    public PyStrBuilder(int capacity) {
        latin1 = new byte[Math.max(capacity, 16)];
    }

    public PyStrBuilder() {
        this(16);
    }

    public int length() {
        return length;
    }

    public PyStrBuilder append(int codePoint) {
        if (wide == null) {
            if (codePoint < 256) {
                if (length == latin1.length) {
                    latin1 = Arrays.copyOf(latin1, length * 2);
                }
                latin1[length++] = (byte) codePoint;
                return this;
            }
            widen();
        }
        if (length == wide.length) {
            wide = Arrays.copyOf(wide, length * 2);
        }
        wide[length++] = codePoint;
        return this;
    }

    public PyStrBuilder append(PyStr text) {
        return append(text, 0, text.length());
    }

    /** Appends the code points from {@code from} to {@code to}. */
    public PyStrBuilder append(PyStr text, int from, int to) {
        int n = to - from;
        if (length == 0 && n == text.length() && text.getClass() == PyStr.class) {
            first = text;
        }
        if (wide == null && text.latin1 != null) {
            if (length + n > latin1.length) {
                latin1 = Arrays.copyOf(latin1, Math.max(length + n, length * 2));
            }
            System.arraycopy(text.latin1, from, latin1, length, n);
            length += n;
            return this;
        }
        for (int i = from; i < to; i++) {
            append(text.at(i));
        }
        return this;
    }

    /** Appends Java text; surrogate pairs become one code point. */
    public PyStrBuilder append(String text) {
        int n = text.length();
        for (int i = 0; i < n; ) {
            int c = text.codePointAt(i);
            append(c);
            i += Character.charCount(c);
        }
        return this;
    }

    private void widen() {
        wide = new int[latin1.length];
        for (int i = 0; i < length; i++) {
            wide[i] = latin1[i] & 0xff;
        }
        latin1 = null;
    }

    /** The text so far. */
    public PyStr toPyStr() {
        if (first != null && first.length() == length) {
            return first;
        }
        return wide == null
                ? PyStr.ofLatin1(Arrays.copyOf(latin1, length))
                : PyStr.ofUcs4(Arrays.copyOf(wide, length));
    }
}
