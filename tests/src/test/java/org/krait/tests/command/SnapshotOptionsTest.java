package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.tests.KraitCommand;

/** The {@code --snapshot} options: archives are written, layered, required and explained. */
@Execution(ExecutionMode.CONCURRENT)
final class SnapshotOptionsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void program() throws IOException {
        folder = folder.toRealPath();
        Files.writeString(folder.resolve("helper.py"), "def value():\n    return 42\n");
        Files.writeString(folder.resolve("other.py"), "name = 'other'\n");
        Files.writeString(folder.resolve("first.py"), "import helper\nprint(helper.value())\n");
        Files.writeString(folder.resolve("second.py"), "import helper, other, os\nprint(helper.value(), other.name)\n");
    }

    private KraitCommand command() {
        return KraitCommand.ofDistribution().in(folder).with("KRAIT_CACHE", "off");
    }

    private static boolean comesFrom(KraitCommand.Result explained, String module, String origin) {
        String row = " *[0-9. ]+ " + module + " +.*" + origin + "(;.*)?";
        return explained.err().lines().anyMatch(line -> line.matches(row));
    }

    private KraitCommand.Result createCode(String archive, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("--snapshot-create=" + archive, "--snapshot-level=code"));
        words.addAll(List.of(more));
        return command().run(words.toArray(String[]::new));
    }

    @Test
    void createsWhatTheLowerLayersLack() throws Exception {
        assertEquals("42\n", createCode("app.kimg", "first.py").cleanOut());
        KraitCommand.Result one = command().run("--snapshot", "app.kimg", "--snapshot-explain", "second.py");
        assertTrue(comesFrom(one, "helper", "app.kimg"), one.err());
        assertTrue(comesFrom(one, "other", "source"), one.err());
        assertEquals("42 other\n", createCode("more.kimg", "--snapshot=app.kimg", "second.py").cleanOut());
        String inside = command().run("--snapshot-inspect", "more.kimg").cleanOut();
        assertTrue(inside.contains("other.py") && !inside.contains("helper.py"), inside);
        KraitCommand.Result both =
                command().run("--snapshot=more.kimg", "--snapshot=app.kimg", "--snapshot-explain", "second.py");
        assertTrue(comesFrom(both, "helper", "app.kimg") && comesFrom(both, "other", "more.kimg"), both.err());
        KraitCommand.Result byVariable =
                command().with("KRAIT_SNAPSHOT", "more.kimg:app.kimg").run("--snapshot-explain", "second.py");
        assertTrue(comesFrom(byVariable, "other", "more.kimg"), byVariable.err());
    }

    @Test
    void foldersAndModulesAreCapturedAsScriptsAre() throws Exception {
        Files.createDirectory(folder.resolve("app"));
        Files.writeString(folder.resolve("app/__main__.py"), "import inside\nprint(inside.x)\n");
        Files.writeString(folder.resolve("app/inside.py"), "x = 'inside'\n");
        for (List<String> program : List.of(List.of("app"), List.of("-m", "app.__main__"))) {
            List<String> words = new ArrayList<>(List.of("--snapshot-create=app.kimg"));
            words.addAll(program);
            KraitCommand command = command().with("PYTHONPATH", folder.resolve("app").toString());
            assertEquals("inside\n", command.run(words.toArray(String[]::new)).cleanOut());
            words.set(0, "--snapshot=app.kimg");
            words.add(1, "--snapshot-explain");
            KraitCommand.Result heap = command.run(words.toArray(String[]::new));
            assertTrue(comesFrom(heap, "inside", "heap of app.kimg"), heap.err());
        }
        KraitCommand.Result main = command().run("--snapshot-create=app.kimg", "--snapshot-main", "app");
        assertEquals(2, main.status());
        assertTrue(main.err().endsWith("--snapshot-main: app is no script file\n"), main.err());
    }

    @Test
    void modulesAreCapturedExecutedUnlessTheirCodeAloneIsWanted() throws Exception {
        assertEquals("42\n", command().run("--snapshot-create=app.kimg", "first.py").cleanOut());
        KraitCommand.Result heap = command().run("--snapshot", "app.kimg", "--snapshot-explain", "first.py");
        assertEquals("42\n", heap.out());
        assertTrue(comesFrom(heap, "helper", "heap of app.kimg"), heap.err());
        KraitCommand.Result code =
                command().run("--snapshot=app.kimg", "--snapshot-level=code", "--snapshot-explain", "first.py");
        assertEquals("42\n", code.out());
        assertTrue(comesFrom(code, "helper", "code of app.kimg; is executed because of --snapshot-level=code"),
                code.err());
        createCode("code.kimg", "first.py").cleanOut();
        code = command().run("--snapshot", "code.kimg", "--snapshot-explain", "first.py");
        assertTrue(comesFrom(code, "helper", "code of code.kimg; has the code of modules alone"), code.err());
        KraitCommand.Result second = command().run("--snapshot=app.kimg", "--snapshot-create=more.kimg", "second.py");
        assertEquals("42 other\n", second.cleanOut());
        KraitCommand.Result alone = command().run("--snapshot=more.kimg", "--snapshot-explain", "second.py");
        for (String module : new String[] {"helper", "other", "os", "importlib._bootstrap"}) {
            assertTrue(comesFrom(alone, module, "heap of more.kimg"), module + "\n" + alone.err());
        }
    }

    @Test
    void anArchiveOfHeapsStandsInForWhatItCanNotHold() throws Exception {
        Files.writeString(folder.resolve("marked.py"), "__krait_snapshot__ = 'code'\n");
        Files.writeString(folder.resolve("uses.py"), "import marked\n");
        Files.writeString(folder.resolve("first.py"), """
                import helper, uses
                try:
                    import none
                except ImportError:
                    print(helper.value())
                """);
        KraitCommand.Result created = command().run("-v", "--snapshot-create=app.kimg", "first.py");
        assertTrue(created.err().contains("# not captured: marked: is marked to stay code\n"), created.err());
        KraitCommand.Result told = command().run("-v", "--snapshot=app.kimg", "first.py");
        assertEquals("42\n", told.out());
        assertTrue(told.err().contains("# archive " + folder.resolve("app.kimg")
                + ": module marked is not captured: is marked to stay code\n"), told.err());
        KraitCommand.Result explained = command().run("--snapshot=app.kimg", "--snapshot-explain", "first.py");
        assertTrue(comesFrom(explained, "marked", "code of app.kimg; is not captured: is marked to stay code"),
                explained.err());
        assertTrue(comesFrom(explained, "none", "failed"), explained.err());
        assertTrue(explained.err().lines().anyMatch(line -> line.matches(
                ".*\\(all\\) +[0-9]+ imports: [0-9]+ out of a heap, [12] from the code of an archive, 1 not imported")),
                explained.err());
        assertEquals("42\n",
                command().run("--snapshot=app.kimg", "--snapshot-mode=require", "first.py").cleanOut());
    }

    @Test
    void aSourceThatChangesWhileTheProgramRunsIsNotArchived() throws Exception {
        Files.writeString(folder.resolve("uses.py"), "import helper\nvalue = helper.value()\n");
        Files.writeString(folder.resolve("changes.py"), """
                import uses
                with open('helper.py', 'w') as file:
                    file.write('def value():\\n    return "changed"\\n')
                print(uses.value)
                """);
        KraitCommand.Result created = command().run("-v", "--snapshot-create=app.kimg", "changes.py");
        assertEquals("42\n", created.out());
        assertTrue(created.err().contains("# not archived: helper: " + folder.resolve("helper.py")
                + " has changed since it was imported\n"), created.err());
        Files.writeString(folder.resolve("first.py"), "import uses\nprint(uses.value)\n");
        assertEquals("changed\n", command().run("--snapshot=app.kimg", "first.py").cleanOut());
    }

    /** As another program reads it. */
    @Test
    void explanationsAreAlsoJson() throws Exception {
        Files.writeString(folder.resolve("reads.py"), """
                import json, sys
                whole = json.loads(open(sys.argv[1]).read())
                by_name = {i['module']: i for i in whole['imports']}
                print(by_name['helper']['from'], by_name['helper']['archive'], by_name['helper']['why'])
                print(by_name['other']['from'], by_name['other']['archive'], by_name['other']['why'])
                print([(a['file'], a['refused']) for a in whole['archives']][:2])
                print(sum(whole['counts'].values()) == len(whole['imports']), by_name['other']['run_ms'] >= 0)
                """);
        command().run("--snapshot-create=app.kimg", "first.py").cleanOut();
        KraitCommand.Result result = command()
                .run("--snapshot=none.kimg", "--snapshot=app.kimg", "--snapshot-explain=json", "second.py");
        assertEquals("42 other\n", result.out());
        Files.writeString(folder.resolve("explained.json"), result.err());
        String app = folder.resolve("app.kimg").toString();
        String none = folder.resolve("none.kimg").toString();
        assertEquals("heap " + app + " []\n"
                + "source None [{'archive': None, 'reason': 'is in no archive'}]\n"
                + "[('" + none + "', \"can't be read: No such file or directory: not used\"), ('" + app + "', None)]\n"
                + "True True\n", command().run("reads.py", "explained.json").cleanOut());
    }

    @Test
    void theProgramsExitCodeStays() throws Exception {
        Files.writeString(folder.resolve("exits.py"), "import helper\nraise SystemExit(7)\n");
        assertEquals(7, command().run("--snapshot-create=app.kimg", "exits.py").status());
        assertTrue(Files.exists(folder.resolve("app.kimg")));
        byte[] written = Files.readAllBytes(folder.resolve("app.kimg"));
        assertEquals(2, command().run("--snapshot-create=app.kimg", "none.py").status());
        assertArrayEquals(written, Files.readAllBytes(folder.resolve("app.kimg")));
    }

    @Test
    void archivesDoNotDependOnTheHashSeed() throws Exception {
        Files.writeString(folder.resolve("helper.py"), """
                def value():
                    return 42 if 'a' in {'a', 'b', 'c', 'd', 'e', 'f', 'g'} else 0
                """);
        for (String seed : new String[] {"1", "2"}) {
            command().with("PYTHONHASHSEED", seed).run("--snapshot-create=" + seed + ".kimg", "first.py").cleanOut();
        }
        assertEquals(-1, Files.mismatch(folder.resolve("1.kimg"), folder.resolve("2.kimg")));
    }

    @Test
    void aStaleModuleIsPassedOverOrAnError() throws Exception {
        command().run("--snapshot-create=app.kimg", "first.py").cleanOut();
        Files.writeString(folder.resolve("helper.py"), "def value():\n    return 'new'\n");
        KraitCommand.Result explained = command().run("--snapshot=app.kimg", "--snapshot-explain", "first.py");
        assertEquals("new\n", explained.out());
        assertTrue(comesFrom(explained, "helper", "source; app\\.kimg: is stale: its source has changed"),
                explained.err());
        KraitCommand.Result required = command().run("--snapshot=app.kimg", "--snapshot-mode=require", "first.py");
        assertEquals(1, required.status());
        assertTrue(required.err().endsWith("ImportError: archive " + folder.resolve("app.kimg")
                + ": module helper is stale: its source has changed (--snapshot-mode=require)\n"), required.err());
        assertEquals("new\n", command().run("--snapshot=app.kimg", "--snapshot-mode=off", "first.py").cleanOut());
    }

    @Test
    void anArchiveIsWrittenWhereALinkLeadsTo() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.kimg"), Path.of("real.kimg"));
        command().run("--snapshot-create=link.kimg", "first.py").cleanOut();
        assertTrue(Files.isSymbolicLink(link), "the link was replaced");
        assertTrue(Files.isRegularFile(folder.resolve("real.kimg")), "nothing where it leads to");
    }

    /** A pipe stands for a device: that a test cannot break. */
    private Path pipe(String name) throws IOException, InterruptedException {
        Path pipe = folder.resolve(name);
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        return pipe;
    }

    /** The workflow of the variables does not look at the place before. */
    @Test
    void aDeviceIsNotReplaced() throws Exception {
        Path pipe = pipe("pipe");
        String list = folder.resolve("list").toString();
        command().with("PYCDSMODE", "TRACE").with("PYCDSLIST", list).run("first.py").cleanOut();
        KraitCommand.Result result = command().with("PYCDSMODE", "DUMP").with("PYCDSLIST", list)
                .with("PYCDSARCHIVE", pipe.toString()).run();
        assertEquals(1, result.status(), result.err());
        assertEquals("krait: " + pipe + ": cannot write the archive: not a regular file\n", result.err());
        assertFalse(Files.isRegularFile(pipe), "a file is there");
    }

    @Test
    void wrongOptionsGetTheUsage() throws Exception {
        assertWrong("--snapshot-mode must be one of 'auto', 'require', or 'off'", "--snapshot-mode=on", "first.py");
        assertWrong("--snapshot-level must be 'code' or 'heap'", "--snapshot-level=all");
        assertWrong("Argument expected for the --snapshot-create option", "--snapshot-create");
        assertWrong("--snapshot-create: expected a file", "--snapshot-create=", "first.py");
        assertWrong("--snapshot-create: .: is a folder", "--snapshot-create=.", "first.py");
        pipe("pipe");
        assertWrong("--snapshot-create: pipe: is not a regular file", "--snapshot-create=pipe", "first.py");
        assertWrong("--snapshot-create: none/app.kimg: there is no folder " + folder.resolve("none"),
                "--snapshot-create", "none/app.kimg", "first.py");
        assertWrong("--snapshot: expected a file", "--snapshot=", "first.py");
        assertWrong("--snapshot-explain: expected nothing or 'json' behind it, found 'yes'", "--snapshot-explain=yes",
                "first.py");
        assertWrong("unknown option --snapshots", "--snapshots", "first.py");
    }

    private void assertWrong(String message, String... args) throws Exception {
        KraitCommand.Result result = command().run(args);
        assertEquals(2, result.status());
        assertTrue(result.err().startsWith(message + "\nusage: "), result.err());
    }
}
