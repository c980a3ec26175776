package org.krait.objects;

/** One entry of a traceback: a frame and the instruction it was at; {@code next} is one call deeper. */
public final class PyTraceback extends PyObject {
    public static final PyType TYPE = PyType.builtin("traceback", PyType.OBJECT, 0);

    private static final int UNKNOWN = Integer.MIN_VALUE;

    public final PyFrame frame;
    /** The index of the instruction in the code array; -1 when the traceback was made by Python code. */
    public final int pc;
    private int line;
    private PyTraceback next;

    /** An entry whose line is looked up when asked for. */
    public PyTraceback(PyTraceback next, PyFrame frame, int pc) {
        this(next, frame, pc, UNKNOWN);
    }

    public PyTraceback(PyTraceback next, PyFrame frame, int pc, int line) {
        super(TYPE);
        this.next = next;
        this.frame = frame;
        this.pc = pc;
        this.line = line;
        Refs.xincRef(next);
        Refs.incRef(frame);
    }

    /** The source line, or -1. */
    public int line() {
        if (line == UNKNOWN) {
            line = frame.code.line(pc);
        }
        return line;
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
