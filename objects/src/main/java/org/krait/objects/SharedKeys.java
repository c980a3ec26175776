package org.krait.objects;

/** The attribute names which instances of one class share, in the order of first assignment; only ever appended to. */
public final class SharedKeys {
    private static final int MAX_KEYS = 30;

    private PyStr[] keys = new PyStr[4];
    private int size;

    public int size() {
        return size;
    }

    public PyStr key(int index) {
        return keys[index];
    }

    /** The index of an attribute name, or -1. */
    public int indexOf(PyStr name) {
        PyStr[] keys = this.keys;
        int size = this.size;
        for (int i = 0; i < size; i++) {
            if (keys[i] == name) {
                return i;
            }
        }
        if (!name.isInterned()) {
            for (int i = 0; i < size; i++) {
                if (keys[i].equalTo(name)) {
                    return i;
                }
            }
        }
        return -1;
    }

    boolean canAdd() {
        return size < MAX_KEYS;
    }

    int add(PyStr name) {
        if (size == keys.length) {
            PyStr[] larger = new PyStr[size * 2];
            System.arraycopy(keys, 0, larger, 0, size);
            keys = larger;
        }
        keys[size] = name.intern();
        return size++;
    }

    /** How many fields a new instance should make room for. */
    int expectedSize() {
        return Math.max(size, 2);
    }
}
