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

/** What a program does between its imports is no module's: those that saw or changed it are executed each time. */
@Execution(ExecutionMode.CONCURRENT)
final class HeapProgramTest {
    private static final String BASE = """
            import itertools
            flag, registry, numbers, serial = 0, {}, [], itertools.count()
            class Settings:
                level = 1
                def __init__(self):
                    self.debug = False
            settings = Settings()
            def register(name, value):
                registry.setdefault(name, {})[value] = 1
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void base() throws IOException {
        folder = folder.toRealPath();
        write("base", BASE);
    }

    private void write(String module, String text) throws IOException {
        Files.writeString(folder.resolve(module + ".py"), text);
    }

    private KraitCommand.Result capture(String script) throws Exception {
        return command("-v", "--snapshot-create=app.kimg", "--snapshot-level=heap", script);
    }

    private KraitCommand.Result restored(String script, String... args) throws Exception {
        String[] all = new String[args.length + 3];
        all[0] = "-v";
        all[1] = "--snapshot=app.kimg";
        all[2] = script;
        System.arraycopy(args, 0, all, 3, args.length);
        return command(all);
    }

    private KraitCommand.Result command(String... args) throws Exception {
        return KraitCommand.ofDistribution().in(folder).with("KRAIT_CACHE", "off").run(args);
    }

    private static void isCaptured(KraitCommand.Result captured, String module) {
        assertFalse(captured.err().contains("# not captured: " + module + ":"), captured.err());
    }

    private static void isNotCaptured(KraitCommand.Result captured, String module, String why) {
        assertTrue(captured.err().contains("# not captured: " + module + ": " + why), captured.err());
    }

    @Test
    void aModuleThatReadsWhatTheProgramStoredIsExecuted() throws Exception {
        write("variable", "import base\nx = base.flag\n");
        write("attribute", "import base\nx = base.settings.debug\n");
        write("shared", "import base\nx = base.settings.level\n");
        write("entry", "import base\nx = base.registry[1]\n");
        write("other", "import base\nx = base.settings.__class__, base.numbers\n");
        write("main", """
                import sys, base
                base.flag = base.settings.debug = base.Settings.level = base.registry[1] = len(sys.argv)
                import variable, attribute, shared, entry, other
                print(variable.x, attribute.x, shared.x, entry.x, other.x[1])
                """);
        KraitCommand.Result captured = capture("main.py");
        assertEquals("1 1 1 1 []\n", captured.out());
        String why = "reads what the program has stored in an object of base: ";
        isNotCaptured(captured, "variable", why + "flag");
        isNotCaptured(captured, "attribute", why + "debug");
        isNotCaptured(captured, "shared", why + "level");
        isNotCaptured(captured, "entry", why + "an entry");
        isCaptured(captured, "other");
        assertEquals("3 3 3 3 []\n", restored("main.py", "a", "b").out());
    }

    @Test
    void aModuleThatChangesWhatTheProgramStoredIsExecuted() throws Exception {
        write("adds", "import base\nbase.register('b', 2)\n");
        write("holds", "import base\nx = base.numbers[0]\n");
        write("adds_own", "import base\nbase.register('own', 2)\n");
        write("main", """
                import base
                base.register('b', 1)
                base.numbers.append([])
                import adds, holds, adds_own
                print(base.registry, holds.x is base.numbers[0])
                """);
        KraitCommand.Result captured = capture("main.py");
        String expected = "{'b': {1: 1, 2: 1}, 'own': {2: 1}} True\n";
        assertEquals(expected, captured.out());
        isNotCaptured(captured, "adds", "reads what the program has stored in an object of base: b");
        isNotCaptured(captured, "holds", "leads to an object of __main__, which is not captured");
        isCaptured(captured, "adds_own");
        assertEquals(expected, restored("main.py").out());
    }

    @Test
    void numbersOfACounterAreThoseThatExecutingGives() throws Exception {
        write("draws", "import base\nx = next(base.serial), next(base.serial)\n");
        write("draws_more", "import base\nx = next(base.serial)\nimport draws\ny = next(base.serial)\n");
        write("main", "import draws_more, draws, base\n"
                + "print(draws.x, draws_more.x, draws_more.y, next(base.serial))\n");
        write("one", "import draws, base\nprint(draws.x, next(base.serial))\n");
        write("early", "import base\nnext(base.serial)\nimport draws\nprint(draws.x, next(base.serial))\n");
        KraitCommand.Result captured = capture("main.py");
        assertEquals("(1, 2) 0 3 4\n", captured.out());
        isCaptured(captured, "draws");
        isCaptured(captured, "draws_more");
        KraitCommand.Result same = restored("main.py");
        assertEquals(captured.out(), same.out());
        assertFalse(same.err().contains("is executed"), same.err());
        KraitCommand.Result one = restored("one.py");
        assertEquals("(0, 1) 2\n", one.out());
        assertTrue(one.err().contains("module draws is executed: a counter of module base does not give 1 next"),
                one.err());
        KraitCommand.Result early = restored("early.py");
        assertEquals("(1, 2) 3\n", early.out());
        assertFalse(early.err().contains("is executed"), early.err());
    }
}
