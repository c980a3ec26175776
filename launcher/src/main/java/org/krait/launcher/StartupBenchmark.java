package org.krait.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.krait.runtime.Configuration;

/**
 * {@code --bench-startup SCRIPT}: runs the script as whole processes, interleaved, from source, from cache, from an
 * archive of code and from one of modules that were executed, without and with an AOT cache of the program's own, with
 * CPython and {@code java Hello} beside it where they are found, and prints medians and ratios.
 */
final class StartupBenchmark {
    private static final double MILLIS = 1e6;

    private final Configuration configuration;
    private final List<String> program;
    private final int runs;
    private final String givenCPython;
    private final Path folder;
    private final List<Variant> variants = new ArrayList<>();

    private StartupBenchmark(Configuration configuration, List<String> program, int runs, String cpython,
            Path folder) {
        this.configuration = configuration;
        this.program = program;
        this.runs = runs;
        givenCPython = cpython;
        this.folder = folder;
    }

    /** One way to start the program, and what was measured of it. */
    private static final class Variant {
        final String name;
        final List<String> command;
        final Map<String, String> environment;
        /** What it says on its standard output is compared with what the others say. */
        final boolean sameProgram;
        final double[] wallMillis;
        final double[] cpuMillis;
        final StartupTimes[] times;
        byte[] output;

        Variant(String name, List<String> command, Map<String, String> environment, boolean sameProgram, int runs) {
            this.name = name;
            times = new StartupTimes[runs];
            this.command = command;
            this.environment = environment;
            this.sameProgram = sameProgram;
            wallMillis = new double[runs];
            cpuMillis = new double[runs];
        }
    }

    /** Measures a program, a script and its arguments; {@code cpython} may be null. Answers the exit code. */
    static int run(Configuration c, List<String> program, int runs, String cpython, boolean json) {
        if (program.isEmpty()) {
            System.err.println("krait: --bench-startup: expected a script");
            return 2;
        }
        if (!new File(program.get(0)).isFile()) {
            System.err.println("krait: --bench-startup: " + program.get(0) + ": no such file");
            return 2;
        }
        try {
            Path folder = Files.createTempDirectory("krait-bench");
            try {
                return new StartupBenchmark(c, program, runs, cpython, folder).measure(json);
            } finally {
                delete(folder.toFile());
            }
        } catch (IOException e) {
            System.err.println("krait: --bench-startup: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            return 130;
        }
    }

    private static void delete(File file) {
        File[] inside = file.listFiles();
        if (inside != null) {
            for (File f : inside) {
                delete(f);
            }
        }
        file.delete();
    }

    private int measure(boolean json) throws IOException, InterruptedException {
        String krait = configuration.executable;
        List<String> command = new ArrayList<>(List.of(krait));
        command.addAll(program);
        String list = folder.resolve("modules.lst").toString();
        String archive = folder.resolve("app.kimg").toString();
        String cache = folder.resolve("cache").toString();
        variants.add(new Variant("source", command,
                Map.of("KRAIT_SNAPSHOT", "off", "KRAIT_CACHE", "off"), true, runs));
        variants.add(new Variant("cache", command,
                Map.of("KRAIT_SNAPSHOT", "off", "PYTHONPYCACHEPREFIX", cache), true, runs));
        List<String> code = new ArrayList<>(List.of(krait, "--snapshot-level=code"));
        code.addAll(program);
        variants.add(new Variant("code archive", code, Map.of("KRAIT_SNAPSHOT", archive), true, runs));
        String heap = folder.resolve("heap.kimg").toString();
        variants.add(new Variant("heap archive", command, Map.of("KRAIT_SNAPSHOT", heap), true, runs));
        String aot = folder.resolve("app.aot").toString();
        variants.add(new Variant("own AOT cache", command, Map.of("KRAIT_SNAPSHOT", heap, "KRAIT_AOT", aot), true,
                runs));
        String cpython = cpython();
        if (cpython != null) {
            List<String> other = new ArrayList<>(List.of(cpython));
            other.addAll(program);
            variants.add(new Variant("CPython 3.12", other, Map.of(), true, runs));
        }
        addJavaHello();
        progress("tracing the imports");
        if (exitOf(command, Map.of("PYCDSMODE", "TRACE", "PYCDSLIST", list, "KRAIT_SNAPSHOT", "off")) != 0) {
            System.err.println("krait: --bench-startup: the script failed; it must end with exit code 0");
            return 1;
        }
        progress("writing the archives");
        List<String> capture = new ArrayList<>(List.of(krait, "--snapshot-create=" + heap, "--snapshot-level=heap"));
        capture.addAll(program);
        if (exitOf(capture, Map.of("KRAIT_SNAPSHOT", "off")) != 0) {
            System.err.println("krait: --bench-startup: the heap archive could not be written");
            return 1;
        }
        List<String> train = new ArrayList<>(List.of(krait, "--aot-create=" + aot));
        train.addAll(program);
        if (exitOf(train, Map.of("KRAIT_SNAPSHOT", heap)) != 0) {
            System.err.println("krait: --bench-startup: the AOT cache could not be made");
            return 1;
        }
        if (exitOf(List.of(krait), Map.of("PYCDSMODE", "DUMP", "PYCDSLIST", list, "PYCDSARCHIVE", archive))
                != 0) {
            System.err.println("krait: --bench-startup: the archive could not be written");
            return 1;
        }
        for (int run = -1; run < runs; run++) {
            for (Variant v : variants) {
                progress(run < 0 ? "warming up " + v.name : "run " + (run + 1) + " of " + runs + ": " + v.name);
                once(v, run);
            }
        }
        progress(null);
        int status = 0;
        for (Variant v : variants) {
            if (v.sameProgram && !Arrays.equals(v.output, variants.get(0).output)) {
                System.err.println("krait: --bench-startup: the output of " + v.name + " differs from the output of "
                        + variants.get(0).name);
                status = 1;
            }
        }
        System.out.print(json ? BenchmarkReport.json(program.get(0), rows()) : BenchmarkReport.table(program.get(0),
                runs, rows()));
        System.out.flush();
        return status;
    }

    private List<BenchmarkReport.Row> rows() {
        List<BenchmarkReport.Row> rows = new ArrayList<>();
        for (Variant v : variants) {
            rows.add(new BenchmarkReport.Row(v.name, v.wallMillis, v.cpuMillis, v.times));
        }
        return rows;
    }

    /** One line on the terminal that says what is going on; null clears it. */
    private static void progress(String what) {
        if (System.console() != null && System.console().isTerminal()) {
            System.err.print("\r\u001b[K" + (what == null ? "" : what));
            System.err.flush();
        }
    }

    /** The given CPython 3.12, or one found: PYTHON312, on the PATH, among pyenv's; null for none. */
    private String cpython() throws IOException {
        if (givenCPython != null) {
            if (!isCPython312(givenCPython)) {
                throw new IOException("--cpython " + givenCPython + ": is no CPython 3.12");
            }
            return givenCPython;
        }
        Map<String, String> environment = System.getenv();
        List<String> candidates = new ArrayList<>();
        if (environment.get("PYTHON312") != null) {
            candidates.add(environment.get("PYTHON312"));
        }
        String[] places = environment.getOrDefault("PATH", "").split(File.pathSeparator);
        for (String name : new String[] {"python3.12", "python3"}) {
            for (String place : places) {
                candidates.add(new File(place, name).getPath());
            }
        }
        String pyenv = environment.getOrDefault("PYENV_ROOT", System.getProperty("user.home") + "/.pyenv");
        String[] versions = new File(pyenv, "versions").list();
        for (String version : versions == null ? new String[0] : versions) {
            if (version.startsWith("3.12")) {
                candidates.add(pyenv + "/versions/" + version + "/bin/python3.12");
            }
        }
        for (String candidate : candidates) {
            if (new File(candidate).canExecute() && isCPython312(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private boolean isCPython312(String file) {
        try {
            Path out = folder.resolve("version");
            List<String> version = List.of(file, "-c",
                    "import sys; print(sys.implementation.name, *sys.version_info[:2])");
            int code = start(version, Map.of(), out.toFile(), null).waitFor();
            return code == 0 && Files.readString(out).strip().equals("cpython 3 12");
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    /** {@code java Hello} on our own image, with the same options and an AOT cache of its own. */
    private void addJavaHello() throws IOException, InterruptedException {
        String java = configuration.prefix + "/jre/bin/java";
        File options = new File(configuration.prefix, "lib/java.options");
        if (!new File(java).canExecute() || !options.isFile()) {
            return;
        }
        Path classes = folder.resolve("hello.jar");
        HelloClass.writeTo(classes);
        String aot = folder.resolve("hello.aot").toString();
        List<String> base = List.of(java, "@" + options.getPath());
        List<String> train = new ArrayList<>(base);
        train.addAll(List.of("-XX:AOTCacheOutput=" + aot, "-cp", classes.toString(), "Hello"));
        List<String> hello = new ArrayList<>(base);
        if (exitOf(train, Map.of()) == 0 && new File(aot).isFile()) {
            hello.add("-XX:AOTCache=" + aot);
        }
        hello.addAll(List.of("-cp", classes.toString(), "Hello"));
        variants.add(new Variant("java Hello", hello, Map.of(), false, runs));
    }

    private int exitOf(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        return start(command, environment, null, null).waitFor();
    }

    /** Starts a process that reads nothing; a null file discards what it says there. */
    private static Process start(List<String> command, Map<String, String> environment, File out, File err)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        for (String name : List.of("PYCDSMODE", "PYCDSLIST", "PYCDSARCHIVE", "KRAIT_SNAPSHOT", "KRAIT_AOT",
                "KRAIT_BENCH", "PYTHONDONTWRITEBYTECODE")) {
            builder.environment().remove(name);
        }
        builder.environment().putAll(environment);
        builder.redirectOutput(out == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(out));
        builder.redirectError(err == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(err));
        builder.redirectInput(new File("/dev/null"));
        return builder.start();
    }

    private void once(Variant v, int run) throws IOException, InterruptedException {
        Path out = folder.resolve("output");
        Path err = folder.resolve("errors");
        Path times = folder.resolve("times");
        Map<String, String> environment = new HashMap<>(v.environment);
        environment.put("KRAIT_BENCH", times.toString());
        long start = System.nanoTime();
        Process process = start(v.command, environment, out.toFile(), err.toFile());
        long cpuBefore = childrenCpuNanos();
        int code = process.waitFor();
        long end = System.nanoTime();
        long cpu = childrenCpuNanos() - cpuBefore;
        if (code != 0) {
            throw new IOException(v.name + " ended with exit code " + code + ":\n" + new String(
                    Files.readAllBytes(err), StandardCharsets.UTF_8));
        }
        v.output = Files.readAllBytes(out);
        StartupTimes parts = StartupTimes.read(times, start, end);
        if (run >= 0) {
            v.wallMillis[run] = (end - start) / MILLIS;
            v.cpuMillis[run] = cpu / MILLIS;
            v.times[run] = parts;
        }
    }

    /** User and system time of the children that have ended, out of /proc; 0 where there is none. */
    private static long childrenCpuNanos() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * 10_000_000L;
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    /** The middle value. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }
}
