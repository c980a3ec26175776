package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.tests.KraitCommand;

/** The module {@code krait.snapshot}: what a program does around the writing of an archive. */
@Execution(ExecutionMode.CONCURRENT)
final class SnapshotHooksTest extends FolderTest {
    private static final String HOLDER = """
            from krait import snapshot
            state = {'file': open(__file__)}
            @snapshot.before_dump
            def close():
                print('close', snapshot.is_dumping())
                state['file'].close()
                state['file'] = None
            @snapshot.after_restore
            def reopen():
                print('reopen')
                state['file'] = open(__file__)
            """;

    private KraitCommand.Result create(String script) throws Exception {
        return command().run("-v", "--snapshot-create=app.kimg", "--snapshot-level=heap", script);
    }

    @Test
    void whatIsClosedBeforeTheDumpIsOpenedAgain() throws Exception {
        write("holder", HOLDER);
        write("asks", "import holder\nprint(holder.state['file'].readline())\n");
        String read = "from krait import snapshot\n\n";
        assertEquals(read, command().run("asks.py").cleanOut());
        KraitCommand.Result captured = create("asks.py");
        assertEquals("close True\nreopen\n" + read, captured.out());
        assertTrue(!captured.err().contains("# not captured: holder"), captured.err());
        assertEquals("reopen\n" + read, command().run("--snapshot=app.kimg", "asks.py").cleanOut());
    }

    @Test
    void functionsAreCalledInTheOrderOfTheirModules() throws Exception {
        String module = """
                from krait import snapshot
                @snapshot.after_restore
                def first():
                    print(__name__, 1)
                @snapshot.after_restore
                def second():
                    print(__name__, 2)
                """;
        write("one", module);
        write("two", "import one\n" + module);
        write("asks", "import two\n");
        create("asks.py");
        assertEquals("one 1\none 2\ntwo 1\ntwo 2\n", command().run("--snapshot=app.kimg", "asks.py").cleanOut());
    }

    @Test
    void whatAFunctionMadeIsInNoOtherModule() throws Exception {
        write("holder", "from krait import snapshot\nx = [0]\n@snapshot.after_restore\ndef f():\n    global x\n"
                + "    x = [1]\n");
        write("user", "from holder import x\n");
        write("asks", "import user, holder\nprint(user.x, user.x is holder.x)\n");
        KraitCommand.Result captured = create("asks.py");
        assertEquals("[1] True\n", captured.out());
        assertTrue(captured.err().contains("# not captured: user: leads to an object of holder's after_restore "
                + "functions, which is not captured"), captured.err());
        assertEquals("[1] True\n", command().run("--snapshot=app.kimg", "asks.py").cleanOut());
    }

    @Test
    void aFunctionThatFailsIsReported() throws Exception {
        write("holder", """
                from krait import snapshot
                @snapshot.before_dump
                def before():
                    1 / 0
                @snapshot.after_restore
                def after():
                    [][0]
                """);
        write("asks", "import holder\nprint('on')\n");
        KraitCommand.Result captured = create("asks.py");
        assertEquals("on\n", captured.out());
        assertTrue(captured.err().contains("Exception ignored in function of a snapshot: <function before at"),
                captured.err());
        assertTrue(captured.err().contains("# not captured: holder: has a before_dump function that failed: "
                + "ZeroDivisionError"), captured.err());
        write("holder", "from krait import snapshot\n@snapshot.after_restore\ndef after():\n    [][0]\n");
        create("asks.py");
        KraitCommand.Result restored = command().run("--snapshot=app.kimg", "asks.py");
        assertEquals("on\n", restored.out());
        assertTrue(restored.err().contains("<function after at") && restored.err().contains("IndexError"),
                restored.err());
    }

    @Test
    void whatIsImportedAfterTakingIsNotInTheArchive() throws Exception {
        write("early", "");
        write("late", "");
        write("asks", """
                import sys
                from krait import snapshot
                snapshot.before_dump(lambda: print('before'))
                snapshot.after_restore(lambda: print('after'))
                import early
                print(snapshot.is_dumping())
                print(snapshot.take(), snapshot.take(), snapshot.is_dumping())
                import late
                """);
        assertEquals("False\nFalse False False\n", command().run("asks.py").cleanOut());
        assertEquals("True\nbefore\nafter\nTrue False False\n", create("asks.py").out());
        String held = command().run("--snapshot-inspect", "app.kimg").out();
        assertTrue(held.contains("early") && !held.contains("late"), held);
        assertEquals("True\nbefore\nafter\nTrue False False\n", command().run("--snapshot-create=app.kimg", "asks.py")
                .cleanOut());
    }

    @Test
    void theMainProgramsFunctionIsCalledAtItsEnd() throws Exception {
        write("asks", "from krait import snapshot\nimport atexit\natexit.register(print, 'exit')\n"
                + "snapshot.before_dump(lambda: print('before'))\nprint('end')\n");
        assertEquals("end\nbefore\nexit\n", create("asks.py").out());
    }
}
