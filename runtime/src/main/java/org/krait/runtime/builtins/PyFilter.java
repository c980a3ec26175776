package org.krait.runtime.builtins;

import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** {@code filter}: the items for which a function is true. */
public final class PyFilter extends PyInstance {
    public static final PyType TYPE = PyType.builtin("filter", PyType.OBJECT, PyType.BASE, new FilterMethodsTable());

    /** The predicate; None for the truth of the item. */
    PyObject function;
    /** The iterator underneath. */
    PyObject iterator;

    public PyFilter(PyType type, PyObject function, PyObject iterator) {
        super(type);
        this.function = function;
        Refs.incRef(function);
        this.iterator = iterator;
        Refs.incRef(iterator);
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(function);
        Refs.xdecRef(iterator);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (function != null) {
            visitor.visit(function);
        }
        if (iterator != null) {
            visitor.visit(iterator);
        }
    }
}
