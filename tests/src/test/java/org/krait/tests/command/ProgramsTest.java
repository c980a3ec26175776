package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.tests.KraitCommand;

/** Programs of every kind, good and bad: status and messages are word for word those of CPython 3.12. */
@Execution(ExecutionMode.CONCURRENT)
final class ProgramsTest {
    @TempDir
    Path folder;

    /**
     * A run in the folder and what it must leave.
     *
     * @param input the file or folder that is standard input; null for nothing
     * @param text what it writes, standard output first; {@code KRAIT} stands for the command, {@code D} for the folder
     */
    private record Case(String input, List<String> arguments, int status, String text) {}

    private static Case run(int status, String text, String... arguments) {
        return new Case(null, Arrays.asList(arguments), status, text);
    }

    private static Case from(String input, int status, String text, String... arguments) {
        return new Case(input, Arrays.asList(arguments), status, text);
    }

    private void files() throws IOException {
        Files.createDirectories(folder.resolve("dir"));
        Files.createDirectories(folder.resolve("app"));
        Files.createDirectories(folder.resolve("pkg"));
        Files.createSymbolicLink(folder.resolve("dangling.py"), Path.of("/nonexistent/x.py"));
        Files.write(folder.resolve("latin.py"), new byte[] {'x', '=', '"', (byte) 0xe9, '"', '\n'});
        Files.write(folder.resolve("utf16.py"), new byte[] {(byte) 0xff, (byte) 0xfe, 'x', 0});
        script("nul.py", "x=1\0\n");
        script("bad.py", "print(1");
        script("tab.py", "if 1:\n\tx\n        y\n");
        script("coding.py", "# coding: nope\n");
        script("lines.py", "print(1)\r\nprint(2)\rprint(3)");
        script("mark.py", "\ufeffprint('mark')");
        script("empty.py", "");
        script("ok.py", "import sys; print(sys.argv, __name__)\n");
        script("error.py", "def f(x):\n    return 1 / x\n\nf(0)\n");
        script("first.py", "not python\nprint('x')\n");
        script("pkg/__init__.py", "");
        script("app/__main__.py", "print(__name__, repr(__package__), __file__)\n");
        zip("app.zip", "__main__.py", "print(__name__, repr(__package__), __file__)\n");
        zip("other.zip", "other.py", "");
        Files.write(folder.resolve("cut.zip"), Arrays.copyOf(Files.readAllBytes(folder.resolve("app.zip")), 60));
    }

    private Path script(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void zip(String name, String entry, String text) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private static final String USAGE = "usage: KRAIT [option] ... [-c cmd | -m mod | file | -] [arg] ...\n"
            + "Try `python -h' for more information.\n";
    private static final String NOT_UTF8 = " on line 1, but no encoding declared; see "
            + "https://peps.python.org/pep-0263/ for details\n";
    private static final String UNCLOSED = ", line 1\n    print(1\n         ^\nSyntaxError: '(' was never closed\n";

    private static List<Case> cases() {
        return List.of(
                run(2, "KRAIT: can't open file 'D/none.py': [Errno 2] No such file or directory\n", "none.py"),
                run(2, "KRAIT: can't open file 'D/dangling.py': [Errno 2] No such file or directory\n", "dangling.py"),
                run(2, "KRAIT: can't open file 'D/ok.py/': [Errno 20] Not a directory\n", "ok.py/"),
                run(1, "KRAIT: can't find '__main__' module in 'D/dir'\n", "dir"),
                run(1, "KRAIT: can't find '__main__' module in 'D'\n", ""),
                run(1, "KRAIT: can't find '__main__' module in 'D/other.zip'\n", "other.zip"),
                run(1, "  File \"D/cut.zip\", line 1\n    PK\3\4\24\n"
                        + "SyntaxError: source code cannot contain null bytes\n", "cut.zip"),
                run(0, "__main__ '' D/app/__main__.py\n", "app", "x"),
                run(0, "__main__ '' D/app.zip/__main__.py\n", "app.zip", "x"),
                run(0, "['ok.py', 'a', '-b'] __main__\n", "ok.py", "a", "-b"),
                run(0, "", "empty.py"),
                run(0, "finally\ndel\n", "-c", """
                        import sys
                        class C:
                            def __del__(self): print('del')
                        c = C()
                        c.me = c
                        try: sys.exit(0)
                        finally: print('finally')
                        """),
                run(0, "", "/dev/null"),
                run(0, "1\n2\n3\n", "lines.py"),
                run(0, "mark\n", "mark.py"),
                run(0, "x\n", "-x", "first.py"),
                run(1, "SyntaxError: Non-UTF-8 code starting with '\\xe9' in file D/latin.py" + NOT_UTF8, "latin.py"),
                run(1, "SyntaxError: Non-UTF-8 code starting with '\\xff' in file D/utf16.py" + NOT_UTF8, "utf16.py"),
                run(1, "SyntaxError: encoding problem: nope\n", "coding.py"),
                run(1, "  File \"D/nul.py\", line 1\n    x=1\nSyntaxError: source code cannot contain null bytes\n",
                        "nul.py"),
                run(1, "  File \"D/bad.py\"" + UNCLOSED, "bad.py"),
                run(1, "  File \"D/tab.py\", line 3\n    y\n"
                        + "TabError: inconsistent use of tabs and spaces in indentation\n", "tab.py"),
                run(1, "Traceback (most recent call last):\n  File \"D/error.py\", line 4, in <module>\n    f(0)\n"
                        + "  File \"D/error.py\", line 2, in f\n    return 1 / x\n           ~~^~~\n"
                        + "ZeroDivisionError: division by zero\n", "error.py"),
                run(0, "['D/ok.py', 'a'] __main__\n", "-m", "ok", "a"),
                run(0, "__main__ 'app' D/app/__main__.py\n", "-m", "app"),
                run(1, "KRAIT: No module named none\n", "-m", "none"),
                run(1, "KRAIT: No module named pkg.__main__; 'pkg' is a package and cannot be directly executed\n",
                        "-m", "pkg"),
                run(1, "KRAIT: No module named pkg.sub\n", "-m", "pkg.sub"),
                run(1, "KRAIT: Relative module names not supported\n", "-m", "."),
                run(1, "['-m'] ok\nKRAIT: Error while finding module specification for 'ok.py' (ModuleNotFoundError: "
                        + "__path__ attribute not found on 'ok' while trying to find 'ok.py'). Try using 'ok' instead "
                        + "of 'ok.py' as the module name.\n", "-m", "ok.py"),
                from("ok.py", 0, "['-', 'a'] __main__\n", "-", "a"),
                from("ok.py", 0, "[''] __main__\n"),
                from("bad.py", 1, "  File \"<stdin>\"" + UNCLOSED),
                from("latin.py", 1, "SyntaxError: Non-UTF-8 code starting with '\\xe9' in file <stdin>" + NOT_UTF8),
                from("nul.py", 1, "  File \"<stdin>\", line 1\n    x=1\n"
                        + "SyntaxError: source code cannot contain null bytes\n", "-"),
                // CPython tells the thread's address, too.
                from("dir", 1, "Fatal Python error: init_sys_streams: <stdin> is a directory, cannot continue\n"
                        + "Python runtime state: core initialized\n\n"),
                run(1, "  File \"<string>\"" + UNCLOSED, "-c", "print(1"),
                run(2, "Argument expected for the -c option\n" + USAGE, "-c"),
                run(2, "Unknown option: -Z\n" + USAGE, "-Z"),
                run(1, "Fatal Python error: preconfig_init_utf8_mode: invalid -X utf8 option value\n"
                        + "Python runtime state: preinitializing\n\n", "-X", "utf8=3", "-c", "1"),
                run(0, "Invalid -W option ignored: invalid action: 'nope'\n", "-W", "nope", "-c", "1"),
                run(0, "Python 3.12.8\n", "-V"),
                run(1, "message\n", "-c", "import sys; sys.exit('message')"),
                run(7, "", "-c", "import sys; sys.exit(256 + 7)"),
                run(255, "", "-c", "import sys; sys.exit(-1)"),
                run(9, "", "-c", "import os; os._exit(9)"),
                run(128 + 15, "", "-c", "import os; os.kill(os.getpid(), 15)"),
                run(128 + 6, "", "-c", "import os; os.abort()"),
                run(130, "Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\n"
                        + "KeyboardInterrupt\n", "-c", "raise KeyboardInterrupt"));
    }

    @TestFactory
    List<DynamicTest> programs() throws IOException {
        files();
        List<DynamicTest> tests = new ArrayList<>();
        for (Case one : cases()) {
            String name = "krait " + String.join(" ", one.arguments) + (one.input == null ? "" : " < " + one.input);
            tests.add(DynamicTest.dynamicTest(name, () -> {
                KraitCommand command = KraitCommand.ofDistribution().in(folder);
                if (one.input != null) {
                    command.from(folder.resolve(one.input));
                }
                KraitCommand.Result result = command.run(one.arguments.toArray(new String[0]));
                String text = (result.out() + result.err())
                        .replace(KraitCommand.home().resolve("bin/krait").toString(), "KRAIT")
                        .replace(folder.toRealPath().toString(), "D");
                assertEquals(one.text, text);
                assertEquals(one.status, result.status());
            }));
        }
        return tests;
    }

    @Test
    void aScriptThatMustNotBeReadIsNamed() throws Exception {
        Path script = script("secret.py", "print(1)\n");
        assertTrue(script.toFile().setReadable(false));
        Assumptions.assumeFalse(Files.isReadable(script), "root reads everything");
        KraitCommand.Result result = KraitCommand.ofDistribution().run(script.toString());
        assertEquals(2, result.status());
        assertTrue(result.err().endsWith("can't open file '" + script + "': [Errno 13] Permission denied\n"),
                result.err());
    }

    @Test
    void outputThatCanNotBeWrittenIsReported() throws Exception {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "no /dev/full");
        KraitCommand.Result result = KraitCommand.ofDistribution().to(full).run("-c", "print(1)");
        String ignored = "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\n"
                + "OSError: [Errno 28] No space left on device\n";
        assertEquals(ignored, result.err());
        assertEquals(120, result.status());
        result = KraitCommand.ofDistribution().to(full).run("-c", "print(1, flush=True)");
        assertEquals("Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\n"
                + "OSError: [Errno 28] No space left on device\n" + ignored, result.err());
        assertEquals(120, result.status());
    }
}
