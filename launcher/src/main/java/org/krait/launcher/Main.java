package org.krait.launcher;

import java.util.ArrayList;
import java.util.List;
import org.krait.language.PythonCompiler;
import org.krait.runtime.Configuration;
import org.krait.runtime.Startup;
import org.krait.objects.ThreadState;

/** The {@code krait} command. */
public final class Main {
    private static final long STACK_BYTES = 1L << 30;

    private Main() {}

    /** Runs the command on a thread with a deep stack and ends the process with its exit code. */
    public static void main(String[] args) throws InterruptedException {
        MainThread main = new MainThread(args);
        Thread thread = new Thread(null, main, "MainThread", STACK_BYTES);
        thread.start();
        thread.join();
        Runtime.getRuntime().halt(main.exitCode);
    }

    /** The thread that runs Python code. */
    private static final class MainThread implements Runnable {
        private final String[] args;
        private int exitCode;

        MainThread(String[] args) {
            this.args = args;
        }

        @Override
        public void run() {
            Configuration c = new Configuration();
            String home = System.getProperty("krait.home", "");
            c.prefix = home;
            c.standardLibrary = System.getProperty("krait.stdlib", home + "/lib/python3.12");
            c.environment = System.getenv();
            String path = c.pythonVariable("PYTHONPATH");
            if (path != null) {
                c.pythonPath.addAll(List.of(path.split(":")));
            }
            List<String> rest = new ArrayList<>(List.of(args));
            ThreadState ts;
            if (!rest.isEmpty() && rest.get(0).equals("-c")) {
                c.argv = new ArrayList<>(rest.subList(1, rest.size()));
                String source = c.argv.get(0);
                c.argv.set(0, "-c");
                c.scriptFolder = "";
                ts = Startup.start(c, new PythonCompiler());
                exitCode = Programs.runCommand(ts, source);
            } else {
                c.argv = rest;
                String script = rest.get(0);
                int slash = script.lastIndexOf('/');
                c.scriptFolder = slash < 0 ? System.getProperty("user.dir") : script.substring(0, slash);
                ts = Startup.start(c, new PythonCompiler());
                exitCode = Programs.runFile(ts, script);
            }
        }
    }
}
