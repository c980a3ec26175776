package org.krait.build;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.ModulePackagesAttribute;
import java.lang.constant.ModuleDesc;
import java.lang.constant.PackageDesc;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.lang.model.SourceVersion;

/** The jars of the distribution as jlink wants them: each one a module with a descriptor. */
final class ModuleJars {
    /** What a jar without a descriptor may use of the JDK. */
    private static final Set<String> OPTIONAL = Set.of("java.logging");

    private ModuleJars() {}

    /** Fills {@code to} with the jars of {@code from} and the launcher's; automatic modules get a descriptor. */
    static Path prepare(Path from, Path launcherJar, Path to) throws IOException {
        Trees.delete(to);
        Files.createDirectories(to);
        Files.copy(launcherJar, to.resolve("launcher.jar"));
        for (ModuleReference module : ModuleFinder.of(from).findAll()) {
            Path jar = Path.of(module.location().orElseThrow());
            Path copy = to.resolve(jar.getFileName());
            if (module.descriptor().isAutomatic()) {
                describe(jar, module.descriptor(), copy);
            } else {
                Files.copy(jar, copy);
            }
        }
        return to;
    }

    private static void describe(Path jar, ModuleDescriptor automatic, Path copy) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(copy);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(dated(new ZipEntry("module-info.class")));
            out.write(descriptor(automatic, packages(zip)));
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                out.putNextEntry(dated(new ZipEntry(entry.getName())));
                zip.getInputStream(entry).transferTo(out);
            }
        }
    }

    /** The same input gives the same jar, so that stamps hold. */
    private static ZipEntry dated(ZipEntry entry) {
        entry.setTime(0);
        return entry;
    }

    /** The folders that count as packages of a module: of classes or of resources, if the name could be a package's. */
    private static Set<String> packages(ZipFile zip) {
        Set<String> packages = new TreeSet<>();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            String name = entries.nextElement().getName();
            int end = name.lastIndexOf('/');
            String folder = end < 0 ? "" : name.substring(0, end).replace('/', '.');
            if (!name.endsWith("/") && SourceVersion.isName(folder)) {
                packages.add(folder);
            }
        }
        return packages;
    }

    private static byte[] descriptor(ModuleDescriptor automatic, Set<String> packages) {
        ModuleAttribute attribute = ModuleAttribute.of(ModuleDesc.of(automatic.name()), module -> {
            module.moduleFlags(AccessFlag.OPEN);
            module.requires(ModuleDesc.of("java.base"), Set.of(AccessFlag.MANDATED), null);
            for (String name : OPTIONAL) {
                module.requires(ModuleDesc.of(name), Set.of(), null);
            }
            for (String name : new TreeSet<>(automatic.packages())) {
                module.exports(PackageDesc.of(name), Set.of());
            }
        });
        PackageDesc[] all = packages.stream().map(PackageDesc::of).toArray(PackageDesc[]::new);
        return ClassFile.of().buildModule(attribute, builder -> builder.with(ModulePackagesAttribute.ofNames(all)));
    }
}
