package org.krait.launcher;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBool;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Configuration;
import org.krait.runtime.Frames;
import org.krait.runtime.Shutdown;
import org.krait.runtime.Texts;
import org.krait.runtime.Tracebacks;
import org.krait.runtime.imports.Imports;
import org.krait.runtime.imports.SourceCompiler;

/** Runs a program as {@code __main__} and says with which exit code the process shall end. */
final class Programs {
    private static final int FLUSH_FAILED = 120;

    private Programs() {}

    /** Sets {@code sys.argv} and the first entry of {@code sys.path}. */
    static void arguments(Configuration c, CommandLine line) {
        c.argv = new ArrayList<>();
        switch (line.program) {
            case COMMAND -> {
                c.argv.add("-c");
                c.scriptFolder = "";
            }
            case MODULE -> {
                c.argv.add("-m");
                c.scriptFolder = System.getProperty("user.dir");
            }
            case FILE -> {
                c.argv.add(line.target);
                c.scriptFolder = isArchive(line.target) ? null : folder(line.target);
            }
            case STDIN -> {
                c.argv.add("-");
                c.scriptFolder = "";
            }
            case NONE -> {
                c.argv.add("");
                c.scriptFolder = "";
            }
        }
        c.argv.addAll(line.arguments);
    }

    private static String folder(String script) {
        File file = new File(script);
        String path = script;
        try {
            path = file.getCanonicalPath();
        } catch (IOException e) {
            path = file.getAbsolutePath();
        }
        int slash = path.lastIndexOf('/');
        return slash == 0 ? "/" : path.substring(0, Math.max(slash, 0));
    }

    /** A folder or zip file with a {@code __main__}. */
    private static boolean isArchive(String file) {
        File f = new File(file);
        if (f.isDirectory()) {
            return true;
        }
        if (!f.isFile() || file.endsWith(".py")) {
            return false;
        }
        try (InputStream in = new FileInputStream(f)) {
            return in.read() == 'P' && in.read() == 'K';
        } catch (IOException e) {
            return false;
        }
    }

    static int run(ThreadState ts, CommandLine line, boolean skipFirstLine) {
        Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
        int exitCode;
        try {
            exitCode = execute(ts, line, c, skipFirstLine);
        } catch (PyException e) {
            exitCode = report(ts, e);
        }
        if (c.inspect > 0 && line.program != CommandLine.Program.NONE && line.program != CommandLine.Program.STDIN) {
            exitCode = Repl.run(ts, main(ts));
        }
        if (!Shutdown.run(ts) && exitCode == 0) {
            exitCode = FLUSH_FAILED;
        }
        return exitCode;
    }

    private static int execute(ThreadState ts, CommandLine line, Configuration c, boolean skipFirstLine) {
        switch (line.program) {
            case COMMAND -> {
                PyStr source = PyStr.of(line.target + "\n");
                runCode(ts, (CodeObject) SourceCompiler.of(ts.interp).compile(ts, source,
                        new SourceCompiler.Request("<string>", "exec", 0, c.optimize, -1)));
            }
            case MODULE -> runModule(ts, line.target, true);
            case FILE -> {
                if (isArchive(line.target)) {
                    ((PyList) ts.interp.sys.get("path")).insert(0, PyStr.of(line.target));
                    runModule(ts, "__main__", false);
                    return 0;
                }
                byte[] source = readScript(c, line.target);
                if (source == null) {
                    return 2;
                }
                runFile(ts, c, line.target, skipFirstLine ? withoutFirstLine(source) : source);
            }
            case STDIN, NONE -> {
                if (System.console() != null && isTerminal() || c.interactive > 0) {
                    return Repl.run(ts, main(ts));
                }
                runStdin(ts, c, skipFirstLine);
            }
        }
        return 0;
    }

    private static boolean isTerminal() {
        return System.console().isTerminal();
    }

    private static byte[] readScript(Configuration c, String file) {
        try (FileInputStream in = new FileInputStream(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            File f = new File(file);
            String reason = !f.exists() ? "[Errno 2] No such file or directory"
                    : f.isDirectory() ? "[Errno 21] Is a directory"
                    : !f.canRead() ? "[Errno 13] Permission denied" : "[Errno 5] " + e.getMessage();
            System.err.println(c.executable + ": can't open file '" + f.getAbsolutePath() + "': " + reason);
            return null;
        }
    }

    private static byte[] withoutFirstLine(byte[] source) {
        int at = 0;
        while (at < source.length && source[at] != '\n') {
            at++;
        }
        return Arrays.copyOfRange(source, at, source.length);
    }

    private static void runFile(ThreadState ts, Configuration c, String file, byte[] source) {
        PyDict names = main(ts);
        names.put("__file__", PyStr.of(file));
        names.put("__cached__", PySingleton.NONE);
        runCode(ts, SourceCompiler.of(ts.interp).compileFile(ts, source, file, c.optimize));
    }

    private static void runStdin(ThreadState ts, Configuration c, boolean skipFirstLine) {
        byte[] source;
        try {
            source = System.in.readAllBytes();
        } catch (IOException e) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "cannot read standard input: " + e.getMessage());
        }
        runCode(ts, SourceCompiler.of(ts.interp).compileFile(ts, skipFirstLine ? withoutFirstLine(source) : source,
                "<stdin>", c.optimize));
    }

    private static void runModule(ThreadState ts, String module, boolean setArgv) {
        PyObject runpy = Imports.importModule(ts, "runpy");
        Calls.call(ts, Attributes.get(ts, runpy, PyStr.interned("_run_module_as_main")), PyStr.of(module),
                PyBool.of(setArgv));
    }

    private static void runCode(ThreadState ts, CodeObject code) {
        PyDict names = main(ts);
        Frames.run(ts, code, names, names, null);
    }

    private static PyDict main(ThreadState ts) {
        return ((PyModule) ts.interp.modules.get("__main__")).dict;
    }

    /** Prints an uncaught exception, or takes the exit code of SystemExit. */
    static int report(ThreadState ts, PyException e) {
        if (e.is(ExceptionTypes.SYSTEM_EXIT)) {
            return exitCode(ts, e.value.extra(0));
        }
        PyObject hook = ts.interp.sys.get("excepthook");
        PyObject traceback = e.value.traceback() == null ? PySingleton.NONE : e.value.traceback();
        ts.interp.sys.put("last_exc", e.value);
        ts.interp.sys.put("last_type", e.value.type);
        ts.interp.sys.put("last_value", e.value);
        ts.interp.sys.put("last_traceback", traceback);
        try {
            if (hook == null) {
                Tracebacks.write(ts, "sys.excepthook is missing\n");
                Tracebacks.print(ts, e.value.type, e.value, traceback);
            } else {
                Calls.call(ts, hook, e.value.type, e.value, traceback);
            }
        } catch (PyException inHook) {
            if (inHook.is(ExceptionTypes.SYSTEM_EXIT)) {
                return exitCode(ts, inHook.value.extra(0));
            }
            Tracebacks.write(ts, "Error in sys.excepthook:\n");
            Tracebacks.print(ts, inHook.value.type, inHook.value, PySingleton.NONE);
            Tracebacks.write(ts, "\nOriginal exception was:\n");
            Tracebacks.print(ts, e.value.type, e.value, traceback);
        }
        return e.is(ExceptionTypes.KEYBOARD_INTERRUPT) ? 130 : 1;
    }

    private static int exitCode(ThreadState ts, PyObject code) {
        if (code == null || code == PySingleton.NONE) {
            return 0;
        }
        if (code instanceof PyInt i) {
            return i.fitsLong() ? (int) i.value & 0xff : 0xff;
        }
        Tracebacks.write(ts, Texts.str(ts, code) + "\n");
        return 1;
    }
}
