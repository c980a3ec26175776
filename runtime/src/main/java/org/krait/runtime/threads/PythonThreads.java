package org.krait.runtime.threads;

import java.util.HashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Interp;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;
import org.krait.runtime.Interrupts;
import org.krait.runtime.UnraisableHook;
import org.krait.runtime.Unwinding;

/** The threads that Python code has started in a context. They are daemons to Java; Python joins its own at exit. */
public final class PythonThreads {
    private static final long DEFAULT_STACK_BYTES = 256L << 20;
    /** Enough for the usual recursion limit; a thread that asks for less gets this. */
    private static final long MIN_STACK_BYTES = 16L << 20;

    private final AtomicInteger running = new AtomicInteger();
    private final HashMap<ThreadState, PyLock> sentinels = new HashMap<>();
    private long stackBytes;

    private PythonThreads() {}

    static PythonThreads of(Interp interp) {
        PythonThreads threads = (PythonThreads) interp.natives.get(PythonThreads.class);
        if (threads == null) {
            threads = new PythonThreads();
            interp.natives.put(PythonThreads.class, threads);
        }
        return threads;
    }

    /** Whether there are threads that the program has started. */
    public static boolean areRunning(Interp interp) {
        return interp.natives.get(PythonThreads.class) instanceof PythonThreads threads && threads.running() > 0;
    }

    int running() {
        return running.get();
    }

    /** Sets the stack size of new threads in bytes (0: the default) and answers the one before. */
    long setStackSize(long bytes) {
        long old = stackBytes;
        stackBytes = bytes;
        return old;
    }

    /** The lock is released when the thread ends. */
    void setSentinel(ThreadState ts, PyLock lock) {
        Refs.incRef(lock);
        PyLock old = sentinels.put(ts, lock);
        Refs.xdecRef(old);
    }

    /** The kernel's number of the running thread, as far as Java knows it: its own number. */
    static long nativeId() {
        return Thread.currentThread().threadId();
    }

    /** Starts a thread that calls a function; answers its ident. */
    long start(ThreadState ts, PyObject function, PyTuple args, PyDict kwargs) {
        if (ts.interp.finalizing) {
            throw Errors.runtimeError("can't create new thread at interpreter shutdown");
        }
        Starter starter = new Starter(function, args, kwargs);
        Refs.incRef(function);
        Refs.incRef(args);
        Refs.xincRef(kwargs);
        long size = stackBytes == 0 ? DEFAULT_STACK_BYTES : Math.max(stackBytes, MIN_STACK_BYTES);
        Thread thread = new Thread(null, starter, "Python", size);
        thread.setDaemon(true);
        ThreadState state = new ThreadState(ts.interp, thread, size);
        starter.state = state;
        running.incrementAndGet();
        Interrupts.attach(state);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            running.decrementAndGet();
            Interrupts.detach(state);
            throw Errors.runtimeError("can't start new thread");
        }
        return state.ident;
    }

    private final class Starter implements Runnable {
        private final PyObject function;
        private final PyTuple args;
        private final PyDict kwargs;
        private ThreadState state;

        Starter(PyObject function, PyTuple args, PyDict kwargs) {
            this.function = function;
            this.args = args;
            this.kwargs = kwargs;
        }

        @Override
        public void run() {
            ThreadState ts = state;
            ThreadState.setCurrent(ts);
            Interrupts.acquire(ts);
            try {
                call(ts);
                Refs.decRef(function);
                Refs.decRef(args);
                Refs.xdecRef(kwargs);
                PyLocal.leave(ts);
                Refs.xdecRef(ts.context);
                ts.context = null;
            } finally {
                PyLock sentinel = sentinels.remove(ts);
                if (sentinel != null) {
                    sentinel.release();
                    Refs.decRef(sentinel);
                }
                running.decrementAndGet();
                Interrupts.release(ts);
                Interrupts.detach(ts);
                ThreadState.setCurrent(null);
            }
        }

        private void call(ThreadState ts) {
            PyException error;
            try {
                Refs.drop(Calls.callEx(ts, function, args, kwargs));
                return;
            } catch (PyException e) {
                error = e;
            } catch (RuntimeException | Error e) {
                error = Unwinding.convert(e);
            }
            if (!error.is(ExceptionTypes.SYSTEM_EXIT)) {
                UnraisableHook.report(ts, error, "Exception ignored in thread started by", function);
            }
        }
    }
}
