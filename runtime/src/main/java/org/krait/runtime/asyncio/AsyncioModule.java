package org.krait.runtime.asyncio;

import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;

/** The module {@code _asyncio}. */
@BuiltinModule(value = "_asyncio", doc = "Accelerator module for asyncio")
public final class AsyncioModule {
    private AsyncioModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict d = module.materializeDict();
        d.put("Future", PyFuture.TYPE);
        d.put("Task", PyTask.TYPE);
        // Imports asyncio, which in turn takes the two from here.
        AsyncioLibrary library = AsyncioLibrary.of(ts);
        d.put("_scheduled_tasks", library.scheduledTasks);
        d.put("_eager_tasks", library.eagerTasks);
        d.put("_current_tasks", library.currentTasks);
    }

    private static PyException notRunning() {
        return Errors.runtimeError("no running event loop");
    }

    @Builtin(value = "_get_running_loop()", doc = """
            Return the running event loop or None.

            This is a low-level function intended to be used by event loops.
            This function is thread-specific.
            """)
    static PyObject getRunningLoopOrNone(ThreadState ts) {
        return FutureMethods.orNone(AsyncioLibrary.runningLoop(ts));
    }

    @Builtin(value = "_set_running_loop(loop, /)", doc = """
            Set the running event loop.

            This is a low-level function intended to be used by event loops.
            This function is thread-specific.""")
    static void setRunningLoop(ThreadState ts, PyObject loop) {
        AsyncioLibrary.setRunningLoop(ts, loop);
    }

    @Builtin(value = "get_running_loop()", doc = """
            Return the running event loop.  Raise a RuntimeError if there is none.

            This function is thread-specific.""")
    static PyObject getRunningLoop(ThreadState ts) {
        PyObject loop = AsyncioLibrary.runningLoop(ts);
        if (loop == null) {
            throw notRunning();
        }
        return loop;
    }

    @Builtin(value = "get_event_loop()", doc = """
            Return an asyncio event loop.

            When called from a coroutine or a callback (e.g. scheduled with
            call_soon or similar API), this function will always return the
            running event loop.

            If there is no running event loop set, the function will return
            the result of `get_event_loop_policy().get_event_loop()` call.""")
    static PyObject getEventLoop(ThreadState ts) {
        return AsyncioLibrary.eventLoop(ts);
    }

    @Builtin(value = "current_task(loop=None)", doc = "Return a currently executed task.")
    static PyObject currentTask(ThreadState ts, PyObject loop) {
        PyObject of = loop == null || loop == PySingleton.NONE ? getRunningLoop(ts) : loop;
        return FutureMethods.orNone(AsyncioLibrary.of(ts).currentTasks.get(ts, of));
    }

    @Builtin(value = "_register_task(task)", doc = "Register a new task in asyncio as executed by loop.")
    static void registerTask(ThreadState ts, PyObject task) {
        Refs.drop(Calls.callMethod(ts, AsyncioLibrary.of(ts).scheduledTasks, "add", task));
    }

    @Builtin(value = "_unregister_task(task)", doc = "Unregister a task.")
    static void unregisterTask(ThreadState ts, PyObject task) {
        Refs.drop(Calls.callMethod(ts, AsyncioLibrary.of(ts).scheduledTasks, "discard", task));
    }

    @Builtin(value = "_register_eager_task(task)", doc = "Register a new task in asyncio as executed by loop.")
    static void registerEagerTask(ThreadState ts, PyObject task) {
        AsyncioLibrary.of(ts).eagerTasks.add(ts, task);
    }

    @Builtin(value = "_unregister_eager_task(task)", doc = "Unregister a task.")
    static void unregisterEagerTask(ThreadState ts, PyObject task) {
        AsyncioLibrary.of(ts).eagerTasks.remove(ts, task);
    }

    @Builtin(value = "_enter_task(loop, task)", doc = """
            Enter into task execution or resume suspended task.

            Task belongs to loop.""")
    static void enterTask(ThreadState ts, PyObject loop, PyObject task) {
        PyDict current = AsyncioLibrary.of(ts).currentTasks;
        PyObject other = current.get(ts, loop);
        if (other != null) {
            throw Errors.runtimeError("Cannot enter into task " + Texts.repr(ts, task) + " while another task "
                    + Texts.repr(ts, other) + " is being executed.");
        }
        current.put(ts, loop, task);
    }

    @Builtin(value = "_leave_task(loop, task)", doc = """
            Leave task execution or suspend a task.

            Task belongs to loop.""")
    static void leaveTask(ThreadState ts, PyObject loop, PyObject task) {
        PyDict current = AsyncioLibrary.of(ts).currentTasks;
        PyObject other = FutureMethods.orNone(current.get(ts, loop));
        if (other != task) {
            throw Errors.runtimeError("Leaving task " + Texts.repr(ts, task) + " does not match the current task "
                    + Texts.repr(ts, other) + ".");
        }
        current.remove(ts, loop);
    }

    @Builtin(value = "_swap_current_task(loop, task)", doc = """
            Temporarily swap in the supplied task and return the original one (or None).

            This is intended for use during eager coroutine execution.""")
    static PyObject swapCurrentTask(ThreadState ts, PyObject loop, PyObject task) {
        PyDict current = AsyncioLibrary.of(ts).currentTasks;
        PyObject previous = FutureMethods.orNone(current.get(ts, loop));
        Refs.incRef(previous);
        if (task == PySingleton.NONE) {
            current.remove(ts, loop);
        } else {
            current.put(ts, loop, task);
        }
        Refs.release(previous);
        return previous;
    }
}
