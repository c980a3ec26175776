package org.krait.objects.code;

import java.util.Arrays;

/**
 * The table of source positions (PEP 657): entries in the order of the code, each one the varints pc delta,
 * zigzag line delta, end line minus line, column + 1 (0 for unknown), end column + 1. An entry holds until the next
 * one. A line of -1 (no source) is written as a line delta to -1.
 */
public final class Positions {
    private Positions() {}

    /** A position: 1-based lines, 0-based UTF-8 columns, -1 for unknown. */
    public record Position(int line, int endLine, int column, int endColumn) {
        /** Written out: the one that Java makes spins method handles at the start of every program. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Position p && p.line == line && p.endLine == endLine && p.column == column
                    && p.endColumn == endColumn;
        }

        @Override
        public int hashCode() {
            return ((line * 31 + endLine) * 31 + column) * 31 + endColumn;
        }
    }

    /** Writes a table. */
    public static final class Writer {
        private byte[] bytes = new byte[64];
        private int size;
        private int lastPc;
        private int lastLine;
        private Position last;

        public Writer(int firstLine) {
            lastLine = firstLine;
        }

        /** Says where the instructions from {@code pc} on come from. */
        public void add(int pc, Position position) {
            if (position.equals(last)) {
                return;
            }
            last = position;
            put(pc - lastPc);
            int delta = position.line - lastLine;
            put(delta << 1 ^ delta >> 31);
            put(Math.max(position.endLine - position.line, 0));
            put(position.column + 1);
            put(position.endColumn + 1);
            lastPc = pc;
            lastLine = position.line;
        }

        private void put(int value) {
            if (size + 5 > bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            int v = value;
            while ((v & ~0x7f) != 0) {
                bytes[size++] = (byte) (v | 0x80);
                v >>>= 7;
            }
            bytes[size++] = (byte) v;
        }

        public byte[] toByteArray() {
            return Arrays.copyOf(bytes, size);
        }
    }

    /** The line of an instruction, or -1. */
    public static int line(byte[] table, int pc, int firstLine) {
        Reader reader = new Reader(table, firstLine);
        while (reader.next() && reader.nextStart() <= pc) {
            continue;
        }
        return reader.line;
    }

    /** The position of an instruction. */
    public static Position at(byte[] table, int pc, int firstLine) {
        Reader reader = new Reader(table, firstLine);
        while (reader.next() && reader.nextStart() <= pc) {
            continue;
        }
        return reader.position();
    }

    /** Goes through a table, to its end or to where a damaged one is cut off. */
    public static final class Reader {
        private final byte[] table;
        private int at;
        private int start;
        private int line;
        private int endLine;
        private int column = -1;
        private int endColumn = -1;
        private boolean cutOff;

        public Reader(byte[] table, int firstLine) {
            this.table = table;
            line = firstLine;
            endLine = firstLine;
        }

        /** Goes to the next entry; false at the end. */
        public boolean next() {
            if (at >= table.length) {
                return false;
            }
            start += varint();
            int delta = varint();
            line += delta >>> 1 ^ -(delta & 1);
            endLine = line + varint();
            column = varint() - 1;
            endColumn = varint() - 1;
            return true;
        }

        /** The pc from which the current entry holds. */
        public int start() {
            return start;
        }

        /** The pc at which the entry after the current one starts; the largest int when there is none. */
        public int nextStart() {
            if (at >= table.length) {
                return Integer.MAX_VALUE;
            }
            int saved = at;
            int delta = varint();
            at = saved;
            return start + delta;
        }

        public Position position() {
            return new Position(line, endLine, column, endColumn);
        }

        /** Whether the table ended in the middle of an entry. */
        public boolean isCutOff() {
            return cutOff;
        }

        private int varint() {
            int value = 0;
            int shift = 0;
            int b;
            do {
                if (at >= table.length || shift > 28) {
                    cutOff = true;
                    at = table.length;
                    return 0;
                }
                b = table[at++];
                value |= (b & 0x7f) << shift;
                shift += 7;
            } while (b < 0);
            return value;
        }
    }
}
