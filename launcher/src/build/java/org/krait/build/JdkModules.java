package org.krait.build;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.ModuleHashesAttribute;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The modules of a JDK as folders of class files, for jlink.
 *
 * <p>A JDK without jmods can link a runtime only out of its own modules, among them an empty
 * {@code jdk.graal.compiler}; as folders they can be linked with another compiler. What an earlier jlink generated
 * is left out, for this one generates it anew, and java.base forgets the hashes of the modules it was built with.
 */
final class JdkModules {
    private JdkModules() {}

    /** Writes every module of {@code names} that this JDK has into {@code folder/NAME}. */
    static void extract(Set<String> names, Path folder) throws IOException {
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
        for (String name : names) {
            Path from = modules.resolve(name);
            if (Files.isDirectory(from)) {
                extractModule(from, folder.resolve(name));
            }
        }
    }

    private static void extractModule(Path from, Path to) throws IOException {
        try (Stream<Path> entries = Files.walk(from)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                String relative = from.relativize(entry).toString();
                Path target = to.resolve(relative);
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(target);
                } else if (relative.equals("module-info.class")) {
                    Files.write(target, withoutHashes(Files.readAllBytes(entry)));
                } else if (!generatedByLink(relative)) {
                    Files.write(target, Files.readAllBytes(entry));
                }
            }
        }
    }

    private static boolean generatedByLink(String file) {
        return file.startsWith("jdk/internal/module/SystemModules$")
                || file.startsWith("java/lang/invoke/BoundMethodHandle$Species_")
                || file.endsWith(".jsa");
    }

    private static byte[] withoutHashes(byte[] moduleInfo) {
        ClassFile classFile = ClassFile.of();
        return classFile.transformClass(classFile.parse(moduleInfo),
                ClassTransform.dropping(element -> element instanceof ModuleHashesAttribute));
    }
}
