package org.krait.runtime.asyncio;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyBool;
import org.krait.objects.PyException;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Generators;
import org.krait.runtime.Texts;
import org.krait.runtime.asyncio.PyFuture.State;
import org.krait.runtime.asyncio.PyTaskStep.Kind;

/** Runs the coroutines of tasks, from one {@code await} to the next. */
final class TaskSteps {
    private static final PyStr BLOCKING = PyStr.interned("_asyncio_future_blocking");
    private static final PyStr[] CONTEXT = {PyStr.interned("context")};
    private static final PyStr[] MESSAGE = {PyStr.interned("msg")};

    private TaskSteps() {}

    /** Has the event loop run the task on; {@code exception} is raised in the coroutine, null for nothing. */
    static void scheduleStep(ThreadState ts, PyTask task, PyBaseException exception) {
        AsyncioLibrary.callSoon(ts, task.loop(), new PyTaskStep(Kind.STEP, task, exception), null,
                task.held(PyTask.CONTEXT));
    }

    /** Runs the first part of the coroutine at once, within the task's context. */
    static void eagerStart(ThreadState ts, PyTask task) {
        AsyncioLibrary library = AsyncioLibrary.of(ts);
        PyObject previous = AsyncioModule.swapCurrentTask(ts, task.loop(), task);
        Refs.incRef(previous);
        try {
            library.eagerTasks.add(ts, task);
            try {
                PyObject step = new PyTaskStep(Kind.EAGER_STEP, task, null);
                Refs.drop(Calls.callMethod(ts, task.held(PyTask.CONTEXT), "run", step));
                Refs.drop(step);
            } finally {
                library.eagerTasks.remove(ts, task);
            }
        } finally {
            AsyncioModule.swapCurrentTask(ts, task.loop(), previous);
            Refs.decRef(previous);
        }
        if (task.state == State.PENDING) {
            AsyncioModule.registerTask(ts, task);
        } else {
            task.hold(PyTask.COROUTINE, null);
        }
    }

    /** A step as the event loop's current task. */
    static void step(ThreadState ts, PyTask task, PyBaseException exception) {
        PyObject loop = task.loop();
        AsyncioModule.enterTask(ts, loop, task);
        try {
            run(ts, task, exception);
        } finally {
            AsyncioModule.leaveTask(ts, loop, task);
        }
    }

    /** A future that the task waits for is done. */
    static void wakeup(ThreadState ts, PyTask task, PyObject future) {
        PyBaseException exception = null;
        try {
            if (future instanceof PyFuture f && (f.type == PyFuture.TYPE || f.type == PyTask.TYPE)) {
                exception = Futures.outcome(ts, f);
            } else {
                Refs.drop(Calls.callMethod(ts, future, "result"));
            }
        } catch (PyException e) {
            exception = e.value;
        }
        step(ts, task, exception);
    }

    /** Runs the coroutine to its next yield. */
    static void run(ThreadState ts, PyTask task, PyBaseException given) {
        AsyncioLibrary library = AsyncioLibrary.of(ts);
        PyBaseException exception = given;
        if (task.state != State.PENDING) {
            throw library.invalidState("__step(): already done: " + Texts.repr(ts, task) + " "
                    + (given == null ? "" : Texts.repr(ts, given)));
        }
        if (task.mustCancel) {
            if (exception == null || !library.isCancellation(exception)) {
                exception = Futures.cancelledError(ts, task);
            }
            task.mustCancel = false;
        }
        task.hold(PyTask.WAITER, null);
        PyObject coroutine = task.held(PyTask.COROUTINE);
        if (coroutine == null) {
            throw Errors.runtimeError("uninitialized Task object");
        }
        PyObject yielded;
        Refs.incRef(coroutine);
        try {
            yielded = advance(ts, coroutine, exception);
            if (yielded == null) {
                PyObject result = ts.returned;
                ts.returned = null;
                if (task.mustCancel) {
                    task.mustCancel = false;
                    Futures.cancel(ts, task, task.held(PyFuture.CANCEL_MESSAGE));
                } else {
                    Futures.setResult(ts, task, result);
                }
                return;
            }
        } catch (PyException e) {
            PyBaseException raised = e.value;
            if (library.isCancellation(raised)) {
                task.hold(PyFuture.CANCELLED_ERROR, raised);
                Futures.cancel(ts, task, null);
                return;
            }
            Futures.setException(ts, task, raised);
            if (ExceptionTypes.KEYBOARD_INTERRUPT.isInstance(raised) || ExceptionTypes.SYSTEM_EXIT.isInstance(raised)) {
                throw e;
            }
            return;
        } finally {
            Refs.decRef(coroutine);
        }
        Refs.incRef(yielded);
        try {
            await(ts, task, yielded);
        } finally {
            Refs.decRef(yielded);
        }
    }

    /** What the coroutine yields; null when it has returned {@link ThreadState#returned}. */
    private static PyObject advance(ThreadState ts, PyObject coroutine, PyBaseException exception) {
        if (coroutine instanceof PyGenerator g && g.type == PyGenerator.COROUTINE_TYPE) {
            return exception == null ? Generators.resume(ts, g, PySingleton.NONE) : Generators.raise(ts, g, exception);
        }
        try {
            return exception == null
                    ? Calls.callMethod(ts, coroutine, "send", PySingleton.NONE)
                    : Calls.callMethod(ts, coroutine, "throw", exception);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.STOP_ITERATION)) {
                throw e;
            }
            ts.returned = Generators.stopValue(e.value);
            return null;
        }
    }

    /** Has the task woken up when what the coroutine yielded is done. */
    private static void await(ThreadState ts, PyTask task, PyObject yielded) {
        if (yielded == PySingleton.NONE) {
            scheduleStep(ts, task, null);
            return;
        }
        if (yielded == task) {
            complain(ts, task, "Task cannot await on itself: " + Texts.repr(ts, task));
            return;
        }
        if (yielded instanceof PyFuture future && (future.type == PyFuture.TYPE || future.type == PyTask.TYPE)) {
            if (future.held(PyFuture.LOOP) != task.loop()) {
                wrongLoop(ts, task, yielded);
            } else if (!future.blocking) {
                notAwaited(ts, task, yielded);
            } else {
                future.blocking = false;
                Futures.addDoneCallback(ts, future, new PyTaskStep(Kind.WAKEUP, task, null),
                        task.held(PyTask.CONTEXT));
                waitFor(ts, task, future);
            }
            return;
        }
        PyObject blocking = Attributes.lookup(ts, yielded, BLOCKING);
        if (blocking != null && blocking != PySingleton.NONE) {
            awaitOther(ts, task, yielded, Arguments.toBoolean(ts, blocking));
        } else if (yielded instanceof PyGenerator g && g.type == PyGenerator.TYPE) {
            complain(ts, task, "yield was used instead of yield from for generator in task " + Texts.repr(ts, task)
                    + " with " + Texts.repr(ts, yielded));
        } else {
            complain(ts, task, "Task got bad yield: " + Texts.repr(ts, yielded));
        }
    }

    /** As {@link #await} for a future that is none of ours. */
    private static void awaitOther(ThreadState ts, PyTask task, PyObject future, boolean blocking) {
        PyObject getLoop = Attributes.lookup(ts, future, "get_loop");
        PyObject loop = getLoop != null ? Calls.consume(ts, getLoop) : Attributes.get(ts, future, "_loop");
        if (loop != task.loop()) {
            wrongLoop(ts, task, future);
            return;
        }
        if (!blocking) {
            notAwaited(ts, task, future);
            return;
        }
        Attributes.set(ts, future, BLOCKING, PyBool.FALSE);
        PyObject add = Attributes.get(ts, future, "add_done_callback");
        Refs.drop(Calls.consume(ts, add, new PyObject[] {new PyTaskStep(Kind.WAKEUP, task, null),
            task.held(PyTask.CONTEXT)}, CONTEXT));
        waitFor(ts, task, future);
    }

    private static void waitFor(ThreadState ts, PyTask task, PyObject future) {
        task.hold(PyTask.WAITER, future);
        if (task.mustCancel && cancel(ts, future, task.held(PyFuture.CANCEL_MESSAGE))) {
            task.mustCancel = false;
        }
    }

    /** {@code future.cancel(msg=message)}. */
    static boolean cancel(ThreadState ts, PyObject future, PyObject message) {
        PyObject cancel = Attributes.get(ts, future, "cancel");
        PyObject answer = Calls.consume(ts, cancel, new PyObject[] {FutureMethods.orNone(message)}, MESSAGE);
        return Arguments.toBoolean(ts, answer);
    }

    private static void complain(ThreadState ts, PyTask task, String message) {
        scheduleStep(ts, task, Errors.runtimeError(message).value);
    }

    private static void wrongLoop(ThreadState ts, PyTask task, PyObject future) {
        complain(ts, task, "Task " + Texts.repr(ts, task) + " got Future " + Texts.repr(ts, future)
                + " attached to a different loop");
    }

    private static void notAwaited(ThreadState ts, PyTask task, PyObject future) {
        complain(ts, task, "yield was used instead of yield from in task " + Texts.repr(ts, task) + " with "
                + Texts.repr(ts, future));
    }
}
