package org.krait.runtime.diagnostics;

import java.nio.ByteBuffer;
import org.krait.objects.Interp;
import org.krait.objects.PyFrame;
import org.krait.objects.ThreadState;
import org.krait.runtime.Interrupts;
import org.krait.runtime.posix.Libc;

/** Where the threads of a context are, as text: the innermost call first. */
final class ThreadDump {
    private static final int MAX_FRAMES = 100;
    private static final int MAX_THREADS = 100;

    private ThreadDump() {}

    /** The calls of the running thread alone. */
    static String current(ThreadState ts) {
        StringBuilder out = new StringBuilder("Stack (most recent call first):\n");
        frames(ts, out);
        return out.toString();
    }

    /** The calls of all threads, the newest first; {@code running} is null for a thread that is none of them. */
    static String all(Interp interp, ThreadState running) {
        StringBuilder out = new StringBuilder();
        ThreadState[] threads = Interrupts.threads(interp);
        for (int i = threads.length - 1, n = 0; i >= 0; i--, n++) {
            if (n > 0) {
                out.append('\n');
            }
            if (n == MAX_THREADS) {
                out.append("...\n");
                break;
            }
            String ident = Long.toHexString(threads[i].ident);
            out.append(threads[i] == running ? "Current thread 0x" : "Thread 0x")
                    .append("0".repeat(Math.max(0, 16 - ident.length()))).append(ident)
                    .append(" (most recent call first):\n");
            frames(threads[i], out);
        }
        return out.toString();
    }

    private static void frames(ThreadState thread, StringBuilder out) {
        PyFrame frame = thread.frame;
        if (frame == null) {
            out.append("  <no Python frame>\n");
        }
        for (int n = 0; frame != null; frame = frame.back, n++) {
            if (n == MAX_FRAMES) {
                out.append("  ...\n");
                return;
            }
            out.append("  File \"").append(frame.code.filename).append("\", line ").append(frame.line())
                    .append(" in ").append(frame.code.name).append('\n');
        }
    }

    /** Writes to a descriptor, past all buffers. */
    static void write(int fd, String text) {
        byte[] bytes = FaultHandlerModule.ascii(text);
        ByteBuffer memory = Libc.string(bytes);
        Libc.longCall("write", fd, Libc.address(memory), bytes.length);
    }
}
