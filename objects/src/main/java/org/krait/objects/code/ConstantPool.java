package org.krait.objects.code;

import java.util.ArrayList;
import java.util.HashMap;
import org.krait.objects.PyBytes;
import org.krait.objects.PyComplex;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;

/**
 * The constants of a code object, each once. Constants are one when type and value are the same, through tuples too:
 * {@code 1}, {@code 1.0} and {@code True} stay apart, and so do {@code 0.0} and {@code -0.0}.
 */
public final class ConstantPool {
    private final HashMap<Key, Integer> indices = new HashMap<>();
    private final ArrayList<PyObject> constants = new ArrayList<>();

    /** The index of a constant, which is added when it is new. */
    public int index(PyObject constant) {
        Key key = new Key(constant);
        Integer known = indices.get(key);
        if (known != null) {
            return known;
        }
        int index = constants.size();
        constants.add(constant);
        indices.put(key, index);
        return index;
    }

    public PyObject get(int index) {
        return constants.get(index);
    }

    public PyObject[] toArray() {
        return constants.toArray(new PyObject[0]);
    }

    /** True when two constants can be one object. */
    static boolean same(PyObject a, PyObject b) {
        if (a == b) {
            return true;
        }
        if (a.getClass() != b.getClass() || a.type != b.type) {
            return false;
        }
        if (a instanceof PyStr s) {
            return s.equalTo((PyStr) b);
        }
        if (a instanceof PyInt i) {
            return i.equalTo((PyInt) b);
        }
        if (a instanceof PyFloat f) {
            return bits(f.value) == bits(((PyFloat) b).value);
        }
        if (a instanceof PyBytes bytes) {
            return bytes.equalTo((PyBytes) b);
        }
        if (a instanceof PyComplex c) {
            PyComplex d = (PyComplex) b;
            return bits(c.real) == bits(d.real) && bits(c.imag) == bits(d.imag);
        }
        if (a instanceof PyTuple t) {
            return same(t.items, ((PyTuple) b).items, t.items.length, ((PyTuple) b).items.length);
        }
        if (a instanceof PySet s) {
            return same(s.toArray(), ((PySet) b).toArray(), s.size(), ((PySet) b).size());
        }
        return false;
    }

    private static boolean same(PyObject[] a, PyObject[] b, int n, int m) {
        if (n != m) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (!same(a[i], b[i])) {
                return false;
            }
        }
        return true;
    }

    private static int hash(PyObject o) {
        if (o instanceof PyStr s) {
            return s.toString().hashCode();
        }
        if (o instanceof PyInt i) {
            return i.fitsLong() ? Long.hashCode(i.value) : i.big().hashCode();
        }
        if (o instanceof PyFloat f) {
            return Long.hashCode(bits(f.value));
        }
        if (o instanceof PyBytes b) {
            return java.util.Arrays.hashCode(b.value);
        }
        if (o instanceof PyComplex c) {
            return Long.hashCode(bits(c.real) * 31 + bits(c.imag));
        }
        if (o instanceof PyTuple t) {
            return hash(t.items, t.items.length);
        }
        if (o instanceof PySet s) {
            return hash(s.toArray(), s.size());
        }
        return System.identityHashCode(o);
    }

    private static int hash(PyObject[] items, int n) {
        int h = n;
        for (int i = 0; i < n; i++) {
            h = h * 31 + hash(items[i]);
        }
        return h;
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }

    private static final class Key {
        private final PyObject constant;
        private final int hash;

        Key(PyObject constant) {
            this.constant = constant;
            this.hash = ConstantPool.hash(constant);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && hash == key.hash && same(constant, key.constant);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
