package org.krait.launcher;

import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Calls;
import org.krait.runtime.Configuration;
import org.krait.runtime.Frames;
import org.krait.runtime.Texts;
import org.krait.runtime.Tracebacks;
import org.krait.runtime.imports.ModuleCode;
import org.krait.runtime.imports.SourceCompiler;

/** Runs a program as {@code __main__} and says with which exit code the process shall end. */
final class Programs {
    private Programs() {}

    static int runCommand(ThreadState ts, String source) {
        Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
        return run(ts, () -> (CodeObject) SourceCompiler.of(ts.interp).compile(ts, PyStr.of(source),
                new SourceCompiler.Request("<string>", "exec", 0, c.optimize, -1)));
    }

    static int runFile(ThreadState ts, String file) {
        Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
        main(ts).put("__file__", PyStr.of(file));
        main(ts).put("__cached__", PySingleton.NONE);
        return run(ts, () -> SourceCompiler.of(ts.interp).compileFile(ts, ModuleCode.read(file), file, c.optimize));
    }

    private static PyDict main(ThreadState ts) {
        return ((PyModule) ts.interp.modules.get("__main__")).dict;
    }

    private interface CodeSource {
        CodeObject get();
    }

    private static int run(ThreadState ts, CodeSource code) {
        int exitCode = 0;
        try {
            PyDict names = main(ts);
            Frames.run(ts, code.get(), names, names, null);
        } catch (PyException e) {
            exitCode = report(ts, e);
        }
        try {
            flush(ts, "stdout");
            flush(ts, "stderr");
        } catch (PyException e) {
            exitCode = 120;
        }
        return exitCode;
    }

    private static void flush(ThreadState ts, String name) {
        PyObject stream = ts.interp.sys.get(name);
        if (stream != null && stream != PySingleton.NONE) {
            Calls.callMethod(ts, stream, PyStr.interned("flush"));
        }
    }

    private static int report(ThreadState ts, PyException e) {
        if (e.is(ExceptionTypes.SYSTEM_EXIT)) {
            PyObject code = e.value.extra(0);
            if (code == null || code == PySingleton.NONE) {
                return 0;
            }
            if (code instanceof PyInt i) {
                return (int) i.value & 0xff;
            }
            Tracebacks.write(ts, Texts.str(ts, code) + "\n");
            return 1;
        }
        Tracebacks.print(ts, e.value.type, e.value, PySingleton.NONE);
        return 1;
    }
}
