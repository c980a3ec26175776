package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.tests.KraitCommand;

/** Programs that are captured themselves ({@code --snapshot-main}) go on where they said so. */
@Execution(ExecutionMode.CONCURRENT)
final class HeapMainTest extends FolderTest {
    private static final String MAIN = """
            'A program.'
            import atexit, collections, dataclasses, json, logging, os, pickle, sys
            from krait import snapshot
            import base
            logging.basicConfig(level=logging.INFO, format='%(message)s', stream=sys.stdout)
            os.environ['OF_MAIN'] = 'yes'
            sys.path.append('/of/main')
            base.LEVEL = 5
            base.table['main'] = 1
            import reader
            log, count, bodies = logging.getLogger('main'), 0, collections.Counter()
            @dataclasses.dataclass
            class Point:
                x: int
            class Child(base.Base):
                pass
            @base.register
            def registered():
                return 'registered'
            @atexit.register
            def end():
                print('end', count)
            bodies['main'] += 1
            def go_on():
                global count
                count += 1
                log.info('%s %s', __name__, os.path.basename(__file__))
                print(__doc__, sys.argv[1:], count, bodies, os.environ['OF_MAIN'], sys.path[-1])
                print(base.LEVEL, base.table, base.functions[-1](), reader.level, Child in base.Base.__subclasses__())
                print(pickle.loads(pickle.dumps(Point(2))), Point.__module__, sys.modules['__main__'].go_on is go_on)
                print(__spec__, type(__loader__).__name__, vars(sys.modules['__main__']) is globals())
                sys.exit(3)
            if __name__ == '__main__':
                snapshot.take(main=go_on)
                go_on()
            """;

    @BeforeEach
    void modules() throws IOException {
        write("base", """
                LEVEL = 1
                table, functions = {}, []
                class Base:
                    pass
                def register(function):
                    functions.append(function)
                    return function
                """);
        write("reader", "import base\nlevel = base.LEVEL\n");
        write("main", MAIN);
    }

    private KraitCommand.Result run(String... arguments) throws Exception {
        return command().run(arguments);
    }

    private KraitCommand.Result capture() throws Exception {
        KraitCommand.Result result = run("--snapshot-create=app.kimg", "--snapshot-main", "main.py", "1");
        assertEquals("", result.err());
        return result;
    }

    /** Runs a program out of the archive, which must say what it says without one; where its modules came from. */
    private String check(String... arguments) throws Exception {
        String[] restored = new String[arguments.length + 2];
        restored[0] = "--snapshot=app.kimg";
        restored[1] = "--snapshot-explain";
        System.arraycopy(arguments, 0, restored, 2, arguments.length);
        KraitCommand.Result expected = run(arguments);
        KraitCommand.Result result = run(restored);
        assertEquals(expected.out(), result.out(), result.err());
        assertEquals(expected.status(), result.status());
        return result.err();
    }

    private static boolean isRestored(String module, String explained) {
        return explained.lines()
                .anyMatch(line -> line.contains(" " + module + " ") && line.contains("heap of app.kimg"));
    }

    @Test
    void goesOnWhereItSaidSo() throws Exception {
        KraitCommand.Result captured = capture();
        assertEquals(3, captured.status());
        String start = "__main__ main.py\nA program. ['1'] 1 Counter({'main': 1}) yes /of/main\n";
        assertEquals(start, captured.out().substring(0, start.length()));
        String explained = check("main.py", "1");
        for (String module : new String[] {"__main__", "base", "reader", "logging"}) {
            assertTrue(isRestored(module, explained), explained);
        }
        assertTrue(isRestored("__main__", check("main.py", "other", "arguments")));
        assertTrue(run("--snapshot-inspect", "app.kimg:__main__").out().contains("'__krait_main__'"));
    }

    /** What it was captured with is not so any more. */
    @Test
    void isExecutedWhereItWouldBeAnother() throws Exception {
        capture();
        write("reader", "import base\nlevel = base.LEVEL, 2\n");
        assertFalse(isRestored("__main__", check("main.py", "1")));
        write("reader", "import base\nlevel = base.LEVEL\n");
        write("main", MAIN.replace("'end'", "'END'"));
        assertFalse(isRestored("__main__", check("main.py", "1")));
        KraitCommand.Result verbose = run("--snapshot=app.kimg", "-v", "main.py", "1");
        assertTrue(verbose.err().contains("app.kimg: module __main__ is stale: its source has changed"), verbose.err());
        KraitCommand.Result required = run("--snapshot=app.kimg", "--snapshot-mode=require", "main.py", "1");
        assertEquals(1, required.status());
        assertTrue(required.err().contains("ImportError"), required.err());
    }

    @Test
    void whatItLookedAtIsCompared() throws Exception {
        write("main", """
                import os, sys
                from krait import snapshot
                values = sys.argv[1:], os.environ.get('LOOKED_AT')
                def go_on():
                    print(values, sys.argv[1:])
                snapshot.take(main=go_on)
                go_on()
                """);
        assertEquals("(['1'], None) ['1']\n", capture().out());
        assertTrue(isRestored("__main__", check("main.py", "1")));
        assertFalse(isRestored("__main__", check("main.py", "2")));
        assertEquals("(['1'], 'x') ['1']\n", command().with("LOOKED_AT", "x")
                .run("--snapshot=app.kimg", "main.py", "1").cleanOut());
    }

    /** Other programs get modules that do not know what this one did. */
    @Test
    void otherProgramsDoNotGetWhatItDid() throws Exception {
        capture();
        write("other", "import reader, base\nprint(reader.level, base.LEVEL, base.table, base.functions)\n");
        check("other.py");
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/main.py"), "import reader\nprint(reader.level, 'sub')\n");
        assertEquals("1 sub\n", command().with("PYTHONPATH", folder.toString())
                .run("--snapshot=app.kimg", "sub/main.py").cleanOut());
    }

    @Test
    void hooksAreThoseOfAModule() throws Exception {
        write("main", """
                from krait import snapshot
                state = ['body']
                snapshot.before_dump(lambda: state.append('before'))
                snapshot.after_restore(lambda: state.append('after'))
                def go_on():
                    print(state)
                snapshot.take(main=go_on)
                go_on()
                """);
        assertEquals("['body', 'before', 'after']\n", capture().out());
        assertEquals("['body', 'before', 'after']\n", run("--snapshot=app.kimg", "main.py").cleanOut());
        assertEquals("['body']\n", run("main.py").cleanOut());
    }

    @Test
    void saysWhyItIsNotCaptured() throws Exception {
        String message = "krait: " + folder.resolve("app.kimg") + ": the program itself is not captured: ";
        write("main", "from krait import snapshot\nprint('early')\nsnapshot.take(main=lambda: print('late'))\n");
        KraitCommand.Result result = run("--snapshot-create=app.kimg", "--snapshot-main", "main.py");
        assertEquals("early\n", result.out());
        assertEquals(message + "writes to an open file\n", result.err());
        assertFalse(isRestored("__main__", check("main.py")));
        write("main", "import base\n");
        assertEquals(message + "has not called krait.snapshot.take(main=function)\n",
                run("--snapshot-create=app.kimg", "--snapshot-main", "main.py").err());
    }

    @Test
    void withoutTheOptionTheFunctionIsNotUsed() throws Exception {
        assertEquals("", run("--snapshot-create=app.kimg", "main.py", "1").err());
        String explained = check("main.py", "1");
        assertTrue(isRestored("base", explained), explained);
        assertFalse(isRestored("__main__", explained), explained);
    }

    @Test
    void wrongUsesAreErrors() throws Exception {
        for (String[] arguments : new String[][] {{"--snapshot-main", "main.py"},
            {"--snapshot-create=app.kimg", "--snapshot-main", "-c", "pass"},
            {"--snapshot-create=app.kimg", "--snapshot-level=code", "--snapshot-main", "main.py"},
            {"--snapshot-main=yes", "main.py"}}) {
            KraitCommand.Result result = run(arguments);
            assertEquals(2, result.status(), result.err());
            assertTrue(result.err().contains("--snapshot-main"), result.err());
        }
        write("module", "from krait import snapshot\nsnapshot.take(main=print)\n");
        write("main", """
                from krait import snapshot
                messages = []
                for wrong in (lambda: snapshot.take(main=5)), (lambda: __import__('module')):
                    try:
                        wrong()
                    except (TypeError, RuntimeError) as e:
                        messages.append(str(e))
                snapshot.take(main=lambda: print(messages))
                print(messages)
                """);
        String expected = "['take() argument must be callable, not int', "
                + "'take(main=function) is for the main program: module module is being imported']\n";
        assertEquals(expected, capture().out());
        assertEquals(expected, run("--snapshot=app.kimg", "main.py").cleanOut());
    }
}
