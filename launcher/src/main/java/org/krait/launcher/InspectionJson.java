package org.krait.launcher;

import java.util.List;
import java.util.Map;
import org.krait.snapshot.HeapInspector;
import org.krait.snapshot.Inspector;

/** What {@code --snapshot-inspect --json} prints. */
final class InspectionJson {
    private final StringBuilder out = new StringBuilder();
    /** Whether the object or array that was begun last has nothing yet. */
    private boolean isEmpty = true;

    private InspectionJson() {}

    static String of(Inspector.Report report) {
        InspectionJson json = new InspectionJson();
        json.report(report);
        return json.out.append('\n').toString();
    }

    static String of(Inspector.Selection selection) {
        InspectionJson json = new InspectionJson();
        json.selection(selection);
        return json.out.append('\n').toString();
    }

    /** Whether a module is executed in its archive: {@code heap} or {@code code}. */
    static String level(Inspector.Module m) {
        return m.unit() < 0 ? "code" : "heap";
    }

    private InspectionJson begin(char bracket) {
        out.append(bracket);
        isEmpty = true;
        return this;
    }

    private InspectionJson end(char bracket) {
        out.append(bracket);
        isEmpty = false;
        return this;
    }

    /** What separates the next item. */
    private InspectionJson next() {
        out.append(isEmpty ? "" : ", ");
        isEmpty = false;
        return this;
    }

    private InspectionJson key(String name) {
        next();
        out.append(Json.quote(name)).append(": ");
        return this;
    }

    private InspectionJson put(String name, long value) {
        key(name).out.append(value);
        return this;
    }

    private InspectionJson put(String name, boolean value) {
        key(name).out.append(value);
        return this;
    }

    private InspectionJson put(String name, String value) {
        key(name).out.append(value == null ? "null" : Json.quote(value));
        return this;
    }

    private InspectionJson put(String name, List<?> values) {
        key(name).begin('[');
        for (Object value : values) {
            next().out.append(value instanceof Number ? value.toString() : Json.quote(value.toString()));
        }
        return end(']');
    }

    private void report(Inspector.Report report) {
        begin('{').put("file", report.file()).put("kind", report.kind());
        key("header").begin('{');
        for (Inspector.FieldValue value : report.header()) {
            key(value.field().name()).out.append(Long.toUnsignedString(value.value()));
        }
        end('}').key("sections").begin('[');
        for (Inspector.Section section : report.sections()) {
            next().begin('{').put("name", section.name()).put("offset", section.offset())
                    .put("bytes", section.sizeBytes()).end('}');
        }
        end(']').key("modules").begin('[');
        for (Inspector.Module m : report.modules()) {
            next().module(m);
        }
        end(']').key("units").begin('[');
        for (HeapInspector.Unit u : report.units()) {
            next().unit(u);
        }
        end(']').end('}');
    }

    private void module(Inspector.Module m) {
        out.append('\n');
        begin('{').put("name", m.name()).put("source", m.path()).put("package", m.isPackage())
                .put("library", m.ofLibrary()).put("level", level(m)).put("why code", m.reason());
        key("unit").out.append(m.unit() < 0 ? "null" : Integer.toString(m.unit()));
        put("offset", m.offset()).put("bytes", m.sizeBytes()).put("codes", m.codes())
                .put("instructions", m.instructions()).put("constants", m.constants()).put("error", m.error())
                .end('}');
    }

    private void unit(HeapInspector.Unit u) {
        out.append('\n');
        begin('{').put("number", u.number()).key("roots").begin('{');
        for (HeapInspector.Root root : u.roots()) {
            put(root.module(), root.number());
        }
        end('}').put("natives", u.natives()).put("before", u.before()).key("conditions").begin('{');
        for (Map.Entry<String, List<String>> condition : u.conditions().entrySet()) {
            put(condition.getKey(), condition.getValue());
        }
        end('}').key("effects").begin('[');
        for (HeapInspector.Effect effect : u.effects()) {
            next().begin('{').put("number", effect.number()).put("what", effect.what()).put("when", effect.when())
                    .end('}');
        }
        end(']').put("offset", u.offset()).put("bytes", u.sizeBytes()).put("description bytes", u.descriptionBytes())
                .put("objects", u.objects()).put("others", u.others()).key("kinds").begin('{');
        for (Map.Entry<String, Integer> kind : u.kinds().entrySet()) {
            put(kind.getKey(), kind.getValue());
        }
        end('}').put("error", u.error()).end('}');
    }

    private void selection(Inspector.Selection found) {
        begin('{').put("file", found.file());
        if (found.module() != null) {
            key("module").module(found.module());
        }
        if (found.unit() != null) {
            key("unit").unit(found.unit());
        }
        if (found.object() != null) {
            key("object").object(found.object());
        }
        if (found.namespace() != null) {
            key("namespace").object(found.namespace());
        }
        end('}');
    }

    private void object(HeapInspector.ObjectReport o) {
        begin('{').put("place", o.place()).put("unit", o.unit()).put("number", o.number()).put("kind", o.kind())
                .put("what", o.what()).put("offset", o.offset()).put("bytes", o.sizeBytes())
                .put("numbers", o.numbers()).key("parts").begin('[');
        for (HeapInspector.Part part : o.parts()) {
            next().begin('{').put("role", part.role()).put("place", part.place()).put("what", part.what()).end('}');
        }
        end(']').end('}');
    }
}
