package org.krait.runtime.io;

import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** An {@code io.IncrementalNewlineDecoder}. */
public final class PyIncrementalNewlineDecoder extends PyInstance {
    public static final PyType TYPE = PyType.builtin("_io.IncrementalNewlineDecoder", PyType.OBJECT, PyType.BASE,
            new IncrementalNewlineDecoderMethodsTable());

    /** The decoder before this one; None for text input; null before {@code __init__}. Counted. */
    PyObject decoder;
    NewlineTranslator newlines;

    PyIncrementalNewlineDecoder(PyType type) {
        super(type);
    }

    void start(PyObject inner, boolean translate) {
        Refs.incRef(inner);
        Refs.xdecRef(decoder);
        decoder = inner;
        newlines = new NewlineTranslator(translate);
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(decoder);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (decoder != null) {
            visitor.visit(decoder);
        }
    }
}
