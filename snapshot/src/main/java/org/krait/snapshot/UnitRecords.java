package org.krait.snapshot;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;

/** The records of a unit's image, read and checked without making the objects: for the inspector. */
final class UnitRecords {
    private static final int MAX_TEXT = 60;

    private final String where;
    private final byte[] bytes;
    private final int objects;
    private final int externalsAt;
    private final int externals;
    private final int copiesAt;

    /**
     * A record.
     *
     * @param kind one of {@link HeapKinds}; 0 for those that have a tag of their own
     * @param text the value of a leaf; null for what has parts
     * @param refs references to parts: those of the kind, then the words for the attributes
     * @param own how many of them are the kind's
     */
    record Item(int number, byte tag, int kind, int offset, int sizeBytes, String text, long[] numbers, int[] refs,
            int own) {}

    UnitRecords(String where, byte[] bytes) throws ArchiveException {
        this.where = where;
        this.bytes = bytes;
        UnitTables tables = UnitTables.of(where, bytes);
        objects = Layout.OBJECTS.getInt(bytes, 0);
        if (objects < 0 || tables.copiesAt() < Layout.IMAGE_HEADER.size() + 4L * objects) {
            throw new ArchiveException.Damaged(where + ": has " + objects + " objects, more than its " + bytes.length
                    + " bytes can hold");
        }
        externals = tables.externals();
        externalsAt = tables.externalsAt();
        copiesAt = tables.copiesAt();
    }

    /** How many objects there are. */
    int size() {
        return objects;
    }

    /** How many objects of other units it refers to. */
    int others() {
        return externals;
    }

    /** The unit of an object of others, by index. */
    int unitOf(int other) throws ArchiveException {
        return Bytes.getInt(bytes, externalsAt + 8 * other(other));
    }

    /** The number of an object of others in its unit, by index. */
    int numberOf(int other) throws ArchiveException {
        return Bytes.getInt(bytes, externalsAt + 8 * other(other) + 4);
    }

    private int other(int index) throws ArchiveException {
        if (index < 0 || index >= externals) {
            throw bad("number of another unit's object", index);
        }
        return index;
    }

    /** A record by its object's number. */
    Item item(int number) throws ArchiveException {
        if (number < 0 || number >= objects) {
            throw bad("object number", number);
        }
        int at = Bytes.getInt(bytes, Layout.IMAGE_HEADER.size() + 4 * number);
        need(at, 1);
        byte tag = bytes[at];
        return switch (tag) {
            case Layout.HEAP_OBJECT -> heapObject(number, at);
            case Layout.CODE_OBJECT -> code(number, at);
            case Layout.CODE_OF_MODULE -> codeOfModule(number, at);
            case Layout.TUPLE, Layout.FROZENSET -> {
                int n = count(at + 1, 4);
                yield parts(number, at, 5 + 4 * n, ints(at + 5, n));
            }
            default -> leaf(number, at);
        };
    }

    private Item heapObject(int number, int at) throws ArchiveException {
        need(at, Layout.HEAP_RECORD.size());
        int numberCount = bytes[at + 2] & 0xff | (bytes[at + 3] & 0xff) << 8;
        int refs = Layout.HEAP_REFS.getInt(bytes, at);
        int attributes = Layout.HEAP_ATTRIBUTES.getInt(bytes, at);
        if (refs < 0 || attributes < 0) {
            throw bad("count", Math.min(refs, attributes));
        }
        long size = Layout.HEAP_RECORD.size() + 8L * numberCount + 4L * refs + 4L * attributes;
        need(at, size);
        long[] numbers = new long[numberCount];
        int from = at + Layout.HEAP_RECORD.size();
        for (int i = 0; i < numberCount; i++) {
            numbers[i] = Bytes.getLong(bytes, from + 8 * i);
        }
        return new Item(number, bytes[at], bytes[at + 1] & 0xff, at, (int) size, null, numbers,
                ints(from + 8 * numberCount, refs + attributes), refs);
    }

    /** A code object: its parts are name, qualified name, file name, docstring, then its constants. */
    private Item code(int number, int at) throws ArchiveException {
        int head = at + 1;
        need(head, Layout.CODE.size());
        int variables = length(Layout.CODE_VARIABLES, head);
        int names = length(Layout.CODE_NAMES, head);
        int constants = length(Layout.CODE_CONSTANTS, head);
        int instructions = length(Layout.CODE_INSTRUCTIONS, head);
        int exceptions = length(Layout.CODE_EXCEPTIONS, head);
        long size = 1 + Layout.CODE.size() + 5L * variables
                + 4L * (names + (long) constants + instructions + exceptions) + length(Layout.CODE_POSITIONS, head);
        need(at, size);
        int[] refs = new int[RecordShape.CODE_PARTS + constants];
        refs[0] = Layout.CODE_NAME.getInt(bytes, head);
        refs[1] = Layout.CODE_QUALNAME.getInt(bytes, head);
        refs[2] = Layout.CODE_FILENAME.getInt(bytes, head);
        refs[3] = Layout.CODE_DOC.getInt(bytes, head);
        int from = head + Layout.CODE.size() + 5 * variables + 4 * names;
        System.arraycopy(ints(from, constants), 0, refs, RecordShape.CODE_PARTS, constants);
        long[] numbers = {Layout.CODE_FIRST_LINE.getInt(bytes, head), instructions};
        return new Item(number, bytes[at], 0, at, (int) size, null, numbers, refs, refs.length);
    }

    /** The head of a code object: its parts are name, qualified name, file name and the module that has the rest. */
    private Item codeOfModule(int number, int at) throws ArchiveException {
        int head = at + 1;
        need(head, Layout.CODE_HEAD.size());
        long[] numbers = {Layout.HEAD_FIRST_LINE.getInt(bytes, head), Layout.HEAD_NUMBER.getInt(bytes, head)};
        int[] refs = {Layout.HEAD_NAME.getInt(bytes, head), Layout.HEAD_QUALNAME.getInt(bytes, head),
            Layout.HEAD_FILENAME.getInt(bytes, head), Layout.HEAD_MODULE.getInt(bytes, head)};
        return new Item(number, bytes[at], 0, at, 1 + Layout.CODE_HEAD.size(), null, numbers, refs, refs.length);
    }

    private int length(Field count, int head) throws ArchiveException {
        int n = count.getInt(bytes, head);
        if (n < 0 || n > bytes.length) {
            throw bad(count.name(), n);
        }
        return n;
    }

    private Item leaf(int number, int at) throws ArchiveException {
        byte tag = bytes[at];
        switch (tag) {
            case Layout.NONE:
                return leaf(number, at, 1, "None");
            case Layout.TRUE:
                return leaf(number, at, 1, "True");
            case Layout.FALSE:
                return leaf(number, at, 1, "False");
            case Layout.ELLIPSIS:
                return leaf(number, at, 1, "Ellipsis");
            case Layout.INT:
                need(at, 9);
                return leaf(number, at, 9, Long.toString(Bytes.getLong(bytes, at + 1)));
            case Layout.FLOAT:
                need(at, 9);
                return leaf(number, at, 9, Double.toString(real(at + 1)));
            case Layout.COMPLEX:
                need(at, 17);
                return leaf(number, at, 17, real(at + 1) + "+" + real(at + 9) + "j");
            case Layout.BIG_INT:
                int size = count(at + 1, 1);
                if (size == 0) {
                    throw bad("size of an int", size);
                }
                return leaf(number, at, 5 + size,
                        new BigInteger(Arrays.copyOfRange(bytes, at + 5, at + 5 + size)).toString());
            case Layout.BYTES:
                int length = count(at + 1, 1);
                return leaf(number, at, 5 + length, "b" + quoted(at + 5, 1, length));
            case Layout.STR:
                need(at, 3);
                boolean isLong = (bytes[at + 1] & Layout.LONG) != 0;
                int width = bytes[at + 1] & ~(Layout.INTERNED | Layout.LONG);
                if (width != 1 && width != 2 && width != 4) {
                    throw bad("width of a str", width);
                }
                int n = isLong ? count(at + 2, width) : bytes[at + 2] & 0xff;
                int text = at + (isLong ? 6 : 3);
                need(text, (long) n * width);
                return leaf(number, at, text - at + n * width, quoted(text, width, n));
            default:
                throw bad("tag", tag);
        }
    }

    private double real(int at) {
        return Double.longBitsToDouble(Bytes.getLong(bytes, at));
    }

    /** The beginning of a text in quotes, of code points of a width. */
    private String quoted(int at, int width, int n) {
        StringBuilder out = new StringBuilder("'");
        for (int i = 0; i < n && out.length() < MAX_TEXT; i++) {
            int point = 0;
            for (int k = width - 1; k >= 0; k--) {
                point = point << 8 | bytes[at + width * i + k] & 0xff;
            }
            if (point == '\n') {
                out.append("\\n");
            } else if (point < ' ' || point >= 0x7f && point < 0xa0 || point >= 0xd800 && point < 0xe000
                    || point > 0x10ffff) {
                out.append(String.format(Locale.ROOT, "\\x%02x", point));
            } else {
                out.appendCodePoint(point);
            }
        }
        return out.append(out.length() < MAX_TEXT ? "'" : "'...").toString();
    }

    private Item leaf(int number, int at, int size, String text) {
        return new Item(number, bytes[at], 0, at, size, text, new long[0], new int[0], 0);
    }

    private Item parts(int number, int at, int size, int[] refs) {
        return new Item(number, bytes[at], 0, at, size, null, new long[0], refs, refs.length);
    }

    private int[] ints(int at, int n) {
        int[] values = new int[n];
        for (int i = 0; i < n; i++) {
            values[i] = Bytes.getInt(bytes, at + 4 * i);
        }
        return values;
    }

    private void need(int at, long size) throws ArchiveException {
        if (at < 0 || at + size > copiesAt) {
            throw bad("end of a record", at + size);
        }
    }

    /** A count at an offset, of things of {@code width} bytes that follow it. */
    private int count(int at, int width) throws ArchiveException {
        need(at, 4);
        int count = Bytes.getInt(bytes, at);
        if (count < 0) {
            throw bad("count", count);
        }
        need(at + 4, (long) count * width);
        return count;
    }

    private ArchiveException bad(String what, long found) {
        return new ArchiveException.Damaged(where + ": " + what + " is " + found + ", which is not within the image");
    }
}
