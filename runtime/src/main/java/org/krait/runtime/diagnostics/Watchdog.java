package org.krait.runtime.diagnostics;

import org.krait.objects.Interp;
import org.krait.runtime.posix.Libc;

/** Writes down where all threads are when a time is over, unless it is cancelled before. */
final class Watchdog extends Thread {
    private final Interp interp;
    private final long micros;
    private final boolean repeats;
    private final int fd;
    private final boolean exits;
    private boolean cancelled;

    Watchdog(Interp interp, long micros, boolean repeats, int fd, boolean exits) {
        super("faulthandler");
        this.interp = interp;
        this.micros = micros;
        this.repeats = repeats;
        this.fd = fd;
        this.exits = exits;
        setDaemon(true);
    }

    synchronized void cancel() {
        cancelled = true;
        notifyAll();
    }

    @Override
    public void run() {
        String header = "Timeout (" + duration() + ")!\n";
        do {
            if (!await()) {
                return;
            }
            ThreadDump.write(fd, header + ThreadDump.all(interp, null));
            if (exits) {
                Libc.plainCall("_exit", 1);
            }
        } while (repeats);
    }

    /** Waits for the time; false when cancelled. */
    private synchronized boolean await() {
        long deadline = System.nanoTime() + micros * 1000;
        while (!cancelled) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return true;
            }
            try {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            } catch (InterruptedException e) {
                return false;
            }
        }
        return false;
    }

    /** The time as hours, minutes, seconds and, when there are any, millionths. */
    private String duration() {
        long seconds = micros / 1_000_000;
        long rest = micros % 1_000_000;
        String text = String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
        return rest == 0 ? text : text + String.format(".%06d", rest);
    }
}
