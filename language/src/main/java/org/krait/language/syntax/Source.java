package org.krait.language.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A source text as UTF-8 with Unix line ends: what the tokenizer reads.
 *
 * <p>As in CPython, a source given as bytes isn't checked as a whole: bytes that aren't UTF-8 are only an error where
 * they are part of a name or string. A script file is checked ({@link #ofFile}).
 */
public final class Source {
    private final byte[] text;
    private final int length;
    private final String fileName;
    private final boolean countsBytes;

    /** Takes the bytes over; behind the text there are at least four zero bytes. */
    Source(byte[] text, int length, String fileName, boolean countsBytes) {
        this.text = text;
        this.length = length;
        this.fileName = fileName;
        this.countsBytes = countsBytes;
    }

    /** A source given to {@code compile} as bytes: a BOM or coding cookie is obeyed. */
    public static Source of(byte[] bytes, String fileName) {
        int start = 0;
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            start = 3;
        }
        if (SourceEncoding.mayHaveCookie(bytes, start)) {
            byte[] decoded = SourceEncoding.decode(bytes, start, fileName);
            return normalized(decoded, decoded == bytes ? start : 0, fileName, false);
        }
        return normalized(bytes, start, fileName, start == 0);
    }

    /** A source given to {@code compile} as text: a coding cookie is ignored. */
    public static Source of(String text, String fileName) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return normalized(bytes, 0, fileName, false);
    }

    /** A script file: as {@link #of(byte[], String)}, but without a coding cookie all of it must be UTF-8. */
    public static Source ofFile(byte[] bytes, String fileName) {
        SourceEncoding.checkFile(bytes, fileName);
        try {
            return of(bytes, fileName);
        } catch (SyntaxException e) {
            throw SourceEncoding.inFile(e, bytes);
        }
    }

    private static Source normalized(byte[] bytes, int start, String fileName, boolean countsBytes) {
        int size = bytes.length;
        byte[] text = new byte[size - start + 5];
        boolean returns = false;
        for (int i = start; i < size; i++) {
            byte b = bytes[i];
            if (b == 0) {
                throw new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR,
                        "source code string cannot contain null bytes", null, -1, -1, -1, -1, null);
            }
            returns |= b == '\r';
        }
        if (!returns) {
            System.arraycopy(bytes, start, text, 0, size - start);
            return new Source(text, size - start, fileName, countsBytes);
        }
        int n = 0;
        int i = start;
        while (i < size) {
            byte b = bytes[i++];
            if (b == '\r') {
                b = '\n';
                if (i < size && bytes[i] == '\n') {
                    i++;
                }
            }
            text[n++] = b;
        }
        return new Source(text, n, fileName, countsBytes);
    }

    /** The name given by the caller. */
    public String fileName() {
        return fileName;
    }

    /** Errors count offsets in bytes, not characters: CPython does so for bytes without BOM and cookie. */
    boolean countsBytes() {
        return countsBytes;
    }

    /** The text; behind {@link #length} there are zero bytes. */
    byte[] text() {
        return text;
    }

    int length() {
        return length;
    }

    /** This source with a newline at its end. */
    Source endingInNewline() {
        if (length == 0 || text[length - 1] == '\n') {
            return this;
        }
        byte[] longer = text;
        if (length + 5 > text.length) {
            longer = Arrays.copyOf(text, length + 5);
        }
        longer[length] = '\n';
        return new Source(longer, length + 1, fileName, countsBytes);
    }
}
