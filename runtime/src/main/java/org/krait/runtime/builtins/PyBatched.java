package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Iteration;

/** {@code itertools.batched}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "__new__",
        doc = "Tuples of n items each; the last one may have fewer.")
final class PyBatched extends Itertool {
    static final PyType TYPE = ToolTypes.BATCHED;

    private PyObject source;
    private final int size;

    private PyBatched(PyType type, PyObject source, int size) {
        super(type);
        this.source = source;
        this.size = size;
        Refs.incRef(source);
    }

    @Builtin("__new__(type, iterable, n)")
    static PyObject make(ThreadState ts, PyType type, PyObject iterable, long n) {
        if (n < 1) {
            throw Errors.valueError("n must be at least one");
        }
        return new PyBatched(type, Iteration.iter(ts, iterable), (int) Math.min(n, Integer.MAX_VALUE));
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyBatched self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyBatched self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        PyObject iterator = source;
        if (iterator == null) {
            return null;
        }
        PyList batch = new PyList();
        while (batch.size < size) {
            PyObject item = Iteration.next(ts, iterator);
            if (item == null) {
                if (source != null) {
                    source = dropped(source);
                }
                break;
            }
            batch.append(item);
        }
        PyTuple made = batch.size == 0 ? null : PyTuple.copyOf(batch.items, 0, batch.size);
        batch.clear();
        return made;
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(source);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visit(visitor, source);
    }
}
