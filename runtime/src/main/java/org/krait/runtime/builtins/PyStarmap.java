package org.krait.runtime.builtins;

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

/** {@code itertools.starmap}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "(function, iterable, /)",
        doc = "What the function returns for each item, whose own items are its arguments.")
final class PyStarmap extends Itertool {
    static final PyType TYPE = ToolTypes.STARMAP;

    private final PyObject function;
    private final PyObject source;

    private PyStarmap(PyType type, PyObject function, PyObject source) {
        super(type);
        this.function = function;
        this.source = source;
        Refs.incRef(function);
        Refs.incRef(source);
    }

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        noKeywords(type, TYPE, keywords, "starmap");
        count(args, keywords, "starmap", 2, 2);
        return new PyStarmap(type, args[0], Iteration.iter(ts, args[1]));
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyStarmap self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyStarmap self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        PyObject item = Iteration.next(ts, source);
        if (item == null) {
            return null;
        }
        PyTuple arguments = item instanceof PyTuple t ? t : PyTuple.of(Iteration.toArray(ts, item));
        Refs.incRef(arguments);
        try {
            return Calls.call(ts, function, arguments.items, null);
        } finally {
            Refs.decRef(arguments);
            if (arguments != item) {
                Refs.drop(item);
            }
        }
    }

    @Builtin("__reduce__(self, /)")
    static PyTuple reduce(ThreadState ts, PyStarmap self) {
        warnOfPickling(ts);
        return PyTuple.of(self.type, PyTuple.of(self.function, self.source));
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(function);
        Refs.decRef(source);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(function);
        visitor.visit(source);
    }
}
