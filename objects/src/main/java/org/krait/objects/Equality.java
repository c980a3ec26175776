package org.krait.objects;

/** Equality and hashing as containers see them. */
public final class Equality {
    private Equality() {}

    /** {@code a is b or a == b}. */
    public static boolean same(ThreadState ts, PyObject a, PyObject b) {
        return a == b || equal(ts, a, b);
    }

    /** The truth of {@code a == b}. */
    public static boolean equal(ThreadState ts, PyObject a, PyObject b) {
        if (a.getClass() == PyStr.class && b.getClass() == PyStr.class) {
            return ((PyStr) a).equalTo((PyStr) b);
        }
        if (a.getClass() == PyInt.class && b.getClass() == PyInt.class) {
            return ((PyInt) a).value == ((PyInt) b).value;
        }
        PyObject answer = compare(ts, CompareOp.EQ, a, b);
        if (answer instanceof PyBool bool) {
            return bool == PyBool.TRUE;
        }
        boolean truth = answer.type.slots().truth(ts, answer);
        Refs.drop(answer);
        return truth;
    }

    /**
     * {@code a op b} with the reflected comparison, the identity default of == and !=, and the TypeError of the rest.
     */
    public static PyObject compare(ThreadState ts, CompareOp op, PyObject a, PyObject b) {
        if (ts == null) {
            return compareFurther(null, op, a, b);
        }
        int outer = NativeDepth.enter(ts, " in comparison");
        try {
            return compareFurther(ts, op, a, b);
        } finally {
            ts.nativeDepth = outer;
        }
    }

    private static PyObject compareFurther(ThreadState ts, CompareOp op, PyObject a, PyObject b) {
        boolean reflectedFirst = a.type != b.type && b.type.isSubtypeOf(a.type);
        if (reflectedFirst) {
            PyObject answer = b.type.slots().compare(ts, op.swapped(), b, a);
            if (answer != PySingleton.NOT_IMPLEMENTED) {
                return answer;
            }
        }
        PyObject answer = a.type.slots().compare(ts, op, a, b);
        if (answer != PySingleton.NOT_IMPLEMENTED) {
            return answer;
        }
        if (!reflectedFirst) {
            answer = b.type.slots().compare(ts, op.swapped(), b, a);
            if (answer != PySingleton.NOT_IMPLEMENTED) {
                return answer;
            }
        }
        return switch (op) {
            case EQ -> PyBool.of(a == b);
            case NE -> PyBool.of(a != b);
            case LT, LE, GT, GE -> throw Errors.typeError("'" + op.symbol + "' not supported between instances of '"
                    + a.type.name() + "' and '" + b.type.name() + "'");
        };
    }

    /** {@code hash(o)}. */
    public static long hash(ThreadState ts, PyObject o) {
        if (o.getClass() == PyStr.class) {
            return ((PyStr) o).hash();
        }
        if (o.getClass() == PyInt.class) {
            return ((PyInt) o).hash();
        }
        return o.type.slots().hash(ts, o);
    }
}
