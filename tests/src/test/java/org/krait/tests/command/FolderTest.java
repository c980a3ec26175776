package org.krait.tests.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.krait.tests.KraitCommand;

/** Tests of programs that lie in a folder of their own, where the distribution's command runs them without a cache. */
abstract class FolderTest {
    @TempDir
    Path folder;

    @BeforeEach
    final void resolveFolder() throws IOException {
        folder = folder.toRealPath();
    }

    /** Writes a module, or a file of another kind whose name has a suffix. */
    final void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file.indexOf('.') < 0 ? file + ".py" : file), text);
    }

    final KraitCommand command() {
        return KraitCommand.ofDistribution().in(folder).with("KRAIT_CACHE", "off");
    }
}
