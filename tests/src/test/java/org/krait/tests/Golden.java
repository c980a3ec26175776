package org.krait.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the tree that must say what the program says; with the property {@code krait.bless} they are written. */
public final class Golden {
    private static final boolean BLESS = Boolean.getBoolean("krait.bless");

    private Golden() {}

    /** Compares a file, given relative to the tree's top folder, with the text that it must have. */
    public static void check(String name, String text) throws IOException {
        Path file = KraitCommand.root().resolve(name);
        if (BLESS) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertEquals(Files.exists(file) ? Files.readString(file) : "", text,
                () -> name + " is stale: write it with './dev bless' and review the diff");
    }
}
