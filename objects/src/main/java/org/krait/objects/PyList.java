package org.krait.objects;

import java.util.Arrays;

/** A {@code list}. The primitives here own the counting of its items. */
public class PyList extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("list", PyType.OBJECT, PyType.BASE | PyType.SEQUENCE | PyType.MATCH_SELF);

    private static final PyObject[] NONE = {};

    /** The items, in the first {@link #size} places. Null only beyond them. */
    public PyObject[] items;
    public int size;

    public PyList() {
        this(TYPE);
    }

    public PyList(PyType type) {
        super(type);
        items = NONE;
    }

    /** Takes the array and counts its items. */
    public static PyList of(PyObject... items) {
        PyList list = new PyList(TYPE);
        for (PyObject item : items) {
            Refs.incRef(item);
        }
        list.items = items;
        list.size = items.length;
        return list;
    }

    /** A list of a part of an array, which is copied. */
    public static PyList copyOf(PyObject[] array, int from, int count) {
        return of(Arrays.copyOfRange(array, from, from + count));
    }

    public final int size() {
        return size;
    }

    /** The item at an index in range, borrowed from the list. */
    public final PyObject get(int index) {
        return items[index];
    }

    /** Replaces the item at an index in range. */
    public final void set(int index, PyObject value) {
        if (Mutations.isTold(this)) {
            Mutations.noteReplaced(this, index, index + 1, value);
        }
        PyObject old = items[index];
        Refs.incRefFrom(this, value);
        items[index] = value;
        Refs.decRef(old);
    }

    public final void append(PyObject value) {
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.LIST_INSERT, PyInt.of(Mutations.END), value);
        }
        if (size == items.length) {
            grow(size + 1);
        }
        Refs.incRefFrom(this, value);
        items[size++] = value;
    }

    /** Inserts before {@code index}, 0 to size. */
    public final void insert(int index, PyObject value) {
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.LIST_INSERT, PyInt.of(index), value);
        }
        if (size == items.length) {
            grow(size + 1);
        }
        System.arraycopy(items, index, items, index + 1, size - index);
        Refs.incRefFrom(this, value);
        items[index] = value;
        size++;
    }

    /** Removes the item at an index in range; the result is the caller's. */
    public final PyObject removeAt(int index) {
        if (Mutations.isTold(this)) {
            Mutations.noteReplaced(this, index, index + 1);
        }
        PyObject old = items[index];
        System.arraycopy(items, index + 1, items, index, size - index - 1);
        items[--size] = null;
        Refs.release(old);
        return old;
    }

    /** Appends {@code count} items of an array. */
    public final void appendAll(PyObject[] array, int from, int count) {
        if (Mutations.isTold(this)) {
            Mutations.noteReplaced(this, Mutations.END, Mutations.END, Arrays.copyOfRange(array, from, from + count));
        }
        if (size + count > items.length) {
            grow(size + count);
        }
        for (int i = 0; i < count; i++) {
            PyObject value = array[from + i];
            Refs.incRefFrom(this, value);
            items[size + i] = value;
        }
        size += count;
    }

    /** Replaces the items from {@code from} to {@code to} by those of an array, which it does not keep. */
    public final void replace(int from, int to, PyObject[] values) {
        if (Mutations.isTold(this)) {
            Mutations.noteReplaced(this, from, to, values.clone());
        }
        PyObject[] removed = Arrays.copyOfRange(items, from, to);
        for (PyObject value : values) {
            Refs.incRefFrom(this, value);
        }
        int newSize = size - (to - from) + values.length;
        if (newSize > items.length) {
            grow(newSize);
        }
        System.arraycopy(items, to, items, from + values.length, size - to);
        System.arraycopy(values, 0, items, from, values.length);
        for (int i = newSize; i < size; i++) {
            items[i] = null;
        }
        size = newSize;
        for (int i = removed.length - 1; i >= 0; i--) {
            Refs.decRef(removed[i]);
        }
    }

    public final void clear() {
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.CLEAR, null, null);
        }
        PyObject[] old = items;
        int n = size;
        items = NONE;
        size = 0;
        for (int i = n - 1; i >= 0; i--) {
            Refs.decRef(old[i]);
        }
    }

    public final PyObject[] toArray() {
        return Arrays.copyOf(items, size);
    }

    private void grow(int needed) {
        int room = Math.max(needed, size + (size >> 1) + 4);
        Collector.grew(this, room - items.length);
        items = Arrays.copyOf(items, room);
    }

    @Override
    protected void dropReferents() {
        clear();
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        for (int i = size - 1; i >= 0; i--) {
            visitor.visit(items[i]);
        }
    }
}
