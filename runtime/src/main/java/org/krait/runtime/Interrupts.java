package org.krait.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import org.krait.objects.Collector;
import org.krait.objects.Interp;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;

/**
 * The GIL of a context, its threads, and what makes a thread leave its loop: {@link Interp#breaker}.
 *
 * <p>A thread runs Python code only while it holds the GIL. Native code that blocks brackets the blocking part with
 * {@link #release} and {@link #acquire}. A thread that waits longer than the switch interval asks the holder to let
 * go at its next back edge or call.
 */
public final class Interrupts implements Collector.Trigger {
    /** Another thread waits for the GIL. */
    private static final int SWITCH = 1;
    /** Calls are pending for the main thread (signals). */
    private static final int PENDING = 2;
    /** Some thread has an asynchronous exception to raise. */
    private static final int ASYNC = 4;
    /** A collection of reference cycles is due. */
    private static final int COLLECT = 8;
    /** The embedding program may want something of whoever runs. */
    private static final int POLL = 16;

    private final Interp interp;
    private final ArrayList<ThreadState> threads = new ArrayList<>();
    private final ArrayDeque<PendingCall> pending = new ArrayDeque<>();
    private ThreadState main;
    private ThreadState holder;
    private ThreadState lastHolder;
    private int waiters;
    private long intervalNanos = 5_000_000;

    /** Something the main thread shall do at its next chance, for instance run a signal handler. */
    public interface PendingCall {
        void run(ThreadState ts);
    }

    /** What an embedding program does at a safe place of the thread that runs; found by its class in the natives. */
    public interface Poller {
        void poll(ThreadState ts);
    }

    private Interrupts(Interp interp) {
        this.interp = interp;
    }

    /** Sets up a context whose main thread is the running one, and gives it the GIL. */
    public static void start(ThreadState main) {
        Interrupts state = new Interrupts(main.interp);
        main.interp.natives.put(Interrupts.class, state);
        state.main = main;
        state.threads.add(main);
        state.holder = main;
        main.interp.collector.trigger = state;
    }

    @Override
    public void collectSoon() {
        synchronized (this) {
            interp.setBreaker(COLLECT);
        }
    }

    private static Interrupts of(Interp interp) {
        return (Interrupts) interp.natives.get(Interrupts.class);
    }

    /** Adds a thread, which does not hold the GIL yet. */
    public static void attach(ThreadState ts) {
        Interrupts state = of(ts.interp);
        synchronized (state) {
            state.threads.add(ts);
        }
    }

    /** Removes a thread that has released the GIL. */
    public static void detach(ThreadState ts) {
        Interrupts state = of(ts.interp);
        synchronized (state) {
            state.threads.remove(ts);
        }
    }

    /** All threads of the context, oldest first. */
    public static ThreadState[] threads(Interp interp) {
        Interrupts state = of(interp);
        synchronized (state) {
            return state.threads.toArray(new ThreadState[0]);
        }
    }

    /** The thread that started the context and gets its signals. */
    public static ThreadState mainThread(Interp interp) {
        return of(interp).main;
    }

    /** Makes another thread the main one: after a fork-like hand-over of an embedder. */
    public static void setMainThread(ThreadState ts) {
        of(ts.interp).main = ts;
    }

    /** True when the thread holds the GIL. */
    public static boolean holds(ThreadState ts) {
        return of(ts.interp).holder == ts;
    }

    /** Takes the GIL; waits until it is free. Never interrupted. */
    public static void acquire(ThreadState ts) {
        Interrupts state = of(ts.interp);
        boolean interrupted = false;
        synchronized (state) {
            state.waiters++;
            while (state.holder != null) {
                try {
                    long nanos = state.intervalNanos;
                    state.wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
                if (state.holder != null) {
                    state.interp.setBreaker(SWITCH);
                }
            }
            state.waiters--;
            state.holder = ts;
            state.lastHolder = ts;
            state.notifyAll();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets go of the GIL. */
    public static void release(ThreadState ts) {
        Interrupts state = of(ts.interp);
        synchronized (state) {
            assert state.holder == ts : "GIL released by a thread that does not hold it";
            state.holder = null;
            state.interp.clearBreaker(SWITCH);
            state.notifyAll();
        }
    }

    /** Sleeps without the GIL and serves what came meanwhile. */
    public static void pause(ThreadState ts, long millis) {
        release(ts);
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            acquire(ts);
        }
        if (ts.interp.breaker != 0) {
            serve(ts);
        }
    }

    /** What a thread does when it sees the breaker: gives others their turn, runs pending calls, raises. */
    public static void serve(ThreadState ts) {
        if (ts.undisturbed > 0) {
            return;
        }
        Interrupts state = of(ts.interp);
        if ((ts.interp.breaker & SWITCH) != 0) {
            state.yieldTo(ts);
        }
        if ((ts.interp.breaker & PENDING) != 0 && ts == state.main) {
            state.runPending(ts);
        }
        if ((ts.interp.breaker & ASYNC) != 0) {
            state.raiseAsync(ts);
        }
        if ((ts.interp.breaker & COLLECT) != 0) {
            synchronized (state) {
                ts.interp.clearBreaker(COLLECT);
            }
            GarbageCollection.automatic(ts);
        }
        if ((ts.interp.breaker & POLL) != 0) {
            synchronized (state) {
                ts.interp.clearBreaker(POLL);
            }
            ((Poller) ts.interp.natives.get(Poller.class)).poll(ts);
        }
    }

    /** Has the {@link Poller} called by the thread that runs, soon; may be called from any thread. */
    public static void requestPoll(Interp interp) {
        synchronized (of(interp)) {
            interp.setBreaker(POLL);
        }
    }

    private void yieldTo(ThreadState ts) {
        boolean interrupted = false;
        synchronized (this) {
            holder = null;
            interp.clearBreaker(SWITCH);
            notifyAll();
            while (waiters > 0 && lastHolder == ts && holder == null) {
                try {
                    wait(1);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        acquire(ts);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks the main thread to run something soon; may be called from any thread. */
    public static void addPending(Interp interp, PendingCall call) {
        Interrupts state = of(interp);
        synchronized (state) {
            state.pending.add(call);
            interp.setBreaker(PENDING);
        }
        state.main.thread.interrupt();
    }

    private void runPending(ThreadState ts) {
        while (true) {
            PendingCall call;
            synchronized (this) {
                call = pending.poll();
                if (call == null || pending.isEmpty()) {
                    interp.clearBreaker(PENDING);
                }
            }
            if (call == null) {
                return;
            }
            Thread.interrupted();
            try {
                call.run(ts);
            } finally {
                synchronized (this) {
                    if (!pending.isEmpty()) {
                        interp.setBreaker(PENDING);
                    }
                }
            }
        }
    }

    /** Raises an exception in another thread at its next chance ({@code PyThreadState_SetAsyncExc}). */
    public static void setAsyncException(ThreadState target, PyObject exception) {
        Interrupts state = of(target.interp);
        synchronized (state) {
            target.asyncException = exception;
            target.interp.setBreaker(ASYNC);
        }
    }

    private void raiseAsync(ThreadState ts) {
        PyObject exception;
        synchronized (this) {
            exception = ts.asyncException;
            ts.asyncException = null;
            boolean more = false;
            for (ThreadState thread : threads) {
                more |= thread.asyncException != null;
            }
            if (!more) {
                interp.clearBreaker(ASYNC);
            }
        }
        if (exception instanceof PyBaseException e) {
            throw new PyException(e);
        }
        if (exception instanceof PyType type) {
            throw new PyException(new PyBaseException(type, PyTuple.EMPTY));
        }
    }

    /** {@code sys.setswitchinterval}. */
    public static void setSwitchInterval(Interp interp, double seconds) {
        of(interp).intervalNanos = Math.max(1000, (long) (seconds * 1e9));
    }

    /** {@code sys.getswitchinterval}, in seconds. */
    public static double switchInterval(Interp interp) {
        return of(interp).intervalNanos / 1e9;
    }
}
