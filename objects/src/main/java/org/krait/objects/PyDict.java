package org.krait.objects;

import java.util.Arrays;

/**
 * A {@code dict}: entries in insertion order and beside them a hash index that can be rebuilt from the entries.
 *
 * <p>The arrays are public for iteration and inline caches: entry {@code i} is live when {@code values[i]} is not null.
 * Change them by the methods only, which own the counting of keys and values.
 */
public class PyDict extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("dict", PyType.OBJECT, PyType.BASE | PyType.MAPPING | PyType.MATCH_SELF);

    private static final int FREE = -1;
    private static final int DELETED = -2;
    private static final int MIN_ENTRIES = 5;
    private static final PyObject[] NONE = {};

    /** Keys in insertion order; null where the entry was deleted. */
    public PyObject[] keys = NONE;
    /** The value of each key. */
    public PyObject[] values = NONE;
    /** The hash of each key. */
    public long[] hashes;
    /** Entries ever used: live ones and holes. */
    public int fill;
    /** Changes whenever a key comes or goes (not when a value is replaced). */
    public int keysVersion;
    private int used;
    /** True once an instance of a Python class was a key: such a key can be equal to a name. */
    private boolean foreignKeys;
    /** No live entry lies before this one: a queue that is emptied from the front stays fast. */
    private int first;
    /** Index slots spent on entries that {@link #popLast} cut off; with {@code fill} at most the capacity. */
    private int spent;
    /** Open addressing: entry numbers, FREE or DELETED; null while empty. */
    private int[] index;
    /** What fills this dict on first touch; null when that has been done, or there is nothing. */
    private DictSource source;

    public PyDict() {
        super(TYPE);
    }

    public PyDict(PyType type) {
        super(type);
    }

    /** Has an empty dict filled when it is first touched. */
    public final void setSource(DictSource source) {
        this.source = source;
    }

    /** What the dict is filled from when it is first touched; null when that has been done, or there is nothing. */
    public final DictSource source() {
        return source;
    }

    /** True while nothing has touched the dict since {@link #setSource}. */
    public final boolean isUntouched() {
        return source != null;
    }

    /** True when the value under a name waits to be made, or the whole dict is untouched. */
    public final boolean isPending(PyStr name) {
        if (source != null) {
            return true;
        }
        for (int i = 0; i < fill; i++) {
            if (keys[i] instanceof PyPending pending && pending.key.equalTo(name)) {
                return true;
            }
        }
        return false;
    }

    /** Fills an untouched dict. */
    private void touch() {
        DictSource from = source;
        source = null;
        from.fill(this);
    }

    /** The number of entries. */
    public final int size() {
        if (source != null) {
            touch();
        }
        return used;
    }

    // Names: keys known to be str. Entries under other kinds of keys are never equal to a name here.

    /** The value under a name, or null. Borrowed from the dict. */
    public final PyObject get(PyStr name) {
        int entry = indexOf(name);
        return entry < 0 ? null : values[entry];
    }

    /** The value under a name where a key of another class may be equal to it, or null. */
    public final PyObject getName(ThreadState ts, PyStr name) {
        return foreignKeys ? get(ts, name) : get(name);
    }

    /** The value under a Java name, or null. For rare paths. */
    public final PyObject get(String name) {
        return get(PyStr.interned(name));
    }

    /** The entry number of a name, or -1. */
    public final int indexOf(PyStr name) {
        int entry = find(name);
        if (Mutations.WATCHED) {
            Mutations.notePart(this, name);
        }
        return entry;
    }

    /** The same, of which nobody is told: for who stores there, and for who has told it otherwise. */
    final int find(PyStr name) {
        int[] index = this.index;
        if (index == null) {
            if (source == null) {
                return -1;
            }
            touch();
            return find(name);
        }
        long hash = name.hash();
        int mask = index.length - 1;
        int slot = spread(hash) & mask;
        while (true) {
            int entry = index[slot];
            if (entry == FREE) {
                return -1;
            }
            if (entry >= 0) {
                PyObject key = keys[entry];
                if (key == name) {
                    return entry;
                }
                if (hashes[entry] == hash) {
                    if (key instanceof PyPending pending && pending.key.equalTo(name)) {
                        resolve(entry, pending);
                        return this.index == index ? entry : find(name);
                    }
                    if (key instanceof PyStr s && s.equalTo(name)) {
                        return entry;
                    }
                }
            }
            slot = (slot + 1) & mask;
        }
    }

    /** Puts the value of a pending entry into its place. */
    private void resolve(int entry, PyPending pending) {
        PyObject value = pending.resolve();
        // Making it may have run code that has changed this dict.
        if (entry < fill && values[entry] == pending) {
            Refs.incRefFrom(this, value);
            keys[entry] = pending.key;
            values[entry] = value;
        }
    }

    /** Stores under a name. */
    public final void put(PyStr name, PyObject value) {
        int entry = find(name);
        if (entry >= 0) {
            replace(entry, value);
        } else {
            insert(name, name.hash(), value);
        }
    }

    /** Stores under a Java name, interned. For rare paths. */
    public final void put(String name, PyObject value) {
        put(PyStr.interned(name), value);
    }

    /** Removes a name; false when it was not there. */
    public final boolean remove(PyStr name) {
        int entry = find(name);
        if (entry < 0) {
            return false;
        }
        removeEntry(entry);
        return true;
    }

    // Any key: may call __hash__ and __eq__.

    /** The value under a key, or null. Borrowed from the dict. */
    public final PyObject get(ThreadState ts, PyObject key) {
        if (key.getClass() == PyStr.class && !foreignKeys) {
            return get((PyStr) key);
        }
        if (source != null) {
            touch();
        }
        int entry = indexOf(ts, key, Equality.hash(ts, key));
        return entry < 0 ? null : values[entry];
    }

    public final boolean contains(ThreadState ts, PyObject key) {
        return get(ts, key) != null;
    }

    /** The entry number of a key with a known hash, or -1. */
    public final int indexOf(ThreadState ts, PyObject key, long hash) {
        if (Mutations.WATCHED) {
            Mutations.noteRead(this, key);
        }
        return find(ts, key, hash);
    }

    private int find(ThreadState ts, PyObject key, long hash) {
        if (source != null) {
            touch();
        }
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
                    PyObject candidate = keys[entry];
                    if (candidate == key) {
                        return entry;
                    }
                    if (candidate instanceof PyPending pending) {
                        resolve(entry, pending);
                        changed = true;
                        continue;
                    }
                    Refs.incRef(candidate);
                    boolean equal;
                    try {
                        equal = Equality.equal(ts, candidate, key);
                        changed = this.index != index || entry >= keys.length || keys[entry] != candidate;
                    } finally {
                        Refs.decRef(candidate);
                    }
                    if (equal && !changed) {
                        return entry;
                    }
                }
                slot = (slot + 1) & mask;
            }
        }
    }

    public final void put(ThreadState ts, PyObject key, PyObject value) {
        if (key.getClass() == PyStr.class && !foreignKeys) {
            put((PyStr) key, value);
        } else {
            put(ts, key, Equality.hash(ts, key), value);
        }
    }

    /** Stores under a key with a known hash. */
    public final void put(ThreadState ts, PyObject key, long hash, PyObject value) {
        int entry = find(ts, key, hash);
        if (entry >= 0) {
            replace(entry, value);
        } else {
            insert(key, hash, value);
        }
    }

    /** Removes a key; the result is the value, the caller's, or null when the key was not there. */
    public final PyObject pop(ThreadState ts, PyObject key) {
        if (size() == 0) {
            Equality.hash(ts, key);
            return null;
        }
        int entry = indexOf(ts, key, Equality.hash(ts, key));
        if (entry < 0) {
            return null;
        }
        PyObject value = values[entry];
        Refs.incRef(value);
        removeEntry(entry);
        Refs.release(value);
        return value;
    }

    /** Removes a key; false when it was not there. */
    public final boolean remove(ThreadState ts, PyObject key) {
        PyObject value = pop(ts, key);
        if (value == null) {
            return false;
        }
        Refs.drop(value);
        return true;
    }

    // Entries.

    /** Replaces the value of a live entry. */
    public final void replace(int entry, PyObject value) {
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.DICT, keys[entry], value);
        }
        PyObject old = values[entry];
        Refs.incRefFrom(this, value);
        values[entry] = value;
        Refs.decRef(old);
    }

    /** The number of the next live entry from {@code entry} on, or -1. */
    public final int nextEntry(int entry) {
        if (Mutations.WATCHED) {
            Mutations.noteRead(this, null);
        }
        if (source != null) {
            touch();
        }
        for (int i = Math.max(entry, first); i < fill; i++) {
            if (values[i] != null) {
                return resolved(i);
            }
        }
        return -1;
    }

    /** The keys; makes no value that nobody has touched. */
    public final PyObject[] keysInOrder() {
        if (Mutations.WATCHED) {
            Mutations.noteRead(this, null);
        }
        PyObject[] all = new PyObject[size()];
        int count = 0;
        for (int i = first; i < fill; i++) {
            if (values[i] != null) {
                all[count++] = values[i] instanceof PyPending pending ? pending.key : keys[i];
            }
        }
        return all;
    }

    private int resolved(int entry) {
        if (values[entry] instanceof PyPending pending) {
            resolve(entry, pending);
        }
        return entry;
    }

    /** The number of the last live entry before {@code entry}, or -1. */
    public final int previousEntry(int entry) {
        if (Mutations.WATCHED) {
            Mutations.noteRead(this, null);
        }
        if (source != null) {
            touch();
        }
        for (int i = Math.min(entry, fill) - 1; i >= 0; i--) {
            if (values[i] != null) {
                return resolved(i);
            }
        }
        return -1;
    }

    /** Removes a live entry. */
    public final void removeEntry(int entry) {
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.DICT, keys[entry], null);
        }
        int slot = slotOf(entry);
        index[slot] = DELETED;
        PyObject key = keys[entry];
        PyObject value = values[entry];
        keys[entry] = null;
        values[entry] = null;
        used--;
        keysVersion++;
        while (first < fill && values[first] == null) {
            first++;
        }
        Refs.decRef(key);
        Refs.decRef(value);
    }

    /** Removes the last entry of a dict that is not empty; key and value are the caller's, released. */
    public final void popLast(PyObject[] keyAndValue) {
        int entry = previousEntry(fill);
        PyObject key = keys[entry];
        PyObject value = values[entry];
        Refs.incRef(key);
        Refs.incRef(value);
        removeEntry(entry);
        if (entry < fill) {
            spent += fill - entry;
            fill = entry;
            first = Math.min(first, fill);
        }
        Refs.release(key);
        Refs.release(value);
        keyAndValue[0] = key;
        keyAndValue[1] = value;
    }

    private int slotOf(int entry) {
        int mask = index.length - 1;
        int slot = spread(hashes[entry]) & mask;
        while (index[slot] != entry) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Stores a name that is known not to be there as a dict out of a heap is filled: that is no change of it. */
    public final void insertFound(PyStr name, PyObject value) {
        Refs.incRefFrom(this, value);
        append(name, name.hash(), value);
    }

    /** Stores a key that is known not to be there. */
    public final void insertNew(PyObject key, long hash, PyObject value) {
        insert(key, hash, value);
    }

    private void insert(PyObject key, long hash, PyObject value) {
        if (source != null) {
            touch();
        }
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.DICT, key, value);
        }
        if (key.type.isHeapType()) {
            foreignKeys = true;
        }
        Refs.incRefFrom(this, key);
        Refs.incRefFrom(this, value);
        append(key, hash, value);
    }

    /** Adds an entry under a name that is known not to be there; its value is made on first touch. */
    public final void insertPending(PyPending entry) {
        append(entry, entry.key.hash(), entry);
    }

    /** Has the value of a name that is there made on its next touch. */
    public final void makePending(PyPending entry) {
        int i = find(entry.key);
        if (i >= 0) {
            keys[i] = entry;
            values[i] = entry;
        }
    }

    /** Replaces the values that nobody has touched, but the one of a name, without making them. */
    public final void replacePending(PyStr except, PyObject value) {
        for (int i = first; i < fill; i++) {
            if (values[i] instanceof PyPending pending && !pending.key.equalTo(except)) {
                Refs.incRefFrom(this, value);
                keys[i] = pending.key;
                values[i] = value;
            }
        }
    }

    private void append(PyObject key, long hash, PyObject value) {
        if (fill + spent >= keys.length) {
            resize();
        }
        int entry = fill++;
        keys[entry] = key;
        values[entry] = value;
        hashes[entry] = hash;
        used++;
        keysVersion++;
        int mask = index.length - 1;
        int slot = spread(hash) & mask;
        while (index[slot] >= 0) {
            slot = (slot + 1) & mask;
        }
        index[slot] = entry;
    }

    /** Makes room for another entry and squeezes out holes. */
    private void resize() {
        reserve(used + Math.max(used, 1));
    }

    /** Makes room for {@code entries} in all and squeezes out holes. */
    public final void reserve(int entries) {
        if (source != null) {
            touch();
        }
        int capacity = Math.max(MIN_ENTRIES, entries);
        Collector.grew(this, capacity - keys.length);
        int slots = Integer.highestOneBit(capacity * 3 / 2) * 2;
        PyObject[] newKeys = new PyObject[capacity];
        PyObject[] newValues = new PyObject[capacity];
        long[] newHashes = new long[capacity];
        int[] newIndex = new int[slots];
        Arrays.fill(newIndex, FREE);
        int mask = slots - 1;
        int n = 0;
        for (int i = 0; i < fill; i++) {
            if (values[i] != null) {
                newKeys[n] = keys[i];
                newValues[n] = values[i];
                newHashes[n] = hashes[i];
                int slot = spread(hashes[i]) & mask;
                while (newIndex[slot] >= 0) {
                    slot = (slot + 1) & mask;
                }
                newIndex[slot] = n++;
            }
        }
        keys = newKeys;
        values = newValues;
        hashes = newHashes;
        index = newIndex;
        fill = n;
        first = 0;
        spent = 0;
        keysVersion++;
    }

    private static int spread(long hash) {
        int h = (int) (hash ^ (hash >>> 32));
        return h ^ (h >>> 15);
    }

    public final void clear() {
        if (source != null && Mutations.isTold(this)) {
            touch();
        }
        source = null;
        if (used > 0 && Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.CLEAR, null, null);
        }
        PyObject[] oldKeys = keys;
        PyObject[] oldValues = values;
        int n = fill;
        keys = NONE;
        values = NONE;
        hashes = null;
        index = null;
        fill = 0;
        first = 0;
        spent = 0;
        used = 0;
        keysVersion++;
        for (int i = 0; i < n; i++) {
            if (oldValues[i] != null) {
                Refs.decRef(oldKeys[i]);
                Refs.decRef(oldValues[i]);
            }
        }
    }

    /** Puts all entries of another dict; with the order and hashes of that one. */
    public final void putAll(ThreadState ts, PyDict other) {
        if (size() == 0 && other.size() > MIN_ENTRIES) {
            reserve(other.used);
        }
        for (int i = other.nextEntry(0); i >= 0; i = other.nextEntry(i + 1)) {
            put(ts, other.keys[i], other.hashes[i], other.values[i]);
        }
    }

    /** A new exact dict with the same entries. */
    public final PyDict copy() {
        PyDict made = new PyDict();
        int entry = nextEntry(0);
        if (entry >= 0) {
            made.reserve(used);
            for (int i = entry; i >= 0; i = nextEntry(i + 1)) {
                made.insert(keys[i], hashes[i], values[i]);
            }
        }
        return made;
    }

    @Override
    protected void dropReferents() {
        clear();
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        for (int i = 0; i < fill; i++) {
            if (values[i] != null && !(values[i] instanceof PyPending)) {
                if (keys[i].getClass() != PyStr.class) {
                    visitor.visit(keys[i]);
                }
                visitor.visit(values[i]);
            }
        }
    }
}
