package org.krait.runtime.builtins;

import org.krait.objects.PyBool;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
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

/** {@code itertools.filterfalse}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "(function, iterable, /)",
        doc = "The items for which the function is false; with None those that are false.")
final class PyFilterFalse extends Itertool {
    static final PyType TYPE = ToolTypes.FILTER_FALSE;

    private final PyObject predicate;
    private final PyObject source;

    private PyFilterFalse(PyType type, PyObject predicate, PyObject source) {
        super(type);
        this.predicate = predicate;
        this.source = source;
        Refs.incRef(predicate);
        Refs.incRef(source);
    }

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        noKeywords(type, TYPE, keywords, "filterfalse");
        count(args, keywords, "filterfalse", 2, 2);
        return new PyFilterFalse(type, args[0], Iteration.iter(ts, args[1]));
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyFilterFalse self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyFilterFalse self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        while (true) {
            PyObject item = Iteration.next(ts, source);
            if (item == null || !test(ts, item)) {
                return item;
            }
            Refs.drop(item);
        }
    }

    private boolean test(ThreadState ts, PyObject item) {
        Refs.incRef(item);
        try {
            if (predicate == PySingleton.NONE || predicate == PyBool.TYPE) {
                return Truth.of(ts, item);
            }
            PyObject answer = Calls.call(ts, predicate, item);
            boolean truth = Truth.of(ts, answer);
            Refs.drop(answer);
            return truth;
        } finally {
            Refs.release(item);
        }
    }

    @Builtin("__reduce__(self, /)")
    static PyTuple reduce(ThreadState ts, PyFilterFalse self) {
        warnOfPickling(ts);
        return PyTuple.of(self.type, PyTuple.of(self.predicate, self.source));
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
