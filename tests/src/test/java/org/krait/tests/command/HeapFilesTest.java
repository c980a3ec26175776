package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.snapshot.Archive;
import org.krait.snapshot.Layout;
import org.krait.tests.ArchiveBytes;
import org.krait.tests.KraitCommand;

/** The files of heaps: written by several at once, by one that is killed, replaced while in use, above 2 GB. */
@Execution(ExecutionMode.CONCURRENT)
final class HeapFilesTest extends FolderTest {
    private static final long BEYOND_INTS = 3L << 30;
    /** {@code ./dev kill-writers} kills more. */
    private static final int KILLS = Integer.getInteger("krait.kills", 4);

    private Path archive;

    @BeforeEach
    void program() throws IOException {
        archive = folder.resolve("app.kimg");
        write("one.py", "import enum\nclass Color(enum.Enum):\n    RED = 1\nvalues = [Color.RED, {'a': 1}]\n");
        write("two.py", """
                import one
                result = dict(one=one.values, n=2)
                def f():
                    return one.Color.RED.name, result['n']
                """);
        write("main.py", "import one, two\nprint(two.f(), one.values[1], two.result['one'] is one.values)\n");
    }

    private static String[] capture(Path to) {
        return new String[] {"--snapshot-create=" + to, "--snapshot-level=heap", "main.py"};
    }

    /** The program runs out of the archive, all of it. */
    private void isUsed(String line) throws IOException, InterruptedException {
        KraitCommand.Result result = command().run("-v", "--snapshot=" + archive, "main.py");
        assertEquals(line + "\n", result.out(), result.err());
        assertTrue(result.err().contains("# archive " + archive + ": opened"), result.err());
        assertFalse(result.err().contains("# archive " + archive + ": module "), result.err());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.contains("kimg")).sorted()
                    .toList();
        }
    }

    @Test
    void writersDoNotDisturbOneAnother() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            writers.add(command().start(capture(archive)));
        }
        for (Process writer : writers) {
            assertEquals(0, writer.waitFor());
        }
        assertEquals(List.of("app.kimg"), files());
        isUsed("('RED', 2) {'a': 1} True");
    }

    @Test
    void aProgramKeepsTheArchiveThatItHasOpened() throws Exception {
        command().run(capture(archive)).cleanOut();
        Path other = folder.resolve("other.kimg");
        command().run(capture(other)).cleanOut();
        write("main.py", """
                import os, sys
                import one
                if sys.argv[1] == 'replace':
                    os.replace('other.kimg', 'app.kimg')
                else:
                    os.remove('app.kimg')
                import two
                print(two.f(), one.values[1], two.result['one'] is one.values, 'other.kimg' in os.listdir())
                """);
        for (String what : List.of("replace", "remove")) {
            KraitCommand.Result result = command().run("-v", "--snapshot=app.kimg", "main.py", what);
            assertEquals("('RED', 2) {'a': 1} True False\n", result.out(), result.err());
            assertFalse(result.err().contains("# archive " + archive + ": module "), result.err());
        }
        assertEquals(List.of(), files());
    }

    @Test
    void anArchiveOnReadOnlyMediaIsUsed() throws Exception {
        command().run(capture(archive)).cleanOut();
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("r--r--r--"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            isUsed("('RED', 2) {'a': 1} True");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path nowhere = Path.of("/proc/app.kimg");
        KraitCommand.Result refused = command().run(capture(nowhere));
        assertEquals("('RED', 2) {'a': 1} True\n", refused.out());
        assertEquals(1, refused.status(), refused.err());
        assertTrue(refused.err().startsWith("krait: " + nowhere + ": cannot write the archive: "), refused.err());
    }

    /** Killed at random moments while it replaces an archive: the old or the new one is there, whole. */
    @Test
    void aWriterThatIsKilledLeavesAWholeArchive() throws Exception {
        long start = System.nanoTime();
        command().run(capture(archive)).cleanOut();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Random random = new Random(20261129);
        for (int i = 0; i < KILLS; i++) {
            Process writer = command().start(capture(archive));
            writer.waitFor(random.nextLong(millis * 5 / 4), TimeUnit.MILLISECONDS);
            writer.destroyForcibly().waitFor();
            Archive left = Archive.open(archive.toString());
            assertTrue(left.find("two").unit() >= 0);
            isUsed("('RED', 2) {'a': 1} True");
        }
        for (String name : files()) {
            // What a killed writer leaves is in nobody's way.
            assertTrue(name.equals("app.kimg") || name.endsWith(".tmp"), name);
        }
    }

    /** The units and images lie behind a hole that takes no room on the disk. */
    @Test
    void anArchiveAboveTwoGigabytesIsUsed() throws Exception {
        command().run(capture(archive)).cleanOut();
        byte[] whole = Files.readAllBytes(archive);
        long size = BEYOND_INTS + whole.length;
        int units = Layout.UNITS.getInt(whole, 0);
        for (int i = 0; i < units; i++) {
            ArchiveBytes.moveUnit(whole, i, BEYOND_INTS);
        }
        for (Archive.Entry entry : Archive.open(archive.toString()).entries()) {
            ArchiveBytes.moveImage(whole, entry.image(), BEYOND_INTS);
        }
        Layout.UNIT_TABLE.set(whole, 0, Layout.UNIT_TABLE.get(whole, 0) + BEYOND_INTS);
        Layout.LENGTH.set(whole, 0, size);
        ArchiveBytes.mendHeader(whole);
        try (RandomAccessFile out = new RandomAccessFile(archive.toFile(), "rw")) {
            out.write(whole);
            out.seek(BEYOND_INTS);
            out.write(whole);
        }
        assertEquals(size, Files.size(archive));
        isUsed("('RED', 2) {'a': 1} True");
    }
}
