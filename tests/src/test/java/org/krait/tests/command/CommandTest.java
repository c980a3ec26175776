package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.krait.tests.KraitCommand;

/** The options, variables and sessions of the krait command. */
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
    void closedDescriptorsHaveNoStreams() throws Exception {
        String program = "import sys; print('unseen'); print(sys.stdin, sys.stdout, file=sys.stderr)";
        Process process = new ProcessBuilder("sh", "-c", "exec \"$0\" -c \"$1\" <&- >&-",
                KraitCommand.home().resolve("bin/krait").toString(), program).start();
        assertEquals("None None\n", new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, process.waitFor());
    }

    @Test
    void signalsWithoutAHandlerEndTheProcess() throws Exception {
        for (int number : new int[] {3, 8, 11, 15}) {
            Process process = new ProcessBuilder("sh", "-c", "\"$0\" -c \"$1\"; echo $?",
                    KraitCommand.home().resolve("bin/krait").toString(),
                    "import os; os.kill(os.getpid(), " + number + ")").start();
            assertEquals(128 + number + "\n",
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        KraitCommand.Result derived = run("-c", "class E(KeyboardInterrupt): pass\nraise E");
        assertEquals(1, derived.status());
    }

    @Test
    void aVirtualEnvironmentHasPackagesOfItsOwn() throws Exception {
        run("-m", "venv", "--without-pip", folder.resolve("venv").toString()).cleanOut();
        Path home = folder.resolve("venv");
        Files.writeString(home.resolve("lib/python3.12/site-packages/only_here.py"), "x = 'of the environment'\n");
        Process process = new ProcessBuilder(home.resolve("bin/python").toString(), "-c", "import sys, only_here; "
                + "print(only_here.x, sys.prefix, sys.executable, sys.prefix == sys.base_prefix)").start();
        assertEquals("of the environment " + home + " " + home.resolve("bin/python") + " False\n",
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void modulesThatCpythonHasFrozenAreNotShadowed() throws Exception {
        script("os.py", "raise RuntimeError('shadowed')\n");
        script("stat.py", "raise RuntimeError('shadowed')\n");
        assertEquals("/ 16384\n", run(script("program.py",
                "import os, stat\nprint(os.sep, stat.S_IFDIR)\n").toString()).cleanOut());
    }

    @Test
    void entriesOfThePathAreAbsoluteAndOnce() throws Exception {
        Path here = folder.toRealPath();
        assertEquals("['', '" + here + "/a', '" + here + "', '/c']\n", KraitCommand.ofDistribution().in(here)
                .with("PYTHONPATH", "a::/c:./b/../a").run("-c", "import sys; print(sys.path[:4])").cleanOut());
    }

    @Test
    void verboseSaysWhereCodeIsFrom() throws Exception {
        Path module = script("shown.py", "x = 1\n");
        KraitCommand command = KraitCommand.ofDistribution().with("PYTHONPATH", folder.toString());
        String first = command.run("-v", "-c", "import shown").err();
        assertTrue(first.contains("# code object from " + module + "\n# created '" + folder + "/__pycache__/shown."),
                first);
        assertTrue(first.contains("\nimport 'shown' # <_frozen_importlib_external.SourceFileLoader object at "), first);
        assertTrue(command.run("-v", "-c", "import shown").err()
                .contains("# code object from '" + folder + "/__pycache__/shown."));
    }

    /** The codec of a standard stream is a module, of which there is something to say before there is that stream. */
    @Test
    void verboseWithAnEncodingOfTheStreams() throws Exception {
        KraitCommand.Result result = KraitCommand.ofDistribution().with("PYTHONIOENCODING", "koi8-r")
                .run("-v", "--snapshot-mode=off", "-c", "import sys; print(sys.stdout.encoding, sys.stderr.encoding)");
        assertEquals("koi8-r koi8-r\n", result.out(), result.err());
        assertTrue(result.err().contains("import 'encodings.koi8_r' # "), result.err());
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
