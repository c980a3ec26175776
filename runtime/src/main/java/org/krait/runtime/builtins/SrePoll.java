package org.krait.runtime.builtins;

import org.krait.objects.ThreadState;
import org.krait.runtime.Interrupts;

/** What a long match does now and then: lets signals and other threads have their turn. */
final class SrePoll implements Runnable {
    private final ThreadState ts;

    SrePoll(ThreadState ts) {
        this.ts = ts;
    }

    @Override
    public void run() {
        if (ts.interp.breaker != 0) {
            Interrupts.serve(ts);
        }
    }
}
