package org.krait.runtime.io;

import org.krait.objects.ThreadState;
import org.krait.runtime.builtins.PyRawOutput;

/** Makes {@code sys.stdin}, {@code sys.stdout} and {@code sys.stderr}. */
public final class StandardStreams {
    private StandardStreams() {}

    /** Puts the streams into {@code sys}. */
    public static void install(ThreadState ts) {
        ts.interp.sys.put("stdout", new PyRawOutput(1));
        ts.interp.sys.put("stderr", new PyRawOutput(2));
    }
}
