package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.language.PythonCompiler;
import org.krait.objects.PyModule;
import org.krait.runtime.Calls;
import org.krait.runtime.Configuration;
import org.krait.runtime.Texts;
import org.krait.runtime.imports.Imports;
import org.krait.snapshot.CacheLayout;
import org.krait.tests.KraitCommand;
import org.krait.tests.PythonContext;

/** A program runs whatever its cache files are like, and {@code -v} says why one was not used or not written. */
@Execution(ExecutionMode.CONCURRENT)
final class CachesTest {
    private static final String CACHE = "__pycache__/helper.krait-312.pyc";

    @TempDir
    Path folder;
    private Path cache;

    @BeforeEach
    void program() throws IOException {
        cache = folder.resolve(CACHE);
        Files.writeString(folder.resolve("helper.py"), "def value():\n    return 42\n");
        Files.writeString(folder.resolve("main.py"), "import helper\nprint(helper.value())\n");
    }

    private KraitCommand.Result run(String... options) throws IOException, InterruptedException {
        return run(KraitCommand.ofDistribution(), options);
    }

    private KraitCommand.Result run(KraitCommand command, String... options)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(Arrays.asList(options));
        arguments.add("main.py");
        return command.in(folder).run(arguments.toArray(new String[0]));
    }

    /** Runs with -v: the program must print a line, and the log must hold a text about the cache. */
    private void says(String line, String about, String... options) throws IOException, InterruptedException {
        says(KraitCommand.ofDistribution(), line, about, options);
    }

    private void says(KraitCommand command, String line, String about, String... options)
            throws IOException, InterruptedException {
        String[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = "-v";
        KraitCommand.Result result = run(command, all);
        assertEquals(line + "\n", result.out(), result.err());
        assertEquals(0, result.status());
        String place = "# cache " + folder.toRealPath().resolve(CACHE) + ": ";
        assertTrue(result.err().contains(place + about), () -> place + about + " is not in\n" + result.err());
    }

    @Test
    void aCacheIsWrittenAndUsed() throws Exception {
        assertEquals("42\n", run().cleanOut());
        assertTrue(Files.exists(cache));
        FileTime written = Files.getLastModifiedTime(cache);
        KraitCommand.Result result = run("-v");
        assertEquals("42\n", result.out());
        assertFalse(result.err().contains("# cache"), result.err());
        assertEquals(written, Files.getLastModifiedTime(cache));
    }

    @Test
    void aDamagedCacheIsPassedOverAndReplaced() throws Exception {
        run().cleanOut();
        byte[] whole = Files.readAllBytes(cache);
        Files.write(cache, Arrays.copyOf(whole, 7));
        says("42", "is cut short: has 7 bytes, expected a header of " + CacheLayout.DATA_OFFSET, "-B");
        Files.write(cache, Arrays.copyOf(whole, whole.length / 2));
        says("42", "is damaged: ", "-B");
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 4;
        Files.write(cache, flipped);
        says("42", "is damaged: ", "-B");
        byte[] other = whole.clone();
        other[0] ^= 1;
        Files.write(cache, other);
        says("42", "is of another version: magic is ");
        assertEquals(-1, Arrays.mismatch(whole, Files.readAllBytes(cache)));
    }

    /** In contexts of this process: flips and cuts at very many places. */
    @Test
    void noDamageStopsAnImport() throws Exception {
        run().cleanOut();
        byte[] whole = Files.readAllBytes(cache);
        Random random = new Random(20261128);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = i < 250 ? whole.clone() : Arrays.copyOf(whole, random.nextInt(whole.length));
            if (i < 250) {
                bytes[i * whole.length / 250] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(cache, bytes);
            Configuration c = PythonContext.configuration();
            c.scriptFolder = folder.toString();
            c.noSite = true;
            c.dontWriteBytecode = true;
            String found = new PythonContext(c, new PythonCompiler()).call(ts -> {
                PyModule helper = (PyModule) Imports.importModule(ts, "helper");
                return Texts.str(ts, Calls.call(ts, helper.dict.get("value"))).toString();
            });
            assertEquals("42", found);
        }
    }

    @Test
    void aStaleCacheIsReplaced() throws Exception {
        run().cleanOut();
        Path source = folder.resolve("helper.py");
        FileTime time = Files.getLastModifiedTime(source);
        Files.writeString(source, "def value():\n    return 4242\n");
        Files.setLastModifiedTime(source, time);
        says("4242", "is stale: its source has 29 bytes of ");
        assertEquals("4242\n", run().cleanOut());
        Files.writeString(source, "def value():\n    return 4343\n");
        Files.setLastModifiedTime(source, FileTime.fromMillis(time.toMillis() - 5000));
        says("4343", "is stale: its source has 29 bytes of " + (time.toMillis() - 5000) / 1000 + " s, expected 29 ");
    }

    @Test
    void aCacheThatGoesByTheHashNoticesWhatTimeAndSizeDoNot() throws Exception {
        Path source = folder.resolve("helper.py");
        KraitCommand.ofDistribution().in(folder).run("-c", "import py_compile as p; p.compile('helper.py', "
                + "invalidation_mode=p.PycInvalidationMode.CHECKED_HASH)").cleanOut();
        assertEquals("42\n", run().cleanOut());
        FileTime time = Files.getLastModifiedTime(source);
        Files.writeString(source, "def value():\n    return 43\n");
        Files.setLastModifiedTime(source, time);
        assertEquals("42\n", run("--check-hash-based-pycs", "never").cleanOut());
        says("43", "is stale: its source has the hash ");
    }

    @Test
    void aCacheThatCanNotBeWrittenIsDoneWithout() throws Exception {
        // A limit of the size of files is met as a full disk is: in the middle of writing.
        Files.writeString(folder.resolve("helper.py"), "TEXT = '" + "text ".repeat(4000) + "'\n"
                + "def value():\n    return 42\n");
        says(KraitCommand.limited("-f 16"), "42", "can't be written: File too large");
        assertEquals(List.of(), files("__pycache__"));
        Files.delete(folder.resolve("__pycache__"));
        // A file in the place of the folder: as good as a folder without rights, which root would have.
        Files.writeString(folder.resolve("__pycache__"), "");
        says("42", "can't be written: no folder ");
        assertEquals("42\n", run().cleanOut());
    }

    private List<String> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writersDoNotDisturbOneAnother() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            writers.add(KraitCommand.ofDistribution().in(folder).start("main.py"));
        }
        for (Process writer : writers) {
            assertEquals(0, writer.waitFor());
        }
        assertEquals(List.of("helper.krait-312.pyc"), files("__pycache__"));
        String inspection = KraitCommand.ofDistribution().in(folder).run("--snapshot-inspect", CACHE).cleanOut();
        assertTrue(inspection.contains("checksum"), inspection);
        assertEquals("42\n", run().cleanOut());
    }
}
