package org.krait.tests.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.krait.objects.ThreadState;
import org.krait.tests.KraitCommand;
import org.krait.tests.PythonContext;

/**
 * Each target for some rounds of fixed random numbers. For {@code ./dev fuzz} the properties {@code
 * krait.fuzz.target}, {@code krait.fuzz.minutes} and {@code krait.fuzz.seed} choose; a round that fails leaves its
 * input in {@code tests/target/fuzz} and tells its seed.
 */
final class FuzzTest {
    private static final long SEED = 20261128;
    private static final long MINUTE_MILLIS = 60_000;
    private static final long SPARE_MILLIS = 120_000;

    @TestFactory
    List<DynamicTest> targets(@TempDir Path folder) {
        Map<String, Target> targets = new LinkedHashMap<>();
        targets.put("marshal", new MarshalTarget());
        targets.put("archive", new ArchiveTarget(folder));
        targets.put("heap", new HeapTarget(folder));
        targets.put("parser", new ParserTarget());
        Map<String, Integer> rounds = Map.of("marshal", 400, "archive", 60, "heap", 20, "parser", 400);
        String chosen = System.getProperty("krait.fuzz.target", "");
        assertTrue(chosen.isEmpty() || targets.containsKey(chosen),
                "there is no target " + chosen + ", only " + targets.keySet());
        double minutes = Double.parseDouble(System.getProperty("krait.fuzz.minutes", "0"));
        long seed = Long.getLong("krait.fuzz.seed", SEED);
        List<DynamicTest> tests = new ArrayList<>();
        for (Map.Entry<String, Target> target : targets.entrySet()) {
            String name = target.getKey();
            if (chosen.isEmpty() || chosen.equals(name)) {
                long millis = (long) (minutes * MINUTE_MILLIS);
                tests.add(DynamicTest.dynamicTest(name, () -> PythonContext.ofDistribution()
                        .within(millis + SPARE_MILLIS)
                        .call(ts -> run(ts, name, target.getValue(), seed, rounds.get(name), millis))));
            }
        }
        return tests;
    }

    private static Void run(ThreadState ts, String name, Target target, long firstSeed, int rounds, long millis)
            throws Exception {
        long end = System.currentTimeMillis() + millis;
        int done = 0;
        for (long seed = firstSeed; millis == 0 ? done < rounds : System.currentTimeMillis() < end; seed++) {
            try {
                target.round(ts, new Random(seed));
            } catch (Throwable e) {
                Path file = KraitCommand.root().resolve("tests/target/fuzz").resolve(name + "-" + seed);
                Files.createDirectories(file.getParent());
                Files.write(file, target.input());
                StringWriter text = new StringWriter();
                e.printStackTrace(new PrintWriter(text));
                throw new AssertionError("./dev fuzz " + name + " --seed " + seed + ": input in " + file + "; when it "
                        + "is mended, keep it in tests/scripts/regressions: " + text, e);
            }
            done++;
        }
        if (millis > 0) {
            System.out.println("fuzz " + name + ": " + done + " rounds from seed " + firstSeed);
        }
        return null;
    }
}
