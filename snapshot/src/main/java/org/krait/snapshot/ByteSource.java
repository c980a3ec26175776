package org.krait.snapshot;

import java.nio.charset.StandardCharsets;

/** Reads lists of numbers and texts, little endian, as {@link ByteSink} has put them; never beyond the end. */
final class ByteSource {
    private static final int[] NO_NUMBERS = {};

    private final String where;
    private final byte[] bytes;
    private int at;

    /** The bytes, and where they come from, for messages. */
    ByteSource(String where, byte[] bytes) {
        this.where = where;
        this.bytes = bytes;
    }

    /** A number of things that take at least so many bytes each. */
    int count(int width) throws ArchiveException {
        int n = number();
        if (n < 0) {
            throw damaged();
        }
        need((long) n * width);
        return n;
    }

    private void need(long size) throws ArchiveException {
        if (at + size > bytes.length) {
            throw damaged();
        }
    }

    ArchiveException damaged() {
        return new ArchiveException.Damaged(where + ": ends in the middle of a list");
    }

    int number() throws ArchiveException {
        need(4);
        int number = Bytes.getInt(bytes, at);
        at += 4;
        return number;
    }

    long longNumber() throws ArchiveException {
        need(8);
        long number = Bytes.getLong(bytes, at);
        at += 8;
        return number;
    }

    String text() throws ArchiveException {
        int size = count(1);
        String text = new String(bytes, at, size, StandardCharsets.UTF_8);
        at += size;
        return text;
    }

    int[] numbers() throws ArchiveException {
        int n = count(4);
        int[] numbers = n == 0 ? NO_NUMBERS : new int[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = Bytes.getInt(bytes, at);
            at += 4;
        }
        return numbers;
    }
}
