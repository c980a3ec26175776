package org.krait.objects;

/** One entry of a traceback: a frame and the instruction it was at; {@code next} is one call deeper. */
public final class PyTraceback extends PyObject {
    public static final PyType TYPE = PyType.builtin("traceback", PyType.OBJECT, 0);

    public final PyFrame frame;
    /** The index of the instruction in the code array; -1 when the traceback was made by Python code. */
    public final int pc;
    public final int line;
    private PyTraceback next;

    public PyTraceback(PyTraceback next, PyFrame frame, int pc, int line) {
        super(TYPE);
        this.next = next;
        this.frame = frame;
        this.pc = pc;
        this.line = line;
        Refs.xincRef(next);
        Refs.incRef(frame);
    }

    public PyTraceback next() {
        return next;
    }

    public void setNext(PyTraceback value) {
        PyTraceback old = next;
        Refs.xincRef(value);
        next = value;
        Refs.xdecRef(old);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(frame);
        Refs.xdecRef(next);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(frame);
        if (next != null) {
            visitor.visit(next);
        }
    }
}
