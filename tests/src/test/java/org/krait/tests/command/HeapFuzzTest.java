package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.krait.tests.KraitCommand;

/** A few random programs whose modules read and change each other, out of a heap and executed; see ./dev fuzz. */
final class HeapFuzzTest {
    @Test
    void restoredModulesDoWhatExecutedOnesDo(@TempDir Path folder) throws Exception {
        String script = KraitCommand.root().resolve("tests/fuzz/modules.py").toString();
        KraitCommand.Result result = KraitCommand.ofDistribution()
                .run("-B", script, "--programs", "3", "--seed", "1", "--out", folder.toString());
        assertEquals(0, result.status(), result.out() + result.err());
        assertEquals("seeds 1..3: 3 programs, 0 differ\n", result.out());
    }
}
