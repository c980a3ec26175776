package org.krait.language.compile;

import org.krait.language.syntax.Mod;
import org.krait.language.syntax.SyntaxWarningListener;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;

/** Compiles a deep tree for which the caller's stack was too small, on a thread with a larger one. */
final class DeepCompilation implements Runnable {
    private static final long STACK_BYTES = 64L << 20;

    private final Mod mod;
    private final String fileName;
    private final CompileOptions options;
    private final SyntaxWarningListener listener;
    private final ThreadState state = ThreadState.current();
    private CodeObject result;
    private RuntimeException failure;
    private Error error;

    private DeepCompilation(Mod mod, String fileName, CompileOptions options, SyntaxWarningListener listener) {
        this.mod = mod;
        this.fileName = fileName;
        this.options = options;
        this.listener = listener;
    }

    static CodeObject run(Mod mod, String fileName, CompileOptions options, SyntaxWarningListener listener) {
        DeepCompilation work = new DeepCompilation(mod, fileName, options, listener);
        Thread thread = new Thread(null, work, "krait-compiler", STACK_BYTES);
        thread.start();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (work.failure != null) {
            throw work.failure;
        }
        if (work.error != null) {
            throw work.error;
        }
        return work.result;
    }

    @Override
    public void run() {
        ThreadState.setCurrent(state);
        try {
            result = ModuleCompiler.compileHere(mod, fileName, options, listener);
        } catch (StackOverflowError e) {
            failure = CompileErrors.tooDeep(fileName);
        } catch (RuntimeException e) {
            failure = e;
        } catch (Error e) {
            error = e;
        } finally {
            ThreadState.setCurrent(null);
        }
    }
}
