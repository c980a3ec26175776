package org.krait.objects.builtin;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.MirroredTypeException;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;

/** Writes the table of every class that declares builtins; see {@link Builtin}. */
@SupportedAnnotationTypes({
    "org.krait.objects.builtin.BuiltinType",
    "org.krait.objects.builtin.BuiltinModule"
})
public final class BuiltinProcessor extends AbstractProcessor {
    /** Made by the compiler. */
    public BuiltinProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element e : round.getElementsAnnotatedWith(BuiltinType.class)) {
            write((TypeElement) e);
        }
        for (Element e : round.getElementsAnnotatedWith(BuiltinModule.class)) {
            write((TypeElement) e);
        }
        return false;
    }

    private void write(TypeElement owner) {
        BuiltinType type = owner.getAnnotation(BuiltinType.class);
        BuiltinModule module = owner.getAnnotation(BuiltinModule.class);
        List<Row> rows = new ArrayList<>();
        Map<String, Row> getters = new LinkedHashMap<>();
        boolean initialize = false;
        for (Element e : owner.getEnclosedElements()) {
            if (e.getKind() != ElementKind.METHOD) {
                continue;
            }
            ExecutableElement method = (ExecutableElement) e;
            Builtin builtin = method.getAnnotation(Builtin.class);
            Attribute attribute = method.getAnnotation(Attribute.class);
            if (builtin != null) {
                rows.add(function(owner, method, builtin, type != null, rows.size()));
            } else if (attribute != null) {
                Row row = attribute(owner, method, attribute, rows.size());
                rows.add(row);
                if (!attribute.setter()) {
                    getters.put(attribute.value(), row);
                }
            } else if (method.getSimpleName().contentEquals("initialize") && module != null) {
                initialize = true;
            }
        }
        for (Row row : rows) {
            if (row.setter) {
                Row getter = getters.get(row.name);
                if (getter == null) {
                    error(row.method, "setter without a getter: " + row.name);
                } else {
                    getter.setterId = row.id;
                }
            }
        }
        TableWriter writer = new TableWriter(
                processingEnv.getElementUtils().getPackageOf(owner).getQualifiedName().toString(),
                owner.getSimpleName().toString(), rows);
        writer.initialize = initialize;
        if (type != null) {
            writer.doc = type.doc();
            writer.textSignature = textSignature(owner, type.signature(), rows);
            writer.base = baseTable(type);
        } else {
            writer.doc = module.doc();
            writer.module = module.value();
        }
        try (Writer out = processingEnv.getFiler()
                .createSourceFile(owner.getQualifiedName() + "Table", owner).openWriter()) {
            out.write(writer.text());
        } catch (IOException e) {
            error(owner, "cannot write the table: " + e);
        }
    }

    /** The signature of a class as {@link BuiltinType#signature} gives it. */
    private String textSignature(TypeElement owner, String declared, List<Row> rows) {
        if (declared.isEmpty() || declared.startsWith("(")) {
            return declared;
        }
        for (Row row : rows) {
            if (row.name.equals(declared)) {
                String parameters = row.signature.substring(row.signature.indexOf('(') + 1);
                int comma = parameters.indexOf(", ");
                String rest = comma < 0 ? ")" : parameters.substring(comma + 2);
                return "(" + (rest.startsWith("/, ") ? rest.substring(3) : rest.equals("/)") ? ")" : rest);
            }
        }
        error(owner, "the class's signature is that of a method it does not have: " + declared);
        return "";
    }

    private static String baseTable(BuiltinType type) {
        try {
            type.base();
            throw new AssertionError("the base is always mirrored");
        } catch (MirroredTypeException e) {
            String name = e.getTypeMirror().toString();
            return name.equals("void") || name.equals("java.lang.Void") ? null : name + "Table";
        }
    }

    private Row function(TypeElement owner, ExecutableElement method, Builtin builtin, boolean inType, int id) {
        Row row = new Row(owner.getSimpleName().toString(), method, id);
        row.signature = builtin.value();
        row.doc = builtin.doc();
        int open = row.signature.indexOf('(');
        if (open < 0 || !row.signature.endsWith(")")) {
            error(method, "not a signature: " + row.signature);
            row.signature = "bad()";
            open = 3;
        }
        row.name = row.signature.substring(0, open);
        row.kind = !inType ? "FUNCTION" : switch (builtin.kind()) {
            case CLASS_METHOD -> "CLASS_METHOD";
            case STATIC_METHOD -> "STATIC_METHOD";
            case METHOD -> row.name.equals("__new__") ? "FUNCTION"
                    : SlotNames.isSlot(row.name) && !builtin.coexist() ? "WRAPPER" : "METHOD";
        };
        row.receiver = inType && builtin.kind() != Builtin.Kind.STATIC_METHOD;
        for (String part : ParameterText.split(row.signature)) {
            row.parameters.add(part);
        }
        if (row.doc.isEmpty() && !row.name.startsWith("_")) {
            error(method, row.name + " has no doc");
        }
        parameters(row);
        return row;
    }

    private Row attribute(TypeElement owner, ExecutableElement method, Attribute attribute, int id) {
        Row row = new Row(owner.getSimpleName().toString(), method, id);
        row.name = attribute.value();
        row.signature = attribute.value();
        row.doc = attribute.doc();
        row.kind = attribute.member() ? "MEMBER" : "GETSET";
        row.setter = attribute.setter();
        row.receiver = true;
        row.attribute = true;
        row.parameters.add("self");
        if (row.setter) {
            row.parameters.add("value");
        }
        row.parameters.add("/");
        parameters(row);
        return row;
    }

    private void parameters(Row row) {
        List<? extends VariableElement> declared = row.method.getParameters();
        int next = 0;
        if (!declared.isEmpty() && simpleName(declared.get(0).asType()).equals("ThreadState")) {
            row.threadState = true;
            next = 1;
        }
        for (String part : row.parameters) {
            if (part.equals("/")) {
                row.positionalOnly = row.names.size();
            } else if (part.equals("*")) {
                row.positional = row.names.size();
            } else {
                String type = next < declared.size() ? simpleName(declared.get(next).asType()) : "?";
                next++;
                if (part.startsWith("**")) {
                    row.varKeywords = true;
                    row.raw = type.equals("PyStr[]");
                    expect(row, type, row.raw ? "PyStr[]" : "PyDict");
                } else if (part.startsWith("*")) {
                    row.varArgs = true;
                    row.positional = row.names.size();
                    expect(row, type, "PyObject[]");
                } else {
                    int equals = part.indexOf('=');
                    row.names.add(equals < 0 ? part : part.substring(0, equals));
                    row.defaults.add(equals < 0 ? null : part.substring(equals + 1));
                    row.types.add(type);
                }
            }
        }
        if (next != declared.size()) {
            error(row.method, row.signature + " does not match the Java parameters");
        }
        if (row.positional < 0) {
            row.positional = row.names.size();
        }
        row.result = simpleName(row.method.getReturnType());
    }

    private void expect(Row row, String type, String expected) {
        if (!type.equals(expected)) {
            error(row.method, row.signature + ": expected a parameter " + expected + ", found " + type);
        }
    }

    /** The type without its package, {@code PyObject[]}; generic arguments are dropped. */
    private static String simpleName(TypeMirror type) {
        if (type.getKind() == TypeKind.VOID || type.getKind().isPrimitive()) {
            return type.toString().replaceAll("@\\S+ ", "");
        }
        String text = type.toString();
        int generic = text.indexOf('<');
        if (generic >= 0) {
            text = text.substring(0, generic);
        }
        return text.startsWith("org.krait.objects.") && text.indexOf('.', 18) < 0 || text.startsWith("java.lang.")
                ? text.substring(text.lastIndexOf('.') + 1)
                : text;
    }

    private void error(Element where, String message) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, where);
    }
}
