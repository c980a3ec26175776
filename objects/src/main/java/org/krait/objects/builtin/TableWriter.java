package org.krait.objects.builtin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the source of one table. */
final class TableWriter {
    private static final String[] ARGUMENTS = {"a", "b", "c"};

    private final String packageName;
    private final String owner;
    private final List<Row> rows;
    private final Map<String, Row> byName = new HashMap<>();
    private final StringBuilder out = new StringBuilder();
    String doc = "";
    /** The text signature of a class; empty for none. */
    String textSignature = "";
    /** The table that is extended; null for BuiltinTable itself. */
    String base;
    /** The module's name; null for a class. */
    String module;
    boolean initialize;

    TableWriter(String packageName, String owner, List<Row> rows) {
        this.packageName = packageName;
        this.owner = owner;
        this.rows = rows;
        for (Row row : rows) {
            if (!row.attribute) {
                byName.put(row.result.equals("PyBuffer") ? "buffer slot" : row.name, row);
            }
        }
    }

    String text() {
        line("package " + packageName + ";");
        line("");
        line("import org.krait.objects.*;");
        line("");
        line("/** The rows of {@link " + owner + "}; generated. */");
        line("@SuppressWarnings(\"cast\")");
        line("public class " + owner + "Table extends " + (base == null ? "BuiltinTable" : base) + " {");
        line("    /** A table without state. */");
        line("    public " + owner + "Table() {}");
        facts();
        fill();
        for (int count = 0; count <= 3; count++) {
            fixed(count);
        }
        general();
        if (module == null) {
            slots();
        }
        line("}");
        return out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void facts() {
        line("    @Override public String doc() { return " + (doc.isEmpty() ? "null" : quote(doc)) + "; }");
        if (module == null) {
            line("    @Override public String textSignature() { return "
                    + (textSignature.isEmpty() ? "null" : quote(textSignature)) + "; }");
        }
        line("    @Override protected int rows() { return " + rows.size() + "; }");
        line("    @Override public String moduleName() { return " + (module == null ? "null" : quote(module)) + "; }");
        if (module != null) {
            line("    @Override protected String prefix() { return "
                    + quote(module.equals("builtins") ? "" : module + ".") + "; }");
        }
        if (initialize) {
            line("    @Override public void initialize(ThreadState ts, PyModule module) { " + owner
                    + ".initialize(ts, module); }");
        }
        line("    @Override protected boolean hasReceiver(int id) {");
        line("        switch (id) {");
        StringBuilder with = new StringBuilder();
        for (Row row : rows) {
            if (row.receiver) {
                with.append("case ").append(row.id).append(": ");
            }
        }
        if (!with.isEmpty()) {
            line("            " + with + "return true;");
        }
        line("            default: return false;");
        line("        }");
        line("    }");
        line("    @Override protected String text(int id) {");
        line("        switch (id) {");
        for (Row row : rows) {
            line("            case " + row.id + ": return " + quote(row.signature) + ";");
        }
        line("            default: throw new AssertionError(id);");
        line("        }");
        line("    }");
    }

    private void fill() {
        line("    @Override public void fill(PyDict namespace, PyType owner) {");
        if (module == null) {
            line("        this.owner = owner;");
        }
        for (Row row : rows) {
            if (row.name.equals("__hash__") && row.result.equals("void")) {
                line("        namespace.put(PyStr.interned(\"__hash__\"), PySingleton.NONE);");
            } else if (!row.setter && !row.result.equals("PyBuffer")) {
                line("        add(namespace, owner, " + row.kind + ", " + row.id + ", " + row.setterId + ", "
                        + (row.doc.isEmpty() ? "null" : quote(row.doc)) + ");");
            }
        }
        line("    }");
    }

    private void fixed(int count) {
        StringBuilder header = new StringBuilder("    @Override public PyObject call").append(count)
                .append("(int id, ThreadState ts");
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            header.append(", PyObject ").append(ARGUMENTS[i]);
            values.add(ARGUMENTS[i]);
        }
        line(header + ") {");
        line("        switch (id) {");
        for (Row row : rows) {
            if (row.takes(count) && !row.result.equals("PyBuffer")) {
                line("            case " + row.id + ": { " + row.returned(withoutNone(row, values)) + " }");
            }
        }
        line("            default: return call(id, ts, new PyObject[] {" + String.join(", ", values) + "}, null);");
        line("        }");
        line("    }");
    }

    private void general() {
        line("    @Override public PyObject call(int id, ThreadState ts, PyObject[] args, PyStr[] keywords) {");
        line("        switch (id) {");
        for (Row row : rows) {
            if (row.result.equals("PyBuffer")) {
                continue;
            }
            List<String> values = new ArrayList<>();
            for (int i = 0; i < row.names.size(); i++) {
                values.add("v[" + i + "]");
            }
            line("            case " + row.id + ": {");
            if (row.raw && row.names.size() <= 1) {
                if (row.names.size() == 1) {
                    line("                PyObject[] v = args;");
                    line("                if (args.length - (keywords == null ? 0 : keywords.length) < 1) bind(id, "
                            + "args, keywords);");
                    line("                PyObject[] rest = java.util.Arrays.copyOfRange(args, 1, args.length);");
                } else {
                    line("                PyObject[] rest = args;");
                }
            } else {
                line("                PyObject[] v = bind(id, args, keywords);");
                if (row.varArgs) {
                    line("                PyObject[] rest = Arguments.rest(signature(id), args, keywords);");
                }
                if (row.varKeywords) {
                    line("                PyDict more = Arguments.more(signature(id), args, keywords);");
                }
            }
            if (row.varKeywords && !row.raw) {
                line("                try { " + row.returned(withoutNone(row, values)));
                line("                } finally { Arguments.drop(more); }");
            } else {
                line("                " + row.returned(withoutNone(row, values)));
            }
            line("            }");
        }
        line("            default: throw new AssertionError(id);");
        line("        }");
        line("    }");
    }

    /** What a program gives to {@code __get__}: there None stands for nothing, in the slot it is the object None. */
    private static List<String> withoutNone(Row row, List<String> values) {
        if (!row.name.equals("__get__")) {
            return values;
        }
        List<String> given = new ArrayList<>(values);
        for (int i = 1; i < given.size(); i++) {
            given.set(i, "Arguments.noneAsNull(" + given.get(i) + ")");
        }
        return given;
    }

    private void slots() {
        chain("binary", "BinaryOp", SlotNames.BINARY, "__", "PyObject a, PyObject b", "a", "b");
        chain("reflected", "BinaryOp", SlotNames.BINARY, "__r", "PyObject a, PyObject b", "a", "b");
        chain("inPlace", "BinaryOp", SlotNames.BINARY, "__i", "PyObject a, PyObject b", "a", "b");
        chain("unary", "UnaryOp", SlotNames.UNARY, "", "PyObject a", "a");
        chain("compare", "CompareOp", SlotNames.COMPARE, "", "PyObject a, PyObject b", "a", "b");
        Row pow = byName.get("__pow__");
        if (pow != null && pow.names.size() == 3) {
            line("    @Override public PyObject power(ThreadState ts, PyObject a, PyObject b, PyObject c) { "
                    + pow.returned(List.of("a", "b", "c")) + " }");
        }
        for (String[] slot : SlotNames.SINGLE) {
            Row row = byName.get(slot[0]);
            if (row != null) {
                single(row, slot);
            }
        }
        if (byName.containsKey("__len__") && !byName.containsKey("__bool__")) {
            line("    @Override public boolean truth(ThreadState ts, PyObject a) { return length(ts, a) != 0; }");
        }
        if (byName.containsKey("__get__")) {
            line("    @Override public boolean isDescriptor() { return true; }");
        }
        setters("__setattr__", "__delattr__", "setAttribute", "PyStr");
        setters("__set__", "__delete__", "descriptorSet", "PyObject");
        if (byName.containsKey("__set__") || byName.containsKey("__delete__")) {
            line("    @Override public boolean isDataDescriptor() { return true; }");
        }
        callable();
        Row buffer = byName.get("buffer slot");
        if (buffer != null) {
            line("    @Override public PyBuffer buffer(ThreadState ts, PyObject a, int flags) { return " + owner + "."
                    + buffer.method.getSimpleName() + "(" + (buffer.threadState ? "ts, " : "") + "("
                    + buffer.types.get(0) + ") a, flags); }");
        }
    }

    private void chain(String slot, String enumName, String[][] names, String prefix, String parameters,
            String... values) {
        StringBuilder body = new StringBuilder();
        for (String[] pair : names) {
            String special = prefix.isEmpty() ? pair[0] : prefix + pair[0] + "__";
            Row row = byName.get(special);
            if (row != null) {
                body.append("        if (op == ").append(enumName).append('.').append(pair[1]).append(") { ")
                        .append(row.returned(Arrays.asList(values))).append(" }\n");
            }
        }
        if (body.isEmpty()) {
            return;
        }
        line("    @Override public PyObject " + slot + "(ThreadState ts, " + enumName + " op, " + parameters + ") {");
        out.append(body);
        line("        return super." + slot + "(ts, op, " + String.join(", ", values) + ");");
        line("    }");
    }

    private void single(Row row, String[] slot) {
        String call = row.call(Arrays.asList(slot[2].split(" ")));
        String body = switch (slot[3]) {
            case "boolean" -> "return " + (row.result.equals("boolean") ? call
                    : "Arguments.toBoolean(ts, " + call + ")");
            case "length" -> "return " + (row.result.equals("int") ? call
                    : "Arguments.toLength(" + (row.result.equals("long") ? "" : "ts, ") + call + ")");
            case "hash" -> row.result.equals("void") ? call + "; return 0"
                    : "return " + (row.result.equals("long") || row.result.equals("int") ? call
                    : "Arguments.toHash(" + call + ")");
            case "void" -> call;
            default -> null;
        };
        if (body != null) {
            line("    @Override public " + slot[1] + " { " + body + "; }");
        } else if (row.name.equals("__next__") || row.name.equals("__getattribute__")) {
            line("    @Override public " + slot[1] + " { return " + call + "; }");
        } else {
            line("    @Override public " + slot[1] + " { " + row.returned(Arrays.asList(slot[2].split(" "))) + " }");
        }
    }

    private void setters(String set, String delete, String slot, String keyType) {
        Row setter = byName.get(set);
        Row deleter = byName.get(delete);
        if (setter == null && deleter == null) {
            return;
        }
        line("    @Override public void " + slot + "(ThreadState ts, PyObject a, " + keyType + " b, PyObject c) {");
        line("        if (c != null) {");
        line("            " + (setter != null ? setter.call(List.of("a", "b", "c")) : "super." + slot + "(ts, a, b, c)")
                + ";");
        line("        } else {");
        line("            " + (deleter != null ? deleter.call(List.of("a", "b")) : "super." + slot + "(ts, a, b, c)")
                + ";");
        line("        }");
        line("    }");
    }

    private void callable() {
        Row call = byName.get("__call__");
        if (call != null) {
            if (call.raw && call.names.size() == 1) {
                line("    @Override public PyObject call(ThreadState ts, PyObject a, PyObject[] rest, PyStr[] "
                        + "keywords) { "
                        + call.returned(List.of("a")) + " }");
            } else {
                line("    @Override public PyObject call(ThreadState ts, PyObject a, PyObject[] args, PyStr[] "
                        + "keywords) { return call(" + call.id + ", ts, Arguments.prepend(a, args), keywords); }");
            }
        }
        Row make = byName.get("__new__");
        if (make != null) {
            if (make.raw && make.names.size() == 1) {
                line("    @Override public PyObject newInstance(ThreadState ts, PyType a, PyObject[] rest, PyStr[] "
                        + "keywords) { "
                        + make.returned(List.of("a")) + " }");
            } else {
                line("    @Override public PyObject newInstance(ThreadState ts, PyType a, PyObject[] args, PyStr[] "
                        + "keywords) { return call(" + make.id + ", ts, Arguments.prepend(a, args), keywords); }");
            }
        }
        Row init = byName.get("__init__");
        if (init != null) {
            if (init.raw && init.names.size() == 1) {
                line("    @Override public void init(ThreadState ts, PyObject a, PyObject[] rest, PyStr[] keywords) { "
                        + init.call(List.of("a")) + "; }");
            } else {
                line("    @Override public void init(ThreadState ts, PyObject a, PyObject[] args, PyStr[] keywords) {"
                        + " call(" + init.id + ", ts, Arguments.prepend(a, args), keywords); }");
            }
        }
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
