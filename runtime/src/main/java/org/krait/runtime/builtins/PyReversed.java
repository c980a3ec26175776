package org.krait.runtime.builtins;

import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** {@code reversed} of a sequence without {@code __reversed__}. */
public final class PyReversed extends PyInstance {
    public static final PyType TYPE = PyType
            .builtin("reversed", PyType.OBJECT, PyType.BASE, new ReversedMethodsTable());

    /** The sequence; null once exhausted. */
    PyObject sequence;
    /** The index of the next item; -1 at the end. */
    int index;

    public PyReversed(PyType type, PyObject sequence) {
        super(type);
        this.sequence = sequence;
        Refs.incRef(sequence);
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(sequence);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (sequence != null) {
            visitor.visit(sequence);
        }
    }
}
