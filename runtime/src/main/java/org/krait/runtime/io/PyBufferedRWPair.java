package org.krait.runtime.io;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** An {@code io.BufferedRWPair}: a reader and a writer of two raw streams. */
public final class PyBufferedRWPair extends PyIOBase {
    public static final PyType TYPE = builtin("_io.BufferedRWPair", BUFFERED, new BufferedRWPairMethodsTable());

    private PyBuffered reader;
    private PyBuffered writer;

    PyBufferedRWPair(PyType type) {
        super(type);
    }

    void set(PyBuffered newReader, PyBuffered newWriter) {
        Refs.incRef(newReader);
        Refs.incRef(newWriter);
        Refs.xdecRef(reader);
        Refs.xdecRef(writer);
        reader = newReader;
        writer = newWriter;
    }

    PyObject reader() {
        return checked(reader);
    }

    PyObject writer() {
        return checked(writer);
    }

    private static PyObject checked(PyObject half) {
        if (half == null) {
            throw Errors.valueError("I/O operation on uninitialized object");
        }
        return half;
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(reader);
        Refs.xdecRef(writer);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (reader != null) {
            visitor.visit(reader);
            visitor.visit(writer);
        }
    }
}
