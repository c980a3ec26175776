package org.krait.launcher;

import java.io.File;
import org.krait.language.PythonCompiler;
import org.krait.language.tier1.HotCode;
import org.krait.objects.PyException;
import org.krait.objects.PySingleton;
import org.krait.objects.ThreadState;
import org.krait.runtime.Configuration;
import org.krait.runtime.Startup;
import org.krait.runtime.Texts;
import org.krait.runtime.Tracebacks;
import org.krait.runtime.posix.Libc;
import org.krait.runtime.imports.Archives;
import org.krait.runtime.snapshot.Capture;
import org.krait.runtime.snapshot.SnapshotDump;
import org.krait.runtime.imports.ImportTimes;

/** The {@code krait} command. */
public final class Main {
    private static final long STACK_BYTES = 1L << 30;

    private Main() {}

    /** Runs the command on a thread with a deep stack and ends the process with its exit code. */
    public static void main(String[] args) throws InterruptedException {
        Command command = new Command(RawArguments.of(args));
        Thread thread = new Thread(null, command, "MainThread", STACK_BYTES);
        thread.start();
        thread.join();
        HotCode.end();
        Runtime.getRuntime().halt(command.exitCode);
    }

    /** The command, on the thread that runs Python code. */
    private static final class Command implements Runnable {
        private final String[] args;
        /** When {@code main} began, on the clock that all processes of the machine share. */
        private final long startNanos = System.nanoTime();
        private int exitCode = 1;

        Command(String[] args) {
            this.args = args;
        }

        @Override
        public void run() {
            Configuration c = new Configuration();
            c.installSignalHandlers = true;
            c.stackBytes = STACK_BYTES;
            Environment.places(c);
            if (args.length > 0 && args[0].equals(BenchmarkCommand.NAME)) {
                exitCode = BenchmarkCommand.run(c, args);
                return;
            }
            if (Inspection.isMeant(args)) {
                exitCode = Inspection.run(c, args);
                return;
            }
            CommandLine line = CommandLine.of(args);
            Options options = null;
            if (!line.options.isEmpty()) {
                options = Options.read(line, c);
                if (options.fatal != null) {
                    fatal(options.fatal);
                    return;
                }
                if (options.error != null) {
                    exitCode = usageError(c, options.error);
                    return;
                }
                if (options.action != Options.Action.RUN) {
                    exitCode = Help.print(options.action, c);
                    return;
                }
            } else if (line.error != null) {
                exitCode = usageError(c, line.error);
                return;
            }
            String error = Environment.variables(c);
            if (error != null) {
                fatal(error);
                return;
            }
            exitCode = run(c, line, options);
        }

        /** Closes the standard descriptors that were closed when {@code bin/krait} kept them from the JVM's files. */
        private static void closeDescriptors(Configuration c) {
            c.closedStreams = System.getProperty("krait.closed", "");
            for (int i = 0; i < c.closedStreams.length(); i++) {
                Libc.call("close", c.closedStreams.charAt(i) - '0');
            }
        }

        /** As CPython reports what is wrong before there is an interpreter. */
        private static void fatal(String error) {
            String state = error.startsWith("preconfig") ? "preinitializing" : "preinitialized";
            System.err.println("Fatal Python error: " + error + "\nPython runtime state: " + state + "\n");
        }

        private int run(Configuration c, CommandLine line, Options options) {
            if (new File("/proc/self/fd/0").isDirectory()) {
                System.err.println("Fatal Python error: init_sys_streams: <stdin> is a directory, cannot continue\n"
                        + "Python runtime state: core initialized\n");
                return 1;
            }
            c.originalArgv.add(c.executable);
            for (String arg : args) {
                c.originalArgv.add(arg);
            }
            String mode = c.environment.get("PYCDSMODE");
            if ("DUMP".equals(mode)) {
                return SnapshotWorkflow.dump(c, new PythonCompiler());
            }
            Programs program = new Programs(c, line, options != null && options.skipFirstLine);
            program.prepare();
            if (options != null && options.capturesMain && program.isFolderOrZip()) {
                System.err.println(c.executable + ": --snapshot-main: " + line.target + " is no script file");
                return Programs.NO_FILE;
            }
            closeDescriptors(c);
            String bench = c.environment.get("KRAIT_BENCH");
            ThreadState ts;
            try {
                ts = Startup.start(c, new PythonCompiler());
            } catch (PyException e) {
                if (c.requireArchives && !Archives.areOpen(ThreadState.current())) {
                    System.err.println("krait: " + Texts.str(ThreadState.current(), e.value));
                    return 1;
                }
                System.err.println("Fatal Python error: " + Startup.stage(e)
                        + "\nPython runtime state: core initialized");
                Tracebacks.print(ThreadState.current(), e.value.type, e.value, PySingleton.NONE);
                return 1;
            }
            long readyNanos = System.nanoTime();
            if (c.verbose > 0 && System.getProperty("krait.aot.refused") != null) {
                System.err.println("# AOT cache not used: " + System.getProperty("krait.aot.refused"));
            }
            if (c.jitFile != null) {
                HotCode.installEager(ts.interp, c.jitFile);
            } else if (c.jit) {
                HotCode.install(ts.interp);
            }
            if (bench != null || "TRACE".equals(mode) || c.importTime) {
                ImportTimes times = ImportTimes.record(ts.interp, c.importTime);
                if (bench != null && !"TRACE".equals(mode)) {
                    times.countAlone();
                }
            }
            if (options != null) {
                try {
                    prepareSnapshot(ts, c, options);
                } catch (PyException e) {
                    Tracebacks.print(ts, e.value.type, e.value, PySingleton.NONE);
                    return 1;
                }
            }
            if (options != null && options.createdArchive != null) {
                SnapshotDump.install(ts, () -> SnapshotWorkflow.create(ts, c, options.createdArchive));
                program.atEnd(() -> SnapshotDump.programEnds(ts));
            }
            if (options != null && options.capturesMain) {
                program.captureMain();
            }
            int code;
            try {
                code = program.run(ts);
            } catch (RuntimeException | Error e) {
                return internalError(c, e);
            }
            if ("TRACE".equals(mode)) {
                SnapshotWorkflow.writeList(ts, c);
            }
            if (options != null && options.explainsSnapshot) {
                System.err.print(SnapshotReport.of(ts, c, options.explainsAsJson));
            }
            if (options != null && options.createdArchive != null && !program.isUnreadable()) {
                int created = SnapshotDump.write(ts);
                code = code == 0 ? created : code;
            }
            if (bench != null) {
                StartupTimes.write(ts, bench, startNanos, readyNanos);
            }
            return code;
        }

        /** Records imports for who wants to know, and begins to capture. */
        private static void prepareSnapshot(ThreadState ts, Configuration c, Options options) {
            if (options.explainsSnapshot || options.createdArchive != null) {
                ImportTimes times = ImportTimes.of(ts.interp);
                times = times == null ? ImportTimes.record(ts.interp, c.importTime) : times;
                if (options.explainsSnapshot) {
                    times.keepImports();
                }
                if (options.createdArchive != null) {
                    times.keepStamps();
                }
            }
            if (options.capturesHeap && options.createdArchive != null) {
                Capture.start(ts);
                Startup.readWarnOptions(ts, c);
            }
        }

        /** An error of Java's that no Python code could meet: the program cannot go on. */
        private static int internalError(Configuration c, Throwable error) {
            System.err.println("Fatal Python error: internal error of Krait: " + error + "\nPlease report it, with "
                    + "this program and what krait -VV says; KRAIT_JAVA_TRACE=1 shows where it happened.");
            if (c.environment.get("KRAIT_JAVA_TRACE") != null) {
                error.printStackTrace();
            }
            return 1;
        }

        private static int usageError(Configuration c, String error) {
            System.err.println(error);
            System.err.println("usage: " + c.executable + " [option] ... [-c cmd | -m mod | file | -] [arg] ...");
            System.err.println("Try `python -h' for more information.");
            return 2;
        }
    }
}
