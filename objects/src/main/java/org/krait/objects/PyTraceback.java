package org.krait.objects;

/** One entry of a traceback: a frame and the instruction it was at; {@code next} is one call deeper. */
public final class PyTraceback extends PyObject {
    public static final PyType TYPE = PyType.builtin("traceback", PyType.OBJECT, 0);

    private static final int UNKNOWN = Integer.MIN_VALUE;

    public final PyFrame frame;
    /** The index of the instruction in the code array; -1 when the traceback was made by Python code. */
    public final int pc;
    private int line;
    /** {@code tb_lasti}: the offset of the instruction in bytes, two for each int of the code. */
    public final int offsetBytes;
    private PyTraceback next;

    /** An entry whose line is looked up when asked for. */
    public PyTraceback(PyTraceback next, PyFrame frame, int pc) {
        this(next, frame, pc, UNKNOWN, pc * 2);
    }

    public PyTraceback(PyTraceback next, PyFrame frame, int pc, int line) {
        this(next, frame, pc, line, pc * 2);
    }

    /** An entry made by a program, which chooses the offset. */
    public PyTraceback(PyTraceback next, PyFrame frame, int pc, int line, int offsetBytes) {
        super(TYPE);
        this.next = next;
        this.frame = frame;
        this.pc = pc;
        this.line = line;
        this.offsetBytes = offsetBytes;
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
