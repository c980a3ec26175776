package org.krait.language.syntax;

import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.List;

/**
 * Prints a tree as CPython's {@code ast.dump(tree, include_attributes=True)}, to compare with it in tests.
 *
 * <p>Reads the records by reflection: the names of types and components are those of Python.asdl but for case.
 */
public final class AstDump {
    private final StringBuilder out = new StringBuilder();
    private final boolean attributes;

    private AstDump(boolean attributes) {
        this.attributes = attributes;
    }

    /** The text of a tree, with or without line and column numbers. */
    public static String dump(Mod tree, boolean attributes) {
        AstDump dump = new AstDump(attributes);
        dump.node(tree);
        return dump.out.toString();
    }

    private void node(Object node) {
        String type = node.getClass().getSimpleName();
        String name = switch (type) {
            case "ExprStmt" -> "Expr";
            case "Arguments", "Arg", "Keyword", "Alias", "Comprehension" -> lower(type);
            case "WithItem" -> "withitem";
            case "MatchCase" -> "match_case";
            default -> type;
        };
        out.append(name).append('(');
        boolean first = true;
        Span span = null;
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            Object value = get(component, node);
            if (value instanceof Span s) {
                span = s;
            } else if (value != null || isRequired(node, component)) {
                first = separate(first);
                out.append(fieldName(node, component.getName())).append('=');
                value(value);
            }
        }
        if (node instanceof TypeIgnore) {
            span = null;
        }
        if (span != null && attributes) {
            separate(first);
            out.append("lineno=").append(span.line()).append(", col_offset=").append(span.column());
            out.append(", end_lineno=").append(span.endLine()).append(", end_col_offset=").append(span.endColumn());
        }
        out.append(')');
    }

    private static boolean isRequired(Object node, RecordComponent component) {
        return node instanceof Expr.Constant && component.getName().equals("value");
    }

    private boolean separate(boolean first) {
        if (!first) {
            out.append(", ");
        }
        return false;
    }

    private static Object get(RecordComponent component, Object node) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static String fieldName(Object node, String component) {
        if (node instanceof TypeIgnore && component.equals("line")) {
            return "lineno";
        }
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < component.length(); i++) {
            char c = component.charAt(i);
            if (Character.isUpperCase(c)) {
                name.append('_').append(Character.toLowerCase(c));
            } else {
                name.append(c);
            }
        }
        return name.toString();
    }

    private static String lower(String s) {
        return Character.toLowerCase(s.charAt(0)) + s.substring(1);
    }

    private void value(Object value) {
        switch (value) {
            case null -> out.append("None");
            case List<?> list -> {
                out.append('[');
                boolean first = true;
                for (Object item : list) {
                    first = separate(first);
                    value(item);
                }
                out.append(']');
            }
            case ConstantValue constant -> constant(constant);
            case String s -> str(s.codePoints().toArray());
            case Boolean b -> out.append(b ? 1 : 0);
            case Integer i -> out.append(i);
            case Operator op -> out.append(op.className).append("()");
            case BoolOperator op -> out.append(op.className).append("()");
            case UnaryOperator op -> out.append(op.className).append("()");
            case CompareOperator op -> out.append(op.className).append("()");
            case ExprContext ctx -> out.append(ctx.className).append("()");
            default -> node(value);
        }
    }

    private void constant(ConstantValue value) {
        switch (value) {
            case ConstantValue.Singleton.NONE -> out.append("None");
            case ConstantValue.Singleton.TRUE -> out.append("True");
            case ConstantValue.Singleton.FALSE -> out.append("False");
            case ConstantValue.Singleton.ELLIPSIS -> out.append("Ellipsis");
            case ConstantValue.Int(long number) -> out.append(number);
            case ConstantValue.BigInt(BigInteger number) -> out.append(number);
            case ConstantValue.Float(double number) -> out.append(number(number, true));
            case ConstantValue.Complex(double real, double imaginary) -> {
                if (real == 0 && 1 / real > 0) {
                    out.append(number(imaginary, false)).append('j');
                } else {
                    out.append('(').append(number(real, false)).append(imaginary >= 0 ? "+" : "");
                    out.append(number(imaginary, false)).append("j)");
                }
            }
            case ConstantValue.Str(String text, int[] points) ->
                str(points != null ? points : text.codePoints().toArray());
            case ConstantValue.Bytes(byte[] bytes) -> bytes(bytes);
            case ConstantValue.Tuple(List<ConstantValue> items) -> {
                out.append('(');
                items.forEach(item -> {
                    constant(item);
                    out.append(items.size() == 1 ? "," : ", ");
                });
                out.setLength(items.size() > 1 ? out.length() - 2 : out.length());
                out.append(')');
            }
            case ConstantValue.FrozenSet(List<ConstantValue> items) -> {
                out.append("frozenset({");
                boolean first = true;
                for (ConstantValue item : items) {
                    first = separate(first);
                    constant(item);
                }
                out.append("})");
            }
        }
    }

    /** A double as Python's repr has it. */
    private static String number(double value, boolean point) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String java = Double.toString(Math.abs(value));
        String sign = value < 0 || 1 / value < 0 ? "-" : "";
        // Java prints at least two digits, even where one is enough.
        if (java.length() > 3 && java.charAt(1) == '.' && java.charAt(3) == 'E') {
            double rounded = Math.rint(Double.parseDouble(java.substring(0, 3)));
            String shorter = Double.toString(rounded) + java.substring(3);
            if (Double.parseDouble(shorter) == Math.abs(value)) {
                java = Double.toString(rounded / (rounded == 10 ? 10 : 1)) + "E"
                        + (Integer.parseInt(java.substring(4)) + (rounded == 10 ? 1 : 0));
            }
        }
        int e = java.indexOf('E');
        int exponent = e < 0 ? 0 : Integer.parseInt(java.substring(e + 1));
        String mantissa = e < 0 ? java : java.substring(0, e);
        int dot = mantissa.indexOf('.');
        String digits = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
        int pointAt = dot + exponent;
        int zeros = 0;
        while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
            zeros++;
        }
        digits = digits.substring(zeros);
        pointAt -= zeros;
        int length = digits.length();
        while (length > 1 && digits.charAt(length - 1) == '0') {
            length--;
        }
        digits = digits.substring(0, length);
        if (digits.equals("0")) {
            return sign + (point ? "0.0" : "0");
        }
        if (pointAt > -4 && pointAt <= 16) {
            if (pointAt <= 0) {
                return sign + "0." + "0".repeat(-pointAt) + digits;
            }
            if (pointAt >= length) {
                return sign + digits + "0".repeat(pointAt - length) + (point ? ".0" : "");
            }
            return sign + digits.substring(0, pointAt) + "." + digits.substring(pointAt);
        }
        int shown = pointAt - 1;
        String tail = (shown < 0 ? "e-" : "e+") + (Math.abs(shown) < 10 ? "0" : "") + Math.abs(shown);
        return sign + digits.charAt(0) + (length > 1 ? "." + digits.substring(1) : "") + tail;
    }

    private void str(int[] points) {
        char quote = '\'';
        boolean single = false;
        boolean twice = false;
        for (int point : points) {
            single |= point == '\'';
            twice |= point == '"';
        }
        if (single && !twice) {
            quote = '"';
        }
        out.append(quote);
        for (int point : points) {
            if (point == quote || point == '\\') {
                out.append('\\').append((char) point);
            } else if (point < 32 || point == 127) {
                control(point);
            } else if (point < 127 || Identifiers.isPrintable(point)) {
                out.appendCodePoint(point);
            } else {
                out.append(point < 0x100 ? "\\x" : point < 0x10000 ? "\\u" : "\\U");
                String hex = Integer.toHexString(point);
                out.append("0".repeat((point < 0x100 ? 2 : point < 0x10000 ? 4 : 8) - hex.length())).append(hex);
            }
        }
        out.append(quote);
    }

    private void control(int c) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append("\\x").append(Character.forDigit(c >> 4 & 15, 16))
                    .append(Character.forDigit(c & 15, 16));
        }
    }

    private void bytes(byte[] bytes) {
        boolean single = false;
        boolean twice = false;
        for (byte b : bytes) {
            single |= b == '\'';
            twice |= b == '"';
        }
        char quote = single && !twice ? '"' : '\'';
        out.append('b').append(quote);
        for (byte b : bytes) {
            if (b == quote || b == '\\') {
                out.append('\\').append((char) b);
            } else if (b < 32 || b == 127) {
                control(b & 0xFF);
            } else {
                out.append((char) b);
            }
        }
        out.append(quote);
    }
}
