package org.krait.language.polyglot;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.ThreadState;
import org.krait.runtime.Interrupts;

/**
 * Brings the host's wishes to running Python code: {@code Context.interrupt} and {@code Context.close(true)} wait for
 * Truffle's safepoints, which the plain interpreter polls when this thread asks it to. It sleeps while no Python code
 * runs.
 */
final class Watch implements Runnable, Interrupts.Poller {
    private static final long PERIOD_NANOS = 20_000_000;

    private final TruffleLanguage.Env env;
    private final ThreadState main;
    /** The threads of the host that run Python code. */
    private final Set<Thread> inside = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    /** Those of them that were interrupted here: no host finds a thread so afterwards. */
    private final Set<Thread> interrupted = ConcurrentHashMap.newKeySet();
    private volatile boolean idle;
    private volatile boolean interrupts;
    private volatile boolean ended;

    Watch(TruffleLanguage.Env env, ThreadState main) {
        this.env = env;
        this.main = main;
        thread = env.createSystemThread(this);
        thread.setDaemon(true);
        thread.setName("krait-watch");
        main.interp.natives.put(Interrupts.Poller.class, this);
        thread.start();
    }

    /** A thread begins to run Python code. */
    void enter() {
        inside.add(Thread.currentThread());
        if (idle) {
            LockSupport.unpark(thread);
        }
    }

    /** It has ended. */
    void leave() {
        inside.remove(Thread.currentThread());
        if (interrupts) {
            synchronized (interrupted) {
                if (interrupted.remove(Thread.currentThread())) {
                    Thread.interrupted();
                }
            }
        }
    }

    /** Ends the thread; waits for it, as Truffle wants of system threads. */
    void end() {
        ended = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        while (!ended) {
            if (inside.isEmpty()) {
                idle = true;
                LockSupport.parkNanos(PERIOD_NANOS * 50);
                idle = false;
                continue;
            }
            LockSupport.parkNanos(PERIOD_NANOS);
            Interrupts.requestPoll(main.interp);
            if (env.getContext().isCancelling()) {
                interrupts = true;
                inside.forEach(this::interrupt);
            }
        }
    }

    /** Has a thread come out of what it waits for, if it runs Python code still. */
    private void interrupt(Thread waiting) {
        synchronized (interrupted) {
            if (inside.contains(waiting)) {
                interrupted.add(waiting);
                waiting.interrupt();
            }
        }
    }

    /** What the host wants may block, or call Python code on another thread: it is done without the GIL. */
    @Override
    public void poll(ThreadState ts) {
        PyException interruption = null;
        Interrupts.release(ts);
        try {
            TruffleSafepoint.pollHere(null);
        } catch (AbstractTruffleException e) {
            interruption = Errors.withArgs(ExceptionTypes.KEYBOARD_INTERRUPT);
            interruption.value.javaCause = e;
        } finally {
            Interrupts.acquire(ts);
            ThreadState.setCurrent(ts);
        }
        if (interruption != null) {
            throw interruption;
        }
    }
}
