package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.tests.KraitCommand;

/**
 * A part of the standard library out of a heap archive is the same as executed, object by object: names, types,
 * attributes, contents and identities. {@code ./dev snapshot-check} compares all of it.
 */
@Execution(ExecutionMode.CONCURRENT)
final class RestoredLibraryTest {
    private static final Path NAMESPACES = KraitCommand.root().resolve("tests/snapshot/namespaces.py");
    private static final List<String> MODULES = List.of("argparse", "asyncio", "collections.abc", "concurrent.futures",
            "configparser", "csv", "dataclasses", "decimal", "email.message", "enum", "fractions", "functools", "html",
            "inspect", "json", "logging", "pathlib", "re", "statistics", "string", "subprocess", "tempfile", "typing",
            "unittest", "xml.dom.minidom", "zipfile");

    @TempDir
    Path folder;

    private List<String> namespaces(String name, String... options) throws Exception {
        Path file = folder.resolve(name);
        List<String> arguments = new ArrayList<>(Arrays.asList(options));
        arguments.addAll(List.of(NAMESPACES.toString(), file.toString()));
        arguments.addAll(MODULES);
        KraitCommand.ofDistribution().in(folder).with("PYTHONHASHSEED", "0").run(arguments.toArray(String[]::new))
                .cleanOut();
        return Files.readAllLines(file);
    }

    /** What a test puts into a native module is not what modules have that took the attribute before. */
    @Test
    void restoredModulesHaveTheAttributesThatNativeModulesHadWhenTheyWereImported() throws Exception {
        String program = """
                import queue, threading, time
                from unittest import mock
                real = time.monotonic
                with mock.patch('time.monotonic', lambda: 42):
                    print(queue.time is real, threading._time is real, time.monotonic())
                """;
        assertEquals("True True 42\n", KraitCommand.ofDistribution().run("-c", program).cleanOut());
    }

    /** Native modules are what they were for restored ones, whatever is in sys.modules; also at exit. */
    @Test
    void restoredModulesFindNativeModulesThatSysModulesLacks() throws Exception {
        String program = """
                import asyncio.base_events, sys, warnings
                class Noisy:
                    def __del__(self):
                        print('del')
                noisy = Noisy()
                sys.modules['_warnings'] = None
                print(asyncio.base_events.BaseEventLoop.__del__.__defaults__[0] is warnings.warn)
                """;
        assertEquals("True\ndel\n", KraitCommand.ofDistribution().run("-c", program).cleanOut());
    }

    @Test
    void restoredModulesAreWhatExecutedOnesAre() throws Exception {
        List<String> executed = namespaces("executed", "--snapshot-level=code");
        namespaces("captured", "--snapshot-create=library.kimg", "--snapshot-level=heap");
        List<String> restored = namespaces("restored", "--snapshot=library.kimg");
        assertTrue(executed.size() > 100_000, "lines: " + executed.size());
        for (int i = 0; i < Math.min(executed.size(), restored.size()); i++) {
            assertEquals(executed.get(i), restored.get(i), "line " + (i + 1));
        }
        assertEquals(executed.size(), restored.size());
    }
}
