package org.krait.runtime.builtins;

import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;
import org.krait.runtime.Truth;

/** {@code itertools.takewhile}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "(predicate, iterable, /)",
        doc = "The items up to the first one for which the predicate is false.")
final class PyTakeWhile extends Itertool {
    static final PyType TYPE = ToolTypes.TAKE_WHILE;

    private final PyObject predicate;
    private final PyObject source;
    private boolean ended;

    private PyTakeWhile(PyType type, PyObject predicate, PyObject source) {
        super(type);
        this.predicate = predicate;
        this.source = source;
        Refs.incRef(predicate);
        Refs.incRef(source);
    }

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        noKeywords(type, TYPE, keywords, "takewhile");
        count(args, keywords, "takewhile", 2, 2);
        return new PyTakeWhile(type, args[0], Iteration.iter(ts, args[1]));
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyTakeWhile self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyTakeWhile self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        if (ended) {
            return null;
        }
        PyObject item = Iteration.next(ts, source);
        if (item == null) {
            return null;
        }
        if (test(ts, item)) {
            return item;
        }
        ended = true;
        Refs.drop(item);
        return null;
    }

    /** The truth of what the predicate says of an item. */
    private boolean test(ThreadState ts, PyObject item) {
        Refs.incRef(item);
        try {
            PyObject answer = Calls.call(ts, predicate, item);
            boolean truth = Truth.of(ts, answer);
            Refs.drop(answer);
            return truth;
        } finally {
            Refs.release(item);
        }
    }

    @Builtin("__reduce__(self, /)")
    static PyTuple reduce(ThreadState ts, PyTakeWhile self) {
        warnOfPickling(ts);
        return PyTuple.of(self.type, PyTuple.of(self.predicate, self.source), PyInt.of(self.ended ? 1 : 0));
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(ThreadState ts, PyTakeWhile self, PyObject state) {
        warnOfPickling(ts);
        self.ended = Truth.of(ts, state);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(predicate);
        Refs.decRef(source);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(predicate);
        visitor.visit(source);
    }
}
