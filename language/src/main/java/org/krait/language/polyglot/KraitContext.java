package org.krait.language.polyglot;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.nodes.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.krait.language.PythonCompiler;
import org.krait.objects.Interp;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyModule;
import org.krait.objects.ThreadState;
import org.krait.runtime.Configuration;
import org.krait.runtime.Interrupts;
import org.krait.runtime.Shutdown;
import org.krait.runtime.Startup;

/** A Python interpreter inside a polyglot context: whoever comes in from outside takes its GIL. */
final class KraitContext {
    private static final TruffleLanguage.ContextReference<KraitContext> REFERENCE =
            TruffleLanguage.ContextReference.create(KraitLanguage.class);

    final TruffleLanguage.Env env;
    private final Map<Thread, ThreadState> threads = new ConcurrentHashMap<>();
    private Interp interp;

    /** What runs while the GIL is held. */
    interface Action<T> {
        T run(ThreadState ts);
    }

    KraitContext(TruffleLanguage.Env env) {
        this.env = env;
    }

    static KraitContext get(Node node) {
        return REFERENCE.get(node);
    }

    static KraitContext of(ThreadState ts) {
        return (KraitContext) ts.interp.natives.get(KraitContext.class);
    }

    void start() {
        ThreadState outer = ThreadState.current();
        try {
            ThreadState ts = Startup.start(configuration(), new PythonCompiler());
            interp = ts.interp;
            interp.natives.put(KraitContext.class, this);
            threads.put(Thread.currentThread(), ts);
            Interrupts.release(ts);
        } finally {
            ThreadState.setCurrent(outer);
        }
    }

    private Configuration configuration() {
        Configuration c = new Configuration();
        String home = chosen(env.getOptions().get(KraitLanguage.HOME), "krait.home");
        c.prefix = home;
        String library = chosen(env.getOptions().get(KraitLanguage.STANDARD_LIBRARY), "krait.stdlib");
        c.standardLibrary = library.isEmpty() && !home.isEmpty() ? home + "/lib/python3.12" : library;
        c.environment = new LinkedHashMap<>(env.getEnvironment());
        String[] arguments = env.getApplicationArguments();
        for (String argument : arguments) {
            c.argv.add(argument);
        }
        return c;
    }

    private static String chosen(String option, String property) {
        return option.isEmpty() ? System.getProperty(property, "") : option;
    }

    PyDict mainNames() {
        return ((PyModule) interp.modules.get("__main__")).dict;
    }

    /** Runs Python code on this thread, attached and with the GIL; Python exceptions become Truffle's. */
    @TruffleBoundary
    <T> T run(Action<T> action) {
        ThreadState outer = ThreadState.current();
        ThreadState ts = threads.get(Thread.currentThread());
        if (ts == null) {
            ts = new ThreadState(interp, Thread.currentThread());
            threads.put(Thread.currentThread(), ts);
            Interrupts.attach(ts);
        }
        boolean inside = Interrupts.holds(ts);
        if (!inside) {
            Interrupts.acquire(ts);
        }
        ThreadState.setCurrent(ts);
        try {
            return action.run(ts);
        } catch (PyException e) {
            throw KraitException.of(this, ts, e);
        } finally {
            ThreadState.setCurrent(outer);
            if (!inside) {
                Interrupts.release(ts);
            }
        }
    }

    /** Ends the interpreter: joins threads, runs atexit, flushes. */
    void shutDown() {
        if (interp != null) {
            run(Shutdown::run);
        }
    }

    void forget(Thread thread) {
        ThreadState ts = threads.remove(thread);
        if (ts != null && ts != Interrupts.mainThread(interp)) {
            Interrupts.detach(ts);
        }
    }
}
