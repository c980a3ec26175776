package org.krait.runtime.builtins;

import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyGenericAlias;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;

/** What the methods of lists, tuples and byte strings share. */
final class Sequences {
    private Sequences() {}

    /** The sum of two lengths; MemoryError when it is no length. */
    static int length(int a, int b) {
        int n = a + b;
        if (n < 0) {
            throw Errors.memoryError();
        }
        return n;
    }

    /** The length of a repetition; MemoryError when it is too large. */
    static int repeated(int length, long times) {
        if (times <= 0 || length == 0) {
            return 0;
        }
        long n = times > Integer.MAX_VALUE ? Long.MAX_VALUE : length * times;
        if (n > Integer.MAX_VALUE - 8) {
            throw Errors.memoryError();
        }
        return (int) n;
    }

    static PyObject[] repeat(PyObject[] items, int size, long times) {
        int n = repeated(size, times);
        PyObject[] all = new PyObject[n];
        if (size == 1 && n > 0) {
            java.util.Arrays.fill(all, items[0]);
            return all;
        }
        for (int i = 0; i < n; i += size) {
            System.arraycopy(items, 0, all, i, size);
        }
        return all;
    }

    static byte[] repeat(byte[] bytes, int from, int size, long times) {
        int n = repeated(size, times);
        byte[] all = new byte[n];
        if (size == 1 && n > 0) {
            java.util.Arrays.fill(all, bytes[from]);
            return all;
        }
        for (int i = 0; i < n; i += size) {
            System.arraycopy(bytes, from, all, i, size);
        }
        return all;
    }

    /** What {@code sequence * value} is when the value is no integer. */
    static PyObject notACount(PyObject value) {
        throw Errors.typeError("'" + value.type.name() + "' object cannot be interpreted as an integer");
    }

    /** TypeError when what is multiplied with a sequence on its right is no integer. */
    static void checkCount(PyObject value) {
        if (!Protocol.isIndex(value)) {
            notACount(value);
        }
    }

    /** An argument of list.index: TypeError unless it has {@code __index__}. */
    static PyObject index(PyObject o) {
        if (o instanceof PyInt || o.type.has(Special.INDEX)) {
            return o;
        }
        throw Errors.typeError("slice indices must be integers or have an __index__ method");
    }

    /** {@code list op list}; the lists may change meanwhile. */
    static PyObject compareLists(ThreadState ts, CompareOp op, PyList a, PyObject other) {
        if (!(other instanceof PyList b)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (a.size != b.size && (op == CompareOp.EQ || op == CompareOp.NE)) {
            return PyBool.of(op == CompareOp.NE);
        }
        for (int i = 0; i < a.size && i < b.size; i++) {
            PyObject x = a.items[i];
            PyObject y = b.items[i];
            if (x == y) {
                continue;
            }
            Refs.incRef(x);
            Refs.incRef(y);
            try {
                if (!Equality.equal(ts, x, y)) {
                    if (i >= a.size || i >= b.size) {
                        break;
                    }
                    return differing(ts, op, x, y);
                }
            } finally {
                Refs.release(x);
                Refs.release(y);
                Refs.drop(x);
                Refs.drop(y);
            }
        }
        return PyBool.of(op.test(Integer.compare(a.size, b.size)));
    }

    private static PyObject differing(ThreadState ts, CompareOp op, PyObject x, PyObject y) {
        if (op == CompareOp.EQ || op == CompareOp.NE) {
            return PyBool.of(op == CompareOp.NE);
        }
        return Equality.compare(ts, op, x, y);
    }

    static PyObject compareTuples(ThreadState ts, CompareOp op, PyTuple a, PyObject other) {
        if (!(other instanceof PyTuple b)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyObject[] x = a.items;
        PyObject[] y = b.items;
        int n = Math.min(x.length, y.length);
        for (int i = 0; i < n; i++) {
            if (x[i] != y[i] && !Equality.equal(ts, x[i], y[i])) {
                return differing(ts, op, x[i], y[i]);
            }
        }
        return PyBool.of(op.test(Integer.compare(x.length, y.length)));
    }

    /** {@code cls[item]}: a {@code types.GenericAlias}. */
    static PyObject alias(PyType cls, PyObject item) {
        return new PyGenericAlias(PyGenericAlias.TYPE, cls, item instanceof PyTuple t ? t : PyTuple.of(item), false);
    }
}
