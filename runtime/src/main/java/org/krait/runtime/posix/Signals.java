package org.krait.runtime.posix;

import org.krait.objects.ThreadState;
import org.krait.runtime.Interrupts;

/** The signals that a context has Python handlers for. */
final class Signals {
    private Signals() {}

    /** Gives a signal that the process sent to itself the time to arrive, so that its handler runs at once. */
    static void settle(ThreadState ts, int signal) {
        if (ts.interp.breaker != 0) {
            Interrupts.serve(ts);
        }
    }

}
