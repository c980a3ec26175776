package org.krait.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Calls;
import org.krait.runtime.Configuration;
import org.krait.runtime.Frames;
import org.krait.runtime.Interrupts;
import org.krait.runtime.Texts;
import org.krait.runtime.Tracebacks;
import org.krait.runtime.builtins.SysContents;
import org.krait.runtime.imports.SourceCompiler;
import org.krait.runtime.posix.Descriptors;

/** The interactive prompt: reads statements from a terminal or, with {@code -i}, from anything, and runs them. */
final class Repl {
    /** Where statements come from. */
    interface Input {
        /**
         * A statement with all its lines, each ended by a newline; null at the end of the input.
         *
         * @throws PyException KeyboardInterrupt when the user breaks off, or what the statement's first lines are
         *     wrong with
         */
        String read(Prompts prompts);
    }

    /** The two prompts, as {@code sys} has them now. */
    record Prompts(String first, String next) {}

    private final ThreadState ts;
    private final PyDict names;
    private final Exit exit;
    private final Configuration c;
    /** Of the input as well, which has to know the features of the {@code __future__} that were imported. */
    private final Statements statements;

    /** A prompt whose statements run in a namespace. */
    Repl(ThreadState ts, PyDict names, Exit exit) {
        this.ts = ts;
        this.names = names;
        this.exit = exit;
        statements = new Statements(ts);
        c = (Configuration) ts.interp.natives.get(Configuration.class);
    }

    /** The whole session without a program: the header if wanted, PYTHONSTARTUP, the hook, the prompt. */
    int start(boolean withHeader) {
        if (withHeader && c.quiet == 0) {
            Tracebacks.write(ts, "Python " + SysContents.version() + " on " + ts.interp.sys.get("platform") + "\n");
            if (!c.noSite) {
                Tracebacks.write(ts,
                        "Type \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n");
            }
        }
        c.inspect = 0;
        int code = runStartupFile();
        if (exit.exits()) {
            return code;
        }
        PyObject hook = ts.interp.sys.get("__interactivehook__");
        if (hook != null) {
            try {
                Calls.call(ts, hook);
            } catch (PyException e) {
                Tracebacks.write(ts, "Failed calling sys.__interactivehook__\n");
                code = exit.report(e);
                if (exit.exits()) {
                    return code;
                }
            }
        }
        return loop();
    }

    private int runStartupFile() {
        String file = c.pythonVariable("PYTHONSTARTUP");
        if (file == null) {
            return 0;
        }
        byte[] source;
        try {
            source = Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            Tracebacks.write(ts, "Could not open PYTHONSTARTUP\nFileNotFoundError: [Errno 2] No such file or "
                    + "directory: '" + file + "'\n");
            return 0;
        }
        try {
            Frames.run(ts, SourceCompiler.of(ts.interp).compileFile(ts, source, file, c.optimize), names, names, null);
        } catch (PyException e) {
            return exit.report(e);
        }
        return 0;
    }

    /** Runs the prompt until its end; answers the exit code. */
    int loop() {
        Descriptors descriptors = Descriptors.of(ts);
        if (!descriptors.isTerminal(0) || !descriptors.isTerminal(1)) {
            return loop(new PlainInput(ts, statements));
        }
        try (TerminalInput input = TerminalInput.ofSystem(ts, names, statements)) {
            return loop(input);
        } catch (IOException e) {
            Tracebacks.write(ts, "krait: cannot open the terminal: " + e.getMessage() + "\n");
            return 1;
        }
    }

    /** Runs the statements of an input until its end; answers the exit code. */
    int loop(Input input) {
        exit.forget();
        PyDict sys = ts.interp.sys;
        if (sys.get("ps1") == null) {
            sys.put("ps1", PyStr.of(">>> "));
        }
        if (sys.get("ps2") == null) {
            sys.put("ps2", PyStr.of("... "));
        }
        while (true) {
            try {
                String source = input.read(new Prompts(prompt("ps1"), prompt("ps2")));
                if (source == null) {
                    return 0;
                }
                if (!Statements.isEmpty(source)) {
                    CodeObject code = statements.compile(source);
                    PyObject result = Frames.run(ts, code, names, names, null);
                    assert result == PySingleton.NONE : "a statement has no value";
                }
            } catch (PyException e) {
                int exitCode = exit.report(e);
                if (exit.exits()) {
                    return exitCode;
                }
                exit.forget();
            }
            flush();
            if (ts.interp.breaker != 0) {
                serve();
            }
        }
    }

    private void serve() {
        try {
            Interrupts.serve(ts);
        } catch (PyException e) {
            exit.report(e);
            exit.forget();
        }
    }

    private void flush() {
        for (String name : new String[] {"stdout", "stderr"}) {
            PyObject stream = ts.interp.sys.get(name);
            if (stream == null || stream == PySingleton.NONE) {
                continue;
            }
            try {
                Calls.callMethod(ts, stream, PyStr.interned("flush"));
            } catch (PyException e) {
                // As CPython: a stream that can't be flushed does not end the session.
                e.swallow();
            }
        }
    }

    private String prompt(String name) {
        PyObject prompt = ts.interp.sys.get(name);
        if (prompt == null) {
            return "";
        }
        try {
            return Texts.str(ts, prompt).toString();
        } catch (PyException e) {
            e.swallow();
            return "";
        }
    }
}
