package org.krait.runtime.builtins;

import org.krait.objects.PyBuffer;
import org.krait.objects.PyIterator;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** Unpacks a buffer structure by structure: what {@code iter_unpack} returns. */
public final class PyStructIterator extends PyIterator {
    public static final PyType TYPE = PyType.builtin("_struct.unpack_iterator", PyType.OBJECT, PyType.NO_NEW,
            new StructIteratorMethodsTable());

    private final PyStruct struct;
    private final PyBuffer buffer;
    private int at;

    /** An iterator over a buffer whose length is a multiple of the structure's size. */
    PyStructIterator(PyStruct struct, PyBuffer buffer) {
        super(TYPE);
        this.struct = struct;
        this.buffer = buffer;
        Refs.incRef(struct);
        Refs.incRef(buffer.exporter);
    }

    int remaining() {
        return (buffer.length - at) / struct.format().size;
    }

    @Override
    public PyTuple next(ThreadState ts) {
        if (at >= buffer.length) {
            return null;
        }
        PyTuple values = PyTuple.of(struct.format().unpack(buffer.array, buffer.offset + at));
        at += struct.format().size;
        return values;
    }

    @Override
    protected void dropReferents() {
        buffer.release();
        Refs.decRef(struct);
        Refs.decRef(buffer.exporter);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(struct);
        visitor.visit(buffer.exporter);
    }
}
