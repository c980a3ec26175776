package org.krait.snapshot;

import java.util.Arrays;
import org.krait.objects.Equality;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.ThreadState;

/**
 * Sets of a heap whose items wait until these are complete: their hashes may run code. A hash that an object keeps is
 * made while that object is filled, and may make others: sets that hold what is being filled further out wait until it
 * is done.
 */
final class WaitingSets {
    private PySet[] sets = new PySet[4];
    private PyObject[][] items = new PyObject[4][];
    /** The sum of the hashes and the slots, for sets whose order the items alone do not make; else null. */
    private long[][] layouts = new long[4][];
    private int count;
    /** The objects whose parts are being put in, the outermost first. */
    private PyObject[] filling = new PyObject[4];
    private int depth;

    void add(PySet set, PyObject[] content, long[] layout) {
        if (count == sets.length) {
            sets = Arrays.copyOf(sets, count * 2);
            items = Arrays.copyOf(items, count * 2);
            layouts = Arrays.copyOf(layouts, count * 2);
        }
        sets[count] = set;
        layouts[count] = layout;
        items[count++] = content;
    }

    /** An object begins to be filled. */
    void begin(PyObject o) {
        if (depth == filling.length) {
            filling = Arrays.copyOf(filling, depth * 2);
        }
        filling[depth++] = o;
    }

    /** The last one that has begun is complete, or damaged. */
    void end() {
        filling[--depth] = null;
    }

    /** Puts the items into the last set that need not wait; false when there is none. */
    boolean completeOne(Heap heap) {
        int at = count - 1;
        while (at >= 0 && mustWait(items[at])) {
            at--;
        }
        if (at < 0) {
            return false;
        }
        PySet set = sets[at];
        PyObject[] content = items[at];
        long[] layout = layouts[at];
        count--;
        System.arraycopy(sets, at + 1, sets, at, count - at);
        System.arraycopy(items, at + 1, items, at, count - at);
        System.arraycopy(layouts, at + 1, layouts, at, count - at);
        sets[count] = null;
        items[count] = null;
        layouts[count] = null;
        ThreadState ts = ThreadState.current();
        int was = heap.suspend();
        try {
            long[] hashes = new long[content.length];
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = Equality.hash(ts, content[i]);
            }
            if (layout == null || !place(set, content, hashes, layout)) {
                for (int i = 0; i < hashes.length; i++) {
                    set.add(ts, content[i], hashes[i]);
                }
            }
        } finally {
            heap.resume(was);
        }
        return true;
    }

    /** Puts items where they were, as long as their hashes are what they were; those of strings often are not. */
    private static boolean place(PySet set, PyObject[] content, long[] hashes, long[] layout) {
        if (PySet.sum(hashes) != layout[0]) {
            return false;
        }
        int[] slots = new int[layout.length - 1];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = (int) layout[i + 1];
        }
        return set.place(content, hashes, slots);
    }

    private boolean mustWait(PyObject[] content) {
        for (int i = 0; i < depth; i++) {
            for (PyObject item : content) {
                if (item == filling[i]) {
                    return true;
                }
            }
        }
        return false;
    }
}
