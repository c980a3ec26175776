package org.krait.language.syntax;

import java.util.function.Supplier;

/** Runs on a thread with a big stack what didn't fit the caller's. */
final class BigStack<T> {
    private T result;
    private RuntimeException failure;
    private Error error;

    private BigStack() {}

    static <T> T call(Supplier<T> work, long stackBytes) {
        BigStack<T> run = new BigStack<>();
        Thread thread = new Thread(null, () -> run.call(work), "krait-parser", stackBytes);
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
        if (run.failure != null) {
            throw run.failure;
        }
        if (run.error != null) {
            throw run.error;
        }
        return run.result;
    }

    private void call(Supplier<T> work) {
        try {
            result = work.get();
        } catch (StackOverflowError e) {
            failure = new SyntaxException(SyntaxException.Kind.MEMORY_ERROR,
                    "Parser stack overflowed - Python source too complex to parse", null, -1, -1, -1, -1, null);
        } catch (RuntimeException e) {
            failure = e;
        } catch (Error e) {
            error = e;
        }
    }
}
