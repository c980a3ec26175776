package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Iteration;

/** {@code itertools.combinations_with_replacement}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "__new__",
        doc = "The subsequences of r items of an iterable, each of which may be repeated.\n\n"
                + "combinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ...")
final class PyCombinationsWithReplacement extends Itertool {
    static final PyType TYPE = ToolTypes.COMBINATIONS_WITH_REPLACEMENT;

    private final PyTuple pool;
    /** The positions of the next tuple; null at the end. */
    private int[] indices;
    private boolean started;
    private final int count;

    private PyCombinationsWithReplacement(PyType type, PyTuple pool, int count) {
        super(type);
        this.pool = pool;
        this.count = count;
        Refs.incRef(pool);
        if (pool.size() > 0 || count == 0) {
            indices = new int[count];
        }
    }

    @Builtin("__new__(type, iterable, r)")
    static PyObject make(ThreadState ts, PyType type, PyObject iterable, long r) {
        PyTuple pool = PyTuple.of(Iteration.toArray(ts, iterable));
        if (r < 0) {
            throw Errors.valueError("r must be non-negative");
        }
        if (r > Integer.MAX_VALUE / 2) {
            throw Errors.memoryError();
        }
        return new PyCombinationsWithReplacement(type, pool, (int) r);
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyCombinationsWithReplacement self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyCombinationsWithReplacement self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        if (indices == null || started && !advance()) {
            indices = null;
            return null;
        }
        started = true;
        return PyCombinations.pick(pool, indices);
    }

    private boolean advance() {
        int i = indices.length - 1;
        while (i >= 0 && indices[i] == pool.size() - 1) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        Arrays.fill(indices, i, indices.length, indices[i] + 1);
        return true;
    }

    @Builtin("__reduce__(self, /)")
    static PyTuple reduce(ThreadState ts, PyCombinationsWithReplacement self) {
        warnOfPickling(ts);
        PyInt count = PyInt.of(self.count);
        if (!self.started) {
            return PyTuple.of(self.type, PyTuple.of(self.pool, count));
        }
        return self.indices == null
                ? PyTuple.of(self.type, PyTuple.of(PyTuple.EMPTY, count))
                : PyTuple.of(self.type, PyTuple.of(self.pool, count), positions(self.indices));
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(ThreadState ts, PyCombinationsWithReplacement self, PyObject state) {
        warnOfPickling(ts);
        int[] indices = new int[self.count];
        readPositions(ts, state, indices, i -> 0, i -> self.pool.size() - 1);
        if (self.indices != null) {
            self.indices = indices;
            self.started = true;
        }
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(pool);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(pool);
    }
}
