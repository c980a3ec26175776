package org.krait.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The krait command of an unfinished distribution, started with the options that bin/krait will give it. */
final class Command {
    private final Path home;

    Command(Path home) {
        this.home = home;
    }

    /**
     * Runs a script out of a heap archive of its own, as users do who made one, and writes the AOT cache of what it did
     * into {@code cache}.
     */
    void train(Path script, Path cache) throws IOException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("PY") || name.startsWith("KRAIT"));
        Path archive = cache.resolveSibling("training.kimg");
        run(List.of(), List.of("--snapshot-create=" + archive, script.toString()), environment);
        run(List.of("-XX:AOTCacheOutput=" + cache), List.of("--snapshot=" + archive, script.toString()), environment);
        Files.delete(archive);
        if (!Files.exists(cache)) {
            throw new Distribution.BuildException("the training run left no AOT cache at " + cache, List.of());
        }
    }

    /**
     * Runs krait with these arguments and environment variables, in the distribution's folder; a failure ends the build
     * and shows the output.
     */
    void run(List<String> javaOptions, List<String> arguments, Map<String, String> environment)
            throws IOException {
        List<String> line = new ArrayList<>();
        line.add(home.resolve("jre/bin/java").toString());
        line.add("@" + home.resolve("lib/java.options"));
        line.addAll(javaOptions);
        line.add("-Dkrait.home=" + home);
        line.addAll(List.of("-m", "org.krait.launcher/org.krait.launcher.Main"));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().keySet().removeAll(
                List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status;
        try {
            status = process.waitFor();
        } catch (InterruptedException e) {
            throw new IOException("interrupted while waiting for " + line, e);
        }
        if (status != 0) {
            throw new Distribution.BuildException(String.join(" ", line) + "\nended with status " + status + ":",
                    Arrays.asList(output.split("\n")));
        }
    }
}
