package org.krait.launcher;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.krait.snapshot.HeapInspector;
import org.krait.snapshot.Inspector;

/** What {@code --snapshot-inspect} prints, as text. */
final class InspectionText {
    private final StringBuilder out = new StringBuilder();

    private InspectionText() {}

    static String of(Inspector.Report report) {
        InspectionText text = new InspectionText();
        text.report(report);
        return text.out.toString();
    }

    static String of(Inspector.Selection selection) {
        InspectionText text = new InspectionText();
        text.selection(selection);
        return text.out.toString();
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }

    private void report(Inspector.Report report) {
        line("%s: %s\n\nheader", report.file(), report.kind());
        for (Inspector.FieldValue value : report.header()) {
            line("  %-16s %16x  %s", value.field().name(), value.value(), value.field().meaning());
        }
        line("\n%-18s %10s %10s", "sections", "offset", "bytes");
        for (Inspector.Section section : report.sections()) {
            line("  %-16s %10d %10d", section.name(), section.offset(), section.sizeBytes());
        }
        line("\n%-34s %5s %5s %10s %8s %6s %12s %9s  %s", "modules (" + report.modules().size() + ")", "level", "unit",
                "offset", "bytes", "codes", "instructions", "constants", "source");
        for (Inspector.Module m : report.modules()) {
            line("  %-32s %5s %5s %10d %8d %6d %12d %9d  %s", m.name(), InspectionJson.level(m),
                    m.unit() < 0 ? "-" : m.unit(), m.offset(), m.sizeBytes(), m.codes(), m.instructions(),
                    m.constants(), source(m));
            problems(m);
        }
        if (!report.units().isEmpty()) {
            line("\n%-10s %10s %8s %8s %8s %8s  %s", "units (" + report.units().size() + ")", "offset", "bytes",
                    "objects", "others", "effects", "modules");
            for (HeapInspector.Unit u : report.units()) {
                line("  %8d %10d %8d %8d %8d %8d  %s", u.number(), u.offset(), u.sizeBytes(), u.objects(), u.others(),
                        u.effects().size(), roots(u));
                conditions(u);
            }
        }
    }

    private static String source(Inspector.Module m) {
        return (m.ofLibrary() ? "library: " : "") + m.path();
    }

    private void problems(Inspector.Module m) {
        if (m.error() != null) {
            line("    can't be used: %s", m.error());
        }
        if (m.reason() != null) {
            line("    not captured: %s", m.reason());
        }
    }

    private static String roots(HeapInspector.Unit u) {
        StringBuilder text = new StringBuilder();
        for (HeapInspector.Root root : u.roots()) {
            text.append(text.isEmpty() ? "" : ", ").append(root.module());
        }
        return text.toString();
    }

    private void conditions(HeapInspector.Unit u) {
        for (Map.Entry<String, List<String>> condition : u.conditions().entrySet()) {
            if (condition.getKey().equals(HeapInspector.READS)) {
                line("    reads: %d attributes of modules", condition.getValue().size());
            } else if (!condition.getValue().isEmpty()) {
                line("    %s: %s", condition.getKey(), String.join(", ", condition.getValue()));
            }
        }
        if (u.error() != null) {
            line("    can't be used: %s", u.error());
        }
    }

    private void selection(Inspector.Selection found) {
        Inspector.Module m = found.module();
        if (m == null) {
            object(found.object());
            return;
        }
        line("%s: module %s, %s\n", found.file(), m.name(), InspectionJson.level(m));
        line("  %-10s %s", "source", source(m));
        line("  %-10s %d bytes at %d: %d code objects, %d instructions, %d constants", "code", m.sizeBytes(),
                m.offset(), m.codes(), m.instructions(), m.constants());
        problems(m);
        if (found.unit() != null) {
            unit(found.unit());
        }
        if (found.namespace() != null) {
            line("\nnamespace: %s, %s, %d bytes", found.namespace().place(), found.namespace().what(),
                    found.namespace().sizeBytes());
            parts(found.namespace());
        }
    }

    private void unit(HeapInspector.Unit u) {
        line("  %-10s %d: %d bytes at %d, its description %d bytes", "unit", u.number(), u.sizeBytes(), u.offset(),
                u.descriptionBytes());
        line("  %-10s %d, and %d of other units", "objects", u.objects(), u.others());
        for (Map.Entry<String, Integer> kind : u.kinds().entrySet()) {
            line("    %6d %s", kind.getValue(), kind.getKey());
        }
        for (HeapInspector.Root root : u.roots()) {
            line("  %-10s %s#%d", "root", root.module(), root.number());
        }
        list("natives", u.natives());
        list("before it", u.before().stream().map(n -> "unit " + n).toList());
        conditions(u);
        for (HeapInspector.Effect effect : u.effects()) {
            line("  %-10s %s (#%d, %s)", "effect", effect.what(), effect.number(), effect.when());
        }
    }

    private void list(String title, List<String> items) {
        if (!items.isEmpty()) {
            line("  %-10s %s", title, String.join(", ", items));
        }
    }

    private void object(HeapInspector.ObjectReport o) {
        line("%s: %s\n", o.place(), o.what());
        line("  %-18s %s", "kind", o.kind());
        line("  %-18s %d bytes at %d of the image of unit %d", "record", o.sizeBytes(), o.offset(), o.unit());
        if (!o.numbers().isEmpty()) {
            line("  %-18s %s", "numbers", o.numbers().toString());
        }
        parts(o);
    }

    private void parts(HeapInspector.ObjectReport o) {
        for (HeapInspector.Part part : o.parts()) {
            line("  %-18s %-24s %s", part.role(), part.place(), part.what());
        }
    }
}
