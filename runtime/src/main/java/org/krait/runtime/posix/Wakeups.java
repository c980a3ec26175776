package org.krait.runtime.posix;

import org.krait.objects.Interp;
import org.krait.objects.ThreadState;
import org.krait.runtime.Interrupts;

/**
 * Gets the main thread of a context out of a blocking system call when a signal handler is to run: another thread sends
 * it a signal whose C handler does nothing, so that the call returns EINTR.
 */
public final class Wakeups {
    /** SIGRTMAX - 3: used neither by glibc nor by the JVM. */
    private static final int SIGNAL = 61;

    private final long thread;
    /** The main thread is in a call. Written with the GIL held, read by signal threads. */
    private volatile boolean blocked;

    private Wakeups(long thread) {
        this.thread = thread;
    }

    /** To be called by a thread that is about to block; null for a thread that gets no signals. */
    static Wakeups enter(ThreadState ts) {
        if (Interrupts.mainThread(ts.interp) != ts) {
            return null;
        }
        Wakeups wakeups = (Wakeups) ts.interp.natives.get(Wakeups.class);
        if (wakeups == null) {
            // A C function that takes an int and has no effect serves as the handler.
            Libc.plainCall("signal", SIGNAL, Libc.symbol("abs"));
            Libc.plainCall("siginterrupt", SIGNAL, 1);
            wakeups = new Wakeups(Libc.plainCall("pthread_self"));
            ts.interp.natives.put(Wakeups.class, wakeups);
        }
        wakeups.blocked = true;
        return wakeups;
    }

    static void leave(Wakeups wakeups, ThreadState ts) {
        if (wakeups != null) {
            wakeups.blocked = false;
        }
    }

    /** Wakes the main thread when it is in a call; repeated because the signal may come just before the call. */
    static void wake(Interp interp) {
        Wakeups wakeups = (Wakeups) interp.natives.get(Wakeups.class);
        for (int i = 0; wakeups != null && wakeups.blocked && i < 100; i++) {
            Libc.plainCall("pthread_kill", wakeups.thread, SIGNAL);
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
