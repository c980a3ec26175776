package org.krait.objects;

import java.util.Arrays;

/** A {@code set} or {@code frozenset}: items in insertion order with a hash index, as {@link PyDict}. */
public class PySet extends PyInstance {
    public static final PyType TYPE = PyType
            .builtin("set", PyType.OBJECT, PyType.BASE | PyType.MATCH_SELF | PyType.HAS_WEAKREF);
    public static final PyType FROZEN_TYPE =
            PyType.builtin("frozenset", PyType.OBJECT, PyType.BASE | PyType.MATCH_SELF | PyType.HAS_WEAKREF);

    private static final int FREE = -1;
    private static final int DELETED = -2;
    private static final PyObject[] NONE = {};

    /** Items in insertion order; null where one was removed. */
    public PyObject[] items = NONE;
    public long[] hashes;
    /** Entries ever used: items and holes. */
    public int fill;
    /** No item lies before this entry. */
    private int first;
    /** Changes whenever an item comes or goes. */
    public int version;
    private int used;
    private int[] index;
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

    /** The entry number of an item with a known hash, or -1. */
    public final int indexOf(ThreadState ts, PyObject item, long hash) {
        while (true) {
            int[] index = this.index;
            if (index == null) {
                return -1;
            }
            int mask = index.length - 1;
            int slot = spread(hash) & mask;
            boolean changed = false;
            while (!changed) {
                int entry = index[slot];
                if (entry == FREE) {
                    return -1;
                }
                if (entry >= 0 && hashes[entry] == hash) {
                    PyObject candidate = items[entry];
                    if (candidate == item) {
                        return entry;
                    }
                    Refs.incRef(candidate);
                    boolean equal = Equality.equal(ts, candidate, item);
                    changed = this.index != index || entry >= items.length || items[entry] != candidate;
                    Refs.decRef(candidate);
                    if (equal && !changed) {
                        return entry;
                    }
                }
                slot = (slot + 1) & mask;
            }
        }
    }

    /** Adds an item; false when an equal one was there already. */
    public final boolean add(ThreadState ts, PyObject item) {
        return add(ts, item, Equality.hash(ts, item));
    }

    /** Adds an item with a known hash. */
    public final boolean add(ThreadState ts, PyObject item, long hash) {
        if (indexOf(ts, item, hash) >= 0) {
            return false;
        }
        Refs.incRef(item);
        if (fill == items.length) {
            resize();
        }
        int entry = fill++;
        items[entry] = item;
        hashes[entry] = hash;
        used++;
        version++;
        int mask = index.length - 1;
        int slot = spread(hash) & mask;
        while (index[slot] >= 0) {
            slot = (slot + 1) & mask;
        }
        index[slot] = entry;
        return true;
    }

    /** Removes an item; false when there was none equal to it. */
    public final boolean remove(ThreadState ts, PyObject item) {
        int entry = indexOf(ts, item, Equality.hash(ts, item));
        if (entry < 0) {
            return false;
        }
        Refs.drop(removeEntry(entry));
        return true;
    }

    /** Removes the item of an entry; it is the caller's. */
    public final PyObject removeEntry(int entry) {
        int mask = index.length - 1;
        int slot = spread(hashes[entry]) & mask;
        while (index[slot] != entry) {
            slot = (slot + 1) & mask;
        }
        index[slot] = DELETED;
        PyObject item = items[entry];
        items[entry] = null;
        used--;
        version++;
        if (used == 0) {
            fill = 0;
            first = 0;
            Arrays.fill(index, FREE);
        }
        Refs.release(item);
        return item;
    }

    /** Removes the oldest item, which is the caller's; null when the set is empty. */
    public final PyObject popFirst() {
        int entry = nextEntry(first);
        if (entry < 0) {
            return null;
        }
        first = entry + 1;
        return removeEntry(entry);
    }

    /** A set of a type with the same items. */
    public final PySet copy(PyType copyType) {
        PySet made = new PySet(copyType);
        made.items = items.clone();
        made.hashes = hashes == null ? null : hashes.clone();
        made.index = index == null ? null : index.clone();
        made.fill = fill;
        made.used = used;
        made.first = first;
        for (int i = 0; i < fill; i++) {
            Refs.xincRef(items[i]);
        }
        return made;
    }

    /** Exchanges the items with another set. */
    public final void swap(PySet other) {
        PyObject[] i = items;
        items = other.items;
        other.items = i;
        long[] h = hashes;
        hashes = other.hashes;
        other.hashes = h;
        int[] x = index;
        index = other.index;
        other.index = x;
        int n = fill;
        fill = other.fill;
        other.fill = n;
        n = used;
        used = other.used;
        other.used = n;
        n = first;
        first = other.first;
        other.first = n;
        version++;
        other.version++;
    }

    /** The number of the next item from {@code entry} on, or -1. */
    public final int nextEntry(int entry) {
        for (int i = entry; i < fill; i++) {
            if (items[i] != null) {
                return i;
            }
        }
        return -1;
    }

    private void resize() {
        int capacity = Math.max(5, used * 2);
        int slots = Integer.highestOneBit(capacity * 3 / 2) * 2;
        PyObject[] newItems = new PyObject[capacity];
        long[] newHashes = new long[capacity];
        int[] newIndex = new int[slots];
        Arrays.fill(newIndex, FREE);
        int mask = slots - 1;
        int n = 0;
        for (int i = 0; i < fill; i++) {
            if (items[i] != null) {
                newItems[n] = items[i];
                newHashes[n] = hashes[i];
                int slot = spread(hashes[i]) & mask;
                while (newIndex[slot] >= 0) {
                    slot = (slot + 1) & mask;
                }
                newIndex[slot] = n++;
            }
        }
        items = newItems;
        hashes = newHashes;
        index = newIndex;
        fill = n;
        first = 0;
        version++;
    }

    private static int spread(long hash) {
        int h = (int) (hash ^ (hash >>> 32));
        return h ^ (h >>> 15);
    }

    public final void clear() {
        PyObject[] old = items;
        int n = fill;
        items = NONE;
        hashes = null;
        index = null;
        fill = 0;
        first = 0;
        used = 0;
        version++;
        for (int i = 0; i < n; i++) {
            Refs.xdecRef(old[i]);
        }
    }

    @Override
    protected void dropReferents() {
        clear();
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        for (int i = 0; i < fill; i++) {
            if (items[i] != null) {
                visitor.visit(items[i]);
            }
        }
    }
}
