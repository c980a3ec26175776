package org.krait.runtime;

import org.krait.objects.ExceptionTypes;
import org.krait.objects.Interp;
import org.krait.objects.PyBool;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.audit.Audit;
import org.krait.runtime.builtins.BuiltinModules;
import org.krait.runtime.builtins.BuiltinTypes;
import org.krait.runtime.builtins.LibrarySupportModule;
import org.krait.runtime.imports.Archives;
import org.krait.runtime.imports.Imports;
import org.krait.runtime.imports.NativeImports;
import org.krait.runtime.imports.SourceCompiler;
import org.krait.runtime.io.StandardStreams;
import org.krait.runtime.posix.Signals;

/** Makes a context ready to run a program. */
public final class Startup {
    private Startup() {}

    /** A new context whose main thread is the running one; its GIL is held. */
    public static ThreadState start(Configuration configuration, SourceCompiler compiler) {
        BuiltinTypes.install();
        Interp interp = new Interp();
        interp.natives.put(Configuration.class, configuration);
        interp.natives.put(SourceCompiler.class, compiler);
        if (configuration.audit != null) {
            Audit.start(interp, configuration.audit);
        }
        ThreadState ts = new ThreadState(interp, Thread.currentThread(), configuration.stackBytes);
        ThreadState.setCurrent(ts);
        Interrupts.start(ts);
        interp.modules = new PyDict();
        Refs.incRef(interp.modules);
        PyModule builtins = (PyModule) NativeImports.loadBuiltin(ts, "builtins");
        interp.builtins = builtins.dict;
        interp.builtins.put("__debug__", PyBool.of(configuration.optimize == 0));
        interp.sys = new PyDict();
        PyModule sys = (PyModule) NativeImports.loadBuiltin(ts, "sys");
        interp.sys = sys.dict;
        interp.modules.put("__main__", mainModule(builtins));
        StandardStreams.install(ts);
        if (configuration.installSignalHandlers) {
            Signals.installDefault(ts);
        }
        LibrarySupportModule.install(ts);
        if (configuration.requireArchives) {
            Archives.open(ts);
        }
        if (!configuration.noSite) {
            Site.run(ts);
        }
        if (configuration.faultHandler && BuiltinModules.isBuiltin("faulthandler")) {
            Calls.callMethod(ts, Imports.importModule(ts, "faulthandler"), "enable");
        }
        if (configuration.tracedFrames > 0 && BuiltinModules.isBuiltin("_tracemalloc")) {
            Calls.callMethod(ts, Imports.importModule(ts, "_tracemalloc"), "start",
                    PyInt.of(configuration.tracedFrames));
        }
        if (!configuration.isCaptured) {
            readWarnOptions(ts, configuration);
        }
        if (configuration.audit != null && configuration.audit.whileRunning()) {
            interp.initialTracing |= Tracing.AUDIT;
            ts.tracing |= Tracing.AUDIT;
        }
        return ts;
    }

    /** Imports the module that reads the options for warnings; of a program that is captured, as the first of all. */
    public static void readWarnOptions(ThreadState ts, Configuration configuration) {
        if (!configuration.warnOptions.isEmpty()) {
            // Without any, filters are kept natively and it is not needed.
            Imports.importModule(ts, "warnings");
        }
    }

    /** What CPython calls the step that an exception out of {@link #start} has ended, for a fatal error. */
    public static String stage(PyException e) {
        return e.is(ExceptionTypes.LOOKUP_ERROR)
                ? "init_stdio_encoding: failed to get the Python codec name of the stdio encoding"
                : "init_import_site: Failed to import the site module";
    }

    private static PyObject mainModule(PyModule builtins) {
        PyModule main = new PyModule();
        main.dict.put("__name__", PyStr.interned("__main__"));
        main.dict.put("__doc__", PySingleton.NONE);
        main.dict.put("__package__", PySingleton.NONE);
        main.dict.put("__loader__", PySingleton.NONE);
        main.dict.put("__spec__", PySingleton.NONE);
        main.dict.put("__annotations__", new PyDict());
        main.dict.put("__builtins__", builtins);
        return main;
    }
}
