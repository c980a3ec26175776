package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.tests.KraitCommand;

/** AOT caches of programs: {@code --aot-create=FILE}, {@code --aot=FILE} and {@code KRAIT_AOT}. */
@Execution(ExecutionMode.CONCURRENT)
final class AotCacheTest extends FolderTest {
    private static final String CACHE = "app.aot";

    private KraitCommand.Result make(String... program) throws Exception {
        String[] all = new String[program.length + 1];
        System.arraycopy(program, 0, all, 1, program.length);
        all[0] = "--aot-create=" + CACHE;
        return command().run(all);
    }

    /** The program runs as usual, with its arguments and exit code, and nobody else says anything. */
    @Test
    void theProgramRunsAndLeavesACache() throws Exception {
        write("app", """
                import sys, json
                print(json.dumps(sys.argv[1:]), sys.orig_argv[1:], len(sys.stdin.readlines()))
                print('says', file=sys.stderr)
                sys.exit(3)
                """);
        KraitCommand.Result made = command().from(folder.resolve("app.py"))
                .run("--aot-create=" + CACHE, "app.py", "a b", "--aot=c");
        assertEquals("[\"a b\", \"--aot=c\"] ['app.py', 'a b', '--aot=c'] 4\n", made.out());
        assertEquals("says\n", made.err());
        assertEquals(3, made.status());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals("[app.aot, app.aot.stamp, app.py]",
                    Arrays.toString(files.map(f -> f.getFileName().toString()).sorted().toArray()));
        }
    }

    /** What no run of the program has needed is not loaded before it starts. */
    @Test
    void theCacheIsUsedAndHasLessThanTheDistributions() throws Exception {
        write("app", "print('of the program')\n");
        make("app.py").cleanOut();
        // With this mode the JVM refuses to start when it can't use the cache.
        String mustUse = "-XX:AOTMode=on -Xlog:class+load:file=";
        String own = command().with("KRAIT_JAVA_OPTIONS", mustUse + folder.resolve("own.log"))
                .run("--aot=" + CACHE, "app.py").cleanOut();
        assertEquals("of the program\n", own);
        assertEquals(own, command().with("KRAIT_JAVA_OPTIONS", mustUse + folder.resolve("other.log"))
                .with("KRAIT_AOT", folder.resolve(CACHE).toString()).run("app.py").cleanOut());
        assertEquals(own, command().with("KRAIT_JAVA_OPTIONS", mustUse + folder.resolve("all.log")).run("app.py")
                .cleanOut());
        long ownClasses = Files.lines(folder.resolve("own.log")).count();
        assertEquals(ownClasses, Files.lines(folder.resolve("other.log")).count());
        assertTrue(ownClasses * 4 < Files.lines(folder.resolve("all.log")).count() * 3, ownClasses + " classes");
    }

    /** A cache that cannot be used stops nobody; {@code -v} says why, as far as it is not the JVM's secret. */
    @Test
    void cachesThatCannotBeUsed() throws Exception {
        write("app", "print('runs')\n");
        KraitCommand.Result none = command().run("-v", "app.py");
        assertFalse(none.err().contains("AOT"), none.err());
        isPassedOver(CACHE + ": no such file, or none that can be read");
        Files.writeString(folder.resolve(CACHE), "");
        isPassedOver(CACHE + ": was made by another build of Krait: make it anew");
        Files.writeString(folder.resolve(CACHE + ".stamp"), "of another");
        isPassedOver(CACHE + ": was made by another build of Krait: make it anew");
        make("app.py").cleanOut();
        byte[] bytes = Files.readAllBytes(folder.resolve(CACHE));
        for (int length : new int[] {0, 100, bytes.length / 2}) {
            Files.write(folder.resolve(CACHE), Arrays.copyOf(bytes, length));
            assertEquals("runs\n", command().run("--aot=" + CACHE, "app.py").cleanOut(), length + " bytes");
        }
    }

    private void isPassedOver(String reason) throws Exception {
        KraitCommand.Result result = command().with("KRAIT_AOT", CACHE).run("-v", "app.py");
        assertEquals("runs\n", result.out());
        assertTrue(result.err().contains("# AOT cache not used: " + reason + "\n"), result.err());
        assertEquals("runs\n", command().with("KRAIT_AOT", CACHE).run("app.py").cleanOut());
    }

    @Test
    void cachesThatCannotBeMade() throws Exception {
        write("app", "import os\nos.kill(os.getpid(), 9)\n");
        fails(2, "expected a file", "--aot-create=", "app.py");
        fails(2, folder + ": is a folder", "--aot-create=" + folder, "app.py");
        fails(2, "none/app.aot: there is no folder none/", "--aot-create=none/app.aot", "app.py");
        fails(1, "/proc/app.aot: cannot be written", "--aot-create=/proc/app.aot", "app.py");
        fails(137, "the program has ended in a way that leaves nothing to make app.aot of", "--aot-create=" + CACHE,
                "app.py");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
        KraitCommand.Result late = command().run("-B", "--aot=" + CACHE, "app.py");
        assertTrue(late.err().startsWith("--aot: must be the first option of bin/krait\n"), late.err());
        assertEquals(2, late.status());
    }

    private void fails(int status, String reason, String... arguments) throws IOException, InterruptedException {
        KraitCommand.Result result = command().run(arguments);
        assertTrue(result.err().contains("krait: --aot-create: " + reason + "\n"), result.err());
        assertEquals(status, result.status());
        assertEquals("", result.out());
    }
}
