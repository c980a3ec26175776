package org.krait.objects.code;

import java.io.ByteArrayOutputStream;

/**
 * The table of source positions as programs see it, {@code co_linetable}, in the form of CPython 3.12
 * (Objects/locations.md); an int of the instructions is one code unit.
 *
 * <p>An entry starts with the byte {@code 1kkkklll}: kind k, for {@code l + 1} units. Kinds 0 to 9 and 10 to 12 are for
 * small columns on one line, 13 has a line only, 14 all four numbers, 15 nothing.
 */
public final class LocationTable {
    private static final int MOST_UNITS = 8;
    private static final int ONE_LINE = 10;
    private static final int MOST_LINES = 2;
    private static final int NO_COLUMNS = 13;
    private static final int LONG = 14;
    private static final int NONE = 15;
    private static final int MOST_SHORT_COLUMN = 80;
    private static final int MOST_COLUMN = 128;

    private LocationTable() {}

    /** The table of a code object. */
    public static byte[] encode(CodeObject code) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Positions.Reader reader = new Positions.Reader(code.load().positions, code.firstLine);
        int line = code.firstLine;
        int start = 0;
        Positions.Position current = null;
        boolean more = reader.next();
        if (!more) {
            return new byte[0];
        }
        while (true) {
            // The table of another code may go beyond the end of this one.
            int end = more ? reader.start() : Math.max(start, code.code.length);
            for (int left = end - start; left > 0; left -= MOST_UNITS) {
                line = encode(out, current, line, Math.min(left, MOST_UNITS));
            }
            if (!more) {
                return out.toByteArray();
            }
            start = end;
            current = reader.position();
            more = reader.next();
        }
    }

    /** Writes an entry; returns the line that the next one counts from. */
    private static int encode(ByteArrayOutputStream out, Positions.Position p, int last, int units) {
        if (p == null || p.line() < 0) {
            head(out, NONE, units);
            return last;
        }
        int delta = p.line() - last;
        int column = p.column();
        int width = p.endColumn() - column;
        if (column < 0 || p.endColumn() < 0) {
            head(out, NO_COLUMNS, units);
            signed(out, delta);
        } else if (p.endLine() == p.line() && delta == 0 && column < MOST_SHORT_COLUMN && width >= 0 && width < 16) {
            head(out, column >> 3, units);
            out.write((column & 7) << 4 | width);
        } else if (p.endLine() == p.line() && delta >= 0 && delta <= MOST_LINES && column < MOST_COLUMN
                && p.endColumn() < MOST_COLUMN) {
            head(out, ONE_LINE + delta, units);
            out.write(column);
            out.write(p.endColumn());
        } else {
            head(out, LONG, units);
            signed(out, delta);
            varint(out, p.endLine() - p.line());
            varint(out, column + 1);
            varint(out, p.endColumn() + 1);
        }
        return p.line();
    }

    private static void head(ByteArrayOutputStream out, int kind, int units) {
        out.write(0x80 | kind << 3 | units - 1);
    }

    private static void signed(ByteArrayOutputStream out, int value) {
        varint(out, value < 0 ? -value << 1 | 1 : value << 1);
    }

    private static void varint(ByteArrayOutputStream out, int value) {
        int left = value;
        for (; left >= 0x40; left >>>= 6) {
            out.write(0x40 | left & 0x3f);
        }
        out.write(left);
    }

    /** Our own table of the positions that a table of CPython's form gives; what it does not cover has none. */
    public static byte[] decode(byte[] table, int firstLine, int codeLength) {
        if (table.length == 0) {
            return table;
        }
        Positions.Writer writer = new Positions.Writer(firstLine);
        Decoder decoder = new Decoder(table);
        Positions.Position nowhere = new Positions.Position(-1, -1, -1, -1);
        int line = firstLine;
        int at = 0;
        while (decoder.at < table.length) {
            int head = decoder.next();
            int kind = head >> 3 & 15;
            Positions.Position p = nowhere;
            if (kind == NO_COLUMNS) {
                line += decoder.signed();
                p = new Positions.Position(line, line, -1, -1);
            } else if (kind == LONG) {
                line += decoder.signed();
                p = new Positions.Position(line, line + decoder.varint(), decoder.varint() - 1, decoder.varint() - 1);
            } else if (kind < ONE_LINE) {
                int rest = decoder.next();
                int column = kind << 3 | rest >> 4 & 7;
                p = new Positions.Position(line, line, column, column + (rest & 15));
            } else if (kind < NO_COLUMNS) {
                line += kind - ONE_LINE;
                p = new Positions.Position(line, line, decoder.next(), decoder.next());
            }
            writer.add(at, p);
            at += (head & 7) + 1;
        }
        if (at != codeLength) {
            writer.add(at, nowhere);
        }
        return writer.toByteArray();
    }

    /** Reads a table; behind its end there are zeros. */
    private static final class Decoder {
        private final byte[] table;
        private int at;

        Decoder(byte[] table) {
            this.table = table;
        }

        int next() {
            return at < table.length ? table[at++] & 0xff : 0;
        }

        int varint() {
            int value = 0;
            int b;
            int shift = 0;
            do {
                b = next();
                value |= (b & 0x3f) << shift;
                shift += 6;
            } while ((b & 0x40) != 0);
            return value;
        }

        int signed() {
            int value = varint();
            return (value & 1) != 0 ? -(value >>> 1) : value >>> 1;
        }
    }
}
