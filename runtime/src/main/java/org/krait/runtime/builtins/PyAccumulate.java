package org.krait.runtime.builtins;

import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Arithmetic;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;

/** {@code itertools.accumulate}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "__new__",
        doc = "Series of accumulated sums, or of the results of another function.")
final class PyAccumulate extends Itertool {
    static final PyType TYPE = ToolTypes.ACCUMULATE;

    private final PyObject source;
    /** Null for addition. */
    private final PyObject function;
    private PyObject initial;
    private PyObject total;

    private PyAccumulate(PyType type, PyObject source, PyObject function, PyObject initial) {
        super(type);
        this.source = source;
        this.function = function;
        this.initial = initial;
        Refs.incRef(source);
        Refs.xincRef(function);
        Refs.xincRef(initial);
    }

    @Builtin("__new__(type, iterable, func=None, *, initial=None)")
    static PyObject make(ThreadState ts, PyType type, PyObject iterable, PyObject function, PyObject initial) {
        return new PyAccumulate(
                type,
                Iteration.iter(ts, iterable),
                function == PySingleton.NONE ? null : function,
                initial == PySingleton.NONE ? null : initial);
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyAccumulate self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyAccumulate self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        PyObject first = initial;
        if (first != null) {
            initial = null;
            total = first;
            return first;
        }
        PyObject item = Iteration.next(ts, source);
        if (item == null) {
            return null;
        }
        PyObject old = total;
        PyObject made = old == null
                ? item
                : function == null ? Arithmetic.add(ts, old, item) : Calls.call(ts, function, old, item);
        Refs.incRef(made);
        Refs.drop(item);
        old = total;
        total = made;
        Refs.xdecRef(old);
        return made;
    }

    @Builtin("__reduce__(self, /)")
    static PyTuple reduce(ThreadState ts, PyAccumulate self) {
        warnOfPickling(ts);
        PyObject function = self.function == null ? PySingleton.NONE : self.function;
        if (self.initial != null) {
            PyObject all = Calls.call(ts, PyChain.TYPE, PyTuple.of(self.initial), self.source);
            return PyTuple.of(self.type, PyTuple.of(all, function), PySingleton.NONE);
        }
        if (self.total == PySingleton.NONE) {
            // A state of None would not be set.
            PyObject all = Calls.call(ts, PyChain.TYPE, PyTuple.of(self.total), self.source);
            PyObject again = Calls.call(ts, self.type, all, function);
            return PyTuple.of(PyIslice.TYPE, PyTuple.of(again, PyInt.ONE, PySingleton.NONE));
        }
        return PyTuple.of(self.type, PyTuple.of(self.source, function),
                self.total == null ? PySingleton.NONE : self.total);
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(ThreadState ts, PyAccumulate self, PyObject state) {
        warnOfPickling(ts);
        PyObject old = self.total;
        Refs.incRef(state);
        self.total = state;
        Refs.xdecRef(old);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(source);
        Refs.xdecRef(function);
        Refs.xdecRef(initial);
        Refs.xdecRef(total);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(source);
        visit(visitor, function);
        visit(visitor, initial);
        visit(visitor, total);
    }
}
