package org.krait.snapshot;

import java.util.Arrays;
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
    private int count;
    /** The objects whose parts are being put in, the outermost first. */
    private PyObject[] filling = new PyObject[4];
    private int depth;

    void add(PySet set, PyObject[] content) {
        if (count == sets.length) {
            sets = Arrays.copyOf(sets, count * 2);
            items = Arrays.copyOf(items, count * 2);
        }
        sets[count] = set;
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
        count--;
        System.arraycopy(sets, at + 1, sets, at, count - at);
        System.arraycopy(items, at + 1, items, at, count - at);
        sets[count] = null;
        items[count] = null;
        ThreadState ts = ThreadState.current();
        int was = heap.suspend();
        try {
            for (PyObject item : content) {
                set.add(ts, item);
            }
        } finally {
            heap.resume(was);
        }
        return true;
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
