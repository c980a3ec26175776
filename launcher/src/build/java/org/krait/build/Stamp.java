package org.krait.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A digest of everything a part of the distribution is made from, kept beside that part. */
final class Stamp {
    /** Makes a part at the path given. */
    interface Maker {
        void make(Path part) throws IOException;
    }

    private final MessageDigest digest;
    private String value;

    Stamp() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    Stamp text(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    Stamp file(Path file) throws IOException {
        text(file.getFileName().toString());
        digest.update(Files.readAllBytes(file));
        return this;
    }

    /** Adds every file below the folder, names and contents. */
    Stamp folder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            text(folder.relativize(file).toString());
            digest.update(Files.readAllBytes(file));
        }
        return this;
    }

    Stamp stamp(Stamp other) {
        return text(other.value());
    }

    String value() {
        if (value == null) {
            value = HexFormat.of().formatHex(digest.digest());
        }
        return value;
    }

    /** Makes the part anew and says so, unless it is there and its stamp is this one. */
    void unlessCurrent(Path part, String name, Maker maker) throws IOException {
        Path file = part.resolveSibling("." + part.getFileName() + ".stamp");
        if (Files.exists(part) && Files.exists(file) && Files.readString(file).equals(value())) {
            System.out.println(name + ": up to date");
            return;
        }
        long start = System.nanoTime();
        Files.deleteIfExists(file);
        Trees.delete(part);
        maker.make(part);
        Files.writeString(file, value());
        System.out.println(name + ": made in " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
