package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Iteration;

/** {@code itertools.pairwise}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "(iterable, /)",
        doc = "The pairs of neighbours.\n\ns -> (s0,s1), (s1,s2), (s2, s3), ...")
final class PyPairwise extends Itertool {
    static final PyType TYPE = ToolTypes.PAIRWISE;

    /** Null at the end. Counted. */
    private PyObject source;
    private PyObject previous;

    private PyPairwise(PyType type, PyObject source) {
        super(type);
        this.source = source;
        Refs.incRef(source);
    }

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        noKeywords(type, TYPE, keywords, "pairwise");
        count(args, keywords, "pairwise", 1, 1);
        return new PyPairwise(type, Iteration.iter(ts, args[0]));
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyPairwise self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyPairwise self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        PyObject iterator = source;
        if (iterator == null) {
            return null;
        }
        Refs.incRef(iterator);
        try {
            if (previous == null) {
                PyObject first = Iteration.next(ts, iterator);
                if (first == null) {
                    return end();
                }
                // The iterator may have come back here meanwhile.
                PyObject old = previous;
                Refs.incRef(first);
                previous = first;
                Refs.xdecRef(old);
                if (source == null) {
                    return end();
                }
            }
            PyObject old = previous;
            Refs.incRef(old);
            PyObject item = Iteration.next(ts, iterator);
            if (item == null) {
                Refs.decRef(old);
                return end();
            }
            PyTuple pair = PyTuple.of(old, item);
            Refs.decRef(old);
            Refs.incRef(item);
            PyObject replaced = previous;
            previous = item;
            Refs.xdecRef(replaced);
            return pair;
        } finally {
            Refs.decRef(iterator);
        }
    }

    private PyObject end() {
        source = dropped(source);
        previous = dropped(previous);
        return null;
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(source);
        Refs.xdecRef(previous);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visit(visitor, source);
        visit(visitor, previous);
    }
}
