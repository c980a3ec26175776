package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
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

/** {@code itertools.cycle}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "(iterable, /)",
        doc = "The items of an iterable again and again, without end.")
final class PyCycle extends Itertool {
    static final PyType TYPE = ToolTypes.CYCLE;

    /** Null once the first pass is over. Counted. */
    private PyObject source;
    private PyList saved = new PyList();
    private int index;
    /** The items of the source are in {@code saved} already. */
    private boolean isSaved;

    private PyCycle(PyType type, PyObject source) {
        super(type);
        this.source = source;
        Refs.incRef(source);
        Refs.incRef(saved);
    }

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        noKeywords(type, TYPE, keywords, "cycle");
        count(args, keywords, "cycle", 1, 1);
        return new PyCycle(type, Iteration.iter(ts, args[0]));
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyCycle self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyCycle self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        if (source != null) {
            PyObject item = Iteration.next(ts, source);
            if (item != null) {
                if (!isSaved) {
                    saved.append(item);
                }
                return item;
            }
            source = dropped(source);
        }
        if (saved.size == 0) {
            return null;
        }
        PyObject item = saved.items[index];
        index = index + 1 >= saved.size ? 0 : index + 1;
        return item;
    }

    @Builtin("__reduce__(self, /)")
    static PyTuple reduce(ThreadState ts, PyCycle self) {
        warnOfPickling(ts);
        if (self.source != null) {
            return PyTuple.of(self.type, PyTuple.of(self.source),
                    PyTuple.of(self.saved, PyBool.of(self.isSaved)));
        }
        PyObject rest = Iteration.iter(ts, self.saved);
        if (self.index > 0) {
            Calls.callMethod(ts, rest, PyStr.interned("__setstate__"), PyInt.of(self.index));
        }
        return PyTuple.of(self.type, PyTuple.of(rest), PyTuple.of(self.saved, PyBool.TRUE));
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(ThreadState ts, PyCycle self, PyObject state) {
        warnOfPickling(ts);
        PyTuple given = state(state, 2, 2);
        if (!(given.item(0) instanceof PyList items)) {
            throw Errors.typeError("argument 1 must be list, not " + given.item(0).type.name());
        }
        self.isSaved = Arguments.toInt(ts, given.item(1)) != 0;
        Refs.incRef(items);
        Refs.decRef(self.saved);
        self.saved = items;
        self.index = 0;
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(source);
        Refs.decRef(saved);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visit(visitor, source);
        visitor.visit(saved);
    }
}
