package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Iteration;

/** {@code itertools.permutations}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "__new__",
        doc = "The arrangements of r items (all when not given) of an iterable.\n\n"
                + "permutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)")
final class PyPermutations extends Itertool {
    static final PyType TYPE = ToolTypes.PERMUTATIONS;

    private final PyTuple pool;
    private final int count;
    private final int[] indices;
    private final int[] cycles;
    private boolean started;
    private boolean ended;

    private PyPermutations(PyType type, PyTuple pool, int count) {
        super(type);
        this.pool = pool;
        this.count = count;
        Refs.incRef(pool);
        int n = pool.size();
        ended = count > n;
        indices = new int[n];
        cycles = new int[ended ? 0 : count];
        for (int i = 0; i < n; i++) {
            indices[i] = i;
        }
        for (int i = 0; i < cycles.length; i++) {
            cycles[i] = n - i;
        }
    }

    @Builtin("__new__(type, iterable, r=None)")
    static PyObject make(ThreadState ts, PyType type, PyObject iterable, PyObject r) {
        PyTuple pool = PyTuple.of(Iteration.toArray(ts, iterable));
        long count = pool.size();
        if (r != null && r != PySingleton.NONE) {
            if (!(r instanceof PyInt)) {
                throw Errors.typeError("Expected int as r");
            }
            count = Arguments.toLong(ts, r);
        }
        if (count < 0) {
            throw Errors.valueError("r must be non-negative");
        }
        return new PyPermutations(type, pool, (int) Math.min(count, Integer.MAX_VALUE));
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyPermutations self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyPermutations self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        if (ended || started && !advance()) {
            ended = true;
            return null;
        }
        started = true;
        return PyCombinations.pick(pool, Arrays.copyOf(indices, count));
    }

    private boolean advance() {
        int n = indices.length;
        for (int i = count - 1; i >= 0; i--) {
            cycles[i]--;
            if (cycles[i] != 0) {
                int j = n - cycles[i];
                int swapped = indices[i];
                indices[i] = indices[j];
                indices[j] = swapped;
                return true;
            }
            int first = indices[i];
            System.arraycopy(indices, i + 1, indices, i, n - i - 1);
            indices[n - 1] = first;
            cycles[i] = n - i;
        }
        return false;
    }

    @Builtin("__reduce__(self, /)")
    static PyTuple reduce(ThreadState ts, PyPermutations self) {
        warnOfPickling(ts);
        PyInt count = PyInt.of(self.count);
        if (!self.started) {
            return PyTuple.of(self.type, PyTuple.of(self.pool, count));
        }
        return self.ended
                ? PyTuple.of(self.type, PyTuple.of(PyTuple.EMPTY, count))
                : PyTuple.of(self.type, PyTuple.of(self.pool, count),
                        PyTuple.of(positions(self.indices), positions(self.cycles)));
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(ThreadState ts, PyPermutations self, PyObject state) {
        warnOfPickling(ts);
        PyTuple given = state(state, 2, 2);
        int n = self.indices.length;
        readPositions(ts, given.item(0), self.indices, i -> 0, i -> n - 1);
        readPositions(ts, given.item(1), self.cycles, i -> 1, i -> n - i);
        self.started = true;
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
