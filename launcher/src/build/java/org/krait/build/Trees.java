package org.krait.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Copying and deleting folders. */
final class Trees {
    private Trees() {}

    static void copy(Path from, Path to) throws IOException {
        copy(from, to, name -> true);
    }

    /** Copies the files whose name {@code wanted} accepts; links are followed, dates are kept. */
    static void copy(Path from, Path to, Predicate<String> wanted) throws IOException {
        try (Stream<Path> entries = Files.walk(from, java.nio.file.FileVisitOption.FOLLOW_LINKS)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                Path target = to.resolve(from.relativize(entry).toString());
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(target);
                } else if (wanted.test(entry.getFileName().toString())) {
                    Files.copy(entry, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Deletes a folder and all in it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> entries;
        try (Stream<Path> walk = Files.walk(folder)) {
            entries = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : entries) {
            Files.delete(entry);
        }
    }
}
