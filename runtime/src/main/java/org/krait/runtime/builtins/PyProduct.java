package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Iteration;

/** {@code itertools.product}. */
@BuiltinType(
        base = ObjectMethods.class,
        doc = "The Cartesian product of iterables, as nested loops would give it.\n\n"
                + "product('ab', range(3)) --> ('a',0) ('a',1) ('a',2) ('b',0) ('b',1) ('b',2)")
final class PyProduct extends Itertool {
    static final PyType TYPE = ToolTypes.PRODUCT;

    /** The items to choose from at each place. Counted. */
    private final PyTuple[] pools;
    private final int[] indices;
    private boolean started;
    private boolean ended;

    private PyProduct(PyType type, PyTuple... pools) {
        super(type);
        this.pools = pools;
        indices = new int[pools.length];
        for (PyTuple pool : pools) {
            Refs.incRef(pool);
            ended |= pool.size() == 0;
        }
    }

    @Builtin("__new__(type, *iterables, repeat=1)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] iterables, PyObject repeat) {
        long count = repeat == null ? 1 : Arguments.toLong(ts, repeat);
        if (count < 0) {
            throw Errors.valueError("repeat argument cannot be negative");
        }
        if (iterables.length > 0 && count > Integer.MAX_VALUE / 8 / iterables.length) {
            throw Errors.overflowError("repeat argument too large");
        }
        int n = iterables.length;
        PyTuple[] pools = new PyTuple[count == 0 ? 0 : (int) (n * count)];
        for (int i = 0; i < pools.length; i++) {
            pools[i] = i < n ? PyTuple.of(Iteration.toArray(ts, iterables[i])) : pools[i - n];
        }
        return new PyProduct(type, pools);
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyProduct self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyProduct self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        if (ended || started && !advance()) {
            ended = true;
            return null;
        }
        started = true;
        PyObject[] items = new PyObject[pools.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = pools[i].items[indices[i]];
        }
        return PyTuple.of(items);
    }

    private boolean advance() {
        for (int i = pools.length - 1; i >= 0; i--) {
            if (++indices[i] < pools[i].size()) {
                return true;
            }
            indices[i] = 0;
        }
        return false;
    }

    @Builtin("__reduce__(self, /)")
    static PyTuple reduce(ThreadState ts, PyProduct self) {
        warnOfPickling(ts);
        if (self.ended) {
            return PyTuple.of(self.type, PyTuple.of(PyTuple.EMPTY));
        }
        PyTuple pools = PyTuple.of(Arrays.copyOf(self.pools, self.pools.length, PyObject[].class));
        return self.started ? PyTuple.of(self.type, pools, positions(self.indices)) : PyTuple.of(self.type, pools);
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(ThreadState ts, PyProduct self, PyObject state) {
        warnOfPickling(ts);
        for (PyTuple pool : self.pools) {
            if (pool.size() == 0) {
                self.ended = true;
                return;
            }
        }
        readPositions(ts, state, self.indices, i -> 0, i -> self.pools[i].size() - 1);
        self.started = true;
    }

    @Override
    protected void dropReferents() {
        for (PyTuple pool : pools) {
            Refs.decRef(pool);
        }
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        for (PyTuple pool : pools) {
            visitor.visit(pool);
        }
    }
}
