package org.krait.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The figures of {@code --bench-startup} as a table or as JSON. */
final class BenchmarkReport {
    private static final double MILLIS = 1e6;
    private static final String[] PARTS = {"boot", "init", "finding", "reading", "running", "exit"};
    private static final String[] KEYS = {"boot_ms", "init_ms", "find_ms", "read_ms", "execute_ms", "exit_ms"};

    private BenchmarkReport() {}

    /** What was measured of one variant, a value a run; the times are null for other programs than ours. */
    record Row(String name, double[] wallMillis, double[] cpuMillis, StartupTimes[] times) {
        double wall() {
            return StartupBenchmark.median(wallMillis);
        }

        boolean hasParts() {
            for (StartupTimes t : times) {
                if (t == null) {
                    return false;
                }
            }
            return true;
        }

        /** The median of each of PARTS, in milliseconds. */
        double[] parts() {
            double[] medians = new double[PARTS.length];
            for (int k = 0; k < medians.length; k++) {
                double[] values = new double[times.length];
                for (int i = 0; i < values.length; i++) {
                    StartupTimes t = times[i];
                    long[] nanos = {t.boot(), t.init(), t.find(), t.read(), t.execute(), t.exit()};
                    values[i] = nanos[k] / MILLIS;
                }
                medians[k] = StartupBenchmark.median(values);
            }
            return medians;
        }

        /** Finding and reading modules, in milliseconds. */
        double findingAndReading() {
            double[] values = new double[times.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (times[i].find() + times[i].read()) / MILLIS;
            }
            return StartupBenchmark.median(values);
        }
    }

    static String table(String script, int runs, List<Row> rows) {
        StringBuilder out = new StringBuilder();
        double source = rows.get(0).wall();
        out.append(script).append(": ").append(runs).append(" runs each, interleaved; medians in ms\n\n");
        out.append(String.format(Locale.ROOT, "%-14s %8s %8s %15s %10s%n", "", "wall", "cpu", "min .. max",
                "of source"));
        for (Row row : rows) {
            double[] sorted = row.wallMillis.clone();
            Arrays.sort(sorted);
            out.append(String.format(Locale.ROOT, "%-14s %8.1f %8.1f %6.1f .. %6.1f %9.2fx%n", row.name, row.wall(),
                    StartupBenchmark.median(row.cpuMillis), sorted[0], sorted[sorted.length - 1],
                    row.wall() / source));
        }
        parts(out, rows);
        ratios(out, rows);
        return out.toString();
    }

    private static void parts(StringBuilder out, List<Row> rows) {
        out.append(String.format(Locale.ROOT, "%n%-14s", "of these"));
        for (String part : PARTS) {
            out.append(String.format(Locale.ROOT, " %8s", part));
        }
        out.append(String.format(Locale.ROOT, " %8s %8s%n", "together", "modules"));
        for (Row row : rows) {
            if (row.hasParts()) {
                double together = 0;
                out.append(String.format(Locale.ROOT, "%-14s", row.name));
                for (double part : row.parts()) {
                    out.append(String.format(Locale.ROOT, " %8.1f", part));
                    together += part;
                }
                out.append(String.format(Locale.ROOT, " %8.1f %8d%n", together, row.times[0].modules()));
            }
        }
    }

    /** The archives beside everything else. */
    private static void ratios(StringBuilder out, List<Row> rows) {
        out.append('\n');
        ratios(out, rows, rows.get(2));
        ratios(out, rows, rows.get(3));
        ratios(out, rows, rows.get(4));
    }

    private static void ratios(StringBuilder out, List<Row> rows, Row archive) {
        out.append(String.format(Locale.ROOT, "%s:", archive.name));
        for (Row row : rows) {
            if (row != archive) {
                out.append(String.format(Locale.ROOT, " %.2fx of %s,", archive.wall() / row.wall(), row.name));
            }
        }
        Row cache = rows.get(1);
        if (archive.hasParts() && cache.hasParts() && cache.findingAndReading() > 0) {
            out.append(String.format(Locale.ROOT, " finding and reading %.2fx of the %s's,",
                    archive.findingAndReading() / cache.findingAndReading(), cache.name));
        }
        out.setCharAt(out.length() - 1, '\n');
    }

    static String json(String script, List<Row> rows) {
        StringBuilder out = new StringBuilder("{\"script\": ").append(Json.quote(script)).append(", \"variants\": [");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            out.append(i == 0 ? "\n" : ",\n").append("  {\"name\": ").append(Json.quote(row.name));
            out.append(String.format(Locale.ROOT, ", \"wall_ms\": %.2f, \"cpu_ms\": %.2f", row.wall(),
                    StartupBenchmark.median(row.cpuMillis)));
            out.append(", \"walls_ms\": ").append(Arrays.toString(row.wallMillis));
            if (row.hasParts()) {
                double[] parts = row.parts();
                for (int k = 0; k < parts.length; k++) {
                    out.append(String.format(Locale.ROOT, ", \"%s\": %.2f", KEYS[k], parts[k]));
                }
                out.append(", \"modules\": ").append(row.times[0].modules());
            }
            out.append('}');
        }
        return out.append("\n]}\n").toString();
    }
}
