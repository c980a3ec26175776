package org.krait.launcher;

import java.util.Locale;
import java.util.Map;
import org.krait.objects.ThreadState;
import org.krait.runtime.Configuration;
import org.krait.runtime.imports.Archives;
import org.krait.runtime.imports.ImportTimes;

/** What {@code --snapshot-explain} prints: of each import where the module came from and how long it took. */
final class SnapshotReport {
    private static final double NANOS_PER_MILLI = 1e6;

    private SnapshotReport() {}

    static String of(ThreadState ts, Configuration c) {
        StringBuilder out = new StringBuilder();
        out.append(String.format(Locale.ROOT, "%8s %8s %8s  %-32s %s%n", "find ms", "read ms", "run ms", "module",
                "from"));
        long find = 0;
        long read = 0;
        long run = 0;
        for (ImportTimes.Import i : ImportTimes.of(ts.interp).imports()) {
            row(out, i.findNanos(), i.readNanos(), i.runNanos(), i.module(), i.origin());
            find += i.findNanos();
            read += i.readNanos();
            run += i.runNanos();
        }
        row(out, find, read, run, "(all)", c.archives.isEmpty() ? "no archive in use" : "");
        for (Map.Entry<String, String> reason : Archives.reasons(ts).entrySet()) {
            out.append(reason.getKey().isEmpty() ? "archive " : "not used of " + reason.getKey() + ": archive ")
                    .append(reason.getValue()).append('\n');
        }
        return out.toString();
    }

    private static void row(StringBuilder out, long find, long read, long run, String module, String from) {
        out.append(String.format(Locale.ROOT, "%8.3f %8.3f %8.3f  %-32s %s", find / NANOS_PER_MILLI,
                read / NANOS_PER_MILLI, run / NANOS_PER_MILLI, module, from).stripTrailing()).append('\n');
    }
}
