package org.krait.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Makes {@code launcher/target/krait}: the runtime image, the standard library, the base archive and the AOT cache.
 *
 * <p>Started by Maven with the launcher's folder and its jar. Every part has a stamp of what it was made from and is
 * left alone when that has not changed; {@code bin/krait} comes last, so where it is, the folder is whole.
 */
final class Distribution {
    private final Path source;
    private final Path target;
    private final Path home;

    private Distribution(Path launcher) {
        source = launcher.resolve("src/build");
        target = launcher.resolve("target");
        home = target.resolve("krait");
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: java Distribution.java LAUNCHER_FOLDER LAUNCHER_JAR");
            System.exit(2);
        }
        try {
            new Distribution(Path.of(args[0]).toAbsolutePath()).build(Path.of(args[1]));
        } catch (BuildException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void build(Path launcherJar) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        Path jars = ModuleJars.prepare(target.resolve("jars"), launcherJar, target.resolve("image/jars"));
        Path jdk = Path.of(System.getProperty("java.home"));

        Stamp image = new Stamp().text("image 4").file(jdk.resolve("release")).folder(jars);
        image.unlessCurrent(home.resolve("jre"), "runtime image",
                runtime -> new RuntimeImage(jdk, jars, target.resolve("image")).link(runtime));

        Path resources = target.resolve("resources/python-resources.jar");
        Path additions = source.resolve("library");
        Stamp library = new Stamp().text("library 3").text(StandardLibrary.changes()).file(resources)
                .folder(additions);
        library.unlessCurrent(home.resolve("lib/python3.12"), "standard library",
                folder -> StandardLibrary.unpack(resources, additions, folder));

        copy("java.options", "lib/java.options");
        Command command = new Command(home);

        Path heap = source.resolve("heap");
        Stamp archive = new Stamp().text("archive 2").stamp(image).stamp(library).folder(heap);
        archive.unlessCurrent(home.resolve("lib/base.kimg"), "base archive",
                file -> BaseArchive.write(command, heap.resolve("base.py"), home.resolve("lib/python3.12"), file));

        Stamp cache = new Stamp().text("cache 2").stamp(archive).file(source.resolve("java.options"))
                .folder(source.resolve("training"));
        cache.unlessCurrent(home.resolve("lib/krait.aot"), "AOT cache",
                file -> command.train(source.resolve("training/training.py"), file));

        copy("bin/krait", "bin/krait");
        copy("aot-create.sh", "lib/aot-create.sh");
    }

    private void copy(String from, String to) throws IOException {
        Files.copy(source.resolve(from), home.resolve(to), StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** What the user can read: the message of a build that cannot go on. */
    static final class BuildException extends RuntimeException {
        private static final long serialVersionUID = 1;

        BuildException(String message, List<String> output) {
            super(message + "\n" + String.join("\n", output));
        }
    }
}
