package org.krait.language.polyglot;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleContext;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.nodes.Node;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.options.OptionValues;
import org.krait.language.PythonCompiler;
import org.krait.language.tier1.HotCode;
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

    /** What {@link #enter} answers for a thread that is in the context anyway. */
    private static final Object INSIDE = new Object();

    final TruffleLanguage.Env env;
    final Sections sections;
    private final KraitLanguage language;
    private Watch watch;
    private final Map<Thread, ThreadState> threads = new ConcurrentHashMap<>();
    private Interp interp;

    /** What runs while the GIL is held. */
    interface Action<T> {
        T run(ThreadState ts);
    }

    KraitContext(KraitLanguage language, TruffleLanguage.Env env) {
        this.language = language;
        this.env = env;
        sections = new Sections(env);
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
            HotCode.install(interp, language);
            threads.put(Thread.currentThread(), ts);
            watch = new Watch(env, ts);
            Interrupts.release(ts);
        } finally {
            ThreadState.setCurrent(outer);
        }
    }

    private Configuration configuration() {
        Configuration c = new Configuration();
        OptionValues options = env.getOptions();
        String home = chosen(env.getOptions().get(KraitLanguage.HOME), "krait.home");
        c.prefix = home;
        String library = chosen(env.getOptions().get(KraitLanguage.STANDARD_LIBRARY), "krait.stdlib");
        c.standardLibrary = library.isEmpty() && !home.isEmpty() ? home + "/lib/python3.12" : library;
        c.environment = new LinkedHashMap<>(env.getEnvironment());
        String[] arguments = env.getApplicationArguments();
        for (String argument : arguments) {
            c.argv.add(argument);
        }
        String path = options.get(KraitLanguage.PYTHON_PATH);
        if (!path.isEmpty()) {
            c.pythonPath.addAll(List.of(path.split(File.pathSeparator)));
        }
        c.executable = options.get(KraitLanguage.EXECUTABLE);
        c.optimize = options.get(KraitLanguage.OPTIMIZE);
        c.dontWriteBytecode = !options.get(KraitLanguage.WRITE_BYTECODE) || !env.isFileIOAllowed();
        c.noSite = !options.get(KraitLanguage.SITE);
        c.noUserSite = true;
        c.utf8Mode = true;
        c.intMaxStrDigits = options.get(KraitLanguage.INT_MAX_STR_DIGITS);
        c.devMode = options.get(KraitLanguage.DEV_MODE);
        String warnings = options.get(KraitLanguage.WARNINGS);
        if (!warnings.isEmpty()) {
            c.warnOptions.addAll(List.of(warnings.split(",")));
        }
        String archive = options.get(KraitLanguage.SNAPSHOT);
        if (!archive.isEmpty()) {
            c.archives.add(archive);
        }
        c.in = env.in();
        c.out = env.out();
        c.err = env.err();
        c.permissions.files = env.isFileIOAllowed();
        c.permissions.sockets = env.isSocketIOAllowed();
        c.permissions.processes = env.isCreateProcessAllowed();
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
            ts = new ThreadState(interp, Thread.currentThread(), 0);
            threads.put(Thread.currentThread(), ts);
            Interrupts.attach(ts);
        }
        ThreadState current = ts;
        boolean inside = Interrupts.holds(ts);
        if (!inside) {
            watch.enter();
            Interrupts.acquire(ts);
        }
        ThreadState.setCurrent(ts);
        try {
            return action.run(ts);
        } catch (PyException e) {
            if (e.value.javaCause instanceof AbstractTruffleException host) {
                // Nobody in Python has dealt with it: it goes on as what it was.
                throw host;
            }
            throw GuestTrace.raise(language, this, e.value.traceback(),
                    location -> KraitException.of(this, current, e, location));
        } finally {
            ThreadState.setCurrent(outer);
            if (!inside) {
                Interrupts.release(ts);
                watch.leave();
            }
        }
    }

    /** Lets a thread that Python has started speak to the other side; answers what {@link #leave} takes. */
    Object enter(ThreadState ts) {
        TruffleContext context = env.getContext();
        if (context.isEntered()) {
            return INSIDE;
        }
        Object before = context.enter(null);
        threads.put(Thread.currentThread(), ts);
        return before;
    }

    /** Undoes an {@link #enter}: the context can only be closed when no thread is inside. */
    void leave(Object stay) {
        if (stay != INSIDE) {
            threads.remove(Thread.currentThread());
            env.getContext().leave(null, stay);
        }
    }

    /** Ends the interpreter: joins threads, runs atexit, flushes. */
    void shutDown() {
        if (interp != null) {
            run(Shutdown::run);
        }
    }

    /** The context is gone, orderly or not. */
    void dispose() {
        if (watch != null) {
            watch.end();
        }
    }

    void forget(Thread thread) {
        ThreadState ts = threads.remove(thread);
        if (ts != null && ts != Interrupts.mainThread(interp)) {
            Interrupts.detach(ts);
        }
    }
}
