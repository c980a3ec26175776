package org.krait.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The prompt with real keys: krait on a pseudo terminal, which the program {@code script} makes. */
final class ReplTest {
    private static final long TIMEOUT_SECONDS = 90;
    private static final String PREVIOUS = "\u0010";

    @TempDir
    Path home;

    /** A session at a terminal. */
    private final class Session implements AutoCloseable {
        private final Process process;
        private final StringBuilder screen = new StringBuilder();
        private int seen;

        Session(String... variables) throws IOException {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no program script");
            // Without exec some shells stay between, take the interrupts too and end as if they had ended krait.
            ProcessBuilder builder = new ProcessBuilder("/usr/bin/script", "-qec",
                    "exec " + KraitCommand.home().resolve("bin/krait") + " -q", "/dev/null");
            builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON") || name.startsWith("KRAIT"));
            builder.environment().put("HOME", home.toString());
            builder.environment().put("TERM", "xterm");
            builder.environment().put("LC_ALL", "C.UTF-8");
            for (int i = 0; i < variables.length; i += 2) {
                builder.environment().put(variables[i], variables[i + 1]);
            }
            process = builder.redirectErrorStream(true).start();
            Thread reader = new Thread(this::read);
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            byte[] buffer = new byte[4096];
            try (InputStream in = process.getInputStream()) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    synchronized (screen) {
                        // What the line editor says to the terminal is not for the eye.
                        screen.append(new String(buffer, 0, n, StandardCharsets.UTF_8)
                                .replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]|\u001b[=>]|\r", ""));
                        screen.notifyAll();
                    }
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        Session type(String keys) throws IOException {
            OutputStream out = process.getOutputStream();
            out.write(keys.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return this;
        }

        /** Waits until a text appears behind what was waited for before. */
        Session see(String text) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
            synchronized (screen) {
                while (true) {
                    int at = screen.indexOf(text, seen);
                    if (at >= 0) {
                        seen = at + text.length();
                        return this;
                    }
                    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                    if (left <= 0) {
                        throw new AssertionError("no '" + text + "' in:\n" + screen.substring(seen));
                    }
                    screen.wait(left);
                }
            }
        }

        int exitStatus() throws InterruptedException {
            assertTrue(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS), () -> screen.toString());
            return process.exitValue();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    @Test
    void statementsErrorsAndTheEnd() throws Exception {
        try (Session s = new Session()) {
            s.see(">>> ").type("6 * 7\r").see("\n42").see(">>> ");
            s.type("_ + 1\r").see("\n43").see(">>> ");
            s.type("def f(x):\r").see("... ").type("    return x * 2\r").see("... ").type("\r").see(">>> ");
            s.type("f('\u00e9\u20ac')\r").see("\n'\u00e9\u20ac\u00e9\u20ac'").see(">>> ");
            s.type("1/0\r").see("Traceback (most recent call last):\n  File \"<stdin>\", line 1, in <module>\n"
                    + "ZeroDivisionError: division by zero").see(">>> ");
            s.type("x = = 1\r").see("SyntaxError: invalid syntax").see(">>> ");
            s.type("import sys; sys.ps1 = '%d> '\r").see("%d> ");
            s.type("exit(7)\r");
            assertEquals(7, s.exitStatus());
        }
    }

    @Test
    void errorsShowAtOnceAndJoinedLinesGoOn() throws Exception {
        try (Session s = new Session()) {
            s.see(">>> ").type("1 +\r").see("SyntaxError: invalid syntax").see(">>> ");
            s.type("'abc\r").see("SyntaxError: unterminated string literal").see(">>> ");
            s.type("if True:\r").see("... ").type("x\r").see("IndentationError: expected an indented block")
                    .see(">>> ");
            s.type("6 * \\\r").see("... ").type("7\r").see("\n42").see(">>> ");
            s.type("# nothing\r").see("\n>>> ");
            s.type("1 is 1\r").see("\n<stdin>:1: SyntaxWarning").see("\nTrue\n>>> ").type("\u0004");
            assertEquals(0, s.exitStatus());
        }
    }

    /** A process whose parent ignores SIGINT, a job that a script put into the background, ignores it as well. */
    private static boolean ignoresInterrupts() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("SigIgn:")) {
                return (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0;
            }
        }
        return false;
    }

    @Test
    void interruptsAtThePromptAndInALoop() throws Exception {
        assumeFalse(ignoresInterrupts(), "SIGINT is ignored: are the tests a background job of a script?");
        try (Session s = new Session()) {
            s.see(">>> ").type("abc\u0003").see("KeyboardInterrupt").see(">>> ");
            s.type("print('in'); exec('while True: pass')\r").see("\nin").type("\u0003").see("KeyboardInterrupt")
                    .see(">>> ");
            s.type("input('name? ')\r").see("\nname? ").type("Bob\r").see("'Bob'").see(">>> ");
            s.type("\u0004");
            assertEquals(0, s.exitStatus());
        }
    }

    @Test
    void completionHistoryAndStartupFile() throws Exception {
        Path startup = Files.writeString(home.resolve("startup.py"), "given = 'from startup'\n");
        try (Session s = new Session("PYTHONSTARTUP", startup.toString())) {
            s.see(">>> ").type("giv\t\r").see("'from startup'").see(">>> ");
            s.type("import os.path\r").see(">>> ").type("os.path.isabs\t('/')\r").see("\nTrue").see(">>> ");
            s.type("'remember ' + 'me'\r").see("\n'remember me'").see(">>> ").type("\u0004");
            assertEquals(0, s.exitStatus());
        }
        try (Session s = new Session()) {
            s.see(">>> ").type(PREVIOUS + "\r").see("\n'remember me'").see(">>> ").type("\u0004");
            assertEquals(0, s.exitStatus());
        }
        assertTrue(Files.exists(home.resolve(".krait_history")));
    }

    @Test
    void aPastedBlockRunsAsAWhole() throws Exception {
        try (Session s = new Session()) {
            s.see(">>> ").type("\u001b[200~a = 20\ndef g():\n    return a + 1\n\nprint(g() * 2)\u001b[201~")
                    .see("print(g() * 2)").type("\r").see("\n42").see(">>> ").type("\u0004");
            assertEquals(0, s.exitStatus());
        }
    }
}
