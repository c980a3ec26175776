package org.krait.runtime.builtins;

import org.krait.objects.Mutations;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** A {@code collections.deque}: items in a ring, counted. The primitives here own the counting. */
final class PyDeque extends PyInstance {
    static final PyType TYPE = ToolTypes.DEQUE;

    private PyObject[] ring = new PyObject[8];
    private int head;
    private int size;
    /** -1 for no bound. */
    int maxLength = -1;
    /** Changes whenever an item comes or goes. */
    int version;

    PyDeque(PyType type) {
        super(type);
    }

    int size() {
        return size;
    }

    private int place(int index) {
        return head + index & ring.length - 1;
    }

    /** The item at an index in range, borrowed. */
    PyObject get(int index) {
        return ring[place(index)];
    }

    void set(int index, PyObject value) {
        Mutations.noteContent(this);
        int at = place(index);
        PyObject old = ring[at];
        Refs.incRefFrom(this, value);
        ring[at] = value;
        Refs.decRef(old);
    }

    private void grow() {
        PyObject[] larger = new PyObject[ring.length * 2];
        for (int i = 0; i < size; i++) {
            larger[i] = get(i);
        }
        ring = larger;
        head = 0;
    }

    void append(PyObject value) {
        Mutations.noteContent(this);
        Refs.incRefFrom(this, value);
        if (size == ring.length) {
            grow();
        }
        ring[place(size)] = value;
        size++;
        version++;
        if (maxLength >= 0 && size > maxLength) {
            Refs.drop(popFirst());
        }
    }

    void appendFirst(PyObject value) {
        Mutations.noteContent(this);
        Refs.incRefFrom(this, value);
        if (size == ring.length) {
            grow();
        }
        head = head - 1 & ring.length - 1;
        ring[head] = value;
        size++;
        version++;
        if (maxLength >= 0 && size > maxLength) {
            Refs.drop(popLast());
        }
    }

    /** Takes the first item of a deque that is not empty; it is the caller's. */
    PyObject popFirst() {
        Mutations.noteContent(this);
        PyObject value = ring[head];
        ring[head] = null;
        head = head + 1 & ring.length - 1;
        size--;
        version++;
        Refs.release(value);
        return value;
    }

    /** Takes the last item of a deque that is not empty; it is the caller's. */
    PyObject popLast() {
        Mutations.noteContent(this);
        int at = place(size - 1);
        PyObject value = ring[at];
        ring[at] = null;
        size--;
        version++;
        Refs.release(value);
        return value;
    }

    /** Turns the ring to the right, or to the left for negative steps. */
    void rotate(long steps) {
        if (size <= 1) {
            return;
        }
        Mutations.noteContent(this);
        int turns = (int) Math.floorMod(steps, (long) size);
        if (turns > size / 2) {
            turns -= size;
        }
        boolean full = size == ring.length;
        for (int i = turns; i > 0; i--) {
            int last = place(size - 1);
            PyObject value = ring[last];
            if (!full) {
                ring[last] = null;
            }
            head = head - 1 & ring.length - 1;
            ring[head] = value;
        }
        for (int i = turns; i < 0; i++) {
            PyObject value = ring[head];
            if (!full) {
                ring[head] = null;
            }
            head = head + 1 & ring.length - 1;
            ring[place(size - 1)] = value;
        }
        version++;
    }

    /** Inserts before an index from 0 to the size. */
    void insert(int index, PyObject value) {
        if (index >= size) {
            append(value);
        } else {
            rotate(-index);
            appendFirst(value);
            rotate(index);
        }
    }

    /** Removes the item at an index in range; it is the caller's. */
    PyObject removeAt(int index) {
        if (index == size - 1) {
            return popLast();
        }
        rotate(-index);
        PyObject value = popFirst();
        rotate(index);
        return value;
    }

    void reverse() {
        Mutations.noteContent(this);
        for (int i = 0, j = size - 1; i < j; i++, j--) {
            PyObject value = ring[place(i)];
            ring[place(i)] = ring[place(j)];
            ring[place(j)] = value;
        }
        version++;
    }

    PyObject[] toArray() {
        PyObject[] items = new PyObject[size];
        for (int i = 0; i < size; i++) {
            items[i] = get(i);
        }
        return items;
    }

    void clear() {
        Mutations.noteContent(this);
        PyObject[] old = ring;
        ring = new PyObject[8];
        head = 0;
        size = 0;
        version++;
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
        for (int i = 0; i < size; i++) {
            visitor.visit(get(i));
        }
    }
}
