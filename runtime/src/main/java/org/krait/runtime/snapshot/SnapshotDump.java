package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.krait.objects.Interp;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;
import org.krait.runtime.UnraisableHook;

/** The archive that a process is going to write, and what the program wants done around that. */
public final class SnapshotDump {
    private final IntSupplier writer;
    /** Of the main program, which is no unit's. */
    private final List<PyObject> before = new ArrayList<>();
    private final List<PyObject> after = new ArrayList<>();
    private boolean written;
    private int status;

    private SnapshotDump(IntSupplier writer) {
        this.writer = writer;
    }

    /** @param writer writes the archive and answers the exit code */
    public static void install(ThreadState ts, IntSupplier writer) {
        ts.interp.natives.put(SnapshotDump.class, new SnapshotDump(writer));
    }

    private static SnapshotDump of(Interp interp) {
        return (SnapshotDump) interp.natives.get(SnapshotDump.class);
    }

    /** True in a process that writes an archive, until it is written. */
    static boolean isPending(ThreadState ts) {
        SnapshotDump dump = of(ts.interp);
        return dump != null && !dump.written;
    }

    /** Has a function called before what the running module has made is written. */
    static void beforeDump(ThreadState ts, PyObject function) {
        if (isPending(ts)) {
            Refs.incRef(function);
            Running r = running(ts);
            (r == null ? of(ts.interp).before : r.beforeDump).add(function);
        }
    }

    /** Has a function called wherever the running module is restored, and here after it was written. */
    static void afterRestore(ThreadState ts, PyObject function) {
        if (isPending(ts)) {
            Refs.incRef(function);
            Running r = running(ts);
            (r == null ? of(ts.interp).after : r.afterRestore).add(function);
        }
    }

    private static Running running(ThreadState ts) {
        Capture capture = Capture.of(ts.interp);
        return capture == null ? null : capture.running();
    }

    /** Has the main program's functions called; what comes after has been torn down. */
    public static void programEnds(ThreadState ts) {
        SnapshotDump dump = of(ts.interp);
        if (!dump.written) {
            call(ts, dump.before);
            dump.before.clear();
        }
    }

    /** Writes the archive if that has not been done; answers the exit code. */
    public static int write(ThreadState ts) {
        SnapshotDump dump = of(ts.interp);
        if (!dump.written) {
            programEnds(ts);
            dump.status = dump.writer.getAsInt();
            dump.written = true;
            Capture capture = Capture.of(ts.interp);
            if (capture != null) {
                capture.stop();
            }
        }
        return dump.status;
    }

    /**
     * Writes the archive now; false when none is going to be written any more, or it could not be.
     *
     * @param main what goes on in the place of the main program that comes out of the archive; null for nothing
     */
    static boolean take(ThreadState ts, PyObject main) {
        if (!isPending(ts)) {
            return false;
        }
        Capture capture = main == null ? null : Capture.of(ts.interp);
        if (capture != null) {
            capture.endMain(main);
        }
        boolean good = write(ts) == 0;
        call(ts, of(ts.interp).after);
        return good;
    }

    /** Calls functions in their order, the ones that they add too; answers the first error, which was reported. */
    static PyException call(ThreadState ts, List<PyObject> functions) {
        PyException first = null;
        for (int i = 0; i < functions.size(); i++) {
            try {
                Refs.drop(Calls.call(ts, functions.get(i)));
            } catch (PyException e) {
                first = first == null ? e : first;
                UnraisableHook.report(ts, e, "Exception ignored in function of a snapshot", functions.get(i));
            }
        }
        return first;
    }
}
