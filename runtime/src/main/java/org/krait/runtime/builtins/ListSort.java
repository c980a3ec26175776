package org.krait.runtime.builtins;

import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.PyFloat;
import org.krait.objects.PyFunction;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;

/**
 * The stable sort of lists: natural runs, binary insertion for short ones, merges in powersort's order with galloping,
 * as described in CPython's listsort.txt. Only "less than" is asked.
 */
final class ListSort {
    private static final int MIN_GALLOP = 7;

    /** How keys of one kind are compared. */
    private enum Kind { INT, FLOAT, LATIN1, STR, TUPLE, ANY }

    private final ThreadState ts;
    private final PyObject[] keys;
    /** Moves along with the keys; null when the keys are the items. */
    private final PyObject[] values;
    private Kind kind = Kind.ANY;
    private Kind firstKind = Kind.ANY;
    /** The class that all keys have; null when they differ or it has no {@code __lt__} written in Python. */
    private PyType keyType;
    private PyObject[] keyRoom;
    private PyObject[] valueRoom;
    private final int[] runStart = new int[90];
    private final int[] runLength = new int[90];
    private final int[] runPower = new int[90];
    private int runs;
    private int minGallop = MIN_GALLOP;

    ListSort(ThreadState ts, PyObject[] keys, PyObject[] values) {
        this.ts = ts;
        this.keys = keys;
        this.values = values;
    }

    /** Sorts the first {@code n}. */
    void sort(int n) {
        if (n < 2) {
            return;
        }
        kind = kindOf(n);
        int minRun = minRun(n);
        int at = 0;
        while (at < n) {
            int length = countRun(at, n);
            if (length < minRun) {
                int forced = Math.min(minRun, n - at);
                binarySort(at, at + length, at + forced);
                length = forced;
            }
            foundRun(at, length, n);
            runStart[runs] = at;
            runLength[runs++] = length;
            at += length;
        }
        while (runs > 1) {
            int i = runs - 2;
            if (i > 0 && runLength[i - 1] < runLength[i + 1]) {
                i--;
            }
            mergeAt(i);
        }
    }

    private Kind kindOf(int n) {
        Kind found = kindOf(keys, n);
        if (found != Kind.ANY) {
            return found;
        }
        if (keys[0].getClass() != PyTuple.class) {
            keyType = commonType(keys, n);
            return found;
        }
        PyObject[] firsts = new PyObject[n];
        for (int i = 0; i < n; i++) {
            if (keys[i].getClass() != PyTuple.class || ((PyTuple) keys[i]).items.length == 0) {
                return Kind.ANY;
            }
            firsts[i] = ((PyTuple) keys[i]).items[0];
        }
        firstKind = kindOf(firsts, n);
        return Kind.TUPLE;
    }

    private static Kind kindOf(PyObject[] keys, int n) {
        Class<?> c = keys[0].getClass();
        if (c != PyInt.class && c != PyStr.class && c != PyFloat.class) {
            return Kind.ANY;
        }
        boolean latin1 = true;
        for (int i = 0; i < n; i++) {
            if (keys[i].getClass() != c) {
                return Kind.ANY;
            }
            latin1 = latin1 && c == PyStr.class && ((PyStr) keys[i]).latin1 != null;
        }
        return c == PyInt.class ? Kind.INT : c == PyFloat.class ? Kind.FLOAT : latin1 ? Kind.LATIN1 : Kind.STR;
    }

    /** What {@link #keyType} is to be. */
    private static PyType commonType(PyObject[] keys, int n) {
        PyType type = keys[0].type;
        if (!type.isHeapType() || !(type.special(Special.LT) instanceof PyFunction)) {
            return null;
        }
        for (int i = 1; i < n; i++) {
            if (keys[i].type != type) {
                return null;
            }
        }
        return type;
    }

    private boolean less(PyObject a, PyObject b) {
        return switch (kind) {
            case TUPLE -> tupleLess((PyTuple) a, (PyTuple) b);
            case INT, FLOAT, LATIN1, STR, ANY -> less(kind, a, b);
        };
    }

    private boolean less(Kind known, PyObject a, PyObject b) {
        return switch (known) {
            case INT -> ((PyInt) a).value < ((PyInt) b).value;
            case FLOAT -> ((PyFloat) a).value < ((PyFloat) b).value;
            case LATIN1 -> java.util.Arrays.compareUnsigned(((PyStr) a).latin1, ((PyStr) b).latin1) < 0;
            case STR -> ((PyStr) a).compareTo((PyStr) b) < 0;
            case TUPLE, ANY -> {
                PyObject answer = a.type == keyType ? askFirst(a, b) : Equality.compare(ts, CompareOp.LT, a, b);
                boolean truth = Protocol.truth(ts, answer);
                Refs.drop(answer);
                yield truth;
            }
        };
    }

    /** As CPython's unsafe_object_compare: a class that does not know an answer is asked again. */
    private PyObject askFirst(PyObject a, PyObject b) {
        PyObject answer = a.type.slots().compare(ts, CompareOp.LT, a, b);
        return answer != PySingleton.NOT_IMPLEMENTED ? answer : Equality.compare(ts, CompareOp.LT, a, b);
    }

    private boolean tupleLess(PyTuple a, PyTuple b) {
        PyObject[] x = a.items;
        PyObject[] y = b.items;
        int n = Math.min(x.length, y.length);
        int i = 0;
        while (i < n && Equality.same(ts, x[i], y[i])) {
            i++;
        }
        if (i >= n) {
            return x.length < y.length;
        }
        return less(i == 0 ? firstKind : Kind.ANY, x[i], y[i]);
    }

    private static int minRun(int n) {
        int r = 0;
        while (n >= 64) {
            r |= n & 1;
            n >>= 1;
        }
        return n + r;
    }

    /** The length of the run at {@code lo}; a descending one is reversed. */
    private int countRun(int lo, int hi) {
        int at = lo + 1;
        if (at == hi) {
            return 1;
        }
        if (less(keys[at], keys[at - 1])) {
            at++;
            while (at < hi && less(keys[at], keys[at - 1])) {
                at++;
            }
            reverse(keys, lo, at);
            if (values != null) {
                reverse(values, lo, at);
            }
        } else {
            at++;
            while (at < hi && !less(keys[at], keys[at - 1])) {
                at++;
            }
        }
        return at - lo;
    }

    static void reverse(PyObject[] array, int from, int to) {
        for (int i = from, j = to - 1; i < j; i++, j--) {
            PyObject x = array[i];
            array[i] = array[j];
            array[j] = x;
        }
    }

    private void binarySort(int lo, int start, int hi) {
        for (int at = start; at < hi; at++) {
            PyObject pivot = keys[at];
            int left = lo;
            int right = at;
            while (left < right) {
                int middle = (left + right) >>> 1;
                if (less(pivot, keys[middle])) {
                    right = middle;
                } else {
                    left = middle + 1;
                }
            }
            System.arraycopy(keys, left, keys, left + 1, at - left);
            keys[left] = pivot;
            if (values != null) {
                PyObject value = values[at];
                System.arraycopy(values, left, values, left + 1, at - left);
                values[left] = value;
            }
        }
    }

    private void foundRun(int start, int length, int n) {
        if (runs > 0) {
            int power = power(runStart[runs - 1], runLength[runs - 1], length, n);
            while (runs > 1 && runPower[runs - 2] > power) {
                mergeAt(runs - 2);
            }
            runPower[runs - 1] = power;
        }
    }

    /** The depth of the boundary between two runs in the tree of merges. */
    private static int power(int start, int first, int second, int n) {
        long a = 2L * start + first;
        long b = a + first + second;
        int result = 0;
        while (true) {
            result++;
            if (a >= n) {
                a -= n;
                b -= n;
            } else if (b >= n) {
                return result;
            }
            a <<= 1;
            b <<= 1;
        }
    }

    private void mergeAt(int i) {
        int a = runStart[i];
        int na = runLength[i];
        int b = runStart[i + 1];
        int nb = runLength[i + 1];
        runLength[i] = na + nb;
        if (i == runs - 3) {
            runStart[i + 1] = runStart[i + 2];
            runLength[i + 1] = runLength[i + 2];
        }
        runPower[i] = runPower[i + 1];
        runs--;
        int k = gallopRight(keys[b], keys, a, na, 0);
        a += k;
        na -= k;
        if (na == 0) {
            return;
        }
        nb = gallopLeft(keys[a + na - 1], keys, b, nb, nb - 1);
        if (nb == 0) {
            return;
        }
        if (na <= nb) {
            mergeLow(a, na, b, nb);
        } else {
            mergeHigh(a, na, b, nb);
        }
    }

    /** Where in the sorted {@code a[base…]} the key belongs, left of equal ones; {@code hint} is a good guess. */
    private int gallopLeft(PyObject key, PyObject[] a, int base, int n, int hint) {
        int last = 0;
        int offset = 1;
        if (less(a[base + hint], key)) {
            int max = n - hint;
            while (offset < max && less(a[base + hint + offset], key)) {
                last = offset;
                offset = offset * 2 + 1;
                if (offset <= 0) {
                    offset = max;
                }
            }
            offset = Math.min(offset, max);
            last += hint;
            offset += hint;
        } else {
            int max = hint + 1;
            while (offset < max && !less(a[base + hint - offset], key)) {
                last = offset;
                offset = offset * 2 + 1;
                if (offset <= 0) {
                    offset = max;
                }
            }
            offset = Math.min(offset, max);
            int t = last;
            last = hint - offset;
            offset = hint - t;
        }
        last++;
        while (last < offset) {
            int middle = last + ((offset - last) >> 1);
            if (less(a[base + middle], key)) {
                last = middle + 1;
            } else {
                offset = middle;
            }
        }
        return offset;
    }

    /** As {@link #gallopLeft}, right of equal ones. */
    private int gallopRight(PyObject key, PyObject[] a, int base, int n, int hint) {
        int last = 0;
        int offset = 1;
        if (less(key, a[base + hint])) {
            int max = hint + 1;
            while (offset < max && less(key, a[base + hint - offset])) {
                last = offset;
                offset = offset * 2 + 1;
                if (offset <= 0) {
                    offset = max;
                }
            }
            offset = Math.min(offset, max);
            int t = last;
            last = hint - offset;
            offset = hint - t;
        } else {
            int max = n - hint;
            while (offset < max && !less(key, a[base + hint + offset])) {
                last = offset;
                offset = offset * 2 + 1;
                if (offset <= 0) {
                    offset = max;
                }
            }
            offset = Math.min(offset, max);
            last += hint;
            offset += hint;
        }
        last++;
        while (last < offset) {
            int middle = last + ((offset - last) >> 1);
            if (less(key, a[base + middle])) {
                offset = middle;
            } else {
                last = middle + 1;
            }
        }
        return offset;
    }

    private void makeRoom(int n) {
        if (keyRoom == null || keyRoom.length < n) {
            keyRoom = new PyObject[n];
            valueRoom = values == null ? null : new PyObject[n];
        }
    }

    private void move(int from, int to, int n) {
        System.arraycopy(keys, from, keys, to, n);
        if (values != null) {
            System.arraycopy(values, from, values, to, n);
        }
    }

    private void save(int from, int n) {
        makeRoom(n);
        System.arraycopy(keys, from, keyRoom, 0, n);
        if (values != null) {
            System.arraycopy(values, from, valueRoom, 0, n);
        }
    }

    private void restore(int from, int to, int n) {
        System.arraycopy(keyRoom, from, keys, to, n);
        if (values != null) {
            System.arraycopy(valueRoom, from, values, to, n);
        }
    }

    /** Merges neighbours of which the first, not longer, is copied out. Whatever happens, no item is lost. */
    private void mergeLow(int a, int na, int b, int nb) {
        save(a, na);
        int dest = a;
        int left = 0;
        try {
            move(b++, dest++, 1);
            if (--nb == 0) {
                return;
            }
            if (na == 1) {
                move(b, dest, nb);
                dest += nb;
                return;
            }
            int gallop = minGallop;
            while (true) {
                int countA = 0;
                int countB = 0;
                do {
                    if (less(keys[b], keyRoom[left])) {
                        move(b++, dest++, 1);
                        countB++;
                        countA = 0;
                        if (--nb == 0) {
                            return;
                        }
                    } else {
                        restore(left++, dest++, 1);
                        countA++;
                        countB = 0;
                        if (--na == 1) {
                            move(b, dest, nb);
                            dest += nb;
                            return;
                        }
                    }
                } while ((countA | countB) < gallop);
                gallop++;
                do {
                    gallop = Math.max(gallop - 1, 1);
                    minGallop = gallop;
                    countA = gallopRight(keys[b], keyRoom, left, na, 0);
                    if (countA > 0) {
                        restore(left, dest, countA);
                        dest += countA;
                        left += countA;
                        na -= countA;
                        if (na == 1) {
                            move(b, dest, nb);
                            dest += nb;
                            return;
                        }
                        if (na == 0) {
                            return;
                        }
                    }
                    move(b++, dest++, 1);
                    if (--nb == 0) {
                        return;
                    }
                    countB = gallopLeft(keyRoom[left], keys, b, nb, 0);
                    if (countB > 0) {
                        move(b, dest, countB);
                        dest += countB;
                        b += countB;
                        nb -= countB;
                        if (nb == 0) {
                            return;
                        }
                    }
                    restore(left++, dest++, 1);
                    if (--na == 1) {
                        move(b, dest, nb);
                        dest += nb;
                        return;
                    }
                } while (countA >= MIN_GALLOP || countB >= MIN_GALLOP);
                gallop++;
                minGallop = gallop;
            }
        } finally {
            restore(left, dest, na);
        }
    }

    /** Merges neighbours of which the second, not longer, is copied out. Whatever happens, no item is lost. */
    private void mergeHigh(int a, int na, int b, int nb) {
        save(b, nb);
        int dest = b + nb - 1;
        int right = nb - 1;
        int last = a + na - 1;
        try {
            move(last--, dest--, 1);
            if (--na == 0) {
                return;
            }
            if (nb == 1) {
                dest -= na;
                last -= na;
                move(last + 1, dest + 1, na);
                return;
            }
            int gallop = minGallop;
            while (true) {
                int countA = 0;
                int countB = 0;
                do {
                    if (less(keyRoom[right], keys[last])) {
                        move(last--, dest--, 1);
                        countA++;
                        countB = 0;
                        if (--na == 0) {
                            return;
                        }
                    } else {
                        restore(right--, dest--, 1);
                        countB++;
                        countA = 0;
                        if (--nb == 1) {
                            dest -= na;
                            last -= na;
                            move(last + 1, dest + 1, na);
                            return;
                        }
                    }
                } while ((countA | countB) < gallop);
                gallop++;
                do {
                    gallop = Math.max(gallop - 1, 1);
                    minGallop = gallop;
                    countA = na - gallopRight(keyRoom[right], keys, a, na, na - 1);
                    if (countA > 0) {
                        dest -= countA;
                        last -= countA;
                        move(last + 1, dest + 1, countA);
                        na -= countA;
                        if (na == 0) {
                            return;
                        }
                    }
                    restore(right--, dest--, 1);
                    if (--nb == 1) {
                        dest -= na;
                        last -= na;
                        move(last + 1, dest + 1, na);
                        return;
                    }
                    countB = nb - gallopLeft(keys[last], keyRoom, 0, nb, nb - 1);
                    if (countB > 0) {
                        dest -= countB;
                        right -= countB;
                        restore(right + 1, dest + 1, countB);
                        nb -= countB;
                        if (nb == 1) {
                            dest -= na;
                            last -= na;
                            move(last + 1, dest + 1, na);
                            return;
                        }
                        if (nb == 0) {
                            return;
                        }
                    }
                    move(last--, dest--, 1);
                    if (--na == 0) {
                        return;
                    }
                } while (countA >= MIN_GALLOP || countB >= MIN_GALLOP);
                gallop++;
                minGallop = gallop;
            }
        } finally {
            restore(0, dest - nb + 1, nb);
        }
    }
}
