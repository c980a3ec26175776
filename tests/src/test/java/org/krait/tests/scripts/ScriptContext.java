package org.krait.tests.scripts;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTraceback;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Configuration;
import org.krait.runtime.Frames;
import org.krait.runtime.Shutdown;
import org.krait.runtime.Startup;
import org.krait.runtime.Texts;
import org.krait.runtime.imports.SourceCompiler;

/** A context of its own for one action, on a thread of its own with as deep a stack as the command has. */
final class ScriptContext {
    private static final long STACK_BYTES = 1L << 30;
    private static final long TIMEOUT_MILLIS = 120_000;

    private final Configuration configuration;
    private final SourceCompiler compiler;

    ScriptContext(Configuration configuration, SourceCompiler compiler) {
        this.configuration = configuration;
        this.compiler = compiler;
    }

    /** What is done in the context. */
    interface Action<T> {
        T run(ThreadState ts) throws Exception;
    }

    /** Makes the context, does something in it and ends it. */
    <T> T call(Action<T> action) throws Exception {
        Running<T> running = new Running<>(action);
        Thread thread = new Thread(null, running, "script", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        thread.join(TIMEOUT_MILLIS);
        if (thread.isAlive()) {
            StringBuilder where = new StringBuilder();
            for (StackTraceElement element : thread.getStackTrace()) {
                where.append("\n  at ").append(element);
            }
            throw new AssertionError("did not end in " + TIMEOUT_MILLIS + " ms" + where);
        }
        if (running.failure != null) {
            StringWriter text = new StringWriter();
            running.failure.printStackTrace(new PrintWriter(text));
            throw new AssertionError(text.toString(), running.failure);
        }
        return running.result;
    }

    private final class Running<T> implements Runnable {
        private final Action<T> action;
        private T result;
        private Throwable failure;

        Running(Action<T> action) {
            this.action = action;
        }

        @Override
        public void run() {
            try {
                ThreadState ts = Startup.start(configuration, compiler);
                try {
                    result = action.run(ts);
                } finally {
                    Shutdown.run(ts);
                }
            } catch (Throwable e) {
                failure = e;
            }
        }
    }

    /** Runs a script as {@code __main__}; its output goes to files in the folder. */
    Outcome run(Script script, Path folder) throws Exception {
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        Outcome end = call(ts -> {
            redirect(ts, "stdout", out);
            redirect(ts, "stderr", err);
            return execute(ts, script);
        });
        List<String> lines = Files.readString(out, StandardCharsets.UTF_8).lines().toList();
        return new Outcome(lines, end.error(), end.errorLine(), Files.readString(err, StandardCharsets.UTF_8));
    }

    private static void redirect(ThreadState ts, String stream, Path file) {
        PyDict names = new PyDict();
        names.put("path", PyStr.of(file.toString()));
        String source = "import sys\nsys." + stream + " = sys.__" + stream
                + "__ = open(path, 'w', encoding='utf-8', errors='backslashreplace')\n";
        CodeObject code = SourceCompiler.of(ts.interp).compileFile(ts, source.getBytes(StandardCharsets.UTF_8),
                "<redirect>", 0);
        Frames.run(ts, code, names, names, null);
    }

    private static Outcome execute(ThreadState ts, Script script) {
        PyDict names = ((PyModule) ts.interp.modules.get("__main__")).dict;
        names.put("__file__", PyStr.of(script.file().toString()));
        names.put("__cached__", PySingleton.NONE);
        try {
            Frames.run(ts, ScriptMode.code(ts, script), names, names, null);
            return new Outcome(List.of(), null, 0, "");
        } catch (PyException e) {
            PyObject traceback = e.value.traceback();
            int line = traceback instanceof PyTraceback t ? t.line() : 0;
            String text = e.value.type.qualifiedName().toString();
            String message = Texts.str(ts, e.value).toString();
            if (!message.isEmpty()) {
                text += ": " + message.lines().findFirst().orElse("");
            }
            PyObject module = e.value.type.lookup(PyStr.interned("__module__"));
            if (module instanceof PyStr m && !m.toString().equals("builtins") && !m.equalTo(PyStr.of("__main__"))) {
                text = m + "." + text;
            }
            return new Outcome(List.of(), text, line, "");
        }
    }
}
