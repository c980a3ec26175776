package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.tests.KraitCommand;

/** A module is restored only while it and all that it was made from are what an import would find. */
@Execution(ExecutionMode.CONCURRENT)
final class HeapStalenessTest extends FolderTest {
    private static final String LOW = "VALUE = 'low'\nclass Low:\n    size = 1\n";

    private FileTime time;

    /** top leads to middle and that to low; beside leads to none of them. */
    @BeforeEach
    void modules() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("package"));
        write("package/__init__.py", "");
        write("package/low.py", LOW);
        write("middle.py", "from package import low\nclass Middle(low.Low):\n    pass\nvalue = low.VALUE\n");
        write("top.py", "import middle\nmade = middle.Middle()\n");
        write("beside.py", "made = ['beside']\n");
        write("main.py", """
                import beside, top, middle
                from package import low
                print(middle.value, top.made.size, isinstance(top.made, low.Low), middle.low is low, beside.made)
                """);
        time = Files.getLastModifiedTime(folder.resolve("package/low.py"));
        assertEquals("low 1 True True ['beside']\n",
                command().run("--snapshot-create=app.kimg", "--snapshot-level=heap", "main.py").cleanOut());
        assertTrue(executed("low 1 True True ['beside']", command()).isEmpty());
    }

    /** Runs the program; what -v says of modules of the archive. */
    private List<String> executed(String line, KraitCommand command, String... options)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-v", "--snapshot=app.kimg"));
        arguments.addAll(Arrays.asList(options));
        arguments.add("main.py");
        KraitCommand.Result result = command.run(arguments.toArray(String[]::new));
        assertEquals(line + "\n", result.out(), result.err());
        assertEquals(0, result.status());
        String prefix = "# archive " + folder.resolve("app.kimg") + ": module ";
        return result.err().lines().filter(text -> text.startsWith(prefix)).map(text -> text.substring(prefix.length()))
                .toList();
    }

    @Test
    void aTouchedSourceIsFreshByItsHash() throws Exception {
        Files.setLastModifiedTime(folder.resolve("package/low.py"), FileTime.fromMillis(time.toMillis() + 7000));
        assertEquals(List.of(), executed("low 1 True True ['beside']", command()));
    }

    @Test
    void whatLeadsToAStaleModuleIsExecuted() throws Exception {
        for (String text : List.of(LOW.replace("size = 1", "size = 2"), LOW.replace("size = 1", "size = 2000"))) {
            write("package/low.py", text);
            // Another size, or the same size at another time.
            boolean sameSize = text.length() == LOW.length();
            Files.setLastModifiedTime(folder.resolve("package/low.py"),
                    sameSize ? FileTime.fromMillis(time.toMillis() + 7000) : time);
            List<String> executed = executed("low " + (sameSize ? 2 : 2000) + " True True ['beside']", command());
            assertTrue(executed.contains("package.low is stale: its source has changed"), executed.toString());
            assertTrue(executed.contains("top is executed: module package.low is stale"), executed.toString());
            assertTrue(executed.stream().anyMatch(reason -> reason.startsWith("middle is executed: ")),
                    executed.toString());
            assertFalse(executed.stream().anyMatch(reason -> reason.startsWith("beside")), executed.toString());
        }
        KraitCommand.Result required =
                command().run("--snapshot=app.kimg", "--snapshot-mode=require", "main.py");
        assertEquals(1, required.status());
        assertTrue(required.err().contains(": module "), required.err());
    }

    @Test
    void aModuleThatIsGoneIsMissed() throws Exception {
        Files.delete(folder.resolve("package/low.py"));
        KraitCommand.Result result = command().run("--snapshot=app.kimg", "main.py");
        assertEquals(1, result.status());
        assertTrue(result.err().endsWith(
                "ImportError: cannot import name 'low' from 'package' (" + folder + "/package/__init__.py)\n"),
                result.err());
    }

    @Test
    void aModuleFoundEarlierWins() throws Exception {
        Files.createDirectory(folder.resolve("first"));
        write("first/beside.py", "made = ['first']\n");
        write("main.py", "import sys\nsys.path.insert(0, 'first')\n" + Files.readString(folder.resolve("main.py")));
        List<String> executed = executed("low 1 True True ['first']", command());
        assertTrue(executed.contains("beside not used: it is of " + folder.resolve("beside.py")), executed.toString());
        assertFalse(executed.stream().anyMatch(reason -> reason.startsWith("top")), executed.toString());
        write("first/middle.py", "class Middle:\n    size = 'first'\nvalue = low = None\n");
        executed = executed("None first False False ['first']", command());
        assertTrue(executed.contains("top is executed: module middle is hidden by another"), executed.toString());
        Files.createDirectory(folder.resolve("first/package"));
        write("first/package/__init__.py", "");
        write("first/package/low.py", "VALUE = 'other'\nclass Low:\n    size = 3\n");
        Files.delete(folder.resolve("first/middle.py"));
        executed = executed("other 3 True True ['first']", command());
        assertTrue(executed.stream().anyMatch(reason -> reason.startsWith("top is executed: ")), executed.toString());
    }

    @Test
    void aFolderWithoutModuleDoesNotWin() throws Exception {
        for (String name : List.of("middle", "package", "importlib", "types")) {
            Files.createDirectories(folder.resolve("first").resolve(name));
        }
        Files.writeString(folder.resolve("first/beside"), "no module\n");
        write("main.py", "import sys\nsys.path.insert(0, 'first')\n" + Files.readString(folder.resolve("main.py")));
        assertEquals(List.of(), executed("low 1 True True ['beside']", command()));
        write("first/middle/__init__.py", "class Middle:\n    size = 'package'\nvalue = low = None\n");
        assertTrue(executed("None package False False ['beside']", command())
                .contains("top is executed: module middle is hidden by another"));
    }

    @Test
    void aLoadedModuleIsNotReplaced() throws Exception {
        write("main.py", """
                import sys, types
                other = sys.modules['middle'] = types.ModuleType('middle')
                class Middle:
                    size = 'loaded'
                other.Middle, other.value, other.low = Middle, 'v', None
                """ + Files.readString(folder.resolve("main.py")));
        List<String> executed = executed("v loaded False False ['beside']", command());
        assertTrue(executed.contains("top is executed: module middle is loaded already"), executed.toString());
    }

    @Test
    void optionsThatChangeWhatModulesAreKeepTheArchiveAway() throws Exception {
        for (String option : List.of("-O", "-OO")) {
            KraitCommand.Result result = command().run("-v", option, "--snapshot=app.kimg", "main.py");
            assertEquals("low 1 True True ['beside']\n", result.out());
            assertTrue(result.err().contains(
                    "# archive " + folder.resolve("app.kimg") + ": not used: it was compiled with -O level 0"),
                    result.err());
        }
        for (String option : List.of("-Werror", "-Xdev", "-bb", "--snapshot-level=code")) {
            assertEquals("low 1 True True ['beside']\n", command().run(option, "--snapshot=app.kimg", "main.py").out());
        }
        KraitCommand.Result optimized =
                command().run("-O", "--snapshot-create=o.kimg", "--snapshot-level=heap", "main.py");
        assertEquals(0, optimized.status(), optimized.err());
        KraitCommand.Result result = command().run("-v", "-O", "--snapshot=o.kimg", "main.py");
        assertEquals("low 1 True True ['beside']\n", result.out());
        assertFalse(result.err().contains("executed"), result.err());
    }

    /** CPython uses a cache that is not checked though the source has changed; so does who passes an archive over. */
    @Test
    void cachesThatGoByHashesAreUsedWhenTheArchiveIsStale() throws Exception {
        KraitCommand command = command().with("KRAIT_CACHE", "").with("PYTHONDONTWRITEBYTECODE", "1");
        write("compile.py", """
                import py_compile
                py_compile.compile('package/low.py', invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
                """);
        command.run("compile.py").cleanOut();
        write("package/low.py", LOW.replace("size = 1", "size = 22"));
        List<String> executed = executed("low 1 True True ['beside']", command);
        assertTrue(executed.contains("package.low is stale: its source has changed"), executed.toString());
        write("compile.py", Files.readString(folder.resolve("compile.py")).replace("UNCHECKED", "CHECKED"));
        command.run("compile.py").cleanOut();
        write("package/low.py", LOW.replace("size = 1", "size = 333"));
        executed("low 333 True True ['beside']", command);
    }
}
