package org.krait.runtime.asyncio;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;
import org.krait.runtime.asyncio.PyFuture.State;

/** The methods that {@link PyTask} adds to those of futures. */
@BuiltinType(base = FutureMethods.class, signature = "__init__", doc = "A coroutine wrapped in a Future.")
final class TaskMethods {
    private TaskMethods() {}

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(PyType type, PyObject[] args, PyStr[] keywords) {
        return new PyTask(type);
    }

    @Builtin("__init__(self, coro, *, loop=None, name=None, context=None, eager_start=False)")
    static void init(ThreadState ts, PyTask self, PyObject coroutine, PyObject loop, PyObject name, PyObject context,
            PyObject eager) {
        Futures.init(ts, self, loop);
        self.cancelRequests = 0;
        self.mustCancel = false;
        self.logsDestroyPending = true;
        if (!isCoroutine(ts, coroutine)) {
            self.logsDestroyPending = false;
            throw Errors.typeError("a coroutine was expected, got " + Texts.repr(ts, coroutine));
        }
        self.hold(PyTask.CONTEXT, context == null || context == PySingleton.NONE
                ? Calls.call(ts, AsyncioLibrary.find(ts, "_contextvars", "copy_context"))
                : context);
        self.hold(PyTask.COROUTINE, coroutine);
        if (name == null || name == PySingleton.NONE) {
            self.hold(PyTask.NAME, PyStr.of("Task-" + AsyncioLibrary.of(ts).nextTaskNumber()));
        } else {
            setName(ts, self, name);
        }
        if (eager != null && Arguments.toBoolean(ts, eager)
                && Arguments.toBoolean(ts, Calls.callMethod(ts, self.loop(), "is_running"))) {
            TaskSteps.eagerStart(ts, self);
            return;
        }
        TaskSteps.scheduleStep(ts, self, null);
        AsyncioModule.registerTask(ts, self);
    }

    private static boolean isCoroutine(ThreadState ts, PyObject o) {
        return o instanceof PyGenerator g && g.type == PyGenerator.COROUTINE_TYPE || Arguments.toBoolean(ts,
                Calls.call(ts, AsyncioLibrary.find(ts, "asyncio.coroutines", "iscoroutine"), o));
    }

    @Builtin("__del__(self, /)")
    static void finalize(ThreadState ts, PyTask self) {
        if (self.state == State.PENDING && self.logsDestroyPending) {
            Futures.callExceptionHandler(ts, self, "task", self,
                    "message", PyStr.of("Task was destroyed but it is pending!"),
                    "source_traceback", self.held(PyFuture.SOURCE_TRACEBACK));
        }
        Futures.finalize(ts, self);
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyTask self) {
        return Futures.repr(ts, self, "asyncio.base_tasks", "_task_repr");
    }

    @Builtin(value = "set_result(self, result, /)", doc = "Not supported: the coroutine sets the result.")
    static void setResult(PyTask self, PyObject result) {
        throw Errors.runtimeError("Task does not support set_result operation");
    }

    @Builtin(value = "set_exception(self, exception, /)", doc = "Not supported: the coroutine sets the exception.")
    static void setException(PyTask self, PyObject exception) {
        throw Errors.runtimeError("Task does not support set_exception operation");
    }

    @Builtin(value = "cancel(self, /, msg=None)", doc = """
            Request that this task cancel itself.

            This arranges for a CancelledError to be thrown into the
            wrapped coroutine on the next cycle through the event loop.
            The coroutine then has a chance to clean up or even deny
            the request using try/except/finally.

            Unlike Future.cancel, this does not guarantee that the
            task will be cancelled: the exception might be caught and
            acted upon, delaying cancellation of the task or preventing
            cancellation completely.  The task may also return a value or
            raise a different exception.

            Immediately after this method is called, Task.cancelled() will
            not return True (unless the task was already cancelled).  A
            task will be marked as cancelled when the wrapped coroutine
            terminates with a CancelledError exception (even if cancel()
            was not called).

            This also increases the task's count of cancellation requests.""")
    static boolean cancel(ThreadState ts, PyTask self, PyObject message) {
        self.logsTraceback = false;
        if (self.state != State.PENDING) {
            return false;
        }
        self.cancelRequests++;
        PyObject waiter = self.held(PyTask.WAITER);
        if (waiter != null && TaskSteps.cancel(ts, waiter, message)) {
            return true;
        }
        self.mustCancel = true;
        self.hold(PyFuture.CANCEL_MESSAGE, FutureMethods.orNone(message));
        return true;
    }

    @Builtin(value = "cancelling(self, /)", doc = """
            Return the count of the task's cancellation requests.

            This count is incremented when .cancel() is called
            and may be decremented using .uncancel().""")
    static int cancelling(PyTask self) {
        return self.cancelRequests;
    }

    @Builtin(value = "uncancel(self, /)", doc = """
            Decrement the task's count of cancellation requests.

            This should be used by tasks that catch CancelledError
            and wish to continue indefinitely until they are cancelled again.

            Returns the remaining number of cancellation requests.""")
    static int uncancel(PyTask self) {
        if (self.cancelRequests > 0) {
            self.cancelRequests--;
        }
        return self.cancelRequests;
    }

    @Builtin(value = "get_stack(self, /, *, limit=None)", doc = """
            Return the list of stack frames for this task's coroutine.

            If the coroutine is not done, this returns the stack where it is
            suspended.  If the coroutine has completed successfully or was
            cancelled, this returns an empty list.  If the coroutine was
            terminated by an exception, this returns the list of traceback
            frames.""")
    static PyObject getStack(ThreadState ts, PyTask self, PyObject limit) {
        return Calls.call(ts, AsyncioLibrary.find(ts, "asyncio.base_tasks", "_task_get_stack"), self,
                FutureMethods.orNone(limit));
    }

    @Builtin(value = "print_stack(self, /, *, limit=None, file=None)", doc = """
            Print the stack or traceback for this task's coroutine.

            This produces output similar to that of the traceback module,
            for the frames retrieved by get_stack().  The limit argument
            is passed to get_stack().  The file argument is an I/O stream
            to which the output is written; by default output is written
            to sys.stderr.""")
    static PyObject printStack(ThreadState ts, PyTask self, PyObject limit, PyObject file) {
        return Calls.call(ts, AsyncioLibrary.find(ts, "asyncio.base_tasks", "_task_print_stack"), self,
                FutureMethods.orNone(limit), FutureMethods.orNone(file));
    }

    @Builtin(value = "get_coro(self, /)", doc = "Return the coroutine.")
    static PyObject getCoroutine(PyTask self) {
        return FutureMethods.orNone(self.held(PyTask.COROUTINE));
    }

    @Builtin(value = "get_context(self, /)", doc = "Return the context that the coroutine runs in.")
    static PyObject getContext(PyTask self) {
        return FutureMethods.orNone(self.held(PyTask.CONTEXT));
    }

    @Builtin(value = "get_name(self, /)", doc = "Return the name.")
    static PyObject getName(PyTask self) {
        return FutureMethods.orNone(self.held(PyTask.NAME));
    }

    @Builtin(value = "set_name(self, value, /)", doc = "Set the name.")
    static void setName(ThreadState ts, PyTask self, PyObject value) {
        self.hold(PyTask.NAME, value.getClass() == PyStr.class ? value : Texts.str(ts, value));
    }

    @Attribute("_log_destroy_pending")
    static boolean logDestroyPending(PyTask self) {
        return self.logsDestroyPending;
    }

    @Attribute(value = "_log_destroy_pending", setter = true)
    static void setLogDestroyPending(ThreadState ts, PyTask self, PyObject value) {
        self.logsDestroyPending = Arguments.toBoolean(ts, FutureMethods.given(value));
    }

    @Attribute("_must_cancel")
    static boolean mustCancel(PyTask self) {
        return self.mustCancel;
    }

    @Attribute("_coro")
    static PyObject coroutine(PyTask self) {
        return FutureMethods.orNone(self.held(PyTask.COROUTINE));
    }

    @Attribute("_fut_waiter")
    static PyObject waiter(PyTask self) {
        return FutureMethods.orNone(self.held(PyTask.WAITER));
    }
}
