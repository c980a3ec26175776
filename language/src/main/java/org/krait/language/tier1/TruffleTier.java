package org.krait.language.tier1;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.FrameInstance;
import java.io.File;
import java.util.IdentityHashMap;
import java.util.Map;
import org.krait.objects.PyFrame;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.Tier1;
import org.krait.objects.code.CodeObject;

/** The tier once Truffle is there. */
final class TruffleTier implements Tier1 {
    /** More registers than escape analysis can keep apart. */
    private static final int MAX_REGISTERS = 100;
    private static final String ATTACH_LIBRARY = "truffle.attach.library";

    /** The language of the root nodes; null outside the polyglot API. */
    final TruffleLanguage<?> language;

    /** Instructions that are interpreted before a code object is compiled. */
    final int firstSteps;

    TruffleTier(TruffleLanguage<?> language, int firstSteps) {
        this.language = language;
        this.firstSteps = firstSteps;
    }

    /**
     * Has Truffle attach to the JVM, with the library that the distribution has: Truffle itself would unpack one into
     * the user's cache folder, and without one there is no compiler.
     */
    static void attach() {
        File library = new File(System.getProperty("java.home"), "lib/" + System.mapLibraryName("truffleattach"));
        if (System.getProperty(ATTACH_LIBRARY) == null && library.isFile()) {
            System.setProperty(ATTACH_LIBRARY, library.getPath());
        }
        try {
            Class.forName("com.oracle.truffle.polyglot.JDKSupport", true, Truffle.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            // Another version of Truffle attaches when it is used first.
        }
    }

    /** Loads the Truffle runtime; null when it has no compiler. */
    static TruffleTier start(int firstSteps) {
        attach();
        String[][] options = {{"MultiTier", "false"}, {"CompilerThreads", "1"},
            {"SingleTierCompilationThreshold", "1000"}, {"MinInvokeThreshold", "1"}};
        for (String[] option : options) {
            String name = "polyglot.engine." + option[0];
            if (System.getProperty(name) == null) {
                System.setProperty(name, option[1]);
            }
        }
        return Truffle.getRuntime().getName().equals("Interpreted") ? null : new TruffleTier(null, firstSteps);
    }

    @Override
    public Object enter(ThreadState ts, PyFrame frame, int pc) {
        CompiledCode known = of(frame.code);
        return known == null ? null : known.enter(ts, frame, pc);
    }

    @Override
    public Map<PyFrame, PyObject[]> registers() {
        Map<PyFrame, PyObject[]> found = new IdentityHashMap<>();
        Truffle.getRuntime().iterateFrames(instance -> {
            Registers.show(instance.getFrame(FrameInstance.FrameAccess.READ_ONLY), found);
            return null;
        });
        return found;
    }

    /** What is attached to a code object; null when it is another tier's or not to be compiled. */
    CompiledCode of(CodeObject code) {
        Object known = code.compiled;
        if (known == null) {
            if (code.load().registerCount > MAX_REGISTERS) {
                return null;
            }
            known = new CompiledCode(this, code);
            code.compiled = known;
        }
        return known instanceof CompiledCode compiled && compiled.tier == this ? compiled : null;
    }
}
