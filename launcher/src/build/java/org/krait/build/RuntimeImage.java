package org.krait.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.PrintWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * The distribution's own Java runtime: the JDK modules that are needed, the Graal compiler, Truffle and Krait, linked.
 *
 * <p>Everything is inside the image: then the AOT cache names no jar, and the folder may be moved and copied.
 */
final class RuntimeImage {
    /** Modules no descriptor asks for: charsets, zip files, EC cryptography, the compiler's socket to HotSpot. */
    private static final List<String> ROOTS = List.of(
            "org.krait.launcher", "org.graalvm.truffle.runtime", "jdk.graal.compiler", "jdk.internal.vm.ci",
            "jdk.charsets", "jdk.zipfs", "jdk.crypto.ec", "jdk.management", "jdk.net", "jdk.unsupported", "java.sql",
            "java.naming");

    /** Native libraries of the desktop, the debugger and others whose modules aren't in the image. */
    private static final List<String> UNUSED_LIBRARIES = List.of(
            "awt", "fontmanager", "freetype", "javajpeg", "jawt", "jsound", "lcms", "mlib_image", "splashscreen",
            "saproc", "j2gss", "j2pcsc", "j2pkcs11", "sctp", "prefs", "rmi", "attach", "jaas", "dt_socket", "jdwp",
            "management_agent");

    private final Path jdk;
    private final Path jars;
    private final Path work;

    RuntimeImage(Path jdk, Path jars, Path work) {
        this.jdk = jdk;
        this.jars = jars;
        this.work = work;
    }

    /** Links the image into {@code runtime}, which must not exist. */
    void link(Path runtime) throws IOException {
        ModuleFinder finder = ModuleFinder.compose(ModuleFinder.of(jars), ModuleFinder.ofSystem());
        Configuration configuration = Configuration.empty().resolve(finder, ModuleFinder.of(), ROOTS);
        Set<String> names = new TreeSet<>();
        for (ResolvedModule module : configuration.modules()) {
            names.add(module.name());
        }
        Path modules = work.resolve("jdk-modules");
        if (!Files.isDirectory(modules)) {
            Path unfinished = work.resolve("jdk-modules.new");
            Trees.delete(unfinished);
            Set<String> ofJdk = new TreeSet<>(names);
            ofJdk.remove("jdk.graal.compiler");
            JdkModules.extract(ofJdk, unfinished);
            Files.move(unfinished, modules);
        }
        jlink(modules, runtime);
        copyNativeParts(runtime);
        copyAttachLibrary(finder, runtime);
        CallsLibrary.write(runtime.resolve("lib"));
        PagesLibrary.write(runtime.resolve("lib"));
    }

    /**
     * Adds the library by which Truffle attaches to the JVM. Truffle would unpack it out of its jar, which has those of
     * all platforms, into each user's cache folder.
     */
    private static void copyAttachLibrary(ModuleFinder finder, Path runtime) throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String folder = (system.startsWith("mac") ? "darwin" : system.replaceAll(" .*", "")) + "/"
                + (System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "amd64");
        String library = System.mapLibraryName("truffleattach");
        String resource = "META-INF/resources/engine/libtruffleattach/" + folder + "/bin/" + library;
        try (ModuleReader reader = finder.find("org.graalvm.truffle").orElseThrow().open();
                InputStream in = reader.open(resource)
                        .orElseThrow(() -> new IOException("Truffle has no " + library + " for " + folder))) {
            Files.copy(in, runtime.resolve("lib").resolve(library));
        }
    }

    private void jlink(Path modules, Path runtime) {
        List<String> arguments = new ArrayList<>(List.of(
                "--module-path", jars + java.io.File.pathSeparator + modules,
                "--add-modules", String.join(",", ROOTS),
                "--output", runtime.toString(),
                "--no-header-files", "--no-man-pages"));
        StringWriter log = new StringWriter();
        PrintWriter out = new PrintWriter(log);
        int status = ToolProvider.findFirst("jlink").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        out.flush();
        if (status != 0) {
            throw new IllegalStateException("jlink " + String.join(" ", arguments) + " failed:\n" + log);
        }
    }

    /** Adds what jlink takes only out of jmods: the java command, its libraries and its configuration. */
    private void copyNativeParts(Path runtime) throws IOException {
        Trees.copy(jdk.resolve("conf"), runtime.resolve("conf"));
        Trees.copy(jdk.resolve("lib/server"), runtime.resolve("lib/server"), file -> !file.endsWith(".jsa"));
        Trees.copy(jdk.resolve("lib/security"), runtime.resolve("lib/security"));
        Files.createDirectories(runtime.resolve("bin"));
        copyFile("bin/java", runtime);
        for (String file : List.of("lib/jvm.cfg", "lib/tzdb.dat", "lib/jspawnhelper", "lib/jexec", "lib/classlist")) {
            if (Files.exists(jdk.resolve(file))) {
                copyFile(file, runtime);
            }
        }
        try (Stream<Path> files = Files.list(jdk.resolve("lib"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.matches("lib.*\\.(so|dylib)") && !unused(name)) {
                    copyFile("lib/" + name, runtime);
                }
            }
        }
    }

    private static boolean unused(String library) {
        for (String name : UNUSED_LIBRARIES) {
            if (library.startsWith("lib" + name)) {
                return true;
            }
        }
        return false;
    }

    private void copyFile(String file, Path runtime) throws IOException {
        Files.copy(jdk.resolve(file), runtime.resolve(file), StandardCopyOption.COPY_ATTRIBUTES,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
