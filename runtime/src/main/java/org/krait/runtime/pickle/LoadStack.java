package org.krait.runtime.pickle;

import java.util.Arrays;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;

/** The stack of an unpickler, with marks. Objects on it are counted; popped ones are the caller's temporaries. */
final class LoadStack {
    private PyObject[] items = new PyObject[32];
    private int size;
    private int[] marks = new int[8];
    private int markCount;
    /** What is below belongs to an open mark. */
    private int fence;

    int size() {
        return size;
    }

    int fence() {
        return fence;
    }

    boolean isMarked() {
        return markCount > 0;
    }

    void push(PyObject o) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        Refs.incRef(o);
        items[size++] = o;
    }

    PyException underflow() {
        return PickleTypes.unpicklingError(markCount > 0 ? "unexpected MARK found" : "unpickling stack underflow");
    }

    PyObject pop() {
        if (size <= fence) {
            throw underflow();
        }
        PyObject o = items[--size];
        items[size] = null;
        Refs.release(o);
        return o;
    }

    /** The object on top. */
    PyObject top() {
        if (size <= fence) {
            throw underflow();
        }
        return items[size - 1];
    }

    PyObject get(int index) {
        return items[index];
    }

    void mark() {
        if (markCount == marks.length) {
            marks = Arrays.copyOf(marks, markCount * 2);
        }
        marks[markCount++] = size;
        fence = size;
    }

    /** Takes the last mark away; what was above it, from the place returned, stays. */
    int takeMark() {
        if (markCount == 0) {
            throw PickleTypes.unpicklingError("could not find MARK");
        }
        int at = marks[--markCount];
        fence = markCount > 0 ? marks[markCount - 1] : 0;
        return at;
    }

    /** Forgets all from a place on. */
    void cut(int from) {
        if (from < fence) {
            throw underflow();
        }
        while (size > from) {
            Refs.drop(pop());
        }
    }

    /** Takes all from a place on as a tuple. */
    PyTuple tuple(int from) {
        if (from < fence) {
            throw underflow();
        }
        PyTuple made = PyTuple.copyOf(items, from, size - from);
        cut(from);
        return made;
    }

    /** Takes all from a place on; objects that nothing else has are the caller's temporaries. */
    PyObject[] take(int from) {
        PyObject[] taken = Arrays.copyOfRange(items, from, size);
        while (size > from) {
            pop();
        }
        return taken;
    }
}
