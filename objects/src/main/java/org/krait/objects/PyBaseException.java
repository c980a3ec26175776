package org.krait.objects;

/** An exception object. What particular classes add ({@code OSError.errno}…) are attributes in {@code extra}. */
public class PyBaseException extends PyInstance {
    private PyTuple args;
    /** The newest entry of {@code __traceback__}; null when there is none. Counted. */
    private PyTraceback traceback;
    private PyObject cause;
    private PyObject context;
    public boolean suppressContext;
    /** The unexpected Java exception that this one stands for, shown with {@code -X dev}; else null. */
    public Throwable javaCause;
    /** The fields of the class beyond BaseException's, in the order its methods class defines; null while unused. */
    private PyObject[] extra;

    public PyBaseException(PyType type, PyTuple args) {
        super(type);
        this.args = args;
        Refs.incRef(args);
    }

    public final PyTuple args() {
        return args;
    }

    public final void setArgs(PyTuple value) {
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.OTHER, null, value);
        }
        PyTuple old = args;
        Refs.incRefFrom(this, value);
        args = value;
        Refs.decRef(old);
    }

    public final PyTraceback traceback() {
        return traceback;
    }

    /** Null clears it. */
    public final void setTraceback(PyTraceback value) {
        PyTraceback old = traceback;
        Refs.xincRef(value);
        traceback = value;
        Refs.xdecRef(old);
    }

    /** {@code __cause__}: an exception, or null for None. */
    public final PyObject cause() {
        return cause;
    }

    public final void setCause(PyObject value) {
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.OTHER, null, value);
        }
        PyObject old = cause;
        Refs.xincRefFrom(this, value);
        cause = value;
        suppressContext = true;
        Refs.xdecRef(old);
    }

    /** {@code __context__}: an exception, or null for None. */
    public final PyObject context() {
        return context;
    }

    public final void setContext(PyObject value) {
        PyObject old = context;
        Refs.xincRefFrom(this, value);
        context = value;
        Refs.xdecRef(old);
    }

    /** A field of a particular exception class, or null when unset. */
    public final PyObject extra(int index) {
        return extra == null || index >= extra.length ? null : extra[index];
    }

    public final void setExtra(int index, PyObject value) {
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.OTHER, null, value);
        }
        if (extra == null || index >= extra.length) {
            PyObject[] larger = new PyObject[Math.max(index + 1, 6)];
            if (extra != null) {
                System.arraycopy(extra, 0, larger, 0, extra.length);
            }
            extra = larger;
        }
        PyObject old = extra[index];
        Refs.xincRefFrom(this, value);
        extra[index] = value;
        Refs.xdecRef(old);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(args);
        Refs.xdecRef(traceback);
        Refs.xdecRef(cause);
        Refs.xdecRef(context);
        if (extra != null) {
            for (PyObject o : extra) {
                Refs.xdecRef(o);
            }
        }
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(args);
        if (traceback != null) {
            visitor.visit(traceback);
        }
        if (cause != null) {
            visitor.visit(cause);
        }
        if (context != null) {
            visitor.visit(context);
        }
        if (extra != null) {
            for (PyObject o : extra) {
                if (o != null) {
                    visitor.visit(o);
                }
            }
        }
    }

    /** For Java's eyes only: class name and the args that are strings or numbers. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(type.name());
        for (int i = 0; i < args.size(); i++) {
            text.append(i == 0 ? ": " : ", ").append(args.item(i));
        }
        return text.toString();
    }
}
