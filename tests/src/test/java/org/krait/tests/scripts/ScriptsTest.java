package org.krait.tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AssertionFailureBuilder;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.tests.Golden;
import org.krait.tests.KraitCommand;

/**
 * Every script of {@code tests/scripts} and {@code tests/differences} in every mode. The property {@code krait.scripts}
 * names the folder below {@code tests} to which a run is limited.
 */
@Execution(ExecutionMode.CONCURRENT)
final class ScriptsTest {
    private static final List<String> FOLDERS = List.of("scripts", "differences");

    private static Path tests() {
        return KraitCommand.root().resolve("tests");
    }

    private static Path below() {
        return tests().resolve(System.getProperty("krait.scripts", "")).normalize();
    }

    @Test
    void everyFileIsAScriptWithAnExpectationOrUsedByOne() throws IOException {
        List<String> problems = new ArrayList<>();
        for (String folder : FOLDERS) {
            problems.addAll(ScriptFolder.read(tests().resolve(folder), tests()).problems());
        }
        assertEquals(List.of(), problems);
    }

    @Test
    @Tag("golden")
    void everyDifferenceSaysWhyAndWhatToDo() throws IOException {
        List<String> silent = new ArrayList<>();
        List<Script> differences = ScriptFolder.read(tests().resolve("differences"), tests()).scripts();
        for (Script script : differences) {
            if (script.reason() == null || script.workaround() == null) {
                silent.add(script.file() + ": needs '# reason: …' and '# workaround: …'");
            }
        }
        assertEquals(List.of(), silent);
        Golden.check("docs/differences.md", DifferencesDocument.text(differences));
    }

    @TestFactory
    List<DynamicNode> scripts(@TempDir Path temporary) throws IOException {
        List<DynamicNode> nodes = new ArrayList<>();
        Path folderBefore = null;
        for (String folder : FOLDERS) {
            for (Script script : ScriptFolder.read(tests().resolve(folder), below()).scripts()) {
                boolean first = !script.file().getParent().equals(folderBefore);
                folderBefore = script.file().getParent();
                for (ScriptMode mode : ScriptMode.values()) {
                    // A process costs a hundred contexts, so only one script of a folder gets one; compiling costs
                    // seconds.
                    boolean wanted = mode == ScriptMode.COMPILED ? isAboutTheInterpreter(script)
                            : mode != ScriptMode.PROCESS || first;
                    if (wanted && !script.skips().contains(mode.title())) {
                        Path own = temporary.resolve(String.valueOf(nodes.size()));
                        String name = tests().relativize(script.file()) + " [" + mode.title() + "]";
                        nodes.add(DynamicTest.dynamicTest(name, () -> check(script, mode, own)));
                    }
                }
            }
        }
        assertTrue(!nodes.isEmpty(), "no script below " + below());
        return nodes;
    }

    private static boolean isAboutTheInterpreter(Script script) {
        return List.of("interpreter", "language").contains(script.file().getParent().getFileName().toString());
    }

    /** Runs a script and compares; a known failure must fail. */
    static void check(Script script, ScriptMode mode, Path folder) throws Exception {
        Outcome outcome = mode.run(script, Files.createDirectories(folder));
        String difference = outcome.difference(script);
        if (script.knownFailure() != null) {
            if (difference == null) {
                throw new AssertionError(script.file() + ": passes, though it says '# known failure: "
                        + script.knownFailure() + "': delete that line");
            }
        } else if (difference != null) {
            StringBuilder expected = new StringBuilder();
            for (Script.Line line : script.output()) {
                expected.append(line.text()).append('\n');
            }
            AssertionFailureBuilder.assertionFailure().message(difference).includeValuesInMessage(false)
                    .expected(expected.toString()).actual(String.join("\n", outcome.output())).buildAndThrow();
        }
    }
}
