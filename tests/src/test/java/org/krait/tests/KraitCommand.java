package org.krait.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The krait command of the distribution, run as a process with a clean environment. */
public final class KraitCommand {
    private static final long TIMEOUT_SECONDS = 120;

    /** What a run left: its exit status and what it wrote. */
    public record Result(int status, String out, String err) {
        /** The standard output of a run that must have succeeded in silence. */
        public String cleanOut() {
            if (status != 0 || !err.isEmpty()) {
                throw new AssertionError("status " + status + "\n" + out + err);
            }
            return out;
        }
    }

    private final List<String> command;
    private final Map<String, String> environment = new HashMap<>();
    private Path folder = root();

    public KraitCommand(Path executable) {
        command = List.of(executable.toString());
    }

    /** The tree's top folder. */
    public static Path root() {
        return Path.of(System.getProperty("krait.root"));
    }

    /** The distribution's folder. */
    public static Path home() {
        return Path.of(System.getProperty("krait.home"));
    }

    public static KraitCommand ofDistribution() {
        return new KraitCommand(home().resolve("bin/krait"));
    }

    public KraitCommand with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public KraitCommand in(Path workingFolder) {
        folder = workingFolder;
        return this;
    }

    public Result run(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(command);
        line.addAll(Arrays.asList(arguments));
        Path out = Files.createTempFile("krait", ".out");
        Path err = Files.createTempFile("krait", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(
                    name -> name.startsWith("PYTHON") || name.startsWith("KRAIT") || name.contains("JAVA"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(line + " did not end in " + TIMEOUT_SECONDS + " s");
            }
            return new Result(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
