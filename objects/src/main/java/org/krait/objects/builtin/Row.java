package org.krait.objects.builtin;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;

/** One declared builtin, as the processor read it. */
final class Row {
    final String owner;
    final ExecutableElement method;
    final int id;
    String name;
    String signature;
    String doc;
    /** The constant of BuiltinTable that says how it is bound. */
    String kind;
    boolean receiver;
    boolean attribute;
    boolean setter;
    int setterId = -1;
    /** The Java method takes the ThreadState first. */
    boolean threadState;
    /** The Java method takes the arguments as they come: PyObject[] and PyStr[]. */
    boolean raw;
    boolean varArgs;
    boolean varKeywords;
    int positionalOnly;
    int positional = -1;
    final List<String> parameters = new ArrayList<>();
    final List<String> names = new ArrayList<>();
    /** The default of each named parameter as written; null when required. */
    final List<String> defaults = new ArrayList<>();
    /** The Java type of each named parameter. */
    final List<String> types = new ArrayList<>();
    String result;

    Row(String owner, ExecutableElement method, int id) {
        this.owner = owner;
        this.method = method;
        this.id = id;
    }

    /** True when the row can be called with exactly {@code count} positional arguments. */
    boolean takes(int count) {
        if (varArgs || varKeywords || count > positional) {
            return false;
        }
        for (int i = count; i < names.size(); i++) {
            if (defaults.get(i) == null) {
                return false;
            }
        }
        return true;
    }

    /** The Java call with the given expressions (PyObjects; "null" for absent) for the named parameters. */
    String call(List<String> values) {
        StringBuilder text = new StringBuilder(owner).append('.').append(method.getSimpleName()).append('(');
        boolean first = true;
        if (threadState) {
            text.append("ts");
            first = false;
        }
        int named = 0;
        for (String part : parameters) {
            if (part.equals("/") || part.equals("*")) {
                continue;
            }
            text.append(first ? "" : ", ");
            first = false;
            if (part.startsWith("**")) {
                text.append(raw ? "keywords" : "more");
            } else if (part.startsWith("*")) {
                text.append("rest");
            } else {
                text.append(converted(named, named < values.size() ? values.get(named) : "null"));
                named++;
            }
        }
        return text.append(')').toString();
    }

    private String converted(int index, String value) {
        String type = types.get(index);
        String fallback = defaults.get(index);
        int position = index + (receiver ? 0 : 1);
        boolean absent = value.equals("null");
        boolean maybe = fallback != null && !absent && value.startsWith("v[");
        String conversion = switch (type) {
            case "PyObject" -> value;
            case "int" -> "Arguments.toInt(ts, " + value + ")";
            case "long" -> "Arguments.toLong(ts, " + value + ")";
            case "double" -> "Arguments.toDouble(ts, " + value + ")";
            case "boolean" -> "Arguments.toBoolean(ts, " + value + ")";
            case "String" -> "Arguments.toJava(" + value + ", \"" + name + "\", " + position + ")";
            default -> index == 0 && receiver
                    ? "(" + type + ") " + value
                    : "(" + type + ") Arguments.check(" + value + ", " + type + ".TYPE, \"" + name + "\", \""
                            + argument(index, position) + "\")";
        };
        boolean primitive = type.equals("int") || type.equals("long") || type.equals("double")
                || type.equals("boolean");
        if (absent) {
            return primitive ? literal(type, fallback) : type.equals("String") ? stringLiteral(fallback) : "null";
        }
        if (maybe && primitive) {
            return value + " == null ? " + literal(type, fallback) + " : " + conversion;
        }
        if (maybe && type.equals("String")) {
            return value + " == null ? " + stringLiteral(fallback) + " : " + conversion;
        }
        return conversion;
    }

    /** How messages call a parameter: the only one, by number, or by name when it may be given by name. */
    private String argument(int index, int position) {
        if (index >= positionalOnly) {
            return "argument '" + names.get(index) + "'";
        }
        return names.size() == (receiver ? 2 : 1) && !varArgs && !varKeywords ? "argument" : "argument " + position;
    }

    private static String stringLiteral(String fallback) {
        if (fallback.length() >= 2 && (fallback.startsWith("'") || fallback.startsWith("\""))) {
            return '"' + fallback.substring(1, fallback.length() - 1) + '"';
        }
        return "null";
    }

    private static String literal(String type, String fallback) {
        return switch (fallback) {
            case "True" -> "true";
            case "False" -> "false";
            case "None" -> type.equals("boolean") ? "false" : type.equals("int") ? "0" : "0L";
            case "sys.maxsize" -> type.equals("int") ? "Integer.MAX_VALUE" : "Long.MAX_VALUE";
            default -> type.equals("long") ? fallback + "L" : fallback;
        };
    }

    /** A statement that returns the result of a call as a PyObject. */
    String returned(List<String> values) {
        String call = call(values);
        return switch (result) {
            case "void" -> call + "; return PySingleton.NONE;";
            case "boolean" -> "return PyBool.of(" + call + ");";
            case "int", "long" -> "return PyInt.of(" + call + ");";
            case "double" -> "return new PyFloat(" + call + ");";
            case "String" -> "return PyStr.of(" + call + ");";
            default -> name.equals("__next__") && kind.equals("WRAPPER")
                    ? "return Arguments.orStop(" + call + ");"
                    : name.equals("__getattribute__") && kind.equals("WRAPPER")
                            ? "return Arguments.orNoAttribute(" + call + ", " + values.get(0) + ", " + values.get(1)
                            + ");"
                            : "return " + call + ";";
        };
    }
}
