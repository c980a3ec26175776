package org.krait.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The archive of the standard library, by the krait command's own options. */
final class BaseArchive {
    /** Folders that no program imports at its start, or that are no modules. */
    private static final Set<String> LEFT_OUT = Set.of("test", "tests", "idlelib", "lib2to3", "tkinter", "turtledemo",
            "ensurepip", "site-packages", "__pycache__", "venv");

    /** Nothing of who builds gets into the archive: what modules ask for is what most users have, or nobody's. */
    private static final Map<String, String> NEUTRAL = Map.of("HOME", "/nonexistent", "LANG", "C.UTF-8", "PATH",
            "/usr/local/bin:/usr/bin:/bin");

    private BaseArchive() {}

    /** Archives the modules of a library's folder; those that a script imports, executed. */
    static void write(Command command, Path script, Path library, Path archive) throws IOException {
        List<String> lines = new ArrayList<>();
        collect(library, "", lines);
        Path list = archive.resolveSibling("base.lst");
        Files.write(list, lines, StandardCharsets.UTF_8);
        try {
            Map<String, String> environment = new HashMap<>(NEUTRAL);
            environment.putAll(Map.of("PYCDSLIST", list.toString(), "KRAIT_SNAPSHOT", "off", "KRAIT_CACHE", "off"));
            command.run(List.of(),
                    List.of("--snapshot-create=" + archive, "--snapshot-level=heap", script.toString()), environment);
        } finally {
            Files.deleteIfExists(list);
        }
    }

    private static void collect(Path folder, String prefix, List<String> lines) throws IOException {
        List<Path> inside;
        try (Stream<Path> stream = Files.list(folder)) {
            inside = stream.sorted().toList();
        }
        for (Path path : inside) {
            String name = path.getFileName().toString();
            if (Files.isDirectory(path)) {
                if (!LEFT_OUT.contains(name) && name.indexOf('-') < 0 && name.indexOf('.') < 0) {
                    collect(path, prefix + name + ".", lines);
                }
            } else if (name.equals("__init__.py")) {
                lines.add(prefix.substring(0, prefix.length() - 1) + "\t" + path);
            } else if (name.endsWith(".py") && name.indexOf('-') < 0) {
                lines.add(prefix + name.substring(0, name.length() - 3) + "\t" + path);
            }
        }
    }
}
