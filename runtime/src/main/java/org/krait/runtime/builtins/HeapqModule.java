package org.krait.runtime.builtins;

import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.Mutations;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Truth;

/** The module {@code _heapq}: lists as binary heaps. */
@BuiltinModule(
        value = "_heapq",
        doc = "Heap queues: lists a in which a[k] <= a[2*k+1] and a[k] <= a[2*k+2] for all k; a[0] is the smallest.")
final class HeapqModule {
    private HeapqModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        module.materializeDict().put("__about__", PyStr.of(
                "A heap is a list that is a binary tree by its indices: the children of the item at k are those at\n"
                        + "2*k+1 and 2*k+2, and none is smaller than its parent. So the first item is the smallest,\n"
                        + "and adding an item or taking the smallest away costs log2(n) steps."));
    }

    @Builtin(value = "heappush(heap, item, /)", doc = "Adds an item to a heap.")
    static void push(ThreadState ts, PyList list, PyObject item) {
        list.append(item);
        siftDown(ts, list, 0, list.size - 1, false);
    }

    @Builtin(value = "heappop(heap, /)", doc = "Takes the smallest item from a heap.")
    static PyObject pop(ThreadState ts, PyList list) {
        return pop(ts, list, false);
    }

    @Builtin(
            value = "heapreplace(heap, item, /)",
            doc = "Takes the smallest item from a heap and then adds another, in one step.")
    static PyObject replace(ThreadState ts, PyList list, PyObject item) {
        return replace(ts, list, item, false);
    }

    @Builtin(
            value = "heappushpop(heap, item, /)",
            doc = "Adds an item to a heap and then takes the smallest, in one step.")
    static PyObject pushPop(ThreadState ts, PyList list, PyObject item) {
        if (list.size == 0) {
            return item;
        }
        Refs.incRef(item);
        boolean smaller;
        try {
            smaller = less(ts, list.items[0], item);
        } finally {
            Refs.release(item);
        }
        if (!smaller) {
            return item;
        }
        if (list.size == 0) {
            throw Errors.indexError("index out of range");
        }
        return exchange(ts, list, item, false);
    }

    @Builtin(value = "heapify(heap, /)", doc = "Makes a list a heap, in linear time.")
    static void heapify(ThreadState ts, PyList list) {
        heapify(ts, list, false);
    }

    @Builtin(value = "_heappop_max(heap, /)", doc = "heappop of a heap of which the largest item is the first.")
    static PyObject popMax(ThreadState ts, PyList list) {
        return pop(ts, list, true);
    }

    @Builtin(value = "_heapreplace_max(heap, item, /)", doc = "heapreplace of a heap with the largest item first.")
    static PyObject replaceMax(ThreadState ts, PyList list, PyObject item) {
        return replace(ts, list, item, true);
    }

    @Builtin(value = "_heapify_max(heap, /)", doc = "heapify for a heap with the largest item first.")
    static void heapifyMax(ThreadState ts, PyList list) {
        heapify(ts, list, true);
    }

    /** For items of a heap, which may lose them meanwhile. */
    private static boolean less(ThreadState ts, PyObject a, PyObject b) {
        if (a.getClass() == PyInt.class && b.getClass() == PyInt.class) {
            return ((PyInt) a).value < ((PyInt) b).value;
        }
        Refs.incRef(a);
        Refs.incRef(b);
        PyObject result = null;
        try {
            result = Equality.compare(ts, CompareOp.LT, a, b);
            return Truth.of(ts, result);
        } finally {
            Refs.xdrop(result);
            Refs.decRef(a);
            Refs.decRef(b);
        }
    }

    /** Whether {@code a} belongs above {@code b}. */
    private static boolean before(ThreadState ts, PyObject a, PyObject b, boolean max) {
        return max ? less(ts, b, a) : less(ts, a, b);
    }

    private static PyObject pop(ThreadState ts, PyList heap, boolean max) {
        if (heap.size == 0) {
            throw Errors.indexError("index out of range");
        }
        PyObject last = heap.removeAt(heap.size - 1);
        return heap.size == 0 ? last : exchange(ts, heap, last, max);
    }

    private static PyObject replace(ThreadState ts, PyList heap, PyObject item, boolean max) {
        if (heap.size == 0) {
            throw Errors.indexError("index out of range");
        }
        return exchange(ts, heap, item, max);
    }

    /** Puts an item in the first one's place and gives that one. */
    private static PyObject exchange(ThreadState ts, PyList heap, PyObject item, boolean max) {
        PyObject first = heap.items[0];
        Refs.incRef(first);
        heap.set(0, item);
        boolean done = false;
        try {
            siftUp(ts, heap, 0, max);
            done = true;
        } finally {
            Refs.release(first);
            if (!done) {
                Refs.drop(first);
            }
        }
        return first;
    }

    private static void heapify(ThreadState ts, PyList heap, boolean max) {
        for (int i = heap.size / 2 - 1; i >= 0; i--) {
            siftUp(ts, heap, i, max);
        }
    }

    /** Moves the item at {@code from} up to its place, not above {@code top}. */
    private static void siftDown(ThreadState ts, PyList heap, int top, int from, boolean max) {
        int at = from;
        int size = heap.size;
        while (at > top) {
            int parent = at - 1 >> 1;
            boolean moves = before(ts, heap.items[at], heap.items[parent], max);
            checkSize(heap, size);
            if (!moves) {
                return;
            }
            swap(heap, at, parent);
            at = parent;
        }
    }

    /** Moves the item at {@code from} down to a leaf and then up to its place. */
    private static void siftUp(ThreadState ts, PyList heap, int from, boolean max) {
        int size = heap.size;
        int at = from;
        int limit = size >> 1;
        while (at < limit) {
            int child = 2 * at + 1;
            if (child + 1 < size) {
                boolean left = before(ts, heap.items[child], heap.items[child + 1], max);
                checkSize(heap, size);
                if (!left) {
                    child++;
                }
            }
            swap(heap, at, child);
            at = child;
        }
        siftDown(ts, heap, from, at, max);
    }

    private static void swap(PyList heap, int a, int b) {
        if (Mutations.isTold(heap)) {
            Mutations.note(heap, Mutations.Kind.OTHER, null, null);
        }
        PyObject item = heap.items[a];
        heap.items[a] = heap.items[b];
        heap.items[b] = item;
    }

    private static void checkSize(PyList heap, int size) {
        if (heap.size != size) {
            throw Errors.runtimeError("list changed size during iteration");
        }
    }
}
