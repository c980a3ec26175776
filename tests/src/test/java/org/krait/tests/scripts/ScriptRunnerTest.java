package org.krait.tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner of scripts fails when it must. */
final class ScriptRunnerTest {
    @TempDir
    Path folder;

    private Script script(String text) throws IOException {
        return Script.read(Files.writeString(folder.resolve("script.py"), text));
    }

    private void passes(String text) throws Exception {
        Script script = script(text);
        for (ScriptMode mode : ScriptMode.values()) {
            ScriptsTest.check(script, mode, Files.createTempDirectory(folder, mode.title()));
        }
    }

    private void fails(String message, String text) throws Exception {
        Script script = script(text);
        for (ScriptMode mode : ScriptMode.values()) {
            AssertionError e = assertThrows(AssertionError.class,
                    () -> ScriptsTest.check(script, mode, Files.createTempDirectory(folder, mode.title())));
            String found = e.getMessage().replace(script.file().toString(), "script.py");
            assertTrue(found.startsWith(message), mode.title() + ": " + found);
        }
    }

    @Test
    void whatIsExpectedPasses() throws Exception {
        passes("print(1)  # expect: 1\nprint()\n# expect:\nprint(__name__)  # expect: __main__\n");
        passes("print('a\\nb')\n# expect: a\n# expect: b\nint('x')  # expect error: ValueError: "
                + "invalid literal for int() with base 10: 'x'\n");
        passes("class E(Exception): pass\nraise E('m')\n# expect error: E: m\n");
        passes("import json\njson.loads('')\n"
                + "# expect error: json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)\n");
        passes("# known failure: arithmetic\nprint(1)  # expect: 2\n");
    }

    @Test
    void anythingElseFails() throws Exception {
        fails("script.py:2: expected '2', found '1'", "x = 1\nprint(x)  # expect: 2\n");
        fails("script.py:2: expected 'b', found the end of the output", "print('a')  # expect: a\n# expect: b\n");
        fails("script.py: found 'b' behind the last expected line", "print('a\\nb')  # expect: a\n");
        fails("script.py: expected no error; ended by 'ZeroDivisionError: division by zero' in line 2",
                "print(1)  # expect: 1\n1 / 0\n");
        fails("script.py: expected the error 'KeyError: 1'",
                "print({})  # expect: {}\n{}[2]  # expect error: KeyError: 1");
        fails("script.py: expected the error 'KeyError: 1'", "# expect error: KeyError: 1\n");
        fails("script.py:1: expected the error here, it came in line 2",
                "0  # expect error: KeyError: 1\n{}[1]\n");
        fails("script.py: passes, though it says '# known failure: sums'",
                "# known failure: sums\nprint(1 + 1)  # expect: 2\n");
    }

    @Test
    void commentsAreReadAcrossLines() throws IOException {
        assertEquals("a b c", script("# reason: a\n#   b\n#     c\n# other\n#   d\n").reason());
        assertEquals(List.of("compiled"), script("# skips compiled: slow\nprint(1)  # expect: 1\n").skips());
        assertThrows(Script.BadScriptException.class, () -> script("# workaround:\n"));
        assertThrows(Script.BadScriptException.class, () -> script("0  # expect error: A: b\nprint(1)  # expect: 1\n"));
    }

    @Test
    void filesWithoutExpectationsAndOrphansAreFound() throws IOException {
        Files.writeString(folder.resolve("a.py"), "# uses: helper.py\n# uses: gone.txt\nprint(1)  # expect: 1\n");
        Files.writeString(folder.resolve("helper.py"), "x = 1\n");
        Files.writeString(folder.resolve("silent.py"), "x = 1\n");
        Files.writeString(folder.resolve("left.txt"), "");
        ScriptFolder found = ScriptFolder.read(folder, folder);
        assertEquals(List.of("a"), found.scripts().stream().map(Script::name).toList());
        List<String> problems = found.problems().stream().map(p -> p.substring(folder.toString().length() + 1))
                .toList();
        assertEquals(3, problems.size(), problems.toString());
        assertEquals("a.py: uses gone.txt, which is not there", problems.get(0));
        assertTrue(problems.get(1).startsWith("left.txt: orphan"), problems.get(1));
        assertTrue(problems.get(2).startsWith("silent.py: orphan"), problems.get(2));
    }
}
