package org.krait.language.ast;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.krait.language.syntax.BoolOperator;
import org.krait.language.syntax.CompareOperator;
import org.krait.language.syntax.ConstantValue;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.ExprContext;
import org.krait.language.syntax.Mod;
import org.krait.language.syntax.Operator;
import org.krait.language.syntax.Span;
import org.krait.language.syntax.Stmt;
import org.krait.language.syntax.UnaryOperator;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Texts;

/** Converts syntax trees to {@code _ast} nodes and back, as CPython's Python-ast.c. */
public final class TreeConversion {
    private static final int MAX_DEPTH = 1500;

    private final ThreadState ts;
    private final AstTypes types;
    private int depth;

    private TreeConversion(ThreadState ts) {
        this.ts = ts;
        types = AstTypes.of(ts);
    }

    /** True for a node. */
    public static boolean isTree(PyObject o) {
        return AstMethods.TYPE.isInstance(o);
    }

    /** The nodes of a tree. */
    public static PyObject toPython(ThreadState ts, Mod tree) {
        return new TreeConversion(ts).node(tree);
    }

    /** The tree of nodes; TypeError or ValueError when they are no tree of the mode. */
    public static Mod toMod(ThreadState ts, PyObject node, String mode) {
        String expected = switch (mode) {
            case "exec" -> "Module";
            case "eval" -> "Expression";
            case "single" -> "Interactive";
            default -> "FunctionType";
        };
        TreeConversion conversion = new TreeConversion(ts);
        if (!expected.equals(conversion.types.classOf(node))) {
            throw Errors.typeError("expected " + expected + " node, got " + node.type.pyName());
        }
        Mod tree = (Mod) conversion.record(node, expected);
        TreeValidator.check(tree);
        return tree;
    }

    private PyObject node(Object tree) {
        NodeShapes.Shape shape = NodeShapes.of(tree);
        PyInstance made = new PyInstance(types.type(shape.className()));
        for (int i = 0; i < shape.components().length; i++) {
            Object value = get(shape.components()[i], tree);
            if (value instanceof Span span) {
                span(made, span);
            } else {
                made.setAttribute(PyStr.interned(shape.names()[i]), value(value));
            }
        }
        return made;
    }

    private static Object get(RecordComponent component, Object from) {
        try {
            return component.getAccessor().invoke(from);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(component.getName(), e);
        }
    }

    private static void span(PyInstance node, Span span) {
        node.setAttribute(PyStr.interned("lineno"), PyInt.of(span.line()));
        node.setAttribute(PyStr.interned("col_offset"), PyInt.of(span.column()));
        node.setAttribute(PyStr.interned("end_lineno"), PyInt.of(span.endLine()));
        node.setAttribute(PyStr.interned("end_col_offset"), PyInt.of(span.endColumn()));
    }

    private PyObject value(Object value) {
        if (value == null) {
            return PySingleton.NONE;
        }
        if (value instanceof String s) {
            return PyStr.interned(s);
        }
        if (value instanceof Integer i) {
            return PyInt.of(i);
        }
        if (value instanceof Boolean b) {
            return PyInt.of(b ? 1 : 0);
        }
        if (value instanceof ConstantValue c) {
            return ConstantConversion.toPython(ts, c);
        }
        if (value instanceof List<?> items) {
            PyList list = new PyList();
            for (Object item : items) {
                list.append(value(item));
            }
            return list;
        }
        String constant = className(value);
        return constant != null ? types.singleton(constant) : node(value);
    }

    /** The record of a node of a known class. */
    private Object record(PyObject node, String className) {
        if (++depth > MAX_DEPTH) {
            throw Errors.recursionError("maximum recursion depth exceeded during ast construction");
        }
        NodeShapes.Shape shape = NodeShapes.of(className);
        Object[] values = new Object[shape.components().length];
        int last = values.length - 1;
        // The position is read first, as in CPython.
        boolean placed = last >= 0 && shape.components()[last].getType() == Span.class;
        if (placed) {
            values[last] = span(node, className);
        }
        for (int i = 0; i < (placed ? last : values.length); i++) {
            values[i] = field(node, className, shape.names()[i], shape.components()[i]);
        }
        depth--;
        requireName(className, "NamedExpr", "target", "NamedExpr target must be a Name", shape, values);
        requireName(className, "TypeAlias", "name", "TypeAlias with non-Name name", shape, values);
        try {
            return shape.constructor().newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(className, e);
        }
    }

    /** TypeError when a field of a class takes any expression but the compiler a name only. */
    private static void requireName(String className, String restricted, String field, String message,
            NodeShapes.Shape shape, Object[] values) {
        if (className.equals(restricted)) {
            for (int i = 0; i < values.length; i++) {
                if (field.equals(shape.names()[i]) && !(values[i] instanceof Expr.Name)) {
                    throw Errors.typeError(message);
                }
            }
        }
    }

    private Span span(PyObject node, String className) {
        int line = position(node, className, "lineno", 0);
        int column = position(node, className, "col_offset", 0);
        return new Span(line, column, position(node, className, "end_lineno", line),
                position(node, className, "end_col_offset", column));
    }

    private int position(PyObject node, String className, String name, int fallback) {
        PyObject value = Attributes.lookup(ts, node, PyStr.interned(name));
        if (value == null || value == PySingleton.NONE) {
            if (!name.startsWith("end_")) {
                if (value != null) {
                    return integer(value);
                }
                throw Errors.typeError("required field \"" + name + "\" missing from " + sumOf(className));
            }
            return fallback;
        }
        return integer(value);
    }

    private int integer(PyObject value) {
        if (!(value instanceof PyInt)) {
            throw Errors.valueError("invalid integer value: " + Texts.repr(ts, value));
        }
        return Arguments.toInt(ts, value);
    }

    /** How messages name the kind of a node: its sum type. */
    private String sumOf(String className) {
        String base = types.type(className).base.pyName().toString();
        return base.equals("AST") ? className : base;
    }

    private Object field(PyObject node, String className, String name, RecordComponent component) {
        PyObject value = Attributes.lookup(ts, node, PyStr.interned(name));
        Class<?> type = component.getType();
        if (type == List.class) {
            if (value == null) {
                return new ArrayList<>();
            }
            return list(value, className, name, component);
        }
        boolean constant = type == ConstantValue.class;
        if (value == null || value == PySingleton.NONE && !constant) {
            if (types.isOptional(className, name)) {
                return type == int.class ? (Object) 0 : null;
            }
            if (value == null) {
                throw Errors.typeError("required field \"" + name + "\" missing from " + className);
            }
            throw Errors.valueError("field '" + name + "' is required for " + className);
        }
        return convert(value, type);
    }

    private List<Object> list(PyObject value, String className, String name, RecordComponent component) {
        if (!(value instanceof PyList items)) {
            throw Errors.typeError(className + " field \"" + name + "\" must be a list, not a " + value.type.name());
        }
        Type item = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        List<Object> converted = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            PyObject o = items.get(i);
            // What None may mean in such a list is the validator's question.
            boolean absent = o == PySingleton.NONE && (item == Expr.class || item == Stmt.class);
            converted.add(absent ? null : convert(o, (Class<?>) item));
        }
        return converted;
    }

    private Object convert(PyObject value, Class<?> type) {
        if (type == String.class) {
            if (!(value instanceof PyStr)) {
                throw Errors.typeError("AST identifier must be of type str");
            }
            return value.toString();
        }
        if (type == int.class) {
            return integer(value);
        }
        if (type == boolean.class) {
            return integer(value) != 0;
        }
        if (type == ConstantValue.class) {
            return ConstantConversion.fromPython(value);
        }
        String className = types.classOf(value);
        if (type.isEnum()) {
            return constant(type, className, value);
        }
        NodeShapes.Shape shape = className == null ? null : NodeShapes.of(className);
        if (shape == null || !type.isAssignableFrom(shape.constructor().getDeclaringClass())) {
            throw Errors.typeError("expected some sort of " + kind(type) + ", but got " + Texts.repr(ts, value));
        }
        return record(value, className);
    }

    private static String className(Object constant) {
        if (constant instanceof Operator o) {
            return o.className;
        }
        if (constant instanceof BoolOperator o) {
            return o.className;
        }
        if (constant instanceof UnaryOperator o) {
            return o.className;
        }
        if (constant instanceof CompareOperator o) {
            return o.className;
        }
        if (constant instanceof ExprContext c) {
            return c.className;
        }
        return null;
    }

    private static String kind(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "TypeParam" -> "type_param";
            case "WithItem" -> "withitem";
            case "MatchCase" -> "match_case";
            case "ExceptHandler" -> "excepthandler";
            default -> type.getSimpleName().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private Object constant(Class<?> type, String className, PyObject value) {
        for (Object constant : type.getEnumConstants()) {
            if (className(constant).equals(className)) {
                return constant;
            }
        }
        String kind = switch (type.getSimpleName()) {
            case "BoolOperator" -> "boolop";
            case "UnaryOperator" -> "unaryop";
            case "CompareOperator" -> "cmpop";
            case "ExprContext" -> "expr_context";
            default -> "operator";
        };
        throw Errors.typeError("expected some sort of " + kind + ", but got " + Texts.repr(ts, value));
    }
}
