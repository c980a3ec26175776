package org.krait.runtime.builtins;

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

/** {@code itertools.combinations}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "__new__",
        doc = "The subsequences of r items of an iterable, in the order of their positions.\n\n"
                + "combinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)")
final class PyCombinations extends Itertool {
    static final PyType TYPE = ToolTypes.COMBINATIONS;

    private final PyTuple pool;
    /** The positions of the next tuple; null at the end. */
    private int[] indices;
    private boolean started;
    private final int count;

    private PyCombinations(PyType type, PyTuple pool, int count) {
        super(type);
        this.pool = pool;
        this.count = count;
        Refs.incRef(pool);
        if (count <= pool.size()) {
            indices = new int[count];
            for (int i = 0; i < count; i++) {
                indices[i] = i;
            }
        }
    }

    @Builtin("__new__(type, iterable, r)")
    static PyObject make(ThreadState ts, PyType type, PyObject iterable, long r) {
        PyTuple pool = PyTuple.of(Iteration.toArray(ts, iterable));
        if (r < 0) {
            throw Errors.valueError("r must be non-negative");
        }
        return new PyCombinations(type, pool, (int) Math.min(r, Integer.MAX_VALUE));
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyCombinations self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyCombinations self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        if (indices == null || started && !advance()) {
            indices = null;
            return null;
        }
        started = true;
        return pick(pool, indices);
    }

    private boolean advance() {
        int count = indices.length;
        int i = count - 1;
        while (i >= 0 && indices[i] == i + pool.size() - count) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        indices[i]++;
        for (int j = i + 1; j < count; j++) {
            indices[j] = indices[j - 1] + 1;
        }
        return true;
    }

    /** The items at the first positions of an array. */
    static PyTuple pick(PyTuple pool, int... indices) {
        PyObject[] items = new PyObject[indices.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = pool.items[indices[i]];
        }
        return PyTuple.of(items);
    }

    @Builtin("__reduce__(self, /)")
    static PyTuple reduce(ThreadState ts, PyCombinations self) {
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
    static void setState(ThreadState ts, PyCombinations self, PyObject state) {
        warnOfPickling(ts);
        int[] indices = new int[self.count];
        readPositions(ts, state, indices, i -> 0, i -> i + self.pool.size() - self.count);
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
