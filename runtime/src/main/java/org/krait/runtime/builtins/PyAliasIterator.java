package org.krait.runtime.builtins;

import org.krait.objects.PyGenericAlias;
import org.krait.objects.PyIterator;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** The iterator of a generic alias: its one item is the starred alias ({@code *tuple[int]} in a subscript). */
final class PyAliasIterator extends PyIterator {
    static final PyType TYPE =
            PyType.builtin("generic_alias_iterator", PyType.OBJECT, PyType.NO_NEW, new AliasIteratorMethodsTable());

    /** The alias; null at the end. */
    PyGenericAlias alias;

    PyAliasIterator(PyGenericAlias alias) {
        super(TYPE);
        this.alias = alias;
        Refs.incRef(alias);
    }

    @Override
    public PyObject next(ThreadState ts) {
        PyGenericAlias current = alias;
        if (current == null) {
            return null;
        }
        alias = null;
        PyObject starred = new PyGenericAlias(PyGenericAlias.TYPE, current.origin, current.args, true);
        Refs.decRef(current);
        return starred;
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(alias);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        if (alias != null) {
            visitor.visit(alias);
        }
    }
}
