package org.krait.tests;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.krait.language.PythonCompiler;
import org.krait.objects.ThreadState;
import org.krait.runtime.Configuration;
import org.krait.runtime.Shutdown;
import org.krait.runtime.Startup;
import org.krait.runtime.imports.SourceCompiler;

/** A context of its own for one action, on a thread of its own with as deep a stack as the command has. */
public final class PythonContext {
    private static final long STACK_BYTES = 1L << 30;
    private static final long TIMEOUT_MILLIS = 120_000;

    private final Configuration configuration;
    private final SourceCompiler compiler;
    private long timeoutMillis = TIMEOUT_MILLIS;

    public PythonContext(Configuration configuration, SourceCompiler compiler) {
        this.configuration = configuration;
        this.compiler = compiler;
    }

    /** A context as the distribution's command makes one. */
    public static PythonContext ofDistribution() {
        return new PythonContext(configuration(), new PythonCompiler());
    }

    /** The configuration of the distribution's command. */
    public static Configuration configuration() {
        Configuration c = new Configuration();
        Path home = KraitCommand.home();
        c.prefix = home.toString();
        c.executable = home.resolve("bin/krait").toString();
        c.standardLibrary = home.resolve("lib/python3.12").toString();
        c.archives.add(home.resolve("lib/base.kimg").toString());
        return c;
    }

    /** Lets the action take so long. */
    public PythonContext within(long millis) {
        timeoutMillis = millis;
        return this;
    }

    /** What is done in the context. */
    public interface Action<T> {
        T run(ThreadState ts) throws Exception;
    }

    /** Makes the context, does something in it and ends it. */
    public <T> T call(Action<T> action) throws Exception {
        Running<T> running = new Running<>(action);
        Thread thread = new Thread(null, running, "context", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        thread.join(timeoutMillis);
        if (thread.isAlive()) {
            StringBuilder where = new StringBuilder();
            for (StackTraceElement element : thread.getStackTrace()) {
                where.append("\n  at ").append(element);
            }
            throw new AssertionError("did not end in " + timeoutMillis + " ms" + where);
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
}
