package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyException;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.PyAsyncAwaitable.State;

/** Async generators: hooks, and the awaitables of their methods (PEP 525); as CPython's genobject.c. */
public final class AsyncGenerators {
    private AsyncGenerators() {}

    /** {@code g.__anext__()}. */
    public static PyObject next(ThreadState ts, PyGenerator g) {
        initHooks(ts, g);
        return PyAsyncAwaitable.send(g, null);
    }

    /** {@code g.asend(value)}. */
    public static PyObject send(ThreadState ts, PyGenerator g, PyObject value) {
        initHooks(ts, g);
        return PyAsyncAwaitable.send(g, value);
    }

    /** {@code g.athrow(…)}. */
    public static PyObject raise(ThreadState ts, PyGenerator g, PyObject[] args) {
        if (args.length > 1) {
            Warnings.warn(ts, ExceptionTypes.DEPRECATION_WARNING,
                    "the (type, exc, tb) signature of athrow() is deprecated, use the single-arg signature instead.",
                    1);
        }
        initHooks(ts, g);
        return PyAsyncAwaitable.raise(g, PyTuple.of(args));
    }

    /** {@code g.aclose()}. */
    public static PyObject close(ThreadState ts, PyGenerator g) {
        initHooks(ts, g);
        return PyAsyncAwaitable.raise(g, null);
    }

    private static void initHooks(ThreadState ts, PyGenerator g) {
        if (g.hooksDone) {
            return;
        }
        g.hooksDone = true;
        if (ts.asyncGenFinalizer != null) {
            Refs.incRef(ts.asyncGenFinalizer);
            g.finalizer = ts.asyncGenFinalizer;
        }
        if (ts.asyncGenFirstIter != null) {
            Refs.drop(Calls.call(ts, ts.asyncGenFirstIter, g));
        }
    }

    /** {@code awaitable.send(value)}; null at the end, see {@link Generators}. */
    public static PyObject send(ThreadState ts, PyAsyncAwaitable o, PyObject value) {
        return o.type == PyAsyncAwaitable.SEND_TYPE ? sendSend(ts, o, value) : sendThrow(ts, o, value);
    }

    private static PyObject sendSend(ThreadState ts, PyAsyncAwaitable o, PyObject argument) {
        PyGenerator g = o.generator;
        if (o.state == State.CLOSED) {
            throw Errors.runtimeError("cannot reuse already awaited __anext__()/asend()");
        }
        PyObject value = argument;
        if (o.state == State.INIT) {
            if (g.asyncRunning) {
                throw Errors.runtimeError("anext(): asynchronous generator is already running");
            }
            if (value == null || value == PySingleton.NONE) {
                value = o.value;
            }
            o.state = State.ITER;
        }
        g.asyncRunning = true;
        try {
            PyObject result = unwrap(ts, g, asyncResume(ts, g, value));
            if (result == null) {
                o.state = State.CLOSED;
            }
            return result;
        } catch (PyException e) {
            failed(g, e);
            o.state = State.CLOSED;
            throw e;
        }
    }

    private static PyObject asyncResume(ThreadState ts, PyGenerator g, PyObject value) {
        if (g.frame == null) {
            g.closed = true;
            g.asyncRunning = false;
            throw Errors.withArgs(ExceptionTypes.STOP_ASYNC_ITERATION);
        }
        return Generators.resume(ts, g, value);
    }

    private static void failed(PyGenerator g, PyException e) {
        if (e.is(ExceptionTypes.STOP_ASYNC_ITERATION) || e.is(ExceptionTypes.GENERATOR_EXIT)) {
            g.closed = true;
        }
        g.asyncRunning = false;
    }

    /** A yielded value ends the awaitable, an awaited one goes on; the generator's end is StopAsyncIteration. */
    private static PyObject unwrap(ThreadState ts, PyGenerator g, PyObject result) {
        if (result == null) {
            ts.returned = null;
            g.closed = true;
            g.asyncRunning = false;
            throw Errors.withArgs(ExceptionTypes.STOP_ASYNC_ITERATION);
        }
        if (result instanceof PyAsyncWrappedValue wrapped) {
            g.asyncRunning = false;
            ts.returned = wrapped.value;
            Refs.dropKeeping(wrapped, wrapped.value);
            return null;
        }
        return result;
    }

    private static PyObject sendThrow(ThreadState ts, PyAsyncAwaitable o, PyObject argument) {
        PyGenerator g = o.generator;
        if (o.state == State.CLOSED) {
            throw Errors.runtimeError("cannot reuse already awaited aclose()/athrow()");
        }
        if (g.frame == null) {
            o.state = State.CLOSED;
            ts.returned = PySingleton.NONE;
            return null;
        }
        PyObject result;
        try {
            if (o.state == State.INIT) {
                result = start(ts, o, argument);
                if (result == null && o.state == State.CLOSED) {
                    return null;
                }
                return afterThrow(ts, o, result);
            }
            result = Generators.resume(ts, g, argument);
            if (o.args != null) {
                PyObject value = unwrap(ts, g, result);
                if (value == null) {
                    o.state = State.CLOSED;
                }
                return value;
            }
            return afterThrow(ts, o, result);
        } catch (PyException e) {
            return failedThrow(ts, o, e);
        }
    }

    private static PyObject start(ThreadState ts, PyAsyncAwaitable o, PyObject argument) {
        PyGenerator g = o.generator;
        if (g.asyncRunning) {
            o.state = State.CLOSED;
            throw Errors.runtimeError(o.args == null
                    ? "aclose(): asynchronous generator is already running"
                    : "athrow(): asynchronous generator is already running");
        }
        if (g.closed) {
            o.state = State.CLOSED;
            throw Errors.withArgs(ExceptionTypes.STOP_ASYNC_ITERATION);
        }
        if (argument != null && argument != PySingleton.NONE) {
            throw Errors.runtimeError("can't send non-None value to a just-started coroutine");
        }
        o.state = State.ITER;
        g.asyncRunning = true;
        if (o.args == null) {
            g.closed = true;
            return Generators.raise(ts, g, new PyBaseException(ExceptionTypes.GENERATOR_EXIT, PyTuple.EMPTY));
        }
        return Generators.raise(ts, g, o.args.items);
    }

    /** What came out of an athrow or aclose: for aclose nothing may be yielded any more. */
    private static PyObject afterThrow(ThreadState ts, PyAsyncAwaitable o, PyObject result) {
        PyGenerator g = o.generator;
        if (o.args != null) {
            PyObject value = unwrap(ts, g, result);
            if (value == null) {
                o.state = State.CLOSED;
            }
            return value;
        }
        if (result instanceof PyAsyncWrappedValue) {
            g.asyncRunning = false;
            o.state = State.CLOSED;
            throw Errors.runtimeError("async generator ignored GeneratorExit");
        }
        if (result == null) {
            g.asyncRunning = false;
            o.state = State.CLOSED;
            ts.returned = PySingleton.NONE;
        }
        return result;
    }

    private static PyObject failedThrow(ThreadState ts, PyAsyncAwaitable o, PyException e) {
        PyGenerator g = o.generator;
        boolean rejected = o.state == State.CLOSED && g.asyncRunning;
        if (!rejected) {
            g.asyncRunning = false;
        }
        o.state = State.CLOSED;
        boolean ended = e.is(ExceptionTypes.STOP_ASYNC_ITERATION) || e.is(ExceptionTypes.GENERATOR_EXIT);
        if (ended && o.args == null && !rejected) {
            e.swallow();
            ts.returned = PySingleton.NONE;
            return null;
        }
        if (ended) {
            g.closed = true;
        }
        throw e;
    }

    /** {@code awaitable.throw(*args)}. */
    public static PyObject raise(ThreadState ts, PyAsyncAwaitable o, PyObject[] args) {
        PyGenerator g = o.generator;
        if (o.state == State.CLOSED) {
            throw Errors.runtimeError(o.type == PyAsyncAwaitable.SEND_TYPE
                    ? "cannot reuse already awaited __anext__()/asend()"
                    : "cannot reuse already awaited aclose()/athrow()");
        }
        if (o.state == State.INIT) {
            if (g.asyncRunning) {
                o.state = State.CLOSED;
                throw Errors.runtimeError(o.type == PyAsyncAwaitable.SEND_TYPE
                        ? "anext(): asynchronous generator is already running"
                        : o.args == null
                                ? "aclose(): asynchronous generator is already running"
                                : "athrow(): asynchronous generator is already running");
            }
            o.state = State.ITER;
            g.asyncRunning = true;
        }
        try {
            PyObject result = Generators.raise(ts, g, args);
            if (o.type == PyAsyncAwaitable.THROW_TYPE) {
                return afterThrow(ts, o, result);
            }
            PyObject value = unwrap(ts, g, result);
            if (value == null) {
                o.state = State.CLOSED;
            }
            return value;
        } catch (PyException e) {
            if (o.type == PyAsyncAwaitable.THROW_TYPE) {
                return failedThrow(ts, o, e);
            }
            failed(g, e);
            o.state = State.CLOSED;
            throw e;
        }
    }

    /** {@code awaitable.close()}. */
    public static void close(ThreadState ts, PyAsyncAwaitable o) {
        if (o.state == State.CLOSED) {
            return;
        }
        PyObject value;
        try {
            value = raise(ts, o, new PyObject[] {ExceptionTypes.GENERATOR_EXIT});
        } catch (PyException e) {
            if (e.is(ExceptionTypes.STOP_ITERATION) || e.is(ExceptionTypes.STOP_ASYNC_ITERATION)
                    || e.is(ExceptionTypes.GENERATOR_EXIT)) {
                e.swallow();
                return;
            }
            throw e;
        }
        if (value != null) {
            Refs.drop(value);
            throw Errors.runtimeError("coroutine ignored GeneratorExit");
        }
    }
}
