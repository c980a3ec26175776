package org.krait.tests;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * CPython 3.12, with which expectations are checked: the property {@code krait.cpython}, the variable PYTHON312, a
 * {@code python3.12} on the PATH, or pyenv's. A test that needs it is skipped where there is none.
 */
final class CPython {
    private CPython() {}

    /** What a program of CPython writes to its standard output; the test is skipped when there is no CPython 3.12. */
    static String output(String... arguments) throws IOException, InterruptedException {
        String executable = find();
        Assumptions.assumeTrue(executable != null, "no CPython 3.12: name it by -Dkrait.cpython or PYTHON312");
        List<String> command = new ArrayList<>(List.of(executable));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(command + ": status " + process.exitValue());
        }
        return out;
    }

    private static String find() throws IOException, InterruptedException {
        for (String candidate : candidates()) {
            if (candidate != null && Files.isExecutable(Path.of(candidate)) && isRight(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private static List<String> candidates() throws IOException {
        List<String> all = new ArrayList<>();
        all.add(System.getProperty("krait.cpython"));
        all.add(System.getenv("PYTHON312"));
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            all.add(folder + "/python3.12");
        }
        String root = System.getenv("PYENV_ROOT");
        Path versions = Path.of(root != null ? root : System.getProperty("user.home") + "/.pyenv", "versions");
        if (Files.isDirectory(versions)) {
            try (Stream<Path> folders = Files.list(versions)) {
                folders.map(folder -> folder.resolve("bin/python3.12").toString()).forEach(all::add);
            }
        }
        return all;
    }

    /** A shim of a version manager can be there without what it stands for. */
    private static boolean isRight(String executable) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(executable, "-c",
                "import sys; print(sys.implementation.name, *sys.version_info[:2])").redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 && out.equals("cpython 3 12\n");
    }
}
