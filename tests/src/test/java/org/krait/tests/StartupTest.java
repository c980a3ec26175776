package org.krait.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a start costs, in numbers that are the same on every machine: classes, Java classes initialized, Python
 * instructions. Who raises a bound knows what it is worth: docs/design/0005-startup.md has the times.
 */
final class StartupTest {
    /** The most that a program may need: classes of the AOT cache and beside it, and instructions of tier 0. */
    private record Bounds(int loaded, int beside, int initialized, int instructions) {}

    private static final Bounds HELLO = new Bounds(2300, 0, 550, 20);
    private static final Bounds IMPORTS = new Bounds(2300, 0, 1250, 320_000);

    private static final String COUNTER = """
            import sys
            count = 0

            def trace(frame, event, argument):
                global count
                count += event == 'opcode'
                frame.f_trace_opcodes = True
                return trace

            with open(sys.argv[1]) as file:
                code = compile(file.read(), sys.argv[1], 'exec')
            sys.settrace(trace)
            exec(code, {'__name__': '__main__'})
            sys.settrace(None)
            print(count)
            """;

    @TempDir
    Path folder;

    private void check(Path script, Bounds bounds) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes.log");
        Path initialized = folder.resolve("initialized.log");
        KraitCommand.ofDistribution().with("KRAIT_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes
                + " -Xlog:class+init=info:file=" + initialized).run(script.toString()).cleanOut();
        List<String> loaded = Files.readAllLines(classes);
        List<String> beside = loaded.stream().filter(line -> !line.contains("source: shared objects file")).toList();
        long inits = Files.readAllLines(initialized).stream().filter(line -> line.contains("Initializing '")).count();
        assertTrue(loaded.stream().anyMatch(line -> line.contains("org.krait.launcher.Main")), "no log of classes");
        assertTrue(beside.size() <= bounds.beside, beside.size() + " classes are not in the AOT cache: " + beside);
        atMost(bounds.loaded, loaded.size(), "classes loaded by " + script);
        atMost(bounds.initialized, inits, "classes initialized by " + script);

        Path counter = Files.writeString(folder.resolve("counter.py"), COUNTER);
        String[] lines = KraitCommand.ofDistribution().run(counter.toString(), script.toString()).cleanOut()
                .split("\n");
        atMost(bounds.instructions, Long.parseLong(lines[lines.length - 1]), "instructions run by " + script);
    }

    private static void atMost(long bound, long found, String what) {
        assertTrue(found > 0 && found <= bound, what + ": " + found + ", allowed " + bound);
    }

    @Test
    void helloStartsWithFewClassesAndInstructions() throws Exception {
        check(Files.writeString(folder.resolve("hello.py"), "print('hello')\n"), HELLO);
    }

    @Test
    void importsStartFromTheArchiveWithFewClassesAndInstructions() throws Exception {
        check(KraitCommand.root().resolve("examples/imports.py"), IMPORTS);
    }

    /** Files, texts, times, errors: what a script does first makes no class and finds those it needs in the cache. */
    @Test
    void whatScriptsDoFirstNeedsNoClassBesideTheCache() throws Exception {
        Path script = Files.writeString(folder.resolve("script.py"), """
                import logging, os, re, sys, time
                name = os.path.join(os.path.dirname(__file__), 'file.txt')
                with open(name, 'w') as file:
                    print(f'{1.5:.2f} {1000:,}', '%5s' % 2 ** 70, file=file)
                with open(name) as file:
                    assert len(list(file)) == 1
                assert 'file.txt' in os.listdir(os.path.dirname(__file__)), sys.path
                logging.basicConfig(format='%(asctime)s %(message)s')
                logging.warning(re.sub('(a)', r'\\1', time.strftime('%Y')))
                def function(x):
                    return x['a'] + 1 / 0
                function({'a': 1})
                """);
        assertTrue(runFromTheCache(script).err().contains("ZeroDivisionError: division by zero"));
    }

    /** The calls of the distribution's own library, of which the FFM API would make 20 classes. */
    @Test
    void callsOfTheSystemNeedNoClassBesideTheCache() throws Exception {
        Path script = Files.writeString(folder.resolve("script.py"), """
                import asyncio, os, subprocess, tempfile
                with tempfile.TemporaryDirectory() as name:
                    descriptor = os.open(name, os.O_RDONLY)
                    try:
                        os.stat('missing', dir_fd=descriptor)
                    except FileNotFoundError as e:
                        print(e)
                    os.close(descriptor)
                asyncio.run(asyncio.sleep(0.001))
                print(subprocess.run(['echo', 'x'], capture_output=True, text=True).stdout)
                """);
        assertEquals("[Errno 2] No such file or directory: 'missing'\nx\n\n", runFromTheCache(script).out());
    }

    private KraitCommand.Result runFromTheCache(Path script) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes.log");
        KraitCommand.Result result = KraitCommand.ofDistribution()
                .with("KRAIT_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes).run(script.toString());
        assertEquals(List.of(), Files.readAllLines(classes).stream()
                .filter(line -> !line.contains("source: shared objects file"))
                .toList());
        return result;
    }

    /** A switch over types makes a class when it is first reached; {@code AstDump} and audits are for developers. */
    @Test
    void noClassSwitchesOverTypes() throws Exception {
        List<String> found = new ArrayList<>();
        for (String module : new String[] {"objects", "snapshot", "runtime", "language", "launcher"}) {
            found.addAll(classesThatName("java/lang/runtime/SwitchBootstraps", module, ""));
        }
        assertEquals(List.of("AstDump.class", "AuditReport.class"), found.stream().sorted().toList());
    }

    /** The first lambda that is not in the AOT cache takes 20 ms; what binds a module depends on what was captured. */
    @Test
    void noLambdaImports() throws Exception {
        assertEquals(List.of(), classesThatName("LambdaMetafactory", "runtime", "org/krait/runtime/imports"));
        // Those that write archives, and show them.
        assertEquals(List.of("ArchiveWriter.class", "HeapInspector.class", "Inspector.class", "UnitReaders.class"),
                classesThatName("LambdaMetafactory", "snapshot", "org/krait/snapshot"));
    }

    private static List<String> classesThatName(String name, String module, String folder) throws IOException {
        List<String> found = new ArrayList<>();
        Path compiled = KraitCommand.root().resolve(module).resolve("target/classes").resolve(folder);
        try (Stream<Path> files = Files.walk(compiled)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(name)) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found.stream().sorted().toList();
    }

    /** Looking whether conditions hold makes no classes at run time, as the equals of a record would. */
    @Test
    void conditionsOfRestoredModulesAreCheckedWithoutNewClasses() throws Exception {
        Files.writeString(folder.resolve("asks.py"), """
                import os, sys
                found = [os.path.exists('/there/is/no/such/file'), os.environ.get('KRAIT_NOT_SET')]
                found.append(sys.getrecursionlimit())
                """);
        Path script = Files.writeString(folder.resolve("main.py"), "import asks\nprint(asks.found)\n");
        String archive = folder.resolve("app.kimg").toString();
        String out = KraitCommand.ofDistribution().run("--snapshot-create=" + archive, script.toString()).cleanOut();
        Path classes = folder.resolve("classes.log");
        assertEquals(out, KraitCommand.ofDistribution()
                .with("KRAIT_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes)
                .run("--snapshot=" + archive, "--snapshot-mode=require", script.toString()).cleanOut());
        List<String> made = Files.readAllLines(classes).stream()
                .filter(line -> line.contains("__JVM_LookupDefineClass__"))
                .toList();
        assertEquals(List.of(), made);
    }

    @Test
    void theBenchmarkAddsUp() throws Exception {
        Path script = Files.writeString(folder.resolve("hello.py"),
                "import sys, this_is_small\nassert sys.argv[1:] == ['--runs', 'x'], sys.argv\n");
        Files.writeString(folder.resolve("this_is_small.py"), "x = 1\n");
        String json = KraitCommand.ofDistribution()
                .run("--bench-startup", "--json", script.toString(), "--runs", "1", "--", "--runs", "x").cleanOut();
        for (String variant : new String[] {"source", "cache", "code archive", "heap archive", "own AOT cache"}) {
            String row = json.lines().filter(line -> line.contains("\"name\": \"" + variant + "\"")).findFirst()
                    .orElseThrow();
            double sum = 0;
            for (String part : new String[] {"boot", "init", "find", "read", "execute", "exit"}) {
                double value = number(row, part + "_ms");
                assertTrue(value >= 0, row);
                sum += value;
            }
            assertEquals(number(row, "wall_ms"), sum, 0.1, row);
        }
    }

    @Test
    void theBenchmarkComparesStandardOutputsAlone() throws Exception {
        // The compiler's warning is there from source alone.
        Files.writeString(folder.resolve("warned.py"), "x = '\\d'\n");
        Path script = Files.writeString(folder.resolve("bytes.py"),
                "import sys, warned\nsys.stdout.buffer.write(b'\\xff')\n");
        String json = KraitCommand.ofDistribution().run("--bench-startup", "--json", script.toString(), "--runs", "1")
                .cleanOut();
        assertTrue(json.contains("\"name\": \"heap archive\""), json);
        Path level = Files.writeString(folder.resolve("level.py"),
                "import os\nprint(os.environ.get('KRAIT_SNAPSHOT'))\n");
        KraitCommand.Result other = KraitCommand.ofDistribution().run("--bench-startup", "--json", level.toString(),
                "--runs", "1");
        assertEquals(1, other.status());
        assertTrue(other.err().contains("the output of code archive differs from the output of source"), other.err());
        assertTrue(other.out().contains("\"name\": \"heap archive\""), other.out());
    }

    private static double number(String json, String key) {
        int at = json.indexOf("\"" + key + "\": ") + key.length() + 4;
        int end = at;
        while ("0123456789.-".indexOf(json.charAt(end)) >= 0) {
            end++;
        }
        return Double.parseDouble(json.substring(at, end));
    }
}
