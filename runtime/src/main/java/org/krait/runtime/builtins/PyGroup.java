package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** One group of {@link PyGroupBy}. */
@BuiltinType(base = ObjectMethods.class)
final class PyGroup extends Itertool {
    static final PyType TYPE = ToolTypes.GROUP;

    private final PyGroupBy parent;
    private final PyObject key;

    PyGroup(PyGroupBy parent, PyObject key) {
        super(TYPE);
        this.parent = parent;
        this.key = key;
        Refs.incRef(parent);
        Refs.incRef(key);
        parent.setCurrent(this);
    }

    @Builtin("__new__(type, parent, tgtkey, /)")
    static PyObject make(PyType type, PyGroupBy parent, PyObject key) {
        return new PyGroup(parent, key);
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyGroup self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyGroup self) {
        return self.next(ts);
    }

    @Override
    public PyObject next(ThreadState ts) {
        return parent.nextOf(ts, this, key);
    }

    @Builtin("__reduce__(self, /)")
    static PyTuple reduce(ThreadState ts, PyGroup self) {
        warnOfPickling(ts);
        return self.parent.reduceGroup(ts, self, self.key);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(parent);
        Refs.decRef(key);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(parent);
        visitor.visit(key);
    }
}
