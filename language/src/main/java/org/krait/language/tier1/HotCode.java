package org.krait.language.tier1;

import com.oracle.truffle.api.TruffleLanguage;
import java.util.Map;
import org.krait.objects.Interp;
import org.krait.objects.PyFrame;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.Tier1;
import org.krait.objects.code.CodeObject;

/**
 * What tier 0 asks about hot code. It starts Truffle in the background when something is hot for the first time, and
 * until then needs none of its classes.
 */
public final class HotCode implements Tier1 {
    /** Calls and back edges of a code object after which Truffle is started. */
    private static final int START = 40_000;
    /** Calls and back edges after which a code object is compiled. */
    private static final int COMPILE = 20_000;

    /** Held while Truffle attaches to the JVM, which must not end meanwhile: the library would complain on stderr. */
    private static final Object ATTACHING = new Object();
    private static boolean ending;

    private volatile Tier1 compiler;
    private boolean started;
    /** What is compiled at once: code whose file name contains this; null but in tests. */
    private final String eagerly;

    private HotCode(String eagerly) {
        this.eagerly = eagerly;
    }

    /** Installs the tier in a context. */
    public static void install(Interp interp) {
        interp.tier1 = new HotCode(null);
    }

    /** Installs a tier that compiles code whose file name contains {@code file} as soon and as surely as it can. */
    public static void installEager(Interp interp, String file) {
        HotCode made = new HotCode(file);
        made.started = true;
        System.setProperty("polyglot.engine.BackgroundCompilation", "false");
        made.compiler = TruffleTier.start(Profile.FEW_STEPS);
        interp.tier1 = made;
        interp.tier1Mask = 0;
    }

    /** Installs the tier in a context of the polyglot API, where Truffle runs already. */
    public static void install(Interp interp, TruffleLanguage<?> language) {
        HotCode made = new HotCode(null);
        made.started = true;
        made.compiler = new TruffleTier(language, Profile.MANY_STEPS);
        interp.tier1 = made;
    }

    /** To be called before the process ends: waits while Truffle attaches to the JVM, or keeps it from beginning to. */
    public static void end() {
        synchronized (ATTACHING) {
            ending = true;
        }
    }

    @Override
    public Object enter(ThreadState ts, PyFrame frame, int pc) {
        Tier1 known = compiler;
        if (known == null) {
            if (!started && frame.code.hotness >= START) {
                started = true;
                start();
            }
            return null;
        }
        return frame.code.compiled != null || isHot(frame.code) ? known.enter(ts, frame, pc) : null;
    }

    private boolean isHot(CodeObject code) {
        return eagerly == null ? code.hotness >= COMPILE : code.filename.toString().contains(eagerly);
    }

    @Override
    public Map<PyFrame, PyObject[]> registers() {
        Tier1 known = compiler;
        return known == null ? Map.of() : known.registers();
    }

    private void start() {
        Thread thread = new Thread(null, new Start(this), "krait-tier1");
        thread.setDaemon(true);
        thread.start();
    }

    /** Loads Truffle. */
    private static final class Start implements Runnable {
        private final HotCode owner;

        Start(HotCode owner) {
            this.owner = owner;
        }

        @Override
        public void run() {
            synchronized (ATTACHING) {
                if (ending) {
                    return;
                }
                TruffleTier.attach();
            }
            owner.compiler = TruffleTier.start(Profile.MANY_STEPS);
        }
    }
}
