package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Iteration;

/** {@code itertools.islice}. */
@BuiltinType(
        base = ObjectMethods.class,
        doc = "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\n"
                + "The items that a slice would select, taken one after the other from any iterable.")
final class PyIslice extends Itertool {
    static final PyType TYPE = ToolTypes.ISLICE;

    /** Null at the end. Counted. */
    private PyObject source;
    private long next;
    /** -1 for no end. */
    private final long stop;
    private final long step;
    /** How many items were taken from the source. */
    private long taken;

    private PyIslice(PyType type, PyObject source, long start, long stop, long step) {
        super(type);
        this.source = source;
        this.next = start;
        this.stop = stop;
        this.step = step;
        Refs.incRef(source);
    }

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        noKeywords(type, TYPE, keywords, "islice");
        count(args, keywords, "islice", 2, 4);
        int given = positional(args, keywords);
        long start = 0;
        long stop;
        long step = 1;
        if (given == 2) {
            stop = index(ts, args[1], -1, "Stop argument");
        } else {
            start = index(ts, args[1], 0, "Indices");
            stop = index(ts, args[2], -1, "Indices");
            if (given == 4 && args[3] != PySingleton.NONE) {
                step = number(ts, args[3]);
                if (step < 1) {
                    throw Errors.valueError("Step for islice() must be a positive integer or None.");
                }
            }
        }
        return new PyIslice(type, Iteration.iter(ts, args[0]), start, stop, step);
    }

    private static long index(ThreadState ts, PyObject o, long otherwise, String what) {
        if (o == PySingleton.NONE) {
            return otherwise;
        }
        long value = number(ts, o);
        if (value < 0) {
            throw Errors.valueError(
                    what + " for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
        }
        return value;
    }

    /** The value of an index, -1 for what is none or too large. */
    private static long number(ThreadState ts, PyObject o) {
        if (!(o instanceof PyInt) && !o.type.has(Special.INDEX)) {
            return -1;
        }
        try {
            PyInt value = Arguments.toIndex(ts, o);
            return value.fitsLong() ? value.value : -1;
        } catch (PyException e) {
            e.swallowKeeping(o);
            return -1;
        }
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyIslice self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyIslice self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        PyObject iterator = source;
        if (iterator == null) {
            return null;
        }
        while (taken < next) {
            if (stop >= 0 && taken >= stop) {
                source = dropped(source);
                return null;
            }
            PyObject skipped = Iteration.next(ts, iterator);
            if (skipped == null) {
                source = dropped(source);
                return null;
            }
            Refs.drop(skipped);
            taken++;
        }
        if (stop >= 0 && taken >= stop) {
            source = dropped(source);
            return null;
        }
        PyObject item = Iteration.next(ts, iterator);
        if (item == null) {
            source = dropped(source);
            return null;
        }
        taken++;
        long following = next + step;
        next = following < 0 || stop >= 0 && following > stop ? stop >= 0 ? stop : Long.MAX_VALUE : following;
        return item;
    }

    @Builtin("__reduce__(self, /)")
    static PyTuple reduce(ThreadState ts, PyIslice self) {
        warnOfPickling(ts);
        if (self.source == null) {
            PyObject nothing = Iteration.iter(ts, new PyList());
            return PyTuple.of(self.type, PyTuple.of(nothing, PyInt.ZERO), PyInt.ZERO);
        }
        PyObject stop = self.stop < 0 ? PySingleton.NONE : PyInt.of(self.stop);
        return PyTuple.of(self.type, PyTuple.of(self.source, PyInt.of(self.next), stop, PyInt.of(self.step)),
                PyInt.of(self.taken));
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(ThreadState ts, PyIslice self, PyObject state) {
        warnOfPickling(ts);
        self.taken = Arguments.toLong(ts, state);
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
