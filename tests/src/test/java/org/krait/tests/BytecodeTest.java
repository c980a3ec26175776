package org.krait.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the compiled classes must keep to, so that HotSpot compiles them and they start without method handles. */
final class BytecodeTest {
    /** HotSpot compiles no method above this size (HugeMethodLimit): it would run interpreted for ever. */
    private static final int HUGE_METHOD_BYTES = 8000;
    private static final List<String> MODULES = List.of("objects", "snapshot", "runtime", "language", "launcher");

    @Test
    void everyMethodCanBeCompiled() throws IOException {
        List<String> huge = new ArrayList<>();
        for (ClassModel type : classes()) {
            for (MethodModel method : type.methods()) {
                int sizeBytes = method.code().map(code -> ((CodeAttribute) code).codeLength()).orElse(0);
                // A static initializer runs once; its size does no harm.
                if (sizeBytes >= HUGE_METHOD_BYTES && !method.methodName().equalsString("<clinit>")) {
                    huge.add(describe(type, method) + ": " + sizeBytes);
                }
            }
        }
        assertEquals(List.of(), huge);
    }

    @Test
    void noConcatenationThroughInvokeDynamic() throws IOException {
        List<String> found = new ArrayList<>();
        for (ClassModel type : classes()) {
            for (MethodModel method : type.methods()) {
                if (method.code().isPresent()) {
                    for (CodeElement element : method.code().get()) {
                        if (element instanceof InvokeDynamicInstruction invoke
                                && invoke.name().equalsString("makeConcatWithConstants")) {
                            found.add(describe(type, method));
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), found);
    }

    private static String describe(ClassModel type, MethodModel method) {
        return type.thisClass().asInternalName() + "." + method.methodName() + method.methodType();
    }

    /** Every class of the jars that the distribution is made of. */
    private static List<ClassModel> classes() throws IOException {
        List<ClassModel> classes = new ArrayList<>();
        for (String module : MODULES) {
            Path folder = KraitCommand.root().resolve(module).resolve("target");
            List<Path> jars;
            try (Stream<Path> files = Files.list(folder)) {
                jars = files.filter(file -> file.getFileName().toString().matches(module + "-.*\\.jar")).toList();
            }
            assertEquals(1, jars.size(), "jars in " + folder);
            try (FileSystem jar = FileSystems.newFileSystem(jars.get(0))) {
                read(jar.getPath("/"), classes);
            }
        }
        assertFalse(classes.isEmpty());
        return classes;
    }

    private static void read(Path root, List<ClassModel> classes) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            classes.add(ClassFile.of().parse(Files.readAllBytes(file)));
        }
    }
}
