package org.krait.objects;

/**
 * A {@code set} or {@code frozenset}: a table with open addressing that probes, grows and merges as CPython 3.12
 * {@code Objects/setobject.c}, so that items come in the same order as there.
 *
 * <p>A slot is free ({@code items[i] == null}, hash 0), a dummy where an item was removed (null, hash -1, which no item
 * has), or holds an item.
 */
public class PySet extends PyInstance {
    public static final PyType TYPE = PyType
            .builtin("set", PyType.OBJECT, PyType.BASE | PyType.MATCH_SELF | PyType.HAS_WEAKREF);
    public static final PyType FROZEN_TYPE =
            PyType.builtin("frozenset", PyType.OBJECT, PyType.BASE | PyType.MATCH_SELF | PyType.HAS_WEAKREF);

    private static final int MIN_SLOTS = 8;
    private static final int MAX_SLOTS = 1 << 30;
    private static final int LINEAR_PROBES = 9;
    private static final int PERTURB_SHIFT = 5;
    private static final int DUMMY_HASH = -1;
    /** Up to so many items a table grows fourfold, then twofold. */
    private static final int LARGE = 50_000;
    private static final PyObject[] NO_SLOTS = {};

    /** The slots, a power of two of them or, as long as nothing was added, none. */
    public PyObject[] items = NO_SLOTS;
    public long[] hashes;
    /** Items and dummies. */
    private int fill;
    private int used;
    /** Where {@link #pop} goes on looking. */
    private int finger;
    /** The hash of a frozenset, once computed; -1 before. */
    public long hash = -1;

    public PySet(PyType type) {
        super(type);
    }

    public PySet() {
        super(TYPE);
    }

    public final int size() {
        return used;
    }

    public final boolean isFrozen() {
        return type == FROZEN_TYPE || type.isSubtypeOf(FROZEN_TYPE);
    }

    public final boolean contains(ThreadState ts, PyObject item) {
        return indexOf(ts, item, Equality.hash(ts, item)) >= 0;
    }

    /** Gives a set that is empty so many slots, a power of two: its order depends on them. */
    public final void reserveSlots(int slots) {
        if (used == 0 && slots > items.length) {
            resize(slots - 1);
        }
    }

    /** The slot of an item with a known hash, or -1. */
    public final int indexOf(ThreadState ts, PyObject item, long hash) {
        int slot = items.length == 0 ? -1 : find(ts, item, hash);
        return slot >= 0 ? slot : -1;
    }

    /** The slot of an item, or {@code ~slot} of the one where it belongs: the last dummy on the way, or a free one. */
    private int find(ThreadState ts, PyObject item, long hash) {
        PyObject[] table = items;
        long[] tableHashes = hashes;
        int mask = table.length - 1;
        int start = (int) hash & mask;
        long perturb = hash;
        int dummy = -1;
        while (true) {
            int last = start + LINEAR_PROBES <= mask ? start + LINEAR_PROBES : start;
            for (int slot = start; slot <= last; slot++) {
                PyObject candidate = table[slot];
                if (candidate == null) {
                    if (tableHashes[slot] == 0) {
                        return dummy >= 0 ? ~dummy : ~slot;
                    }
                    dummy = slot;
                } else if (candidate == item) {
                    return slot;
                } else if (tableHashes[slot] == hash) {
                    Refs.incRef(candidate);
                    boolean equal;
                    boolean changed;
                    try {
                        equal = Equality.equal(ts, candidate, item);
                        changed = items != table || table[slot] != candidate;
                    } finally {
                        Refs.decRef(candidate);
                    }
                    if (changed) {
                        return items.length == 0 ? findInNew() : find(ts, item, hash);
                    }
                    if (equal) {
                        return slot;
                    }
                }
            }
            perturb >>>= PERTURB_SHIFT;
            start = (int) (start * 5L + 1 + perturb) & mask;
        }
    }

    /** After a comparison emptied the set: the first free slot of a new table. */
    private int findInNew() {
        resize(0);
        return ~0;
    }

    /** Adds an item; false when an equal one was there already. */
    public final boolean add(ThreadState ts, PyObject item) {
        return add(ts, item, Equality.hash(ts, item));
    }

    /** Adds an item with a known hash. */
    public final boolean add(ThreadState ts, PyObject item, long hash) {
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.SET_ADD, null, item);
        }
        if (items.length == 0) {
            resize(0);
        }
        Refs.incRefFrom(this, item);
        int slot;
        try {
            slot = find(ts, item, hash);
        } catch (PyException e) {
            Refs.release(item);
            throw e;
        }
        if (slot >= 0) {
            Refs.release(item);
            return false;
        }
        items[~slot] = item;
        used++;
        boolean reused = hashes[~slot] == DUMMY_HASH;
        hashes[~slot] = hash;
        if (reused) {
            return true;
        }
        fill++;
        if (fill * 5L >= (items.length - 1) * 3L) {
            resize(used > LARGE ? used * 2 : used * 4);
        }
        return true;
    }

    /** Removes an item; false when there was none equal to it. */
    public final boolean remove(ThreadState ts, PyObject item) {
        int slot = indexOf(ts, item, Equality.hash(ts, item));
        if (slot < 0) {
            return false;
        }
        Refs.drop(removeEntry(slot));
        return true;
    }

    /** Removes the item of a slot; it is the caller's. */
    public final PyObject removeEntry(int slot) {
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.SET_REMOVE, items[slot], null);
        }
        PyObject item = items[slot];
        items[slot] = null;
        hashes[slot] = DUMMY_HASH;
        used--;
        Refs.release(item);
        return item;
    }

    /** Removes some item, which is the caller's; null when the set is empty. */
    public final PyObject pop() {
        if (used == 0) {
            return null;
        }
        int mask = items.length - 1;
        int slot = finger & mask;
        while (items[slot] == null) {
            slot = slot + 1 & mask;
        }
        finger = slot + 1;
        return removeEntry(slot);
    }

    /** Makes the table smaller when more than a quarter of it are dummies. */
    public final void compact() {
        if (fill - used > (items.length - 1) / 4) {
            resize(used > LARGE ? used * 2 : used * 4);
        }
    }

    /** Grows the table at once for so many more items. */
    public final void reserve(int more) {
        int mask = Math.max(items.length, MIN_SLOTS) - 1;
        if ((fill + (long) more) * 5 >= mask * 3L) {
            resize((used + more) * 2);
        }
    }

    /** Adds the items of another set. */
    public final void merge(ThreadState ts, PySet other) {
        if (other == this || other.used == 0) {
            return;
        }
        reserve(other.used);
        if (fill == 0) {
            mergeIntoEmpty(other);
            return;
        }
        for (int i = other.nextEntry(0); i >= 0; i = other.nextEntry(i + 1)) {
            // A comparison may take it out of the other set.
            PyObject item = other.items[i];
            Refs.incRef(item);
            try {
                add(ts, item, other.hashes[i]);
            } finally {
                Refs.decRef(item);
            }
        }
    }

    private void mergeIntoEmpty(PySet other) {
        if (Mutations.isTold(this)) {
            for (int i = other.nextEntry(0); i >= 0; i = other.nextEntry(i + 1)) {
                Mutations.note(this, Mutations.Kind.SET_ADD, null, other.items[i]);
            }
        }
        if (items.length == 0) {
            resize(0);
        }
        if (items.length == other.items.length && other.fill == other.used) {
            System.arraycopy(other.items, 0, items, 0, items.length);
            System.arraycopy(other.hashes, 0, hashes, 0, items.length);
        } else {
            insertAll(other.items, other.hashes);
        }
        fill = other.used;
        used = other.used;
        for (PyObject item : items) {
            Refs.xincRef(item);
        }
    }

    /** A set of a type with the same items. */
    public final PySet copy(PyType copyType) {
        PySet made = new PySet(copyType);
        if (used > 0) {
            made.reserve(used);
            made.mergeIntoEmpty(this);
        }
        return made;
    }

    /** Exchanges the items with another set. */
    public final void swap(PySet other) {
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.OTHER, null, null);
        }
        PyObject[] i = items;
        items = other.items;
        other.items = i;
        long[] h = hashes;
        hashes = other.hashes;
        other.hashes = h;
        int n = fill;
        fill = other.fill;
        other.fill = n;
        n = used;
        used = other.used;
        other.used = n;
    }

    /** The next slot with an item from {@code slot} on, or -1. */
    public final int nextEntry(int slot) {
        for (int i = slot; i < items.length; i++) {
            if (items[i] != null) {
                return i;
            }
        }
        return -1;
    }

    /** The items in the order of the slots, uncounted. */
    public final PyObject[] toArray() {
        PyObject[] array = new PyObject[used];
        int n = 0;
        for (int i = nextEntry(0); i >= 0; i = nextEntry(i + 1)) {
            array[n++] = items[i];
        }
        return array;
    }

    /** Makes the table anew, without dummies, with more slots than {@code minUsed}. */
    private void resize(int minUsed) {
        int slots = MIN_SLOTS;
        while (slots <= minUsed && slots < MAX_SLOTS) {
            slots <<= 1;
        }
        PyObject[] oldItems = items;
        Collector.grew(this, slots - oldItems.length);
        long[] oldHashes = hashes;
        items = new PyObject[slots];
        hashes = new long[slots];
        fill = used;
        insertAll(oldItems, oldHashes);
    }

    /** Puts items that are not in the table into it, without counting them. */
    private void insertAll(PyObject[] from, long[] fromHashes) {
        PyObject[] table = items;
        int mask = table.length - 1;
        for (int i = 0; i < from.length; i++) {
            if (from[i] != null) {
                int slot = freeSlot(table, mask, fromHashes[i]);
                table[slot] = from[i];
                hashes[slot] = fromHashes[i];
            }
        }
    }

    private static int freeSlot(PyObject[] table, int mask, long hash) {
        int start = (int) hash & mask;
        long perturb = hash;
        while (true) {
            int last = start + LINEAR_PROBES <= mask ? start + LINEAR_PROBES : start;
            for (int slot = start; slot <= last; slot++) {
                if (table[slot] == null) {
                    return slot;
                }
            }
            perturb >>>= PERTURB_SHIFT;
            start = (int) (start * 5L + 1 + perturb) & mask;
        }
    }

    /**
     * Where items and dummies lie: the slots of the items in their order, then those of the dummies. Null when adding
     * the items in their order to a set with as many slots makes the same table.
     */
    public final int[] layout() {
        int[] layout = new int[fill];
        PyObject[] again = new PyObject[items.length];
        boolean isSame = fill == used;
        int n = 0;
        int dummies = used;
        for (int i = 0; i < items.length; i++) {
            if (items[i] != null) {
                layout[n++] = i;
                int slot = freeSlot(again, again.length - 1, hashes[i]);
                isSame &= slot == i;
                again[slot] = items[i];
            } else if (hashes[i] == DUMMY_HASH) {
                layout[dummies++] = i;
            }
        }
        return isSame ? null : layout;
    }

    /** A number that tells of the hashes of items in their order. */
    public static long sum(long[] hashes) {
        long sum = hashes.length;
        for (long hash : hashes) {
            sum = sum * 31 + hash;
        }
        return sum;
    }

    /** The hashes of the items, in the order of the slots. */
    public final long[] itemHashes() {
        long[] all = new long[used];
        int n = 0;
        for (int i = nextEntry(0); i >= 0; i = nextEntry(i + 1)) {
            all[n++] = hashes[i];
        }
        return all;
    }

    /**
     * Puts items, which are different, into the slots of a {@link #layout}; false, with nothing changed, when they are
     * not those of a table of this size.
     */
    public final boolean place(PyObject[] content, long[] contentHashes, int[] layout) {
        int slots = items.length;
        if (used > 0 || layout.length < content.length || layout.length * 5L >= (slots - 1) * 3L) {
            return false;
        }
        PyObject[] table = new PyObject[slots];
        long[] tableHashes = new long[slots];
        for (int i = 0; i < layout.length; i++) {
            int slot = layout[i];
            if (slot < 0 || slot >= slots || table[slot] != null || tableHashes[slot] != 0) {
                return false;
            }
            boolean isItem = i < content.length;
            table[slot] = isItem ? content[i] : null;
            tableHashes[slot] = isItem ? contentHashes[i] : DUMMY_HASH;
        }
        items = table;
        hashes = tableHashes;
        used = content.length;
        fill = layout.length;
        for (PyObject item : content) {
            Refs.incRefFrom(this, item);
        }
        return true;
    }

    public final void clear() {
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.CLEAR, null, null);
        }
        PyObject[] old = items;
        items = NO_SLOTS;
        hashes = null;
        fill = 0;
        used = 0;
        for (PyObject item : old) {
            Refs.xdecRef(item);
        }
    }

    @Override
    protected void dropReferents() {
        clear();
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        for (PyObject item : items) {
            if (item != null) {
                visitor.visit(item);
            }
        }
    }
}
