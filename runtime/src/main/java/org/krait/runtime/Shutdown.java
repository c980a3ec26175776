package org.krait.runtime;

import org.krait.objects.PyException;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.audit.Audit;
import org.krait.runtime.imports.ImportTimes;

/** Ends a context as CPython ends an interpreter: joins threads, runs atexit, drops what modules hold, flushes. */
public final class Shutdown {
    private static final PyStr SHUTDOWN_LOCKS = PyStr.interned("_shutdown_locks");
    private static final PyStr THREADING_ATEXITS = PyStr.interned("_threading_atexits");

    private static final String[] STREAMS = {"stdout", "stderr"};

    private Shutdown() {}

    /** What runs at exit in a native module; the module {@code atexit} registers one. */
    public interface AtExit {
        void run(ThreadState ts);
    }

    /** Ends the context; answers false when the standard streams could not be flushed */
    public static boolean run(ThreadState ts) {
        ImportTimes times = ImportTimes.of(ts.interp);
        if (times != null) {
            times.end();
        }
        joinThreads(ts);
        ts.interp.lookInto("atexit");
        AtExit atExit = (AtExit) ts.interp.natives.get(AtExit.class);
        if (atExit != null) {
            atExit.run(ts);
        }
        boolean flushed = flush(ts);
        Configuration configuration = (Configuration) ts.interp.natives.get(Configuration.class);
        if (configuration.audit != null) {
            Audit.finish(ts);
        }
        ts.interp.finalizing = true;
        ModuleTeardown.run(ts);
        GarbageCollection.warnOfGarbage(ts);
        // What could not be written once is not tried again.
        return flushed && flush(ts);
    }

    /** Flushes the standard streams when a script has ended; the end of the context tries again what fails. */
    public static void flushAfterScript(ThreadState ts) {
        for (String name : STREAMS) {
            PyObject stream = ts.interp.sys.get(name);
            if (stream != null && stream != PySingleton.NONE) {
                try {
                    Refs.drop(Calls.callMethod(ts, stream, "flush"));
                } catch (PyException e) {
                    e.swallow();
                }
            }
        }
    }

    private static void joinThreads(ThreadState ts) {
        PyObject threading = ts.interp.modules.get("threading");
        // Restored and never used to start a thread or to register a function: nothing to wait for.
        if (threading instanceof PyModule m && m.dict != null
                && !(m.dict.isPending(SHUTDOWN_LOCKS) && m.dict.isPending(THREADING_ATEXITS))) {
            try {
                Calls.callMethod(ts, threading, PyStr.interned("_shutdown"));
            } catch (PyException e) {
                UnraisableHook.report(ts, e, null, threading);
            }
        }
    }

    private static boolean flush(ThreadState ts) {
        boolean good = true;
        for (String name : STREAMS) {
            PyObject stream = ts.interp.sys.get(name);
            if (stream == null || stream == PySingleton.NONE) {
                continue;
            }
            try {
                PyObject closed = Attributes.lookup(ts, stream, PyStr.interned("closed"));
                if (closed == null || !Truth.of(ts, closed)) {
                    Calls.callMethod(ts, stream, PyStr.interned("flush"));
                }
            } catch (PyException e) {
                good = false;
                if (name.equals("stdout")) {
                    UnraisableHook.report(ts, e, null, stream);
                }
            }
        }
        return good;
    }
}
