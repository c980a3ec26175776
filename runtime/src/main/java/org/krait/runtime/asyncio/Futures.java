package org.krait.runtime.asyncio;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTraceback;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;
import org.krait.runtime.asyncio.PyFuture.State;

/** What can be done with a future. */
final class Futures {
    private Futures() {}

    /** Makes it a new future of a loop, None for the event loop. */
    static void init(ThreadState ts, PyFuture self, PyObject loop) {
        self.dropReferents();
        self.state = State.PENDING;
        self.blocking = false;
        self.logsTraceback = false;
        PyObject bound = loop == null || loop == PySingleton.NONE ? AsyncioLibrary.eventLoop(ts) : loop;
        self.hold(PyFuture.LOOP, bound);
        PyObject debug = Calls.callMethod(ts, bound, "get_debug");
        if (Arguments.toBoolean(ts, debug)) {
            self.hold(PyFuture.SOURCE_TRACEBACK,
                    Calls.call(ts, AsyncioLibrary.find(ts, "traceback", "extract_stack")));
        }
    }

    /** The loop; RuntimeError when {@code __init__} has not run. */
    static PyObject loop(PyFuture self) {
        PyObject loop = self.held(PyFuture.LOOP);
        if (loop == null) {
            throw Errors.runtimeError("Future object is not initialized.");
        }
        return loop;
    }

    static void scheduleCallbacks(ThreadState ts, PyFuture self) {
        PyObject[] taken = self.takeCallbacks();
        int i = 0;
        try {
            for (; i < taken.length; i += 2) {
                AsyncioLibrary.callSoon(ts, loop(self), taken[i], self, taken[i + 1]);
            }
        } finally {
            for (PyObject o : taken) {
                Refs.decRef(o);
            }
        }
    }

    static void requirePending(ThreadState ts, PyFuture self) {
        loop(self);
        if (self.state != State.PENDING) {
            throw AsyncioLibrary.of(ts).invalidState("invalid state");
        }
    }

    static void setResult(ThreadState ts, PyFuture self, PyObject result) {
        requirePending(ts, self);
        self.hold(PyFuture.RESULT, result);
        self.state = State.FINISHED;
        scheduleCallbacks(ts, self);
    }

    static void setException(ThreadState ts, PyFuture self, PyObject exception) {
        requirePending(ts, self);
        PyObject value = exception;
        if (exception instanceof PyType type && type.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
            value = Calls.call(ts, type);
        }
        if (!(value instanceof PyBaseException e)) {
            throw Errors.typeError("invalid exception object");
        }
        if (e.type == ExceptionTypes.STOP_ITERATION) {
            PyBaseException wrapped = Errors.runtimeError(
                    "StopIteration interacts badly with generators and cannot be raised into a Future").value;
            wrapped.setCause(e);
            wrapped.setContext(e);
            e = wrapped;
        }
        self.hold(PyFuture.EXCEPTION, e);
        self.hold(PyFuture.EXCEPTION_TRACEBACK, e.traceback());
        self.state = State.FINISHED;
        scheduleCallbacks(ts, self);
        self.logsTraceback = true;
    }

    /** Cancels a pending future; false when it is done. */
    static boolean cancel(ThreadState ts, PyFuture self, PyObject message) {
        self.logsTraceback = false;
        if (self.state != State.PENDING) {
            return false;
        }
        self.state = State.CANCELLED;
        self.hold(PyFuture.CANCEL_MESSAGE, message);
        scheduleCallbacks(ts, self);
        return true;
    }

    /** The CancelledError of a future that was cancelled: that which ended its task, else a new one. */
    static PyBaseException cancelledError(ThreadState ts, PyFuture self) {
        PyObject saved = self.held(PyFuture.CANCELLED_ERROR);
        if (saved != null) {
            Refs.incRef(saved);
            self.hold(PyFuture.CANCELLED_ERROR, null);
            Refs.release(saved);
            return (PyBaseException) saved;
        }
        PyObject message = self.held(PyFuture.CANCEL_MESSAGE);
        PyType type = AsyncioLibrary.of(ts).cancelledError;
        return (PyBaseException) (message == null || message == PySingleton.NONE
                ? Calls.call(ts, type)
                : Calls.call(ts, type, message));
    }

    /** The exception that the result is, or null when there is a result; raises when it is not done. */
    static PyBaseException outcome(ThreadState ts, PyFuture self) {
        loop(self);
        if (self.state == State.CANCELLED) {
            return cancelledError(ts, self);
        }
        if (self.state != State.FINISHED) {
            throw AsyncioLibrary.of(ts).invalidState("Result is not set.");
        }
        self.logsTraceback = false;
        PyObject exception = self.held(PyFuture.EXCEPTION);
        if (exception == null) {
            return null;
        }
        PyBaseException e = (PyBaseException) exception;
        e.setTraceback((PyTraceback) self.held(PyFuture.EXCEPTION_TRACEBACK));
        self.hold(PyFuture.EXCEPTION_TRACEBACK, null);
        return e;
    }

    static PyObject result(ThreadState ts, PyFuture self) {
        PyBaseException exception = outcome(ts, self);
        if (exception != null) {
            throw new PyException(exception);
        }
        return self.held(PyFuture.RESULT);
    }

    static void addDoneCallback(ThreadState ts, PyFuture self, PyObject callback, PyObject context) {
        loop(self);
        PyObject used = context;
        if (context == null || context == PySingleton.NONE) {
            used = Calls.call(ts, AsyncioLibrary.find(ts, "_contextvars", "copy_context"));
        }
        if (self.state != State.PENDING) {
            AsyncioLibrary.callSoon(ts, loop(self), callback, self, used);
        } else {
            self.addCallback(callback, used);
        }
    }

    /** Tells the loop's exception handler; the pairs are names and values, of which null ones are left out. */
    static void callExceptionHandler(ThreadState ts, PyFuture self, Object... pairs) {
        PyObject loop = self.held(PyFuture.LOOP);
        if (loop == null) {
            return;
        }
        PyDict context = new PyDict();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                context.put((String) pairs[i], (PyObject) pairs[i + 1]);
            }
        }
        Refs.drop(Calls.callMethod(ts, loop, "call_exception_handler", context));
        Refs.drop(context);
    }

    /** Complains about an exception that nobody has looked at. */
    static void finalize(ThreadState ts, PyFuture self) {
        if (!self.logsTraceback) {
            return;
        }
        self.logsTraceback = false;
        callExceptionHandler(ts, self,
                "message", PyStr.of(self.type.pyName() + " exception was never retrieved"),
                "exception", self.held(PyFuture.EXCEPTION), "future", self,
                "source_traceback", self.held(PyFuture.SOURCE_TRACEBACK));
    }

    static PyStr stateName(PyFuture self) {
        return PyStr.interned(self.state.name());
    }

    static PyStr repr(ThreadState ts, PyFuture self, String module, String function) {
        return Texts.str(ts, Calls.call(ts, AsyncioLibrary.find(ts, module, function), self));
    }
}
