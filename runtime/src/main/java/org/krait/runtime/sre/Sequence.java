package org.krait.runtime.sre;

import java.util.Arrays;

/** Items in a row: {@code re._parser.SubPattern}. */
final class Sequence {
    private static final long MAX_WIDTH = 1L << 61;

    Item[] items = new Item[8];
    int size;
    /** The width once computed; -1 before. */
    private long least = -1;
    private long most;

    void add(Item item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    void removeFirst() {
        System.arraycopy(items, 1, items, 0, --size);
    }

    /** Puts the items of plain groups in the place of these. */
    void unpackGroups() {
        int total = 0;
        boolean any = false;
        for (int i = 0; i < size; i++) {
            boolean plain = items[i].isPlainGroup();
            any |= plain;
            total += plain ? items[i].body.size : 1;
        }
        if (!any) {
            return;
        }
        Item[] flat = new Item[Math.max(total, 1)];
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (items[i].isPlainGroup()) {
                Sequence inner = items[i].body;
                System.arraycopy(inner.items, 0, flat, n, inner.size);
                n += inner.size;
            } else {
                flat[n++] = items[i];
            }
        }
        items = flat;
        size = total;
    }

    /** Whether a repeat of it can be a {@code *_ONE}. */
    boolean isSingle() {
        if (size != 1) {
            return false;
        }
        Item item = items[0];
        return switch (item.op) {
            case Op.SUBPATTERN -> item.value == 0 && item.body.isSingle();
            case Op.LITERAL, Op.NOT_LITERAL, Op.ANY, Op.IN -> true;
            default -> false;
        };
    }

    /** The fewest characters it can match. */
    long least(Sequence[] groups) {
        measure(groups);
        return least;
    }

    /** The most characters it can match. */
    long most(Sequence[] groups) {
        measure(groups);
        return most;
    }

    private void measure(Sequence[] groups) {
        if (least >= 0) {
            return;
        }
        long lo = 0;
        long hi = 0;
        for (int i = 0; i < size; i++) {
            Item item = items[i];
            long low = 0;
            long high = 0;
            switch (item.op) {
                case Op.BRANCH -> {
                    low = MAX_WIDTH;
                    for (Sequence branch : item.branches) {
                        low = Math.min(low, branch.least(groups));
                        high = Math.max(high, branch.most(groups));
                    }
                }
                case Op.ATOMIC_GROUP, Op.SUBPATTERN -> {
                    low = item.body.least(groups);
                    high = item.body.most(groups);
                }
                case Item.MIN_REPEAT, Item.MAX_REPEAT, Op.POSSESSIVE_REPEAT -> {
                    low = times(item.body.least(groups), item.value);
                    high = item.body.most(groups);
                    high = item.max == Op.MAX_REPEAT && high != 0 ? MAX_WIDTH : times(high, item.max);
                }
                case Op.ANY, Op.IN, Op.LITERAL, Op.NOT_LITERAL -> {
                    low = 1;
                    high = 1;
                }
                case Op.GROUPREF -> {
                    low = groups[item.value].least(groups);
                    high = groups[item.value].most(groups);
                }
                case Op.GROUPREF_EXISTS -> {
                    low = item.other == null ? 0 : Math.min(item.body.least(groups), item.other.least(groups));
                    high = item.body.most(groups);
                    high = item.other == null ? high : Math.max(high, item.other.most(groups));
                }
                default -> { }
            }
            lo = Math.min(lo + low, MAX_WIDTH);
            hi = Math.min(hi + high, MAX_WIDTH);
        }
        least = lo;
        most = hi;
    }

    private static long times(long width, int unsignedCount) {
        long count = unsignedCount & 0xffffffffL;
        return count != 0 && width > MAX_WIDTH / count ? MAX_WIDTH : width * count;
    }
}
