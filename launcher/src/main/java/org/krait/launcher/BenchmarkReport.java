package org.krait.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The figures of {@code --bench-startup} as a table or as JSON. */
final class BenchmarkReport {
    private static final String[] PARTS = {"boot_ms", "init_ms", "find_ms", "read_ms", "execute_ms", "modules"};

    private BenchmarkReport() {}

    /** What was measured of one variant; {@code breakdown} is the line of its own times, null or empty for none. */
    record Row(String name, double[] wallMillis, double[] cpuMillis, String breakdown) {}

    static String table(String script, int runs, List<Row> rows) {
        StringBuilder out = new StringBuilder();
        double source = StartupBenchmark.median(rows.get(0).wallMillis);
        out.append(script).append(": ").append(runs).append(" runs each, interleaved; medians in ms\n\n");
        out.append(String.format(Locale.ROOT, "%-14s %8s %8s %15s %10s%n", "", "wall", "cpu", "min .. max",
                "of source"));
        for (Row row : rows) {
            double[] sorted = row.wallMillis.clone();
            Arrays.sort(sorted);
            double wall = StartupBenchmark.median(row.wallMillis);
            out.append(String.format(Locale.ROOT, "%-14s %8.1f %8.1f %6.1f .. %6.1f %9.2fx%n", row.name, wall,
                    StartupBenchmark.median(row.cpuMillis), sorted[0], sorted[sorted.length - 1], wall / source));
        }
        out.append(String.format(Locale.ROOT, "%n%-14s %8s %8s %8s %8s %8s %8s%n", "one run, ms", "JVM boot", "init",
                "finding", "reading", "running", "modules"));
        for (Row row : rows) {
            if (row.breakdown != null && !row.breakdown.isEmpty()) {
                String[] p = row.breakdown.split(" ");
                out.append(String.format(Locale.ROOT, "%-14s %8s %8s %8s %8s %8s %8s%n", row.name, p[0], p[1], p[2],
                        p[3], p[4], p[5]));
            }
        }
        return out.toString();
    }

    static String json(String script, List<Row> rows) {
        StringBuilder out = new StringBuilder("{\"script\": ").append(Json.quote(script)).append(", \"variants\": [");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            out.append(i == 0 ? "\n" : ",\n").append("  {\"name\": ").append(Json.quote(row.name));
            out.append(String.format(Locale.ROOT, ", \"wall_ms\": %.2f, \"cpu_ms\": %.2f",
                    StartupBenchmark.median(row.wallMillis), StartupBenchmark.median(row.cpuMillis)));
            out.append(", \"walls_ms\": ").append(Arrays.toString(row.wallMillis));
            if (row.breakdown != null && !row.breakdown.isEmpty()) {
                String[] p = row.breakdown.split(" ");
                for (int k = 0; k < PARTS.length; k++) {
                    out.append(", \"").append(PARTS[k]).append("\": ").append(p[k]);
                }
            }
            out.append('}');
        }
        return out.append("\n]}\n").toString();
    }
}
