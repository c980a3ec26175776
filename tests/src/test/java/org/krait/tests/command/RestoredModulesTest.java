package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.snapshot.Archive;
import org.krait.tests.KraitCommand;

/**
 * The scripts of {@code tests/restored} print the same of modules that are executed and of modules that come out of a
 * heap, written by a process with another hash seed.
 */
@Execution(ExecutionMode.CONCURRENT)
final class RestoredModulesTest {
    private static final Path SCRIPTS = KraitCommand.root().resolve("tests/restored");
    private static final List<String> MODULES =
            List.of("zoo", "zoo.shapes", "zoo.values", "zoo.ring_a", "zoo.ring_b",
                    "zoo.main_user", "zoo.plain", "dispatch", "dispatch.core", "dispatch.extensions",
                    "dispatch.journal", "dispatch.lazy", "nest", "nest.leaf", "nest_user", "late", "share.first",
                    "share.second", "ends", "walks");

    private static KraitCommand command(String seed) {
        return KraitCommand.ofDistribution().in(SCRIPTS).with("KRAIT_CACHE", "off")
                .with("PYTHONDONTWRITEBYTECODE", "1").with("PYTHONHASHSEED", seed);
    }

    @TestFactory
    List<DynamicTest> scripts(@TempDir Path folder) throws Exception {
        Path archive = folder.resolve("zoo.kimg");
        KraitCommand.Result captured = command("1")
                .run("-v", "--snapshot-create=" + archive, "--snapshot-level=heap", "capture.py");
        assertEquals(0, captured.status(), captured.err());
        Archive written = Archive.open(archive.toString());
        for (String module : MODULES) {
            assertTrue(written.find(module).unit() >= 0, captured.err());
        }
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".py") && !name.equals("capture.py") && !MODULES.contains(name.replace(".py", ""))) {
                    tests.add(DynamicTest.dynamicTest(name, () -> compare(name, archive)));
                }
            }
        }
        assertFalse(tests.isEmpty());
        return tests;
    }

    private static void compare(String script, Path archive) throws IOException, InterruptedException {
        String executed = command("2").run("--snapshot-level=code", script).cleanOut();
        assertFalse(executed.isEmpty());
        assertEquals(executed, command("2").run("--snapshot=" + archive, script).cleanOut());
        KraitCommand.Result verbose = command("3").run("-v", "--snapshot=" + archive, script);
        for (String line : verbose.err().lines().toList()) {
            // A script may import anew what it has removed: that is executed.
            boolean isRefused = line.contains(": module zoo") || line.contains(": module dispatch")
                    || line.contains(": module nest") || line.contains(": module share");
            assertTrue(!isRefused || line.endsWith("it was bound, or refused with another module, before"), line);
        }
        assertTrue(verbose.err().contains("# archive " + archive + ": opened"), verbose.err());
    }
}
