package org.krait.runtime.builtins;

import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
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
    private final PyList saved = new PyList();
    private int index;

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
                saved.append(item);
                return item;
            }
            source = dropped(source);
        }
        if (saved.size == 0) {
            return null;
        }
        PyObject item = saved.items[index];
        index = index + 1 == saved.size ? 0 : index + 1;
        return item;
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
