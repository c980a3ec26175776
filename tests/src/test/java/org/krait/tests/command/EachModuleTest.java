package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.language.PythonCompiler;
import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyStr;
import org.krait.objects.SipHash;
import org.krait.objects.ThreadState;
import org.krait.runtime.Configuration;
import org.krait.runtime.Frames;
import org.krait.runtime.imports.ImportTimes;
import org.krait.runtime.imports.ModuleCode;
import org.krait.tests.KraitCommand;
import org.krait.tests.PythonContext;

/**
 * What a module leads to that is imported alone is the same out of a heap archive of many modules as executed, object
 * by object. That each unit says what it needs is seen only so. Contexts do it in the place of processes, which cost
 * seconds. For {@code ./dev snapshot-check --each} the property {@code krait.modules} names the modules, {@code all}
 * those of the library; with {@code krait.own} the archive that a module comes out of has it alone.
 */
@Execution(ExecutionMode.CONCURRENT)
final class EachModuleTest {
    private static final Path FOLDER = KraitCommand.root().resolve("tests/snapshot");
    private static final String NAMESPACES = FOLDER.resolve("namespaces.py").toString();
    private static final String LIBRARY = "import os, sys; sys.path.insert(0, sys.argv[1]); from check import library; "
            + "print(*library(os.path.dirname(os.__file__)))";
    private static final String FEW = "decimal json";
    private static final String ARCHIVE = "modules.kimg";
    private static final String EXECUTED = "executed.txt";
    private static final String RESTORED = "restored.txt";
    private static final List<String> FILES = List.of(ARCHIVE, EXECUTED, RESTORED);
    private static final String SEED = System.getProperty(SipHash.SEED_PROPERTY, "random");
    private static final int OBJECTS_SHOWN = 40;
    private static final int CHARACTERS_SHOWN = 200;
    private static final long TIMEOUT_MILLIS = 600_000;

    /** What one context has written, and the modules that came out of the heap and those that were executed. */
    private record Run(Path file, Set<String> restored, Set<String> executed) {}

    @TestFactory
    List<DynamicTest> modules(@TempDir Path temporary) throws Exception {
        String wanted = System.getProperty("krait.modules", "");
        String names = wanted.isEmpty() ? FEW : !wanted.equals("all") ? wanted
                : KraitCommand.ofDistribution().run("-c", LIBRARY, FOLDER.toString()).cleanOut().strip();
        List<String> modules = List.of(names.split(" "));
        boolean own = Boolean.getBoolean("krait.own");
        Path archive = own ? null : archive(temporary, modules);
        List<DynamicTest> tests = new ArrayList<>();
        for (String module : modules) {
            tests.add(DynamicTest.dynamicTest(module, () -> {
                Path folder = Files.createTempDirectory(temporary, module);
                compare(module, own ? archive(folder, List.of(module)) : archive, folder, !wanted.isEmpty());
                for (String name : FILES) {
                    Files.deleteIfExists(folder.resolve(name));
                }
            }));
        }
        return tests;
    }

    private static Path archive(Path folder, List<String> modules) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--snapshot-create=" + ARCHIVE, "--snapshot-level=heap",
                NAMESPACES, "-"));
        arguments.addAll(modules);
        KraitCommand.Result result = KraitCommand.ofDistribution().in(folder).with("PYTHONHASHSEED", SEED)
                .run(arguments.toArray(String[]::new));
        assertEquals(0, result.status(), result.out() + result.err());
        return folder.resolve(ARCHIVE);
    }

    private static void compare(String module, Path archive, Path folder, boolean tells) throws Exception {
        Run executed = run(module, folder.resolve(EXECUTED), null);
        Run restored = run(module, folder.resolve(RESTORED), archive);
        assertEquals(Set.of(), executed.restored);
        boolean differ = Files.mismatch(executed.file, restored.file) >= 0;
        if (tells) {
            System.out.println("module " + module + ": " + objects(executed.file).size() + " objects, "
                    + restored.restored.size() + " modules restored, executed " + restored.executed
                    + (differ ? ": different" : ""));
        } else {
            assertTrue(restored.restored.contains(module), "executed: " + restored.executed);
        }
        if (differ) {
            throw new AssertionError(differences(objects(executed.file), objects(restored.file)));
        }
    }

    private static Run run(String module, Path file, Path archive) throws Exception {
        Configuration c = PythonContext.configuration();
        c.environment = System.getenv();
        c.baseExecutable = c.executable;
        c.hashSeed = SEED;
        c.ignoreHeaps = archive == null;
        if (archive != null) {
            c.archives.add(0, archive.toString());
        }
        c.scriptFolder = FOLDER.toString();
        c.argv = new ArrayList<>(Arrays.asList(NAMESPACES, file.toString(), module));
        Set<String> restored = new TreeSet<>();
        Set<String> executed = new TreeSet<>();
        return new PythonContext(c, new PythonCompiler()).within(TIMEOUT_MILLIS).call(ts -> {
            ImportTimes times = ImportTimes.record(ts.interp, false);
            times.keepStamps();
            execute(ts);
            for (ImportTimes.Read read : times.reads()) {
                (read.isRestored() ? restored : executed).add(read.module());
            }
            return new Run(file, restored, executed);
        });
    }

    private static void execute(ThreadState ts) {
        PyDict names = ((PyModule) ts.interp.modules.get("__main__")).dict;
        names.put("__file__", PyStr.of(NAMESPACES));
        Frames.run(ts, ModuleCode.ofSourceFile(ts, "namespaces", PyStr.of(NAMESPACES)), names, names, null);
    }

    /** The lines of each object by its path, those that describe none under "". */
    private static Map<String, List<String>> objects(Path file) throws IOException {
        Map<String, List<String>> objects = new LinkedHashMap<>();
        List<String> lines = objects.computeIfAbsent("", key -> new ArrayList<>());
        // Not UTF-8: lone surrogates are written as well.
        for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\n")) {
            int equals = line.indexOf(" = ");
            if (!line.startsWith("    ") && equals >= 0) {
                lines = objects.computeIfAbsent(line.substring(0, equals), key -> new ArrayList<>());
            }
            lines.add(line);
        }
        return objects;
    }

    private static String differences(Map<String, List<String>> executed, Map<String, List<String>> restored) {
        Set<String> paths = new TreeSet<>(executed.keySet());
        paths.addAll(restored.keySet());
        paths.removeIf(path -> executed.getOrDefault(path, List.of()).equals(restored.get(path)));
        StringBuilder text = new StringBuilder().append(paths.size()).append(" of ").append(executed.size())
                .append(" objects differ\n");
        for (String path : paths.stream().limit(OBJECTS_SHOWN).toList()) {
            text.append("object ").append(path).append('\n');
            show(text, "executed", executed.get(path), restored.get(path));
            show(text, "restored", restored.get(path), executed.get(path));
        }
        return text.toString();
    }

    private static void show(StringBuilder text, String way, List<String> lines, List<String> others) {
        for (String line : lines == null ? List.of("is not there") : lines) {
            if (others == null || !others.contains(line)) {
                text.append("    ").append(way).append(' ')
                        .append(line, 0, Math.min(line.length(), CHARACTERS_SHOWN)).append('\n');
            }
        }
    }
}
