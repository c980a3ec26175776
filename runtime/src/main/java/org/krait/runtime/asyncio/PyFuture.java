package org.krait.runtime.asyncio;

import java.util.ArrayList;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** An {@code _asyncio.Future}. What it refers to is counted. */
class PyFuture extends PyInstance {
    static final PyType TYPE = type();

    /** The indices of what a future refers to, for {@link #held} and {@link #hold}. */
    static final int LOOP = 0;
    static final int RESULT = 1;
    static final int EXCEPTION = 2;
    static final int EXCEPTION_TRACEBACK = 3;
    static final int CANCEL_MESSAGE = 4;
    /** The CancelledError that ended a task, to be raised again. */
    static final int CANCELLED_ERROR = 5;
    static final int SOURCE_TRACEBACK = 6;
    private static final int HELD = 7;

    /** How far it is. */
    enum State { PENDING, CANCELLED, FINISHED }

    State state = State.PENDING;
    /** Set while an {@code await} gives it to its task. */
    boolean blocking;
    /** True when nobody has asked for the exception. */
    boolean logsTraceback;
    /** Callbacks, each followed by its context. */
    final ArrayList<PyObject> callbacks = new ArrayList<>(2);
    private final PyObject[] held;

    PyFuture(PyType type) {
        this(type, 0);
    }

    /** A subclass's, with more to refer to. */
    PyFuture(PyType type, int more) {
        super(type);
        held = new PyObject[HELD + more];
    }

    private static PyType type() {
        PyType type = PyType.builtin("_asyncio.Future", PyType.OBJECT,
                PyType.BASE | PyType.HAS_DICT | PyType.HAS_WEAKREF | PyType.MUTABLE, new FutureMethodsTable());
        type.hasFinalizer = true;
        return type;
    }

    /** The first index of a subclass. */
    static int firstMore() {
        return HELD;
    }

    /** What is referred to at an index, or null. */
    final PyObject held(int index) {
        return held[index];
    }

    final void hold(int index, PyObject value) {
        PyObject old = held[index];
        Refs.xincRefFrom(this, value);
        held[index] = value;
        Refs.xdecRef(old);
    }

    final void addCallback(PyObject callback, PyObject context) {
        Refs.incRefFrom(this, callback);
        Refs.incRefFrom(this, context);
        callbacks.add(callback);
        callbacks.add(context);
    }

    /** Takes the callbacks away, which are the caller's: counted. */
    final PyObject[] takeCallbacks() {
        PyObject[] taken = callbacks.toArray(new PyObject[0]);
        callbacks.clear();
        return taken;
    }

    @Override
    protected void dropReferents() {
        for (int i = 0; i < held.length; i++) {
            PyObject old = held[i];
            held[i] = null;
            Refs.xdecRef(old);
        }
        for (PyObject callback : takeCallbacks()) {
            Refs.decRef(callback);
        }
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        for (PyObject o : held) {
            if (o != null) {
                visitor.visit(o);
            }
        }
        for (PyObject callback : callbacks) {
            visitor.visit(callback);
        }
    }
}
