package org.krait.runtime.asyncio;

import org.krait.objects.Arguments;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.PyException;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.TypeChecks;
import org.krait.runtime.asyncio.PyFuture.State;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@link PyFuture}. */
@BuiltinType(base = ObjectMethods.class, signature = "__init__", doc = """
        This class is *almost* compatible with concurrent.futures.Future.

            Differences:

            - result() and exception() do not take a timeout argument and
              raise an exception when the future isn't done yet.

            - Callbacks registered with add_done_callback() are always called
              via the event loop's call_soon_threadsafe().

            - This class is not compatible with the wait() and as_completed()
              methods in the concurrent.futures package.""")
public final class FutureMethods {
    private FutureMethods() {}

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(PyType type, PyObject[] args, PyStr[] keywords) {
        return new PyFuture(type);
    }

    @Builtin("__init__(self, *, loop=None)")
    static void init(ThreadState ts, PyFuture self, PyObject loop) {
        Futures.init(ts, self, loop);
    }

    @Builtin("__del__(self, /)")
    static void finalize(ThreadState ts, PyFuture self) {
        Futures.finalize(ts, self);
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyFuture self) {
        Futures.loop(self);
        return Futures.repr(ts, self, "asyncio.base_futures", "_future_repr");
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyFuture self) {
        Futures.loop(self);
        return new PyFutureIterator(self);
    }

    @Builtin("__await__(self, /)")
    static PyObject await(PyFuture self) {
        return iter(self);
    }

    @Builtin(value = "result(self, /)", doc = """
            Return the result this future represents.

            If the future has been cancelled, raises CancelledError.  If the
            future's result isn't yet available, raises InvalidStateError.  If
            the future is done and has an exception set, this exception is raised.""")
    static PyObject result(ThreadState ts, PyFuture self) {
        return Futures.result(ts, self);
    }

    @Builtin(value = "exception(self, /)", doc = """
            Return the exception that was set on this future.

            The exception (or None if no exception was set) is returned only if
            the future is done.  If the future has been cancelled, raises
            CancelledError.  If the future isn't done yet, raises
            InvalidStateError.""")
    static PyObject exception(ThreadState ts, PyFuture self) {
        Futures.loop(self);
        if (self.state == State.CANCELLED) {
            throw new PyException(Futures.cancelledError(ts, self));
        }
        if (self.state != State.FINISHED) {
            throw AsyncioLibrary.of(ts).invalidState("Exception is not set.");
        }
        self.logsTraceback = false;
        return orNone(self.held(PyFuture.EXCEPTION));
    }

    static PyObject orNone(PyObject o) {
        return o == null ? PySingleton.NONE : o;
    }

    @Builtin(value = "set_result(self, result, /)", doc = """
            Mark the future done and set its result.

            If the future is already done when this method is called, raises
            InvalidStateError.""")
    static void setResult(ThreadState ts, PyFuture self, PyObject result) {
        Futures.setResult(ts, self, result);
    }

    @Builtin(value = "set_exception(self, exception, /)", doc = """
            Mark the future done and set an exception.

            If the future is already done when this method is called, raises
            InvalidStateError.""")
    static void setException(ThreadState ts, PyFuture self, PyObject exception) {
        Futures.setException(ts, self, exception);
    }

    @Builtin(value = "add_done_callback(self, fn, /, *, context=None)", doc = """
            Add a callback to be run when the future becomes done.

            The callback is called with a single argument - the future object. If
            the future is already done when this is called, the callback is
            scheduled with call_soon.""")
    static void addDoneCallback(ThreadState ts, PyFuture self, PyObject callback, PyObject context) {
        Futures.addDoneCallback(ts, self, callback, context);
    }

    @Builtin(value = "remove_done_callback(self, fn, /)", doc = """
            Remove all instances of a callback from the "call when done" list.

            Returns the number of callbacks removed.""")
    static int removeDoneCallback(ThreadState ts, PyFuture self, PyObject callback) {
        Futures.loop(self);
        PyObject[] all = self.takeCallbacks();
        int removed = 0;
        int i = 0;
        try {
            for (; i < all.length; i += 2) {
                if (Equality.equal(ts, all[i], callback)) {
                    removed++;
                } else {
                    self.addCallback(all[i], all[i + 1]);
                }
            }
        } finally {
            for (; i < all.length; i += 2) {
                // The comparison raised: what is left stays.
                self.addCallback(all[i], all[i + 1]);
            }
            for (PyObject o : all) {
                Refs.decRef(o);
            }
        }
        return removed;
    }

    @Builtin(value = "cancel(self, /, msg=None)", doc = """
            Cancel the future and schedule callbacks.

            If the future is already done or cancelled, return False.  Otherwise,
            change the future's state to cancelled, schedule the callbacks and
            return True.""")
    static boolean cancel(ThreadState ts, PyFuture self, PyObject message) {
        Futures.loop(self);
        return Futures.cancel(ts, self, orNone(message));
    }

    @Builtin(value = "cancelled(self, /)", doc = "Return True if the future was cancelled.")
    static boolean cancelled(PyFuture self) {
        return self.held(PyFuture.LOOP) != null && self.state == State.CANCELLED;
    }

    @Builtin(value = "done(self, /)", doc = """
            Return True if the future is done.

            Done means either that a result / exception are available, or that the
            future was cancelled.""")
    static boolean done(PyFuture self) {
        return self.held(PyFuture.LOOP) != null && self.state != State.PENDING;
    }

    @Builtin(value = "get_loop(self, /)", doc = "Return the event loop the Future is bound to.")
    static PyObject getLoop(PyFuture self) {
        return Futures.loop(self);
    }

    @Builtin(value = "_make_cancelled_error(self, /)", doc = """
            Create the CancelledError to raise if the Future is cancelled.

            This should only be called once when handling a cancellation since
            it erases the context exception value.""")
    static PyObject makeCancelledError(ThreadState ts, PyFuture self) {
        return Futures.cancelledError(ts, self);
    }

    @Builtin(value = "__class_getitem__(type, object, /)", doc = "See PEP 585", kind = Builtin.Kind.CLASS_METHOD)
    static PyObject classGetItem(PyType type, PyObject item) {
        return TypeChecks.genericAlias(type, item);
    }

    @Attribute("_state")
    static PyObject state(PyFuture self) {
        Futures.loop(self);
        return Futures.stateName(self);
    }

    @Attribute("_asyncio_future_blocking")
    static PyObject blocking(PyFuture self) {
        return PyBool.of(self.held(PyFuture.LOOP) != null && self.blocking);
    }

    @Attribute(value = "_asyncio_future_blocking", setter = true)
    static void setBlocking(ThreadState ts, PyFuture self, PyObject value) {
        Futures.loop(self);
        self.blocking = Arguments.toBoolean(ts, given(value));
    }

    static PyObject given(PyObject value) {
        if (value == null) {
            throw Errors.attributeError("cannot delete attribute");
        }
        return value;
    }

    @Attribute("_loop")
    static PyObject loop(PyFuture self) {
        return orNone(self.held(PyFuture.LOOP));
    }

    @Attribute("_callbacks")
    static PyObject callbacks(PyFuture self) {
        Futures.loop(self);
        if (self.callbacks.isEmpty()) {
            return PySingleton.NONE;
        }
        PyList pairs = new PyList();
        for (int i = 0; i < self.callbacks.size(); i += 2) {
            pairs.append(PyTuple.of(self.callbacks.get(i), self.callbacks.get(i + 1)));
        }
        return pairs;
    }

    @Attribute("_result")
    static PyObject resultSoFar(PyFuture self) {
        Futures.loop(self);
        return orNone(self.held(PyFuture.RESULT));
    }

    @Attribute("_exception")
    static PyObject exceptionSoFar(PyFuture self) {
        Futures.loop(self);
        return orNone(self.held(PyFuture.EXCEPTION));
    }

    @Attribute("_log_traceback")
    static boolean logTraceback(PyFuture self) {
        Futures.loop(self);
        return self.logsTraceback;
    }

    @Attribute(value = "_log_traceback", setter = true)
    static void setLogTraceback(ThreadState ts, PyFuture self, PyObject value) {
        if (Arguments.toBoolean(ts, given(value))) {
            throw Errors.valueError("_log_traceback can only be set to False");
        }
        self.logsTraceback = false;
    }

    @Attribute("_source_traceback")
    static PyObject sourceTraceback(PyFuture self) {
        return orNone(self.held(PyFuture.SOURCE_TRACEBACK));
    }

    @Attribute("_cancel_message")
    static PyObject cancelMessage(PyFuture self) {
        return orNone(self.held(PyFuture.CANCEL_MESSAGE));
    }

    @Attribute(value = "_cancel_message", setter = true)
    static void setCancelMessage(PyFuture self, PyObject value) {
        self.hold(PyFuture.CANCEL_MESSAGE, given(value));
    }
}
