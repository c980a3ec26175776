package org.krait.runtime.builtins;

import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** {@code map}: the results of a function for the items of several iterators. */
public final class PyMap extends PyInstance {
    public static final PyType TYPE = PyType.builtin("map", PyType.OBJECT, PyType.BASE, new MapMethodsTable());

    /** What is called. */
    PyObject function;
    /** The tuple of iterators. */
    PyObject iterators;

    public PyMap(PyType type, PyObject function, PyObject iterators) {
        super(type);
        this.function = function;
        Refs.incRef(function);
        this.iterators = iterators;
        Refs.incRef(iterators);
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(function);
        Refs.xdecRef(iterators);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (function != null) {
            visitor.visit(function);
        }
        if (iterators != null) {
            visitor.visit(iterators);
        }
    }
}
