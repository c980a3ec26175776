package org.krait.launcher;

import java.util.List;
import java.util.Locale;
import org.krait.language.PythonCompiler;
import org.krait.objects.PyException;
import org.krait.objects.PySingleton;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Disassembler;
import org.krait.runtime.Configuration;
import org.krait.runtime.Startup;
import org.krait.runtime.Tracebacks;
import org.krait.runtime.imports.SourceCompiler;
import org.krait.snapshot.Inspector;

/**
 * {@code --snapshot-inspect FILE} shows what is in an archive or a cache file, {@code --dis FILE} the instructions of
 * code.
 */
final class Inspection {
    private Inspection() {}

    /** Runs {@code --snapshot-inspect FILE [--json]} or {@code --dis FILE}; answers the exit code. */
    static int run(Configuration c, String[] args) {
        boolean inspects = args[0].equals("--snapshot-inspect");
        boolean json = inspects && args.length == 3 && args[2].equals("--json");
        if (args.length != 2 && !json) {
            System.err.println("usage: krait " + args[0] + (inspects ? " FILE [--json]" : " FILE"));
            return 2;
        }
        Environment.variables(c);
        ThreadState ts = Startup.start(c, new PythonCompiler());
        try {
            System.out.print(inspects ? inspect(ts, args[1], json) : listing(ts, c, args[1]));
            System.out.flush();
            return 0;
        } catch (Inspector.InspectException e) {
            System.err.println("krait: " + e.getMessage());
        } catch (PyException e) {
            Tracebacks.print(ts, e.value.type, e.value, PySingleton.NONE);
        }
        return 1;
    }

    private static String inspect(ThreadState ts, String file, boolean json) throws Inspector.InspectException {
        Inspector.Report report = Inspector.inspect(ts, file);
        return json ? json(report) : text(report);
    }

    private static String listing(ThreadState ts, Configuration c, String file) throws Inspector.InspectException {
        StringBuilder out = new StringBuilder();
        for (CodeObject code : codes(ts, c, file)) {
            out.append(out.isEmpty() ? "" : "\n").append(Disassembler.listing(code));
        }
        return out.toString();
    }

    private static List<CodeObject> codes(ThreadState ts, Configuration c, String file)
            throws Inspector.InspectException {
        byte[] bytes = Inspector.read(file);
        if (file.endsWith(".pyc") || Inspector.isArchive(bytes)) {
            return Inspector.codes(ts, file);
        }
        return List.of(SourceCompiler.of(ts.interp).compileFile(ts, bytes, file, c.optimize));
    }

    private static String text(Inspector.Report report) {
        StringBuilder out = new StringBuilder(report.file()).append(": ").append(report.kind()).append("\n\nheader\n");
        for (Inspector.FieldValue value : report.header()) {
            out.append(String.format(Locale.ROOT, "  %-16s %16x  %s%n", value.field().name(), value.value(),
                    value.field().meaning()));
        }
        out.append(String.format(Locale.ROOT, "%n%-18s %10s %10s%n", "sections", "offset", "bytes"));
        for (Inspector.Section section : report.sections()) {
            out.append(String.format(Locale.ROOT, "  %-16s %10d %10d%n", section.name(), section.offset(),
                    section.sizeBytes()));
        }
        out.append(String.format(Locale.ROOT, "%n%-34s %10s %8s %6s %12s %9s  %s%n",
                "modules (" + report.modules().size() + ")", "offset", "bytes", "codes", "instructions", "constants",
                "source"));
        for (Inspector.Module m : report.modules()) {
            out.append(String.format(Locale.ROOT, "  %-32s %10d %8d %6d %12d %9d  %s%n", m.name(), m.offset(),
                    m.sizeBytes(), m.codes(), m.instructions(), m.constants(),
                    (m.ofLibrary() ? "library: " : "") + m.path()));
            if (m.error() != null) {
                out.append("    can't be used: ").append(m.error()).append('\n');
            }
        }
        return out.toString();
    }

    private static String json(Inspector.Report report) {
        StringBuilder out = new StringBuilder("{\"file\": ").append(Json.quote(report.file())).append(", \"kind\": ")
                .append(Json.quote(report.kind())).append(",\n\"header\": {");
        String separator = "";
        for (Inspector.FieldValue value : report.header()) {
            out.append(separator).append(Json.quote(value.field().name())).append(": ")
                    .append(Long.toUnsignedString(value.value()));
            separator = ", ";
        }
        out.append("},\n\"sections\": [");
        separator = "";
        for (Inspector.Section section : report.sections()) {
            out.append(separator).append("{\"name\": ").append(Json.quote(section.name())).append(", \"offset\": ")
                    .append(section.offset()).append(", \"bytes\": ").append(section.sizeBytes()).append('}');
            separator = ", ";
        }
        out.append("],\n\"modules\": [");
        separator = "\n";
        for (Inspector.Module m : report.modules()) {
            out.append(separator).append("{\"name\": ").append(Json.quote(m.name())).append(", \"source\": ")
                    .append(Json.quote(m.path())).append(", \"package\": ").append(m.isPackage())
                    .append(", \"library\": ").append(m.ofLibrary()).append(", \"offset\": ").append(m.offset())
                    .append(", \"bytes\": ").append(m.sizeBytes()).append(", \"codes\": ").append(m.codes())
                    .append(", \"instructions\": ").append(m.instructions()).append(", \"constants\": ")
                    .append(m.constants()).append(", \"error\": ")
                    .append(m.error() == null ? "null" : Json.quote(m.error())).append('}');
            separator = ",\n";
        }
        return out.append("\n]}\n").toString();
    }
}
