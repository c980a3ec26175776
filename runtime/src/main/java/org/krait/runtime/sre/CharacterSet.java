package org.krait.runtime.sre;

import java.util.Arrays;

/**
 * The members of a set, in order: NEGATE (first, if at all), LITERAL, RANGE, CATEGORY; after {@link #optimized} also
 * RANGE_UNI_IGNORE and one CHARSET or BIGCHARSET, whose words lie beside.
 */
final class CharacterSet {
    private static final int BMP = 0x10000;

    /** Three words a member: operator, first, last. */
    private int[] members = new int[12];
    private int size;
    /** The words of the CHARSET or BIGCHARSET. */
    private int[] bitmap;
    /** Whether {@link #optimized} met a letter that has another case. */
    boolean hasCased;

    int size() {
        return size;
    }

    int op(int index) {
        return members[3 * index];
    }

    int first(int index) {
        return members[3 * index + 1];
    }

    int last(int index) {
        return members[3 * index + 2];
    }

    void add(int op, int first, int last) {
        if (3 * size == members.length) {
            members = Arrays.copyOf(members, members.length * 2);
        }
        members[3 * size] = op;
        members[3 * size + 1] = first;
        members[3 * size + 2] = last;
        size++;
    }

    void addAll(CharacterSet that) {
        for (int i = 0; i < that.size; i++) {
            add(that.op(i), that.first(i), that.last(i));
        }
    }

    /** Adds a member unless it is there. */
    void addOnce(int op, int first, int last) {
        for (int i = 0; i < size; i++) {
            if (op(i) == op && first(i) == first && last(i) == last) {
                return;
            }
        }
        add(op, first, last);
    }

    boolean sameAs(CharacterSet that) {
        return size == that.size && Arrays.equals(members, 0, 3 * size, that.members, 0, 3 * size);
    }

    /** How a pattern that ignores case treats letters; the locale's variant does not come here. */
    enum Folding {
        NONE, ASCII, UNICODE;

        boolean isCased(int ch) {
            if (this == NONE) {
                return false;
            }
            return this == ASCII ? Characters.isCasedAscii(ch) : Characters.isCased(ch);
        }

        int lower(int ch) {
            if (this == NONE) {
                return ch;
            }
            return this == ASCII ? Characters.lowerAscii(ch) : Characters.lower(ch);
        }
    }

    /** The set as {@code re._compiler._optimize_charset} gives it: as few ranges, a bitmap, or itself. */
    CharacterSet optimized(Folding folding) {
        CharacterSet out = new CharacterSet();
        CharacterSet tail = new CharacterSet();
        byte[] map = new byte[256];
        for (int i = 0; i < size; i++) {
            int op = op(i);
            if (op == Op.NEGATE) {
                out.add(op, 0, 0);
            } else if (op != Op.LITERAL && op != Op.RANGE) {
                tail.add(op, first(i), last(i));
            } else {
                map = mark(map, out, i, folding);
                if (map.length == BMP) {
                    addBeyond(tail, out, i, folding);
                }
            }
        }
        return out.compressed(map, tail, this);
    }

    /** Marks a member's characters below the limit; answers the map, grown when there are others. */
    private byte[] mark(byte[] map, CharacterSet out, int i, Folding folding) {
        byte[] known = map;
        for (int ch = first(i); ch <= last(i); ch++) {
            int lower = folding.lower(ch);
            if (lower >= known.length && known.length == 256) {
                known = Arrays.copyOf(known, BMP);
            }
            if (lower >= known.length) {
                break;
            }
            known[lower] = 1;
            int[] others = folding == Folding.UNICODE ? ExtraCases.of(lower) : null;
            for (int k = 1; others != null && k < others.length; k++) {
                if (others[k] >= known.length) {
                    known = Arrays.copyOf(known, BMP);
                }
                known[others[k]] = 1;
            }
            out.hasCased |= folding != Folding.NONE && folding.isCased(op(i) == Op.LITERAL ? lower : ch);
        }
        return known;
    }

    /** Adds a member to the tail when a character of it lies beyond the Basic Multilingual Plane. */
    private void addBeyond(CharacterSet tail, CharacterSet out, int i, Folding folding) {
        if (op(i) == Op.LITERAL) {
            int lower = folding.lower(first(i));
            if (lower >= BMP) {
                out.hasCased |= folding.isCased(lower);
                tail.add(Op.LITERAL, lower, lower);
            }
        } else if (last(i) >= BMP) {
            out.hasCased |= folding != Folding.NONE;
            tail.add(folding == Folding.UNICODE ? Op.RANGE_UNI_IGNORE : Op.RANGE, first(i), last(i));
        }
    }

    private CharacterSet compressed(byte[] map, CharacterSet tail, CharacterSet original) {
        int[] runs = new int[4];
        int count = 0;
        int at = 0;
        while (true) {
            int start = find(map, 1, at);
            if (start < 0) {
                break;
            }
            if (count == 2) {
                addBitmap(map);
                addAll(tail);
                return this;
            }
            int end = find(map, 0, start);
            at = end < 0 ? map.length : end;
            runs[2 * count] = start;
            runs[2 * count + 1] = at - 1;
            count++;
        }
        for (int i = 0; i < count; i++) {
            add(runs[2 * i] == runs[2 * i + 1] ? Op.LITERAL : Op.RANGE, runs[2 * i], runs[2 * i + 1]);
        }
        addAll(tail);
        return hasCased || size < original.size ? this : original;
    }

    private static int find(byte[] map, int value, int from) {
        for (int i = from; i < map.length; i++) {
            if (map[i] == value) {
                return i;
            }
        }
        return -1;
    }

    private void addBitmap(byte[] map) {
        if (map.length == 256) {
            bitmap = new int[8];
            bits(map, 0, bitmap, 0);
            add(Op.CHARSET, 0, 0);
            return;
        }
        int[] words = new int[1 + 64 + 8 * 256];
        int blocks = 0;
        for (int chunk = 0; chunk < 256; chunk++) {
            int at = 65 + 8 * blocks;
            bits(map, 256 * chunk, words, at);
            int block = 0;
            while (!Arrays.equals(words, 65 + 8 * block, 73 + 8 * block, words, at, at + 8)) {
                block++;
            }
            if (block == blocks) {
                blocks++;
            }
            words[1 + chunk / 4] |= block << 8 * (chunk % 4);
        }
        words[0] = blocks;
        bitmap = Arrays.copyOf(words, 65 + 8 * blocks);
        add(Op.BIGCHARSET, 0, 0);
    }

    /** Writes 256 bits of the map as 8 words. */
    private static void bits(byte[] map, int from, int[] words, int at) {
        Arrays.fill(words, at, at + 8, 0);
        for (int i = 0; i < 256; i++) {
            words[at + i / 32] |= map[from + i] << i % 32;
        }
    }

    /** Writes the set with the FAILURE that ends it. */
    void writeTo(CodeWords code, int flags) {
        for (int i = 0; i < size; i++) {
            int op = op(i);
            code.add(op);
            switch (op) {
                case Op.LITERAL -> code.add(first(i));
                case Op.RANGE, Op.RANGE_UNI_IGNORE -> {
                    code.add(first(i));
                    code.add(last(i));
                }
                case Op.CATEGORY -> code.add(PatternCompiler.category(first(i), flags));
                case Op.CHARSET, Op.BIGCHARSET -> code.addAll(bitmap);
                default -> { }
            }
        }
        code.add(Op.FAILURE);
    }
}
