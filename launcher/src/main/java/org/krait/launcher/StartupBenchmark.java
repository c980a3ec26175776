package org.krait.launcher;

import java.io.File;
import java.io.FileWriter;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.krait.objects.ThreadState;
import org.krait.runtime.Configuration;
import org.krait.runtime.imports.ImportTimes;

/**
 * {@code --bench-startup SCRIPT}: runs the script as whole processes, interleaved, from source, from cache and from
 * archive, with CPython and {@code java Hello} beside it where they are found, and prints medians and ratios.
 */
final class StartupBenchmark {
    private static final double MILLIS = 1e6;

    private final Configuration configuration;
    private final List<String> program;
    private final int runs;
    private final Path folder;
    private final List<Variant> variants = new ArrayList<>();

    private StartupBenchmark(Configuration configuration, List<String> program, int runs, Path folder) {
        this.configuration = configuration;
        this.program = program;
        this.runs = runs;
        this.folder = folder;
    }

    /** One way to start the program, and what was measured of it. */
    private static final class Variant {
        final String name;
        final List<String> command;
        final Map<String, String> environment;
        /** Its output is compared with the others'. */
        final boolean sameProgram;
        final double[] wallMillis;
        final double[] cpuMillis;
        String output;
        String breakdown;

        Variant(String name, List<String> command, Map<String, String> environment, boolean sameProgram, int runs) {
            this.name = name;
            this.command = command;
            this.environment = environment;
            this.sameProgram = sameProgram;
            wallMillis = new double[runs];
            cpuMillis = new double[runs];
        }
    }

    /** Measures a program, a script and its arguments; answers the exit code. */
    static int run(Configuration c, List<String> program, int runs, boolean json) {
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
                return new StartupBenchmark(c, program, runs, folder).measure(json);
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
        variants.add(new Variant("archive", command, Map.of("KRAIT_SNAPSHOT", archive), true, runs));
        String cpython = cpython();
        if (cpython != null) {
            List<String> other = new ArrayList<>(List.of(cpython));
            other.addAll(program);
            variants.add(new Variant("CPython 3.12", other, Map.of(), true, runs));
        }
        addJavaHello();
        progress("tracing the imports");
        if (exitOf(command, Map.of("PYCDSMODE", "TRACE", "PYCDSLIST", list, "KRAIT_SNAPSHOT", "off"), null) != 0) {
            System.err.println("krait: --bench-startup: the script failed; it must end with exit code 0");
            return 1;
        }
        progress("writing the archive");
        if (exitOf(List.of(krait), Map.of("PYCDSMODE", "DUMP", "PYCDSLIST", list, "PYCDSARCHIVE", archive), null)
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
        for (Variant v : variants.subList(0, 3)) {
            breakdown(v);
        }
        progress(null);
        for (Variant v : variants) {
            if (v.sameProgram && !v.output.equals(variants.get(0).output)) {
                System.err.println("krait: --bench-startup: the output of " + v.name + " differs from the output of "
                        + variants.get(0).name);
                return 1;
            }
        }
        System.out.print(json ? BenchmarkReport.json(program.get(0), rows()) : BenchmarkReport.table(program.get(0),
                runs, rows()));
        System.out.flush();
        return 0;
    }

    private List<BenchmarkReport.Row> rows() {
        List<BenchmarkReport.Row> rows = new ArrayList<>();
        for (Variant v : variants) {
            rows.add(new BenchmarkReport.Row(v.name, v.wallMillis, v.cpuMillis, v.breakdown));
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

    private String cpython() {
        for (String name : new String[] {"python3.12", "python3"}) {
            for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
                File file = new File(place, name);
                if (file.canExecute() && isCPython312(file.getPath())) {
                    return file.getPath();
                }
            }
        }
        return null;
    }

    private boolean isCPython312(String file) {
        try {
            Path out = folder.resolve("version");
            int code = exitOf(List.of(file, "-c", "import sys; print(sys.implementation.name, *sys.version_info[:2])"),
                    Map.of(), out.toFile());
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
        Path classes = Files.createDirectory(folder.resolve("hello"));
        HelloClass.writeTo(classes);
        String aot = folder.resolve("hello.aot").toString();
        List<String> base = List.of(java, "@" + options.getPath());
        List<String> train = new ArrayList<>(base);
        train.addAll(List.of("-XX:AOTCacheOutput=" + aot, "-cp", classes.toString(), "Hello"));
        List<String> hello = new ArrayList<>(base);
        if (exitOf(train, Map.of(), null) == 0 && new File(aot).isFile()) {
            hello.add("-XX:AOTCache=" + aot);
        }
        hello.addAll(List.of("-cp", classes.toString(), "Hello"));
        variants.add(new Variant("java Hello", hello, Map.of(), false, runs));
    }

    private int exitOf(List<String> command, Map<String, String> environment, File out)
            throws IOException, InterruptedException {
        return start(command, environment, out).waitFor();
    }

    private static Process start(List<String> command, Map<String, String> environment, File out) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        for (String name : new String[] {"PYCDSMODE", "PYCDSLIST", "PYCDSARCHIVE", "KRAIT_SNAPSHOT", "KRAIT_BENCH",
            "PYTHONDONTWRITEBYTECODE"}) {
            builder.environment().remove(name);
        }
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(out == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(out));
        builder.redirectInput(new File("/dev/null"));
        return builder.start();
    }

    private void once(Variant v, int run) throws IOException, InterruptedException {
        File out = folder.resolve("output").toFile();
        long start = System.nanoTime();
        Process process = start(v.command, v.environment, out);
        long cpuBefore = childrenCpuNanos();
        int code = process.waitFor();
        long wall = System.nanoTime() - start;
        long cpu = childrenCpuNanos() - cpuBefore;
        if (code != 0) {
            throw new IOException(v.name + " ended with exit code " + code + ":\n" + Files.readString(out.toPath()));
        }
        v.output = Files.readString(out.toPath());
        if (run >= 0) {
            v.wallMillis[run] = wall / MILLIS;
            v.cpuMillis[run] = cpu / MILLIS;
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

    /** One more run of a variant that writes down its own times. */
    private void breakdown(Variant v) throws IOException, InterruptedException {
        Path file = folder.resolve("times");
        Map<String, String> environment = new java.util.HashMap<>(v.environment);
        environment.put("KRAIT_BENCH", file.toString());
        exitOf(v.command, environment, null);
        v.breakdown = Files.exists(file) ? Files.readString(file).strip() : "";
        Files.deleteIfExists(file);
    }

    /** At the end of a measured process: its times in milliseconds, in one line. */
    static void reportTimes(ThreadState ts, String file) {
        ImportTimes times = ImportTimes.of(ts.interp);
        long boot = Startups.bootMillis();
        String line = String.format(Locale.ROOT, "%d %d %.1f %.1f %.1f %d", boot, Startups.initMillis(),
                times.findNanos() / MILLIS, times.readNanos() / MILLIS, times.executeNanos() / MILLIS,
                times.reads().size());
        try (Writer out = new FileWriter(file, StandardCharsets.UTF_8)) {
            out.write(line + "\n");
        } catch (IOException e) {
            System.err.println("krait: " + file + ": " + e.getMessage());
        }
    }

    /** When the JVM and the runtime were ready. */
    private static final class Startups {
        static long bootMillis() {
            return Main.startMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        }

        static long initMillis() {
            return Main.initMillis();
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
