package org.krait.runtime;

import org.krait.objects.PyGenerator;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** What {@code asend}, {@code __anext__}, {@code athrow} and {@code aclose} of an async generator give to await. */
public final class PyAsyncAwaitable extends PyObject {
    public static final PyType SEND_TYPE = PyType.builtin("async_generator_asend", PyType.OBJECT, PyType.NO_NEW);
    public static final PyType THROW_TYPE = PyType.builtin("async_generator_athrow", PyType.OBJECT, PyType.NO_NEW);

    /** How far it is. */
    enum State { INIT, ITER, CLOSED }

    public final PyGenerator generator;
    /** asend: the value to send, null for none; athrow: null. */
    final PyObject value;
    /** athrow: the arguments; null for asend and for aclose. */
    final PyTuple args;
    State state = State.INIT;

    private PyAsyncAwaitable(PyType type, PyGenerator generator, PyObject value, PyTuple args) {
        super(type);
        this.generator = generator;
        this.value = value;
        this.args = args;
        Refs.incRef(generator);
        Refs.xincRef(value);
        Refs.xincRef(args);
    }

    static PyAsyncAwaitable send(PyGenerator generator, PyObject value) {
        return new PyAsyncAwaitable(SEND_TYPE, generator, value, null);
    }

    /** {@code args} null for {@code aclose}. */
    static PyAsyncAwaitable raise(PyGenerator generator, PyTuple args) {
        return new PyAsyncAwaitable(THROW_TYPE, generator, null, args);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(generator);
        Refs.xdecRef(value);
        Refs.xdecRef(args);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(generator);
        if (value != null) {
            visitor.visit(value);
        }
        if (args != null) {
            visitor.visit(args);
        }
    }
}
