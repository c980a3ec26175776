package org.krait.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder that the build makes: it starts from anywhere, with its AOT cache, and loads nothing in vain. */
final class DistributionTest {
    private static final String HELLO = "print('hello')";

    /** The limit of the heap is a part of what the machine or its container has, not of a number in the options. */
    @Test
    void theHeapTakesAPartOfTheMemory(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("gc.log");
        KraitCommand.ofDistribution().with("KRAIT_JAVA_OPTIONS", "-Xlog:gc+init:file=" + log)
                .run("-c", "pass").cleanOut();
        long memory = 0;
        long most = 0;
        for (String line : Files.readAllLines(log)) {
            memory = Math.max(memory, megabytes(line, "Memory: "));
            most = Math.max(most, megabytes(line, "Heap Max Capacity: "));
        }
        assertTrue(most > 0 && most <= memory * 0.71, "a heap of up to " + most + " MB in " + memory + " MB");
    }

    private static long megabytes(String line, String label) {
        int at = line.indexOf(label);
        if (at < 0) {
            return 0;
        }
        String text = line.substring(at + label.length()).strip();
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return text.endsWith("G") ? number * 1024 : number;
    }

    @Test
    void theAotCacheIsUsed() throws IOException, InterruptedException {
        // With this mode the JVM refuses to start when it can't use the cache.
        assertEquals("hello\n", KraitCommand.ofDistribution().with("KRAIT_JAVA_OPTIONS", "-XX:AOTMode=on")
                .run("-c", HELLO).cleanOut());
    }

    /** Neither the program nor its children learn of the library that does it; one of the user's comes first. */
    @Test
    void theAotCacheIsReadIntoLargePages() throws IOException, InterruptedException {
        Path lib = KraitCommand.home().resolve("jre/lib");
        assumeTrue(Files.exists(lib.resolve("libkraitpages.so")), "a library of Linux on x86-64 and AArch64");
        String program = """
                import os, subprocess
                maps = [line.split() for line in open('/proc/self/maps')]
                sizes = [eval('-0x' + m[0].replace('-', '+0x')) for m in maps if m[1] == 'rw-p' and '.aot' in m[-1]]
                print(any(size >= 2 << 20 for size in sizes))
                print(any('libkraitpages' in m[-1] for m in maps))
                print(os.environ.get('LD_PRELOAD'))
                print(subprocess.run('echo $LD_PRELOAD', shell=True, capture_output=True, text=True).stdout, end='')
                """;
        assertEquals("False\nTrue\nNone\n\n", KraitCommand.ofDistribution().run("-c", program).cleanOut());
        String other = lib.resolve("libkraitcalls.so").toString();
        assertEquals("True\nFalse\n" + other + "\n" + other + "\n",
                KraitCommand.ofDistribution().with("LD_PRELOAD", other).run("-c", program).cleanOut());
    }

    @Test
    void aShortScriptLoadsNoTruffleClass(@TempDir Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        KraitCommand.ofDistribution().with("KRAIT_JAVA_OPTIONS", "-Xlog:class+load:file=" + log)
                .run("-c", HELLO).cleanOut();
        String classes = Files.readString(log);
        assertTrue(classes.contains("org.krait.launcher.Main"), classes);
        assertFalse(classes.contains("com.oracle.truffle"), "Truffle classes were loaded");
        assertFalse(classes.contains("org.graalvm.polyglot"), "polyglot classes were loaded");
    }

    @Test
    void optionsForOtherJavaProgramsAreIgnored() throws IOException, InterruptedException {
        assertEquals("hello\n", KraitCommand.ofDistribution().with("JAVA_TOOL_OPTIONS", "-Dx=y")
                .with("JDK_JAVA_OPTIONS", "-Dx=y").with("_JAVA_OPTIONS", "-Dx=y").run("-c", HELLO).cleanOut());
    }

    @Test
    void startsThroughSymbolicLinks(@TempDir Path folder) throws IOException, InterruptedException {
        Path first = Files.createSymbolicLink(folder.resolve("first"), KraitCommand.home().resolve("bin/krait"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), first.getFileName());
        assertEquals("hello\n", new KraitCommand(second).run("-c", HELLO).cleanOut());
    }

    @Test
    void theBaseArchiveIsUsedWhereverItLies(@TempDir Path folder) throws IOException, InterruptedException {
        Path home = folder.resolve("elsewhere");
        Files.createDirectories(home.resolve("bin"));
        Files.copy(KraitCommand.home().resolve("bin/krait"), home.resolve("bin/krait"),
                StandardCopyOption.COPY_ATTRIBUTES);
        for (String part : new String[] {"jre", "lib"}) {
            Files.createSymbolicLink(home.resolve(part), KraitCommand.home().resolve(part));
        }
        KraitCommand.Result result = new KraitCommand(home.resolve("bin/krait")).run("-v", "-c",
                "import argparse, asyncio, gettext, logging, unittest; print(gettext._default_localedir)");
        assertEquals(home + "/share/locale\n", result.out(), result.err());
        assertFalse(result.err().contains("is executed"), result.err());
        assertFalse(result.err().contains("# code object from"), result.err());
    }

    @Test
    void startsFromItsOwnFolder() throws IOException, InterruptedException {
        assertEquals("hello\n", new KraitCommand(Path.of("./krait")).in(KraitCommand.home().resolve("bin"))
                .run("-c", HELLO).cleanOut());
    }

    @Test
    void theCommandOfTheTreeRunsTheDistribution() throws IOException, InterruptedException {
        assertEquals("hello\n", new KraitCommand(KraitCommand.root().resolve("krait")).run("-c", HELLO).cleanOut());
    }
}
