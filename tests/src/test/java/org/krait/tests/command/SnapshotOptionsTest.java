package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void createsWhatTheLowerLayersLack() throws Exception {
        assertEquals("42\n", command().run("--snapshot-create=app.kimg", "first.py").cleanOut());
        KraitCommand.Result one = command().run("--snapshot", "app.kimg", "--snapshot-explain", "second.py");
        assertTrue(comesFrom(one, "helper", "app.kimg"), one.err());
        assertTrue(comesFrom(one, "other", "source"), one.err());
        assertEquals("42 other\n",
                command().run("--snapshot=app.kimg", "--snapshot-create=more.kimg", "second.py").cleanOut());
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
    void theProgramsExitCodeStays() throws Exception {
        Files.writeString(folder.resolve("exits.py"), "import helper\nraise SystemExit(7)\n");
        assertEquals(7, command().run("--snapshot-create=app.kimg", "exits.py").status());
        assertTrue(Files.exists(folder.resolve("app.kimg")));
        KraitCommand.Result unwritable = command().run("--snapshot-create=none/app.kimg", "first.py");
        assertEquals(1, unwritable.status());
        assertEquals("42\n", unwritable.out());
        assertTrue(unwritable.err().contains("none/app.kimg: cannot write the archive"), unwritable.err());
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
    void aMissingArchiveIsAnErrorOnlyWhenRequired() throws Exception {
        assertEquals("42\n", command().run("--snapshot=none.kimg", "first.py").cleanOut());
        KraitCommand.Result required = command().run("--snapshot=none.kimg", "--snapshot-mode", "require", "first.py");
        assertEquals(1, required.status());
        assertEquals("", required.out());
        assertTrue(required.err().startsWith("krait: archive " + folder.resolve("none.kimg")), required.err());
        assertFalse(required.err().contains("Traceback"), required.err());
    }

    @Test
    void wrongOptionsGetTheUsage() throws Exception {
        assertWrong("--snapshot-mode must be one of 'auto', 'require', or 'off'", "--snapshot-mode=on", "first.py");
        assertWrong("--snapshot-level must be 'code' or 'heap'", "--snapshot-level=all");
        assertWrong("Argument expected for the --snapshot-create option", "--snapshot-create");
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
