package org.krait.tests.fuzz;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.krait.objects.PyBool;
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
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** Makes random Python values; some occur several times in one value. */
final class RandomValues {
    private static final double[] FLOATS = {0.0, -0.0, 1.5, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE,
        Double.MAX_VALUE, Double.longBitsToDouble(0x7ff8000000000123L)};
    private static final long[] INTS = {0, 1, -1, 255, 256, Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 31, -1L << 31,
        Long.MAX_VALUE, Long.MIN_VALUE, 0x7fff, 0x8000};
    private static final int[] CODE_POINTS = {0, 'a', 0x7f, 0x80, 0xff, 0x100, 0xd800, 0xdfff, 0xffff, 0x10000,
        0x10ffff};

    private final ThreadState ts;
    private final Random random;
    private final List<PyObject> made = new ArrayList<>();

    RandomValues(ThreadState ts, Random random) {
        this.ts = ts;
        this.random = random;
    }

    /** Any value that marshal knows. */
    PyObject any(int depth) {
        if (!made.isEmpty() && random.nextInt(8) == 0) {
            return made.get(random.nextInt(made.size()));
        }
        PyObject value = switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 5 -> list(depth - 1);
            case 6 -> dict(depth - 1);
            case 7 -> set(PySet.TYPE, depth - 1);
            default -> constant(depth);
        };
        made.add(value);
        return value;
    }

    /** A value that can be a constant of code: immutable and hashable. */
    PyObject constant(int depth) {
        return switch (random.nextInt(depth > 0 ? 11 : 9)) {
            case 0 -> PySingleton.NONE;
            case 1 -> PySingleton.ELLIPSIS;
            case 2 -> PyBool.of(random.nextBoolean());
            case 3 -> PyInt.of(random.nextBoolean() ? INTS[random.nextInt(INTS.length)] : random.nextLong());
            case 4 -> PyInt.of(new BigInteger(random.nextInt(200), random).subtract(BigInteger.TWO.pow(80)));
            case 5 -> new PyFloat(real());
            case 6 -> new PyComplex(real(), real());
            case 7 -> string();
            case 8 -> bytes();
            case 9 -> tuple(depth - 1);
            default -> {
                PySet set = set(PySet.FROZEN_TYPE, depth - 1);
                Refs.immortalize(set);
                yield set;
            }
        };
    }

    private double real() {
        return random.nextBoolean() ? FLOATS[random.nextInt(FLOATS.length)] : random.nextGaussian();
    }

    PyStr string() {
        int length = random.nextInt(20) == 0 ? 250 + random.nextInt(20) : random.nextInt(8);
        int widest = 2 + random.nextInt(CODE_POINTS.length - 1);
        int[] points = new int[length];
        for (int i = 0; i < length; i++) {
            points[i] = CODE_POINTS[random.nextInt(widest)];
        }
        PyStr made = PyStr.ofUcs4(points);
        return random.nextBoolean() ? made.intern() : made;
    }

    private PyBytes bytes() {
        byte[] value = new byte[random.nextInt(20)];
        random.nextBytes(value);
        return new PyBytes(value);
    }

    private PyTuple tuple(int depth) {
        PyObject[] items = new PyObject[random.nextInt(30) == 0 ? 255 + random.nextInt(3) : random.nextInt(5)];
        for (int i = 0; i < items.length; i++) {
            items[i] = constant(depth);
        }
        return PyTuple.constant(items);
    }

    private PyList list(int depth) {
        PyList list = new PyList();
        int length = random.nextInt(5);
        for (int i = 0; i < length; i++) {
            list.append(random.nextInt(20) == 0 ? list : any(depth));
        }
        return list;
    }

    private PyDict dict(int depth) {
        PyDict dict = new PyDict();
        int length = random.nextInt(5);
        for (int i = 0; i < length; i++) {
            dict.put(ts, constant(depth), any(depth));
        }
        return dict;
    }

    private PySet set(org.krait.objects.PyType type, int depth) {
        PySet set = new PySet(type);
        int length = random.nextInt(5);
        for (int i = 0; i < length; i++) {
            set.add(ts, constant(depth));
        }
        return set;
    }
}
