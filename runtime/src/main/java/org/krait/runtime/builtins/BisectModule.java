package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Calls;
import org.krait.runtime.Lengths;
import org.krait.runtime.Subscripts;
import org.krait.runtime.Truth;

/** The module {@code _bisect}. */
@BuiltinModule(value = "_bisect", doc = "Bisection: keeps a list sorted without sorting it again at each insertion.")
final class BisectModule {
    private static final PyStr INSERT = PyStr.interned("insert");

    private BisectModule() {}

    @Builtin(
            value = "bisect_right(a, x, lo=0, hi=None, *, key=None)",
            doc = "Where to insert x in the sorted list a, after the items that are equal to it.\n\n"
                    + "lo and hi bound the part that is searched; key gives the sort key of an item.")
    static long bisectRight(
            ThreadState ts, PyObject a, PyObject x, PyObject low, PyObject high, PyObject key) {
        return search(ts, a, x, low, high, key, true);
    }

    @Builtin(
            value = "bisect_left(a, x, lo=0, hi=None, *, key=None)",
            doc = "Where to insert x in the sorted list a, before the items that are equal to it.\n\n"
                    + "lo and hi bound the part that is searched; key gives the sort key of an item.")
    static long bisectLeft(ThreadState ts, PyObject a, PyObject x, PyObject low, PyObject high, PyObject key) {
        return search(ts, a, x, low, high, key, false);
    }

    @Builtin(
            value = "insort_right(a, x, lo=0, hi=None, *, key=None)",
            doc = "Inserts x in the sorted list a, after the items that are equal to it.")
    static void insertRight(ThreadState ts, PyObject a, PyObject x, PyObject low, PyObject high, PyObject key) {
        insert(ts, a, x, low, high, key, true);
    }

    @Builtin(
            value = "insort_left(a, x, lo=0, hi=None, *, key=None)",
            doc = "Inserts x in the sorted list a, before the items that are equal to it.")
    static void insertLeft(ThreadState ts, PyObject a, PyObject x, PyObject low, PyObject high, PyObject key) {
        insert(ts, a, x, low, high, key, false);
    }

    private static void insert(
            ThreadState ts, PyObject a, PyObject x, PyObject low, PyObject high, PyObject key, boolean right) {
        PyObject wanted = key == null || key == PySingleton.NONE ? x : Calls.call(ts, key, x);
        long at = search(ts, a, wanted, low, high, key, right);
        if (a instanceof PyList list && list.type == PyList.TYPE) {
            list.insert((int) Math.min(at, list.size), x);
        } else {
            Refs.drop(Calls.callMethod(ts, a, INSERT, PyInt.of(at), x));
        }
    }

    private static long search(
            ThreadState ts, PyObject a, PyObject x, PyObject low, PyObject high, PyObject key, boolean right) {
        long from = low == null ? 0 : Arguments.toLong(ts, low);
        if (from < 0) {
            throw Errors.valueError("lo must be non-negative");
        }
        long to = high == null || high == PySingleton.NONE
                ? Lengths.of(ts, a)
                : Arguments.toLong(ts, high);
        PyObject function = key == PySingleton.NONE ? null : key;
        while (from < to) {
            long middle = from + to >>> 1;
            PyObject item = Subscripts.get(ts, a, PyInt.of(middle));
            PyObject value = function == null ? item : Calls.call(ts, function, item);
            PyObject answer = right
                    ? Equality.compare(ts, CompareOp.LT, x, value)
                    : Equality.compare(ts, CompareOp.LT, value, x);
            boolean less = Truth.of(ts, answer);
            if (right == less) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }
}
