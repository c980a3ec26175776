package org.krait.tests;

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
import java.util.concurrent.TimeUnit;

/** The krait command of the distribution, run as a process with a clean environment. */
public final class KraitCommand {
    private static final long TIMEOUT_SECONDS = 300;
    private static final File NOTHING = new File("/dev/null");

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
    private Path input = NOTHING.toPath();
    private Path output;

    public KraitCommand(Path executable) {
        this(List.of(executable.toString()));
    }

    private KraitCommand(List<String> command) {
        this.command = command;
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

    /** Standard input comes from a file, or a folder. */
    public KraitCommand from(Path file) {
        input = file;
        return this;
    }

    /** Standard output goes to a file; the result has none of it. */
    public KraitCommand to(Path file) {
        output = file;
        return this;
    }

    /** The command with a limit of the shell's: {@code ulimit} options. */
    public static KraitCommand limited(String limit) {
        return new KraitCommand(List.of("/bin/sh", "-c", "ulimit " + limit + "; exec \"$0\" \"$@\"",
                home().resolve("bin/krait").toString()));
    }

    /** Starts the command; what it writes is lost. */
    public Process start(String... arguments) throws IOException {
        return builder(arguments).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> line = new ArrayList<>();
        boolean folderAsInput = Files.isDirectory(input);
        if (folderAsInput) {
            line.addAll(List.of("/bin/sh", "-c", "exec \"$@\" < \"$0\"", input.toString()));
        }
        line.addAll(command);
        line.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(folderAsInput ? NOTHING : input.toFile()));
        builder.environment().keySet().removeIf(
                name -> name.startsWith("PYTHON") || name.startsWith("KRAIT") || name.contains("JAVA"));
        builder.environment().putAll(environment);
        return builder;
    }

    public Result run(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("krait", ".out");
        Path err = Files.createTempFile("krait", ".err");
        try {
            Process process = builder(arguments).redirectOutput((output == null ? out : output).toFile())
                    .redirectError(err.toFile()).start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " " + Arrays.toString(arguments) + " did not end in "
                        + TIMEOUT_SECONDS + " s");
            }
            return new Result(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
