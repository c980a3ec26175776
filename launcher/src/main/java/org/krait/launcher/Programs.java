package org.krait.launcher;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBool;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
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
import org.krait.runtime.Tracebacks;
import org.krait.runtime.Unwinding;
import org.krait.runtime.audit.Audit;
import org.krait.runtime.builtins.Utf8;
import org.krait.runtime.imports.Archives;
import org.krait.runtime.imports.ImportLibrary;
import org.krait.runtime.imports.ImportTimes;
import org.krait.runtime.imports.Imports;
import org.krait.runtime.imports.ModuleCode;
import org.krait.runtime.imports.NativeImports;
import org.krait.runtime.imports.SourceCompiler;
import org.krait.runtime.posix.Descriptors;
import org.krait.runtime.posix.Environment;
import org.krait.runtime.snapshot.Capture;

/** Runs the program of a command line as {@code __main__}. */
final class Programs {
    private static final int FLUSH_FAILED = 120;
    /** An audit of reference counts found something wrong. */
    private static final int AUDIT_FAILED = 99;
    /** The exit code of who names no file that can be run. */
    static final int NO_FILE = 2;
    /** The signature of a zip file's end, and how far from the end of the file it may begin. */
    private static final byte[] ZIP_END = {'P', 'K', 5, 6};
    private static final int ZIP_END_BYTES = 22;
    private static final int ZIP_COMMENT_BYTES = 0xffff;

    private final CommandLine line;
    private final boolean skipFirstLine;
    private final Configuration c;
    /** The script's path from the root; null when the program is none. */
    private String path;
    /** The script's bytes; null when it is a folder or can't be read. */
    private byte[] source;
    /** Why the script can't be read; null when it can. */
    private String unreadable;
    private boolean isArchive;
    /** Whether the script is captured as the modules are that it imports. */
    private boolean capturesMain;
    /** What is done when the program has run, before its end; null for nothing. */
    private Runnable ending;

    Programs(Configuration c, CommandLine line, boolean skipFirstLine) {
        this.c = c;
        this.line = line;
        this.skipFirstLine = skipFirstLine;
    }

    /** Sets {@code sys.argv} and the first entry of {@code sys.path}; reads the script. */
    void prepare() {
        c.argv = new ArrayList<>(line.arguments.size() + 1);
        c.scriptFolder = "";
        switch (line.program) {
            case COMMAND -> c.argv.add("-c");
            case MODULE -> {
                c.argv.add("-m");
                c.scriptFolder = System.getProperty("user.dir");
            }
            case FILE -> {
                c.argv.add(line.target);
                readScript();
                c.scriptFolder = isArchive ? null : folder(line.target);
            }
            case STDIN -> c.argv.add("-");
            case NONE -> c.argv.add("");
        }
        c.argv.addAll(line.arguments);
    }

    private void readScript() {
        String folder = System.getProperty("user.dir");
        String name = line.target;
        path = name.isEmpty() || name.equals(".") ? folder : name.startsWith("/") ? name : folder + "/" + name;
        if (path.endsWith("/") && new File(path).isFile()) {
            unreadable = "[Errno 20] Not a directory";
            return;
        }
        try (FileInputStream in = new FileInputStream(path)) {
            source = in.readAllBytes();
            isArchive = isZip(source);
        } catch (IOException e) {
            File file = new File(path);
            isArchive = file.isDirectory();
            unreadable = !file.exists() ? "[Errno 2] No such file or directory"
                    : !file.canRead() ? "[Errno 13] Permission denied" : "[Errno 5] " + e.getMessage();
        }
    }

    /** True for a file that ends as zip files do; a comment may follow the end. */
    private static boolean isZip(byte[] bytes) {
        int last = bytes.length - ZIP_END_BYTES;
        for (int i = last; i >= 0 && i >= last - ZIP_COMMENT_BYTES; i--) {
            if (bytes[i] == 'P' && Arrays.equals(bytes, i, i + ZIP_END.length, ZIP_END, 0, ZIP_END.length)) {
                return true;
            }
        }
        return false;
    }

    /** The folder of the script itself: links are followed. */
    private static String folder(String script) {
        File file = new File(script);
        String real;
        try {
            real = file.getCanonicalPath();
        } catch (IOException e) {
            real = file.getAbsolutePath();
        }
        int slash = real.lastIndexOf('/');
        return slash == 0 ? "/" : real.substring(0, Math.max(slash, 0));
    }

    /** Whether there is nothing to run: the file is not there or can't be read. */
    boolean isUnreadable() {
        return unreadable != null && !isArchive;
    }

    /** Whether it is the module {@code __main__} of a folder or a zip file. */
    boolean isFolderOrZip() {
        return isArchive;
    }

    /** Has the script captured, beside the modules that it imports. */
    void captureMain() {
        capturesMain = true;
    }

    /** Has something done when the program has run, before the context ends. */
    void atEnd(Runnable task) {
        ending = task;
    }

    /** Runs the program, then the prompt when it is asked for, and ends the context; answers the exit code. */
    int run(ThreadState ts) {
        Exit exit = new Exit(ts);
        int exitCode;
        try {
            exitCode = execute(ts, exit);
        } catch (PyException e) {
            exitCode = exit.report(e);
        } catch (StackOverflowError | OutOfMemoryError e) {
            exitCode = exit.report(Unwinding.convert(e));
        }
        if (source != null) {
            Shutdown.flushAfterScript(ts);
        }
        boolean hasRun = line.program != CommandLine.Program.NONE && line.program != CommandLine.Program.STDIN;
        if (hasRun && inspects(ts) && isInteractive(ts)) {
            c.inspect = 0;
            exitCode = new Repl(ts, main(ts), exit).loop();
        }
        if (ending != null) {
            ending.run();
        }
        if (!Shutdown.run(ts)) {
            exitCode = FLUSH_FAILED;
        }
        if (c.audit != null && Audit.failed(ts)) {
            exitCode = AUDIT_FAILED;
        }
        return exit.interrupted() ? Exit.bySignal(ts) : exitCode;
    }

    /** {@code -i}, PYTHONINSPECT, or what the program has made of that variable. */
    private boolean inspects(ThreadState ts) {
        if (c.inspect > 0) {
            return true;
        }
        String inspect = c.ignoreEnvironment ? null : Environment.get(ts, "PYTHONINSPECT");
        return inspect != null && !inspect.isEmpty();
    }

    private boolean isInteractive(ThreadState ts) {
        return c.interactive > 0 || Descriptors.of(ts).isTerminal(0);
    }

    private int execute(ThreadState ts, Exit exit) {
        switch (line.program) {
            case COMMAND -> {
                return runCommand(ts);
            }
            case MODULE -> runModule(ts, line.target, true);
            case FILE -> {
                if (isArchive) {
                    ((PyList) ts.interp.sys.get("path")).insert(0, PyStr.of(path));
                    runModule(ts, "__main__", false);
                    return 0;
                }
                if (source == null && hasSurrogates(path)) {
                    source = readByPython(ts);
                }
                if (source == null) {
                    System.err.println(c.executable + ": can't open file '" + path + "': " + unreadable);
                    return NO_FILE;
                }
                if (isCompiled()) {
                    runCompiled(ts);
                    return 0;
                }
                runFile(ts, path, skipFirstLine ? withoutFirstLine(source) : source);
            }
            case STDIN, NONE -> {
                if (isInteractive(ts)) {
                    return new Repl(ts, main(ts), exit).start(line.program == CommandLine.Program.NONE);
                }
                runFile(ts, ImportLibrary.STDIN, readStdin());
            }
        }
        return 0;
    }

    /** A path with bytes that are no text, which Java's files do not know. */
    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private byte[] readByPython(ThreadState ts) {
        try {
            PyObject file = Calls.callMethod(ts, Imports.importModule(ts, "io"), PyStr.interned("open_code"),
                    PyStr.of(path));
            try {
                return NativeImports.bytes(ts, Calls.callMethod(ts, file, PyStr.interned("read")));
            } finally {
                Calls.callMethod(ts, file, PyStr.interned("close"));
            }
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.OS_ERROR)) {
                throw e;
            }
            e.swallow();
            return null;
        }
    }

    /** A cache file run directly: by its name, or because it begins as one. */
    private boolean isCompiled() {
        byte[] magic = ModuleCode.magic();
        return path.endsWith(".pyc") || source.length >= magic.length
                && Arrays.equals(source, 0, magic.length, magic, 0, magic.length);
    }

    private void runCompiled(ThreadState ts) {
        PyDict names = main(ts);
        ImportLibrary library = ImportLibrary.of(ts);
        names.put("__file__", PyStr.of(path));
        names.put("__cached__", PySingleton.NONE);
        names.put("__loader__", library.sourcelessLoader(ts, PyStr.interned("__main__"), PyStr.of(path)));
        CodeObject code = ModuleCode.ofCompiled(ts, source);
        Frames.run(ts, code, names, names, null);
    }

    private int runCommand(ThreadState ts) {
        PyStr text = PyStr.of(line.target);
        try {
            Utf8.encode(ts, text, "strict");
        } catch (PyException e) {
            Tracebacks.write(ts, "Unable to decode the command from the command line:\n");
            Tracebacks.print(ts, e.value.type, e.value, PySingleton.NONE);
            return 1;
        }
        runCode(ts, (CodeObject) SourceCompiler.of(ts.interp).compile(ts, PyStr.of(line.target + "\n"),
                new SourceCompiler.Request("<string>", "exec", 0, c.optimize, -1)));
        return 0;
    }

    private static byte[] withoutFirstLine(byte[] source) {
        int at = 0;
        while (at < source.length && source[at] != '\n') {
            at++;
        }
        return Arrays.copyOfRange(source, at, source.length);
    }

    private void runFile(ThreadState ts, String file, byte[] bytes) {
        PyDict names = main(ts);
        names.put("__file__", PyStr.of(file));
        names.put("__cached__", PySingleton.NONE);
        PyModule restored = c.namedArchives > 0 && !skipFirstLine && file.equals(path)
                ? Archives.restoreMain(ts, file) : null;
        if (restored != null) {
            names = restored.dict;
            Capture.continueMain(ts, restored);
        } else {
            CodeObject code = SourceCompiler.of(ts.interp).compileFile(ts, bytes, file, c.optimize);
            if (capturesMain) {
                captureMain(ts, file, code);
            }
            runCode(ts, code);
        }
        names.remove(PyStr.interned("__file__"));
        names.remove(PyStr.interned("__cached__"));
    }

    private static void captureMain(ThreadState ts, String file, CodeObject code) {
        // How importing starts is not the program's doing.
        ImportLibrary.of(ts);
        ImportTimes.of(ts.interp).readMain(file);
        Capture.of(ts.interp).beginMain((PyModule) ts.interp.modules.get("__main__"), code);
    }

    private static byte[] readStdin() {
        try {
            return System.in.readAllBytes();
        } catch (IOException e) {
            // As CPython: what can't be read is an empty program.
            return new byte[0];
        }
    }

    private static void runModule(ThreadState ts, String module, boolean setArgv) {
        PyObject runpy = Imports.importModule(ts, "runpy");
        Calls.call(ts, Attributes.get(ts, runpy, PyStr.interned("_run_module_as_main")), PyStr.of(module),
                PyBool.of(setArgv));
    }

    private static void runCode(ThreadState ts, CodeObject code) {
        if (asksForLoader(code)) {
            // Its class belongs to the import library, which is not loaded for a program without imports.
            ImportLibrary.of(ts);
        }
        PyDict names = main(ts);
        Frames.run(ts, code, names, names, null);
    }

    private static boolean asksForLoader(CodeObject code) {
        for (PyStr name : code.names) {
            if (name.equalTo("__loader__")) {
                return true;
            }
        }
        for (PyObject constant : code.constants) {
            if (constant instanceof CodeObject inner && asksForLoader(inner)) {
                return true;
            }
        }
        return false;
    }

    private static PyDict main(ThreadState ts) {
        return ((PyModule) ts.interp.modules.get("__main__")).dict;
    }
}
