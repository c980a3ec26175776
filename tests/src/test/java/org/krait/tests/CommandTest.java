package org.krait.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The krait command with good and bad input: exit codes, messages, and that caches and archives never stop it. */
final class CommandTest {
    @TempDir
    Path folder;

    private static KraitCommand.Result run(String... arguments) throws IOException, InterruptedException {
        return KraitCommand.ofDistribution().run(arguments);
    }

    private Path script(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aMissingScriptEndsWithStatus2() throws Exception {
        KraitCommand.Result result = run(folder.resolve("none.py").toString());
        assertEquals(2, result.status());
        assertTrue(result.err().contains("can't open file"), result.err());
        assertTrue(result.err().contains("[Errno 2] No such file or directory"), result.err());
    }

    @Test
    void sourceThatIsNotUtf8IsASyntaxError() throws Exception {
        Path script = folder.resolve("latin.py");
        Files.write(script, new byte[] {'x', '=', '"', (byte) 0xe9, '"', '\n'});
        KraitCommand.Result result = run(script.toString());
        assertEquals(1, result.status());
        assertTrue(result.err().contains("SyntaxError: (unicode error) 'utf-8' codec can't decode byte 0xe9")
                || result.err().contains("SyntaxError: Non-UTF-8 code starting with '\\xe9'"), result.err());
    }

    @Test
    void exitCodesAreThoseOfPython() throws Exception {
        assertEquals(3, run("-c", "import sys; sys.exit(3)").status());
        assertEquals(1, run("-c", "1/0").status());
        assertEquals(2, run("-Z").status());
        assertEquals("Python 3.12.8\n", run("-V").cleanOut());
    }

    @Test
    void anUncaughtExceptionIsPrintedAsPythonDoes() throws Exception {
        Path script = script("error.py", "def f(x):\n    return 1 / x\n\nf(0)\n");
        KraitCommand.Result result = run(script.toString());
        assertEquals("Traceback (most recent call last):\n"
                + "  File \"" + script + "\", line 4, in <module>\n    f(0)\n"
                + "  File \"" + script + "\", line 2, in f\n    return 1 / x\n           ~~^~~\n"
                + "ZeroDivisionError: division by zero\n", result.err());
    }

    /** Imports a module from source, cache and archive, with the cache and the archive whole and damaged. */
    @Test
    void damagedCachesAndArchivesDoNotStopAProgram() throws Exception {
        script("helper.py", "def value():\n    return 42\n");
        String script = script("main.py", "import helper\nprint(helper.value())\n").toString();
        assertEquals("42\n", run(script).cleanOut());
        Path cache;
        try (Stream<Path> files = Files.list(folder.resolve("__pycache__"))) {
            cache = files.findFirst().orElseThrow();
        }
        assertTrue(cache.getFileName().toString().equals("helper.krait-312.pyc"), cache.toString());
        assertEquals("42\n", run(script).cleanOut());
        byte[] whole = Files.readAllBytes(cache);
        Files.write(cache, java.util.Arrays.copyOf(whole, whole.length - 5));
        KraitCommand.Result result = run("-v", "-B", script);
        assertEquals("42\n", result.out());
        assertTrue(result.err().contains("is damaged"), result.err());

        Path list = folder.resolve("list");
        Path archive = folder.resolve("app.kimg");
        KraitCommand.ofDistribution().with("PYCDSMODE", "TRACE").with("PYCDSLIST", list.toString()).run(script);
        KraitCommand.ofDistribution().with("PYCDSMODE", "DUMP").with("PYCDSLIST", list.toString())
                .with("PYCDSARCHIVE", archive.toString()).run().cleanOut();
        result = KraitCommand.ofDistribution().with("PYCDSMODE", "SHARE").with("PYCDSARCHIVE", archive.toString())
                .run("-v", script);
        assertEquals("42\n", result.out());
        assertTrue(result.err().contains("app.kimg: opened"), result.err());
        byte[] bytes = Files.readAllBytes(archive);
        Files.write(archive, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        result = KraitCommand.ofDistribution().with("KRAIT_SNAPSHOT", archive.toString()).run("-v", script);
        assertEquals("42\n", result.out());
        assertTrue(result.err().contains("cut short"), result.err());
    }

    @Test
    void theTwoDozenModulesOfTheExampleImport() throws Exception {
        String out = run("examples/imports.py").cleanOut();
        assertTrue(out.startsWith("25 modules: argparse asyncio"), out);
    }

    @Test
    void optionsChangeWhatTheySay() throws Exception {
        assertEquals("1 True ['default', 'error::BytesWarning']\n", run("-Obb", "-X", "dev", "-c",
                "import sys; print(sys.flags.optimize, sys.flags.dev_mode, sys.warnoptions)").cleanOut());
        KraitCommand.Result bytes = run("-bb", "-c", "b'a' == 'a'");
        assertTrue(bytes.err().endsWith("BytesWarning: Comparison between bytes and string\n"), bytes.err());
        assertEquals("", run("-X", "no_debug_ranges", "-c", "1/0").err().replaceAll("[^~^]", ""));
        KraitCommand.Result unknown = run("-Z");
        assertTrue(unknown.err().startsWith("Unknown option: -Z\nusage: "), unknown.err());
        KraitCommand.Result table = run("-X", "importtime", "-c", "import json");
        assertTrue(table.err().contains("import time: self [us] | cumulative | imported package"), table.err());
        assertTrue(table.err().contains("|   json.decoder"), table.err());
    }

    @Test
    void variablesOfPythonAreHeeded() throws Exception {
        KraitCommand command = KraitCommand.ofDistribution();
        assertEquals("2 640 1\n", command.with("PYTHONOPTIMIZE", "2").with("PYTHONINTMAXSTRDIGITS", "640")
                .with("PYTHONNODEBUGRANGES", "1").with("PYTHONSAFEPATH", "1").run("-c", "import sys; f = sys.flags; "
                        + "print(f.optimize, f.int_max_str_digits, int(f.safe_path))").cleanOut());
        KraitCommand.Result bad = KraitCommand.ofDistribution().with("PYTHONHASHSEED", "x").run("-c", "1");
        assertEquals(1, bad.status());
        assertTrue(bad.err().startsWith("Fatal Python error: config_init_hash_seed: "), bad.err());
    }

    @Test
    void foldersZipFilesAndCacheFilesAreRun() throws Exception {
        Path program = Files.createDirectory(folder.resolve("program"));
        Files.writeString(program.resolve("__main__.py"), "import sys, part\nprint(part.x, sys.argv[1:])\n");
        Files.writeString(program.resolve("part.py"), "x = 1\n");
        assertEquals("1 ['a']\n", run(program.toString(), "a").cleanOut());
        Path archive = folder.resolve("program.pyz");
        run("-m", "zipapp", program.toString(), "-p", "/usr/bin/env python3", "-o", archive.toString()).cleanOut();
        assertEquals("1 ['b']\n", run(archive.toString(), "b").cleanOut());
        run("-c", "import py_compile, sys; py_compile.compile(sys.argv[1], sys.argv[2])",
                program.resolve("part.py").toString(), folder.resolve("part.pyc").toString()).cleanOut();
        assertEquals("", run(folder.resolve("part.pyc").toString()).cleanOut());
    }

    @Test
    void aStreamThatCannotBeFlushedGivesStatus120() throws Exception {
        KraitCommand.Result result = run("-c", "import os; print(1); os.close(1)");
        assertEquals(120, result.status());
        assertTrue(result.err().contains("OSError: [Errno 9] Bad file descriptor"), result.err());
    }

    @Test
    void aSessionWithoutTerminalReadsStatements() throws Exception {
        Path input = script("input", "x = 5\ndef f():\n  return x\n\nf()\n1/0\nprint('on')\n");
        Process process = new ProcessBuilder(KraitCommand.home().resolve("bin/krait").toString(), "-i", "-q")
                .redirectInput(input.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals("5\non\n", out);
        assertTrue(err.startsWith(">>> >>> ... ... >>> >>> Traceback"), err);
        assertEquals(0, process.waitFor());
    }
}
