package org.krait.language.ast;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.krait.language.syntax.Alias;
import org.krait.language.syntax.Arg;
import org.krait.language.syntax.Arguments;
import org.krait.language.syntax.Comprehension;
import org.krait.language.syntax.ExceptHandler;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.Keyword;
import org.krait.language.syntax.MatchCase;
import org.krait.language.syntax.Mod;
import org.krait.language.syntax.Pattern;
import org.krait.language.syntax.Stmt;
import org.krait.language.syntax.TypeIgnore;
import org.krait.language.syntax.TypeParam;
import org.krait.language.syntax.WithItem;

/** Which record is which node class. By reflection over the records, which nothing but {@code ast} users pays for. */
final class NodeShapes {
    /** A record class: its node class, components, their names in Python, and its constructor. */
    record Shape(String className, RecordComponent[] components, String[] names, Constructor<?> constructor) {}

    private static final Map<Class<?>, Shape> BY_RECORD = new HashMap<>();
    private static final Map<String, Shape> BY_NAME = new HashMap<>();

    static {
        Class<?>[] sums = {Mod.class, Stmt.class, Expr.class, Pattern.class, TypeParam.class};
        for (Class<?> sum : sums) {
            for (Class<?> record : sum.getPermittedSubclasses()) {
                add(record, record.getSimpleName().equals("ExprStmt") ? "Expr" : record.getSimpleName());
            }
        }
        add(Comprehension.class, "comprehension");
        add(ExceptHandler.class, "ExceptHandler");
        add(Arguments.class, "arguments");
        add(Arg.class, "arg");
        add(Keyword.class, "keyword");
        add(Alias.class, "alias");
        add(WithItem.class, "withitem");
        add(MatchCase.class, "match_case");
        add(TypeIgnore.class, "TypeIgnore");
    }

    private NodeShapes() {}

    private static void add(Class<?> record, String className) {
        RecordComponent[] components = record.getRecordComponents();
        String[] names = new String[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < names.length; i++) {
            String name = components[i].getName();
            names[i] = record == TypeIgnore.class && name.equals("line") ? "lineno" : snake(name);
            types[i] = components[i].getType();
        }
        try {
            Shape shape = new Shape(className, components, names, record.getDeclaredConstructor(types));
            BY_RECORD.put(record, shape);
            BY_NAME.put(className, shape);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(record.getName(), e);
        }
    }

    private static String snake(String camel) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            if (Character.isUpperCase(c)) {
                out.append('_').append(Character.toLowerCase(c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    static Shape of(Object node) {
        return BY_RECORD.get(node.getClass());
    }

    /** The shape of a node class; null for a class that is none (operators, contexts, the sums). */
    static Shape of(String className) {
        return BY_NAME.get(className);
    }
}
