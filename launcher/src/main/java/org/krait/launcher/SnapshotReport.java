package org.krait.launcher;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.krait.objects.ThreadState;
import org.krait.runtime.Configuration;
import org.krait.runtime.imports.ArchiveNotes;
import org.krait.runtime.imports.Archives;
import org.krait.runtime.imports.ImportTimes;

/**
 * What {@code --snapshot-explain} prints: of each import where the module came from, how long it took, and why it did
 * not come out of a heap; then sums. As a table, or as one line of JSON.
 */
final class SnapshotReport {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String NOT_THERE = "is in no archive";

    private final Configuration c;
    private final List<ImportTimes.Import> imports;
    private final List<ArchiveNotes.Note> notes;

    /** Where a module can come from, best first. */
    private enum Level {
        HEAP("out of a heap"), CODE("from the code of an archive"), CACHE("from its cache"),
        SOURCE("from its source"), NATIVE("native"), FINDER("by other finders"), FAILED("not imported");

        final String summary;

        Level(String summary) {
            this.summary = summary;
        }

        static Level of(ImportTimes.Import i) {
            return switch (i.origin()) {
                case ImportTimes.CACHE -> CACHE;
                case ImportTimes.SOURCE -> SOURCE;
                case ImportTimes.BUILTIN -> NATIVE;
                case ImportTimes.FINDER -> FINDER;
                case ImportTimes.FAILED -> FAILED;
                default -> i.isRestored() ? HEAP : CODE;
            };
        }
    }

    private SnapshotReport(ThreadState ts, Configuration c) {
        this.c = c;
        imports = ImportTimes.of(ts.interp).imports();
        notes = Archives.notes(ts);
    }

    static String of(ThreadState ts, Configuration c, boolean json) {
        SnapshotReport report = new SnapshotReport(ts, c);
        return json ? report.json() : report.table();
    }

    private String table() {
        StringBuilder out = new StringBuilder();
        out.append(String.format(Locale.ROOT, "%8s %8s %8s  %-32s %s%n", "find ms", "load ms", "run ms", "module",
                "from"));
        long find = 0;
        long load = 0;
        long run = 0;
        for (ImportTimes.Import i : imports) {
            row(out, i.findNanos(), i.readNanos(), i.runNanos(), i.module(), from(i));
            find += i.findNanos();
            load += i.readNanos();
            run += i.runNanos();
        }
        row(out, find, load, run, "(all)", summary());
        if (c.archives.isEmpty()) {
            out.append("no archive in use\n");
        }
        for (String archive : c.archives) {
            out.append("archive ").append(archive);
            for (ArchiveNotes.Note note : notes) {
                if (note.module() == null && note.archive().equals(archive)) {
                    out.append(": ").append(note.what());
                }
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static void row(StringBuilder out, long find, long load, long run, String module, String from) {
        out.append(String.format(Locale.ROOT, "%8.3f %8.3f %8.3f  %-32s %s", find / NANOS_PER_MILLI,
                load / NANOS_PER_MILLI, run / NANOS_PER_MILLI, module, from).stripTrailing()).append('\n');
    }

    private String from(ImportTimes.Import i) {
        StringBuilder out = new StringBuilder();
        Level level = Level.of(i);
        switch (level) {
            case HEAP -> out.append("heap of ").append(shortName(i.origin()));
            case CODE -> out.append("code of ").append(shortName(i.origin()));
            default -> out.append(i.origin());
        }
        for (ArchiveNotes.Note note : why(i, level)) {
            out.append("; ");
            if (note.archive() != null && !note.archive().equals(i.origin())) {
                out.append(shortName(note.archive())).append(": ");
            }
            out.append(note.what());
        }
        return out.toString();
    }

    /** Why a module did not come out of a heap, or not out of an archive before the one that it came out of. */
    private List<ArchiveNotes.Note> why(ImportTimes.Import i, Level level) {
        List<ArchiveNotes.Note> why = new ArrayList<>();
        for (ArchiveNotes.Note note : notes) {
            if (i.module().equals(note.module())) {
                why.add(note);
            }
        }
        if (why.isEmpty() && !c.archives.isEmpty() && (level == Level.CACHE || level == Level.SOURCE)) {
            why.add(new ArchiveNotes.Note(i.module(), null, NOT_THERE));
        }
        return why;
    }

    /** The last part of an archive's path unless two have the same. */
    private String shortName(String archive) {
        String name = new File(archive).getName();
        for (String other : c.archives) {
            if (!other.equals(archive) && new File(other).getName().equals(name)) {
                return archive;
            }
        }
        return name;
    }

    private Map<Level, Integer> counts() {
        Map<Level, Integer> counts = new TreeMap<>();
        for (ImportTimes.Import i : imports) {
            counts.merge(Level.of(i), 1, Integer::sum);
        }
        return counts;
    }

    private String summary() {
        StringBuilder out = new StringBuilder().append(imports.size()).append(" imports");
        String separator = ": ";
        for (Map.Entry<Level, Integer> count : counts().entrySet()) {
            out.append(separator).append(count.getValue()).append(' ').append(count.getKey().summary);
            separator = ", ";
        }
        return out.toString();
    }

    private String json() {
        StringBuilder out = new StringBuilder("{\"imports\": [");
        String separator = "";
        for (ImportTimes.Import i : imports) {
            Level level = Level.of(i);
            out.append(separator).append("{\"module\": ").append(Json.quote(i.module())).append(", \"from\": ")
                    .append(Json.quote(name(level))).append(", \"archive\": ")
                    .append(level == Level.HEAP || level == Level.CODE ? Json.quote(i.origin()) : "null");
            out.append(String.format(Locale.ROOT, ", \"find_ms\": %.3f, \"load_ms\": %.3f, \"run_ms\": %.3f",
                    i.findNanos() / NANOS_PER_MILLI, i.readNanos() / NANOS_PER_MILLI,
                    i.runNanos() / NANOS_PER_MILLI));
            out.append(", \"why\": [");
            String between = "";
            for (ArchiveNotes.Note note : why(i, level)) {
                out.append(between).append("{\"archive\": ")
                        .append(note.archive() == null ? "null" : Json.quote(note.archive())).append(", \"reason\": ")
                        .append(Json.quote(note.what())).append('}');
                between = ", ";
            }
            out.append("]}");
            separator = ", ";
        }
        out.append("], \"counts\": {");
        separator = "";
        for (Map.Entry<Level, Integer> count : counts().entrySet()) {
            out.append(separator).append(Json.quote(name(count.getKey()))).append(": ").append(count.getValue());
            separator = ", ";
        }
        out.append("}, \"archives\": [");
        separator = "";
        for (String archive : c.archives) {
            out.append(separator).append("{\"file\": ").append(Json.quote(archive)).append(", \"refused\": ");
            String refused = "null";
            for (ArchiveNotes.Note note : notes) {
                if (note.module() == null && note.archive().equals(archive)) {
                    refused = Json.quote(note.what());
                }
            }
            out.append(refused).append('}');
            separator = ", ";
        }
        return out.append("]}\n").toString();
    }

    private static String name(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
