package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.tests.KraitCommand;

/** What a module reads of its process, not of modules, is read anew where it is otherwise. */
@Execution(ExecutionMode.CONCURRENT)
final class HeapProcessTest extends FolderTest {
    /** What modules read, and an environment variable with the value that makes it another. */
    private static final String[][] READS = {
        {"sys.stdout.encoding, sys.__stdin__.errors", "PYTHONIOENCODING", "latin-1:replace"},
        {"sys.stderr.line_buffering, sys.stdout.write_through", "PYTHONUNBUFFERED", "1"},
        {"time.timezone, time.tzname", "TZ", "Asia/Tokyo"},
        {"time.localtime(0).tm_hour", "TZ", "Asia/Tokyo"},
        {"time.strftime('%H', time.localtime(0)), time.mktime((2020, 1, 1, 0, 0, 0, 0, 0, 0))", "TZ", "Asia/Tokyo"},
        {"str(datetime.datetime.fromtimestamp(0))", "TZ", "Asia/Tokyo"},
        {"str(datetime.datetime(2020, 1, 1).astimezone().tzinfo)", "TZ", "Asia/Tokyo"},
        {"[p for p in sys.path if p == '/of/the/user']", "PYTHONPATH", "/of/the/user"},
        {"'/of/the/user' in sys.path", "PYTHONPATH", "/of/the/user"},
        {"__import__('site') and '/of/the/user' in sys.path", "PYTHONPATH", "/of/the/user"},
        {"sys.dont_write_bytecode", "PYTHONDONTWRITEBYTECODE", "1"},
        {"sys.pycache_prefix", "PYTHONPYCACHEPREFIX", "caches"},
        {"tuple(sys.flags)[4]", "PYTHONDONTWRITEBYTECODE", "1"},
        {"__import__('locale').setlocale(0, '')", "LC_ALL", "POSIX"},
    };
    /** What modules read, and what the program does before. */
    private static final String[][] STATEMENTS = {
        {"'fractions' in sys.modules", "import fractions"},
        {"sys.modules.get('fractions') is None", "import fractions"},
        {"'fractions' in list(sys.modules)", "import fractions"},
        {"'fractions' in sys.modules.keys()", "import fractions"},
        {"__import__('csv').field_size_limit()", "import csv; csv.field_size_limit(7)"},
        {"__import__('socket').getdefaulttimeout()", "import socket; socket.setdefaulttimeout(3)"},
        {"__import__('threading').get_ident() > 0 and __import__('_thread')._count()",
            "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()"},
        {"getattr(__import__('__main__'), 'FLAG', 0)", "FLAG = 1"},
        {"'FLAG' in vars(__import__('__main__'))", "FLAG = print"},
        {"sorted(vars(__import__('__main__')))", "FLAG = 1"},
        {"signal.getsignal(signal.SIGUSR1)", "import signal; signal.signal(signal.SIGUSR1, signal.SIG_IGN)"},
        {"signal.signal(signal.SIGUSR1, signal.SIG_IGN)", "import signal; signal.signal(signal.SIGUSR1, print)"},
        {"faulthandler.is_enabled()", "import faulthandler; faulthandler.enable()"},
        {"warnings.filters[0][0]", "import warnings; warnings.simplefilter('error')"},
    };

    private void module(String read) throws Exception {
        write("tells", "import datetime, faulthandler, signal, sys, time, warnings\nx = " + read + "\n");
    }

    private KraitCommand.Result run(KraitCommand command, String option) throws Exception {
        return command.run("-v", option, "program.py");
    }

    private static String executed(KraitCommand command) throws Exception {
        return command.run("--snapshot-level=code", "program.py").cleanOut();
    }

    private static void isRestored(KraitCommand.Result result, String read) {
        assertFalse(result.err().contains("module tells is executed") || result.err().contains("captured: tells"),
                read + result.err());
    }

    @Test
    void whatTheEnvironmentMakesOfTheProcess() throws Exception {
        write("program", "import tells\nprint(tells.x)\n");
        for (String[] row : READS) {
            module(row[0]);
            String captured = run(command(), "--snapshot-create=app.kimg").out();
            KraitCommand.Result same = run(command(), "--snapshot=app.kimg");
            assertEquals(captured, same.out(), row[0]);
            isRestored(same, row[0]);
            String other = executed(command().with(row[1], row[2]));
            assertNotEquals(captured, other, row[0]);
            KraitCommand later = command().with(row[1], row[2]);
            assertEquals(other, later.run("--snapshot=app.kimg", "program.py").cleanOut(), row[0]);
        }
    }

    @Test
    void whatTheProgramMakesOfTheProcess() throws Exception {
        write("unconcerned", "import fractions, signal, faulthandler, warnings, time\n");
        for (String[] row : STATEMENTS) {
            module(row[0]);
            write("program", "import tells\nprint(tells.x)\nimport unconcerned\n");
            String captured = run(command(), "--snapshot-create=app.kimg").out();
            assertEquals(captured, run(command(), "--snapshot=app.kimg").out(), row[0]);
            write("program", row[1] + "\nimport tells\nprint(tells.x)\n");
            String other = executed(command());
            assertNotEquals(captured, other, row[0]);
            assertEquals(other, run(command(), "--snapshot=app.kimg").out(), row[0]);
        }
    }

    /** The base archive's modules do not depend on what most processes have otherwise. */
    @Test
    void commonModulesAnywhere() throws Exception {
        String script = KraitCommand.root().resolve("examples/imports.py").toString();
        KraitCommand.Result result = command().with("TZ", "Asia/Tokyo").with("HOME", "/of/the/user")
                .with("LANG", "de_DE.UTF-8").with("TERM", "dumb").with("COLUMNS", "33").with("USER", "user")
                .with("PATH", "/bin").with("PYTHONPATH", "/of/the/user").run("-v", script);
        assertFalse(result.err().contains(" is executed: "), result.err());
    }

    /** What the standard input has is read by who calls, also out of a buffer that another has filled. */
    @Test
    void whoReadsTheStandardInput() throws Exception {
        write("reads", "import sys\ndef line():\n    return sys.stdin.readline()\n");
        write("first", "import reads\nx = reads.line()\n");
        write("second", "import reads\nx = reads.line()\n");
        write("third", "import sys\nx = sys.stdin.buffer.peek(1)\n");
        write("program", "import first, second, third\n");
        String left = command().run("-v", "--snapshot-create=app.kimg", "program.py").err();
        for (String module : List.of("first", "second", "third")) {
            assertTrue(left.contains("# not captured: " + module + ": reads the standard input"), left);
        }
    }

    /** To add a folder to the path is an effect and reads nothing; to look first does. */
    @Test
    void aFolderThatIsAddedToThePath() throws Exception {
        write("program", "import tells, sys\nprint(sys.path[0], sys.path[-1])\n");
        for (String added : List.of("sys.path.insert(0, '/a')", "sys.path.append('/z')")) {
            module(added);
            run(command(), "--snapshot-create=app.kimg");
            KraitCommand.Result result = run(command().with("PYTHONPATH", "/of/the/user"), "--snapshot=app.kimg");
            isRestored(result, added);
            String executed = executed(command().with("PYTHONPATH", "/of/the/user"));
            assertEquals(executed, result.out());
            module("'/a' in sys.path or " + added);
            run(command(), "--snapshot-create=app.kimg");
            assertTrue(run(command().with("PYTHONPATH", "/of/the/user"), "--snapshot=app.kimg").err()
                    .contains("module tells is executed: sys.path was"));
        }
    }

    /** Nothing of what no other process has comes out of a heap. */
    @Test
    void whatStaysCode() throws Exception {
        write("program", "import tells\n");
        for (String read : List.of("time.clock_gettime(0)", "__import__('resource').getrusage(0)",
                "sys.stdin.readline()", "__import__('os').fstat(1)", "__import__('os').umask(0)",
                "__import__('uuid').uuid1()", "__import__('os').pipe()", "__import__('os').open('.', 0)",
                "__import__('socket').gethostbyname('localhost')", "Exception.__subclasses__()",
                "__import__('gc').get_count()", "__import__('contextvars').copy_context()",
                "__import__('inspect').stack()[-1].filename",
                "sys._getframe(1).f_code.co_filename", "sys._getframe().f_back.f_lineno")) {
            module(read);
            assertTrue(run(command(), "--snapshot-create=app.kimg").err().contains("# not captured: tells: "), read);
        }
        // Of its own frames a module may know.
        for (String read : List.of("sys._getframe().f_lineno", "(lambda: sys._getframe(1).f_code.co_name)()",
                "(lambda: sys._getframe().f_back.f_globals['__name__'])()")) {
            module(read);
            isRestored(run(command(), "--snapshot-create=app.kimg"), read);
        }
    }

    /** A submodule is imported by who takes it from its package, also when it was there before. */
    @Test
    void aSubmoduleThatWasThereBefore() throws Exception {
        Files.createDirectory(folder.resolve("package"));
        write("package/__init__.py", "");
        write("package/sub.py", "y = 1\n");
        write("tells", "from package import sub\nx = sub.y\n");
        write("program", "import package.sub, tells\nprint(tells.x)\n");
        assertEquals("1\n", run(command(), "--snapshot-create=app.kimg").out());
        write("program", "import tells\nprint(tells.x)\n");
        KraitCommand.Result result = run(command(), "--snapshot=app.kimg");
        assertEquals("1\n", result.out());
        isRestored(result, "package.sub");
    }
}
