package org.krait.language.syntax;

/** Parses on a thread with a big stack what didn't fit the caller's. */
final class BigStack {
    private Mod mod;
    private RuntimeException failure;

    private BigStack() {}

    static Mod parse(Source source, Mode mode, ParseOptions options, long stackBytes) {
        BigStack run = new BigStack();
        Thread thread = new Thread(null, () -> run.parse(source, mode, options), "krait-parser", stackBytes);
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
        return run.mod;
    }

    private void parse(Source source, Mode mode, ParseOptions options) {
        try {
            // The first attempt has given the warnings up to where the stack ended.
            mod = Parser.parse(source, mode, options, null);
        } catch (SyntaxException e) {
            failure = e;
        } catch (StackOverflowError e) {
            failure = new SyntaxException(SyntaxException.Kind.MEMORY_ERROR,
                    "Parser stack overflowed - Python source too complex to parse", source.fileName(), 0, 0, 0, 0,
                    null);
        }
    }
}
