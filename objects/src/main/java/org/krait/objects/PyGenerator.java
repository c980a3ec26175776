package org.krait.objects;

/** A generator, coroutine or async generator: a frame that is suspended between runs. */
public final class PyGenerator extends PyInstance {
    public static final PyType TYPE = finalized(PyType.builtin("generator", PyType.OBJECT, PyType.HAS_WEAKREF));
    public static final PyType COROUTINE_TYPE =
            finalized(PyType.builtin("coroutine", PyType.OBJECT, PyType.HAS_WEAKREF));
    public static final PyType ASYNC_TYPE =
            finalized(PyType.builtin("async_generator", PyType.OBJECT, PyType.HAS_WEAKREF));

    /** The frame; null once finished. Counted. */
    public PyFrame frame;
    public final org.krait.objects.code.CodeObject code;
    private PyStr name;
    private PyStr qualifiedName;
    /** True from the first send on. */
    public boolean started;
    /** True while its frame runs. */
    public boolean running;
    /** The exception its frame was handling when it was suspended. Counted. */
    public PyBaseException handled;
    /** The register of the delegate of {@code yield from} or {@code await} while suspended in it, else -1. */
    public int delegateRegister = -1;
    /** Where a coroutine was made, for {@code cr_origin}; null for unknown. */
    public PyObject origin;
    /** Async generators: an asend/athrow is under way. */
    public boolean asyncRunning;
    /** Async generators: closed. */
    public boolean closed;
    /** Async generators: the hooks were called. */
    public boolean hooksDone;
    /** Async generators: the finalizer hook, or null. Counted. */
    public PyObject finalizer;

    public PyGenerator(PyType type, PyFrame frame, PyStr name, PyStr qualifiedName) {
        super(type);
        this.frame = frame;
        this.code = frame.code;
        this.name = name;
        this.qualifiedName = qualifiedName;
        frame.setGenerator(this);
        Refs.incRef(frame);
        Refs.track(this);
    }

    private static PyType finalized(PyType type) {
        type.hasFinalizer = true;
        return type;
    }

    public PyStr name() {
        return name;
    }

    public void setName(PyStr value) {
        name = value;
    }

    public PyStr qualifiedName() {
        return qualifiedName;
    }

    public void setQualifiedName(PyStr value) {
        qualifiedName = value;
    }

    @Override
    protected void dropReferents() {
        if (frame != null) {
            PyFrame f = frame;
            frame = null;
            f.setGenerator(null);
            f.setDone();
            Refs.decRef(f);
        }
        Refs.xdecRef(handled);
        Refs.xdecRef(origin);
        Refs.xdecRef(finalizer);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        PyObject[] all = {frame, handled, origin, finalizer};
        for (PyObject o : all) {
            if (o != null) {
                visitor.visit(o);
            }
        }
    }
}
