package org.krait.tests.fuzz;

import java.util.Arrays;
import java.util.IdentityHashMap;
import org.krait.objects.PyBytes;
import org.krait.objects.PyComplex;
import org.krait.objects.PyDict;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.code.CodeObject;

/**
 * Compares a value with the one that was read back: types, bits of floats, order of dicts, and which objects are the
 * same. More than {@code ==} tells; sets may have another order.
 */
public final class SameValue {
    private final IdentityHashMap<PyObject, PyObject> seen = new IdentityHashMap<>();

    private SameValue() {}

    /** Throws an AssertionError that says where the values differ. */
    public static void check(PyObject expected, PyObject found) {
        new SameValue().check(expected, found, "value");
    }

    private static AssertionError different(String where, Object expected, Object found) {
        return new AssertionError(where + ": expected " + expected + ", found " + found);
    }

    private static void equal(String where, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw different(where, expected, found);
        }
    }

    private void check(PyObject expected, PyObject found, String where) {
        if (seen.put(expected, found) != null) {
            return;
        }
        equal(where + " type", expected.type.name(), found.type.name());
        equal(where + " class", expected.getClass(), found.getClass());
        switch (expected) {
            case PyInt i -> equal(where, i.toBigInteger(), ((PyInt) found).toBigInteger());
            case PyFloat f -> equal(where, Double.doubleToRawLongBits(f.value),
                    Double.doubleToRawLongBits(((PyFloat) found).value));
            case PyComplex c -> {
                equal(where, Double.doubleToRawLongBits(c.real),
                        Double.doubleToRawLongBits(((PyComplex) found).real));
                equal(where, Double.doubleToRawLongBits(c.imag),
                        Double.doubleToRawLongBits(((PyComplex) found).imag));
            }
            case PyStr s -> string(s, (PyStr) found, where);
            case PyBytes b -> equal(where, Arrays.toString(b.value), Arrays.toString(((PyBytes) found).value));
            case PyTuple t -> items(t.items, ((PyTuple) found).items, where);
            case PyList l -> items(l.toArray(), ((PyList) found).toArray(), where);
            case PyDict d -> {
                items(keys(d), keys((PyDict) found), where + " keys");
                items(values(d), values((PyDict) found), where + " values");
            }
            case PySet s -> items(sorted(s), sorted((PySet) found), where);
            case CodeObject code -> code(code, (CodeObject) found, where + ": code " + code.qualifiedName);
            case PySingleton s -> {
                if (found != s) {
                    throw different(where, s, found);
                }
            }
            default -> throw new AssertionError(where + ": a " + expected.type.name() + " is not expected here");
        }
    }

    private static void string(PyStr expected, PyStr found, String where) {
        if (!expected.equalTo(found)) {
            throw different(where, expected, found);
        }
    }

    private void items(PyObject[] expected, PyObject[] found, String where) {
        equal(where + " length", expected.length, found.length);
        for (int i = 0; i < expected.length; i++) {
            check(expected[i], found[i], where + "[" + i + "]");
        }
    }

    private static PyObject[] keys(PyDict d) {
        PyObject[] keys = new PyObject[d.size()];
        for (int i = d.nextEntry(0), n = 0; i >= 0; i = d.nextEntry(i + 1)) {
            keys[n++] = d.keys[i];
        }
        return keys;
    }

    private static PyObject[] values(PyDict d) {
        PyObject[] values = new PyObject[d.size()];
        for (int i = d.nextEntry(0), n = 0; i >= 0; i = d.nextEntry(i + 1)) {
            values[n++] = d.values[i];
        }
        return values;
    }

    private static PyObject[] sorted(PySet set) {
        PyObject[] items = set.toArray();
        Arrays.sort(items, (a, b) -> text(a).compareTo(text(b)));
        return items;
    }

    /** A text that is the same for equal values of the kinds that are in sets here. */
    private static String text(PyObject o) {
        return o.type.name() + switch (o) {
            case PyTuple t -> {
                StringBuilder out = new StringBuilder();
                for (PyObject item : t.items) {
                    out.append(text(item)).append(',');
                }
                yield out.toString();
            }
            case PySet s -> {
                StringBuilder out = new StringBuilder();
                for (PyObject item : sorted(s)) {
                    out.append(text(item)).append(',');
                }
                yield out.toString();
            }
            case PyBytes b -> Arrays.toString(b.value);
            case PyFloat f -> Long.toHexString(Double.doubleToRawLongBits(f.value));
            case PyComplex c -> Long.toHexString(Double.doubleToRawLongBits(c.real)) + ","
                    + Long.toHexString(Double.doubleToRawLongBits(c.imag));
            default -> o.toString();
        };
    }

    private void code(CodeObject a, CodeObject b, String where) {
        a.load();
        b.load();
        string(a.name, b.name, where + " name");
        string(a.qualifiedName, b.qualifiedName, where + " qualified name");
        int[] numbers = {a.flags, a.firstLine, a.argCount, a.positionalOnlyCount, a.keywordOnlyCount, a.freeCount,
            a.registerCount, a.firstTemp, a.heldCount, a.cacheCount, a.parameterCount};
        int[] others = {b.flags, b.firstLine, b.argCount, b.positionalOnlyCount, b.keywordOnlyCount, b.freeCount,
            b.registerCount, b.firstTemp, b.heldCount, b.cacheCount, b.parameterCount};
        equal(where + " numbers", Arrays.toString(numbers), Arrays.toString(others));
        equal(where + " instructions", Arrays.toString(a.code), Arrays.toString(b.code));
        equal(where + " exceptions", Arrays.toString(a.exceptionTable), Arrays.toString(b.exceptionTable));
        equal(where + " positions", Arrays.toString(a.positions), Arrays.toString(b.positions));
        equal(where + " kinds", Arrays.toString(a.variableKinds), Arrays.toString(b.variableKinds));
        equal(where + " names", Arrays.toString(a.names), Arrays.toString(b.names));
        equal(where + " variables", Arrays.toString(a.variables), Arrays.toString(b.variables));
        items(a.constants, b.constants, where + " constants");
    }
}
