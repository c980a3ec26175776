package org.krait.runtime.snapshot;

import java.util.Arrays;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;
import org.krait.runtime.builtins.BuiltinRecords;
import org.krait.runtime.builtins.NativeState;
import org.krait.runtime.threads.PyLock;
import org.krait.runtime.threads.PyRLock;

/**
 * A number that most likely changes when the content of a native object does: for objects whose methods change them
 * without a word to the capture.
 */
final class Fingerprint {
    private static final PyStr REDUCE = PyStr.interned("__reduce_ex__");
    private static final int PROTOCOL = 2;
    private static final int MAX_DEPTH = 4;
    /** Where the iterators stand in a reduction. */
    private static final int ITEMS = 3;

    private Fingerprint() {}

    /** True for objects of native classes whose changes only a fingerprint shows; locks are free again in the end. */
    static boolean isNeeded(PyObject o) {
        if (o instanceof PyDict || o instanceof PyList || o instanceof PySet || o instanceof PyBaseException
                || o instanceof PyLock || o instanceof PyRLock || BuiltinRecords.tellsChanges(o)) {
            return false;
        }
        return o.getClass().getName().startsWith("org.krait.runtime.") || BuiltinRecords.isIterator(o);
    }

    static long of(ThreadState ts, PyObject o) {
        long[] sum = {o.type.version};
        if (BuiltinRecords.isRandom(o)) {
            return sum[0];
        }
        try {
            // What its Python class would say runs code of that.
            boolean isBelow = NativeState.isNeeded(o);
            NativeState state = isBelow ? NativeState.of(ts, o) : null;
            if (state != null) {
                PyObject items = PyTuple.of(PyTuple.of(state.items()), PyTuple.of(state.pairs()));
                PyObject parts = PyTuple.of(PyTuple.of(state.args()), items,
                        state.state() == null ? PySingleton.NONE : state.state());
                sum[0] = sum[0] * 31 + content(ts, parts, 0);
            } else if (BuiltinRecords.isIterator(o)) {
                sum[0] = sum[0] * 31 + BuiltinRecords.position(o);
            } else if (!isBelow) {
                sum[0] = sum[0] * 31 + content(ts, Calls.callMethod(ts, o, REDUCE, PyInt.of(PROTOCOL)), 0);
            }
        } catch (PyException e) {
            e.swallow();
        }
        o.visitReferents(part -> sum[0] = sum[0] * 31 + System.identityHashCode(part));
        return sum[0];
    }

    /** The content of what a reduction is made of; the identity of everything else. */
    private static long content(ThreadState ts, PyObject o, int depth) {
        if (o instanceof PyInt i) {
            return i.fitsLong() ? Long.hashCode(i.value) : i.big().hashCode();
        }
        if (o instanceof PyStr || o instanceof PyFloat) {
            return o.toString().hashCode() * 31L + (o instanceof PyFloat f ? Double.hashCode(f.value) : 0);
        }
        if (o instanceof PyBytes b) {
            return Arrays.hashCode(b.value);
        }
        PyObject[] items = null;
        if (depth < MAX_DEPTH && o instanceof PyTuple t) {
            items = t.items;
        } else if (depth < MAX_DEPTH && o instanceof PyList l) {
            items = l.toArray();
        }
        if (items == null) {
            return System.identityHashCode(o);
        }
        long sum = items.length;
        for (int i = 0; i < items.length; i++) {
            // Items and pairs of a reduction come as iterators.
            boolean iterator = depth == 0 && i >= ITEMS && items[i] != PySingleton.NONE;
            PyObject item = iterator ? PyTuple.of(Iteration.toArray(ts, items[i])) : items[i];
            sum = sum * 31 + content(ts, item, depth + 1);
        }
        return sum;
    }
}
