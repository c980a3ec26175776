package org.krait.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
