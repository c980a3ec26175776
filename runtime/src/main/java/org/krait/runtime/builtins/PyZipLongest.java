package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Iteration;

/** {@code itertools.zip_longest}. */
@BuiltinType(
        base = ObjectMethods.class,
        doc = "Tuples of one item of each iterable, until the longest ends; for the shorter ones fillvalue stands.")
final class PyZipLongest extends Itertool {
    static final PyType TYPE = ToolTypes.ZIP_LONGEST;

    /** Null where one has ended. Counted. */
    private final PyObject[] sources;
    private PyObject fill;
    private int active;

    private PyZipLongest(PyType type, PyObject[] sources, PyObject fill) {
        super(type);
        this.sources = sources;
        this.fill = fill;
        active = sources.length;
        Refs.incRef(fill);
        for (PyObject source : sources) {
            Refs.incRef(source);
        }
    }

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        PyObject fill = PySingleton.NONE;
        int given = positional(args, keywords);
        if (keywords != null) {
            for (int i = 0; i < keywords.length; i++) {
                if (!keywords[i].equalTo("fillvalue")) {
                    throw Errors.typeError("zip_longest() got an unexpected keyword argument");
                }
                fill = args[given + i];
            }
        }
        PyObject[] sources = new PyObject[given];
        for (int i = 0; i < given; i++) {
            sources[i] = Iteration.iter(ts, args[i]);
        }
        return new PyZipLongest(type, sources, fill);
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyZipLongest self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyZipLongest self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        if (active == 0) {
            return null;
        }
        PyObject[] items = new PyObject[sources.length];
        int taken = 0;
        try {
            for (; taken < items.length; taken++) {
                PyObject item = take(ts, taken);
                if (item == null) {
                    return null;
                }
                Refs.incRef(item);
                items[taken] = item;
            }
            return PyTuple.of(items);
        } catch (PyException e) {
            active = 0;
            throw e;
        } finally {
            for (int i = 0; i < taken; i++) {
                Refs.release(items[i]);
            }
        }
    }

    /** The item of one source or its substitute; null when the last source has ended. */
    private PyObject take(ThreadState ts, int index) {
        PyObject source = sources[index];
        if (source == null) {
            return fill;
        }
        PyObject item = Iteration.next(ts, source);
        if (item == null) {
            if (--active == 0) {
                return null;
            }
            sources[index] = null;
            Refs.decRef(source);
            return fill;
        }
        return item;
    }

    @Builtin("__reduce__(self, /)")
    static PyTuple reduce(ThreadState ts, PyZipLongest self) {
        warnOfPickling(ts);
        PyObject[] rest = new PyObject[self.sources.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = self.sources[i] == null ? PyTuple.EMPTY : self.sources[i];
        }
        return PyTuple.of(self.type, PyTuple.of(rest), self.fill);
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(ThreadState ts, PyZipLongest self, PyObject state) {
        warnOfPickling(ts);
        PyObject old = self.fill;
        Refs.incRef(state);
        self.fill = state;
        Refs.decRef(old);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(fill);
        for (PyObject source : sources) {
            Refs.xdecRef(source);
        }
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(fill);
        for (PyObject source : sources) {
            visit(visitor, source);
        }
    }
}
