package org.krait.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/**
 * An embedder, run on the distribution's JVM: calls a Python function until Truffle's log says that it is compiled.
 * Prints the name of the engine first and {@code compiled} last; gives up after 60 seconds.
 */
final class HotPolyglotProgram {
    private HotPolyglotProgram() {}

    public static void main(String[] args) throws IOException {
        Path log = Path.of(args[0]);
        try (Context context = Context.newBuilder("krait").allowExperimentalOptions(true)
                .option("engine.TraceCompilation", "true").option("log.file", log.toString()).build()) {
            System.out.println(context.getEngine().getImplementationName());
            context.eval("krait", "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\n");
            Value fib = context.getBindings("krait").getMember("fib");
            long end = System.nanoTime() + 60_000_000_000L;
            while (!isCompiled(log)) {
                if (System.nanoTime() > end) {
                    System.exit(1);
                }
                check(fib.execute(20).asInt() == 6765);
            }
            check(fib.execute(90 - 70).asInt() == 6765);
            System.out.println("compiled");
        }
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new AssertionError();
        }
    }

    private static boolean isCompiled(Path log) throws IOException {
        return Files.exists(log)
                && Files.readString(log).lines().anyMatch(line -> line.contains("opt done") && line.contains(" fib "));
    }
}
