package org.krait.objects;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A {@code str}: code points in the narrowest of three layouts (PEP 393): latin-1 bytes, UCS-2 chars or UCS-4 ints.
 * Always canonical: a string whose code points are all below 256 is latin-1, and so on.
 *
 * <p>Exactly this Java class means an exact str; {@link PyStrInstance} is for subclasses.
 */
public class PyStr extends PyObject {
    public static final PyType TYPE = PyType.builtin("str", PyType.OBJECT, PyType.BASE | PyType.MATCH_SELF);

    private static final PyStr[] CHARACTERS = new PyStr[256];
    /** Enough for a program with some dozens of modules: a table that grows costs more than filling it. */
    private static final int INTERNED_CAPACITY = 20_000;
    /** The intern table of the process: a canonicalizing cache of immortal strings, invisible to programs. */
    private static final ConcurrentHashMap<PyStr.Key, PyStr> INTERNED = new ConcurrentHashMap<>(INTERNED_CAPACITY);

    public static final PyStr EMPTY = new PyStr(new byte[0]);

    static {
        EMPTY.interned = true;
        INTERNED.put(new Key(EMPTY), EMPTY);
    }

    /** The code points when all are below 256, else null. */
    public final byte[] latin1;
    /** The code points as UCS-2 when they need it, else null. */
    public final char[] ucs2;
    /** The code points as UCS-4 when they need it, else null. */
    public final int[] ucs4;
    private long hash = -1;
    private boolean interned;
    private String java;

    /** Takes the array. */
    private PyStr(byte[] latin1) {
        super(TYPE, Refs.IMMORTAL);
        this.latin1 = latin1;
        this.ucs2 = null;
        this.ucs4 = null;
        if (listened) {
            AllocationListener.tellMade(this);
        }
    }

    private PyStr(char[] ucs2) {
        super(TYPE, Refs.IMMORTAL);
        this.latin1 = null;
        this.ucs2 = ucs2;
        this.ucs4 = null;
        if (listened) {
            AllocationListener.tellMade(this);
        }
    }

    private PyStr(int[] ucs4) {
        super(TYPE, Refs.IMMORTAL);
        this.latin1 = null;
        this.ucs2 = null;
        this.ucs4 = ucs4;
        if (listened) {
            AllocationListener.tellMade(this);
        }
    }

    /** For {@link PyStrInstance}: shares the layout of {@code text}. */
    PyStr(PyType type, PyStr text) {
        super(type);
        this.latin1 = text.latin1;
        this.ucs2 = text.ucs2;
        this.ucs4 = text.ucs4;
    }

    /** Of Java text; surrogate pairs become one code point, lone surrogates stay. */
    public static PyStr of(String text) {
        int length = text.length();
        if (length == 0) {
            return EMPTY;
        }
        if (length == 1 && text.charAt(0) < 256) {
            return ofCodePoint(text.charAt(0));
        }
        PyStr made = null;
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        // Whatever is no Latin-1 has become a question mark. Comparing whole strings takes few bytecodes at any length.
        if (new String(bytes, StandardCharsets.ISO_8859_1).equals(text)) {
            made = new PyStr(bytes);
        } else {
            boolean surrogates = false;
            for (int i = 0; i < length && !surrogates; i++) {
                surrogates = Character.isHighSurrogate(text.charAt(i));
            }
            made = surrogates ? ofUcs4(text.codePoints().toArray()) : new PyStr(text.toCharArray());
        }
        made.java = text;
        return made;
    }

    /** Of latin-1 bytes; takes the array. */
    public static PyStr ofLatin1(byte[] bytes) {
        if (bytes.length <= 1) {
            return bytes.length == 0 ? EMPTY : ofCodePoint(bytes[0] & 0xff);
        }
        return new PyStr(bytes);
    }

    /** Of chars that are code points each (surrogates are lone); takes the array unless it can be narrower. */
    public static PyStr ofUcs2(char[] chars) {
        int all = 0;
        for (char c : chars) {
            all |= c;
        }
        if (all >= 256) {
            return new PyStr(chars);
        }
        byte[] bytes = new byte[chars.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) chars[i];
        }
        return ofLatin1(bytes);
    }

    /** Of code points; takes the array unless it can be narrower. */
    public static PyStr ofUcs4(int[] codePoints) {
        int all = 0;
        for (int c : codePoints) {
            all |= c;
        }
        if (all >= 0x10000) {
            return new PyStr(codePoints);
        }
        if (all >= 256) {
            char[] chars = new char[codePoints.length];
            for (int i = 0; i < chars.length; i++) {
                chars[i] = (char) codePoints[i];
            }
            return new PyStr(chars);
        }
        byte[] bytes = new byte[codePoints.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) codePoints[i];
        }
        return ofLatin1(bytes);
    }

    /** A string of one code point; those below 256 are always the same object. */
    public static PyStr ofCodePoint(int codePoint) {
        if (codePoint < 256) {
            PyStr s = CHARACTERS[codePoint];
            if (s == null) {
                s = new PyStr(new byte[] {(byte) codePoint}).intern();
                CHARACTERS[codePoint] = s;
            }
            return s;
        }
        return codePoint < 0x10000 ? new PyStr(new char[] {(char) codePoint}) : new PyStr(new int[] {codePoint});
    }

    /** The interned string of Java text. */
    public static PyStr interned(String text) {
        return of(text).intern();
    }

    /** The one interned string equal to this one; exact strings only become interned themselves. */
    public final PyStr intern() {
        if (interned) {
            return this;
        }
        Key key = new Key(this);
        PyStr known = INTERNED.get(key);
        if (known != null) {
            return known;
        }
        PyStr candidate = getClass() == PyStr.class ? this : exact();
        known = INTERNED.putIfAbsent(new Key(candidate), candidate);
        if (known != null) {
            return known;
        }
        candidate.interned = true;
        return candidate;
    }

    /** How many strings are interned. */
    public static int internedCount() {
        return INTERNED.size();
    }

    public final boolean isInterned() {
        return interned;
    }

    /** The same text as an exact str. */
    public final PyStr exact() {
        if (getClass() == PyStr.class) {
            return this;
        }
        return latin1 != null ? new PyStr(latin1) : ucs2 != null ? new PyStr(ucs2) : new PyStr(ucs4);
    }

    /** The number of code points. */
    public final int length() {
        return latin1 != null ? latin1.length : ucs2 != null ? ucs2.length : ucs4.length;
    }

    /** The code point at an index, which must be in range. */
    public final int at(int index) {
        return latin1 != null ? latin1[index] & 0xff : ucs2 != null ? ucs2[index] : ucs4[index];
    }

    /** The code points from {@code from} to {@code to}, both in range. */
    public final PyStr substring(int from, int to) {
        if (from == 0 && to == length()) {
            return exact();
        }
        if (to - from == 1) {
            return ofCodePoint(at(from));
        }
        if (latin1 != null) {
            return ofLatin1(Arrays.copyOfRange(latin1, from, to));
        }
        if (ucs2 != null) {
            return ofUcs2(Arrays.copyOfRange(ucs2, from, to));
        }
        return ofUcs4(Arrays.copyOfRange(ucs4, from, to));
    }

    public final PyStr concat(PyStr other) {
        int n = length();
        int m = other.length();
        if (n == 0) {
            return other.exact();
        }
        if (m == 0) {
            return exact();
        }
        if (n + m < 0) {
            throw new OutOfMemoryError();
        }
        if (latin1 != null && other.latin1 != null) {
            byte[] bytes = Arrays.copyOf(latin1, n + m);
            System.arraycopy(other.latin1, 0, bytes, n, m);
            return new PyStr(bytes);
        }
        if (ucs4 == null && other.ucs4 == null) {
            char[] chars = new char[n + m];
            copyTo(chars, 0);
            other.copyTo(chars, n);
            return new PyStr(chars);
        }
        int[] codePoints = new int[n + m];
        copyTo(codePoints, 0);
        other.copyTo(codePoints, n);
        return new PyStr(codePoints);
    }

    /** Copies the code points, which must fit chars. */
    public final void copyTo(char[] target, int at) {
        if (latin1 != null) {
            for (int i = 0; i < latin1.length; i++) {
                target[at + i] = (char) (latin1[i] & 0xff);
            }
        } else {
            System.arraycopy(ucs2, 0, target, at, ucs2.length);
        }
    }

    /** Copies the code points. */
    public final void copyTo(int[] target, int at) {
        if (ucs4 != null) {
            System.arraycopy(ucs4, 0, target, at, ucs4.length);
        } else {
            int n = length();
            for (int i = 0; i < n; i++) {
                target[at + i] = at(i);
            }
        }
    }

    /** True when the code points are the same; types do not matter. */
    public final boolean equalTo(PyStr other) {
        if (this == other) {
            return true;
        }
        if (hash != -1 && other.hash != -1 && hash != other.hash) {
            return false;
        }
        if (latin1 != null) {
            return other.latin1 != null && Arrays.equals(latin1, other.latin1);
        }
        if (ucs2 != null) {
            return other.ucs2 != null && Arrays.equals(ucs2, other.ucs2);
        }
        return other.ucs4 != null && Arrays.equals(ucs4, other.ucs4);
    }

    /** True when the text is that of {@code ascii}, which has only ASCII characters. */
    public final boolean equalTo(String ascii) {
        byte[] bytes = latin1;
        if (bytes == null || bytes.length != ascii.length()) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((bytes[i] & 0xff) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Orders by code points: negative, zero or positive. */
    public final int compareTo(PyStr other) {
        if (latin1 != null && other.latin1 != null) {
            return Arrays.compareUnsigned(latin1, other.latin1);
        }
        int n = Math.min(length(), other.length());
        for (int i = 0; i < n; i++) {
            int order = Integer.compare(at(i), other.at(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(length(), other.length());
    }

    /** The keyed hash of the layout's bytes, as CPython computes it; cached. */
    public final long hash() {
        long h = hash;
        if (h == -1) {
            h = computeHash();
            hash = h;
        }
        return h;
    }

    private long computeHash() {
        if (latin1 != null) {
            return SipHash.hash(latin1, latin1.length);
        }
        int width = ucs2 != null ? 2 : 4;
        int n = length();
        byte[] bytes = new byte[n * width];
        for (int i = 0; i < n; i++) {
            int c = at(i);
            for (int j = 0; j < width; j++) {
                bytes[i * width + j] = (byte) (c >>> (8 * j));
            }
        }
        return SipHash.hash(bytes, bytes.length);
    }

    /** The largest code point's bound: 127, 255, 65535 or 1114111, as CPython's maxchar. */
    public final int maxChar() {
        if (latin1 == null) {
            return ucs2 != null ? 0xffff : 0x10ffff;
        }
        return isAscii() ? 127 : 255;
    }

    public final boolean isAscii() {
        if (latin1 == null) {
            return false;
        }
        for (byte b : latin1) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The text as Java's UTF-16. Not reversible when high and low surrogates stand beside each other as code points.
     */
    @Override
    public final String toString() {
        String s = java;
        if (s == null) {
            s = latin1 != null
                    ? new String(latin1, StandardCharsets.ISO_8859_1)
                    : ucs2 != null ? new String(ucs2) : new String(ucs4, 0, ucs4.length);
            java = s;
        }
        return s;
    }

    /** Equality of text for the intern table. */
    private static final class Key {
        private final PyStr text;
        private final int hash;

        Key(PyStr text) {
            this.text = text;
            int h = 0;
            if (text.latin1 != null) {
                h = Arrays.hashCode(text.latin1);
            } else {
                h = text.ucs2 != null ? Arrays.hashCode(text.ucs2) : Arrays.hashCode(text.ucs4);
            }
            hash = h;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && text.equalTo(key.text);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
