package org.krait.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tier 1 in the distribution: Graal compiles what is hot, says Truffle's log, and nothing when it is switched off. */
final class Tier1Test {
    /** Runs until Truffle's log, its first argument, names the functions of the other arguments; exits 1 after 60 s. */
    private static final String UNTIL_COMPILED = """
            import sys, time

            def fib(n):
                return n if n < 2 else fib(n - 1) + fib(n - 2)

            def loop(n):
                x = 0
                for i in range(n):
                    x += i * 2
                return x

            def compiled():
                try:
                    with open(sys.argv[1]) as log:
                        done = [line for line in log if 'opt done' in line]
                except FileNotFoundError:
                    return False
                return all(any(name in line for line in done) for name in sys.argv[2:])

            end = time.time() + 60
            while not compiled():
                if time.time() > end:
                    sys.exit(1)
                assert fib(18) == 2584
                assert loop(100000) == 9999900000
            print('compiled')
            """;

    private static String options(Path log) {
        return "-Dpolyglot.engine.TraceCompilation=true -Dpolyglot.log.file=" + log;
    }

    @Test
    void whatIsHotIsCompiled(@TempDir Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("truffle.log");
        KraitCommand.Result result = KraitCommand.ofDistribution().with("KRAIT_JAVA_OPTIONS", options(log))
                .run("-c", UNTIL_COMPILED, log.toString(), " fib ", " loop ");
        assertEquals("compiled\n", result.cleanOut());
    }

    /** Truffle's own way would be a library in the user's cache folder, which not every user has. */
    @Test
    void noHomeFolderIsNeeded(@TempDir Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("truffle.log");
        Path noFolder = Files.createFile(folder.resolve("file"));
        KraitCommand.Result result = KraitCommand.ofDistribution()
                .with("KRAIT_JAVA_OPTIONS", options(log) + " -Duser.home=" + noFolder)
                .run("-c", UNTIL_COMPILED, log.toString(), " fib ", " loop ");
        assertEquals("compiled\n", result.cleanOut());
    }

    @Test
    void nothingIsCompiledWhenItIsOff(@TempDir Path folder) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes.log");
        KraitCommand.Result result = KraitCommand.ofDistribution()
                .with("KRAIT_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes)
                .run("-X", "jit=off", "-c", "def f(n):\n    while n: n -= 1\nfor i in range(200): f(10000)\nprint(1)");
        assertEquals("1\n", result.cleanOut());
        assertFalse(Files.readString(classes).contains("com.oracle.truffle"), "Truffle was loaded");
    }

    @Test
    void aCompilerThatIsMissingIsNoError() throws IOException, InterruptedException {
        KraitCommand.Result result = KraitCommand.ofDistribution()
                .with("KRAIT_JAVA_OPTIONS", "-Dtruffle.UseFallbackRuntime=true")
                .run("-c", "def f(n):\n    while n: n -= 1\nfor i in range(200): f(10000)\nprint(1)");
        assertEquals("1\n", result.cleanOut());
    }

    @Test
    void thePolyglotApiCompilesToo(@TempDir Path folder) throws IOException, InterruptedException {
        Path home = KraitCommand.home();
        Path log = folder.resolve("truffle.log");
        List<String> line = new ArrayList<>(List.of(home.resolve("jre/bin/java").toString(),
                "@" + home.resolve("lib/java.options"), "-Dkrait.home=" + home, "--add-modules",
                "org.krait.language,jdk.graal.compiler,org.graalvm.truffle.runtime", "-cp",
                KraitCommand.root().resolve("tests/target/test-classes").toString(),
                HotPolyglotProgram.class.getName(), log.toString()));
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "no end");
        String text = Files.readString(out);
        assertTrue(text.startsWith("GraalVM"), text);
        assertTrue(text.endsWith("compiled\n"), text);
        assertEquals(0, process.exitValue(), text);
    }
}
