package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.snapshot.Archive;
import org.krait.snapshot.ArchiveException;
import org.krait.snapshot.Layout;
import org.krait.tests.KraitCommand;

/** The three steps to an archive, and programs whose archive is damaged, stale, of another version or not there. */
@Execution(ExecutionMode.CONCURRENT)
final class ArchivesTest {
    @TempDir
    Path folder;
    private Path archive;
    private Path list;

    @BeforeEach
    void program() throws IOException {
        folder = folder.toRealPath();
        archive = folder.resolve("app.kimg");
        list = folder.resolve("list");
        Files.writeString(folder.resolve("helper.py"), "def value():\n    return 42\n");
        Files.writeString(folder.resolve("main.py"), "import helper\nprint(helper.value())\n");
    }

    private KraitCommand command() {
        return KraitCommand.ofDistribution().in(folder).with("KRAIT_CACHE", "off");
    }

    private KraitCommand.Result share(String... options) throws IOException, InterruptedException {
        return command().with("PYCDSMODE", "SHARE").with("PYCDSARCHIVE", archive.toString()).run(options);
    }

    private void trace() throws IOException, InterruptedException {
        assertEquals("42\n", command().with("PYCDSMODE", "TRACE").with("PYCDSLIST", list.toString()).run("main.py")
                .cleanOut());
        String line = "helper\t" + folder.resolve("helper.py") + "\n";
        assertTrue(Files.readString(list).endsWith(line));
        // Without the parts of the library that an import from a file takes along.
        Files.writeString(list, line);
    }

    private KraitCommand dump(KraitCommand command) {
        return command.with("PYCDSMODE", "DUMP").with("PYCDSLIST", list.toString())
                .with("PYCDSARCHIVE", archive.toString());
    }

    private byte[] whole() throws IOException, InterruptedException {
        trace();
        dump(command()).run().cleanOut();
        return Files.readAllBytes(archive);
    }

    /** The program must print a line, and {@code -v} must say something about the archive. */
    private void says(String line, String about) throws IOException, InterruptedException {
        KraitCommand.Result result = share("-v", "main.py");
        assertEquals(line + "\n", result.out(), result.err());
        assertEquals(0, result.status());
        assertTrue(result.err().contains("# archive " + archive + ": " + about), about + " is not in\n" + result.err());
        assertEquals(line + "\n", share("main.py").cleanOut());
    }

    @Test
    void threeStepsMakeAndUseAnArchive() throws Exception {
        whole();
        says("42", "opened, 1 modules");
        String inspection = command().run("--snapshot-inspect", archive.toString()).cleanOut();
        assertTrue(inspection.contains(folder.resolve("helper.py").toString()), inspection);
        String json = command().run("--snapshot-inspect", archive.toString(), "--json").cleanOut();
        assertTrue(json.startsWith("{\"file\": \"" + archive + "\", \"kind\": \"archive\","), json);
        KraitCommand.Result missing = command().run("--snapshot-inspect", "none.kimg");
        assertEquals("krait: none.kimg: no such file\n", missing.err());
        assertEquals(1, missing.status());
        assertEquals("krait: main.py: magic is ",
                command().run("--snapshot-inspect", "main.py").err().substring(0, 25));
        assertTrue(command().run("--dis", archive.toString()).cleanOut().startsWith("code <module> line 1 "));
    }

    @Test
    void aDamagedArchiveIsPassedOver() throws Exception {
        byte[] whole = whole();
        Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
        says("42", "length is " + whole.length / 2 + ", expected " + whole.length + ": the file is cut short");
        Files.write(archive, Arrays.copyOf(whole, 10));
        says("42", "has 10 bytes, expected a header of " + Layout.HEADER.size() + "");
        Files.write(archive, flipped(whole, 0));
        says("42", "magic is ");
        Files.write(archive, flipped(whole, Layout.MODULES.offset()));
        says("42", "header checksum is ");
        int entry = (int) Layout.SLOT_ENTRY.get(whole, slot(whole));
        Files.write(archive, flipped(whole, entry + Layout.MODIFIED.offset()));
        says("42", "entry checksum is ");
        Files.write(archive, flipped(whole, (int) Layout.IMAGE.get(whole, entry) + 100));
        says("42", "image of helper has checksum ");
        KraitCommand.Result inspected = command().run("--snapshot-inspect", archive.toString());
        assertTrue(inspected.out().contains("can't be used: " + archive + ": image of helper"), inspected.out());
    }

    private static byte[] flipped(byte[] whole, int at) {
        byte[] bytes = whole.clone();
        bytes[at] ^= 16;
        return bytes;
    }

    /** The offset of the slot that is taken. */
    private static int slot(byte[] archive) {
        int slot = Layout.HEADER.size();
        while (Layout.SLOT_ENTRY.get(archive, slot) == 0) {
            slot += Layout.SLOT.size();
        }
        return slot;
    }

    @Test
    void anArchiveOfAnotherVersionIsPassedOver() throws Exception {
        byte[] other = whole();
        Layout.VERSION.set(other, 0, Layout.CURRENT_VERSION + 1);
        Files.write(archive, other);
        says("42", "version is " + (Layout.CURRENT_VERSION + 1) + ", expected " + Layout.CURRENT_VERSION
                + "; it is of another version of Krait");
        Layout.VERSION.set(other, 0, Layout.CURRENT_VERSION);
        Layout.OPCODES.set(other, 0, 0xabcdef);
        Files.write(archive, other);
        says("42", "opcodes is abcdef, expected ");
    }

    @Test
    void anArchiveThatIsNotThereIsDoneWithout() throws Exception {
        says("42", "");
        Files.createDirectory(archive);
        says("42", "");
    }

    @Test
    void aStaleModuleIsTakenFromItsSource() throws Exception {
        whole();
        Path source = folder.resolve("helper.py");
        FileTime time = Files.getLastModifiedTime(source);
        Files.setLastModifiedTime(source, FileTime.fromMillis(time.toMillis() + 5000));
        KraitCommand.Result touched = share("-v", "main.py");
        assertEquals("42\n", touched.out());
        assertFalse(touched.err().contains("stale"), "the same source with another time: " + touched.err());
        Files.writeString(source, "def value():\n    return 43\n");
        says("43", "module helper is stale: its source has changed");
        Files.writeString(source, "def value():\n    return 4242\n");
        Files.setLastModifiedTime(source, time);
        says("4242", "module helper is stale: its source has changed");
    }

    @Test
    void aListThatIsNoneIsNamed() throws Exception {
        KraitCommand.Result result = dump(command()).run();
        assertEquals(2, result.status());
        assertTrue(result.err().startsWith("krait: " + list + ": cannot read the list of modules: "), result.err());
        Files.writeString(list, "helper\n");
        result = dump(command()).run();
        assertEquals(2, result.status());
        assertEquals("krait: " + list + ": line 1: expected a module name, a tab and a path, found 'helper'\n",
                result.err());
        result = command().with("PYCDSMODE", "DUMP").run();
        assertEquals(2, result.status());
        assertEquals("krait: PYCDSMODE is DUMP: it needs PYCDSLIST, the list to read, and PYCDSARCHIVE, the archive to "
                + "write\n", result.err());
        Files.writeString(list, "gone\t" + folder.resolve("gone.py") + "\nbad\t" + folder.resolve("bad.py") + "\n");
        Files.writeString(folder.resolve("bad.py"), "x =\n");
        result = dump(command()).run();
        assertEquals(0, result.status());
        assertEquals("krait: " + folder.resolve("gone.py") + ": no such file: module gone is left out\nkrait: "
                + folder.resolve("bad.py") + ": module bad is left out: SyntaxError: invalid syntax (bad.py, line 1)\n",
                result.err());
    }

    @Test
    void anArchiveThatCanNotBeWrittenLeavesTheOldOne() throws Exception {
        byte[] whole = whole();
        Files.writeString(folder.resolve("helper.py"), "TEXT = '" + "text".repeat(10_000) + "'\n"
                + "def value():\n    return 43\n");
        KraitCommand.Result result = dump(KraitCommand.limited("-f 32").in(folder)).run();
        assertEquals(1, result.status());
        assertEquals("krait: " + archive + ": cannot write the archive: File too large\n", result.err());
        assertEquals(-1, Arrays.mismatch(whole, Files.readAllBytes(archive)));
        assertEquals(List.of("app.kimg", "helper.py", "list", "main.py"), files());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Killed as soon as the new file shows up under its temporary name. */
    @Test
    void aWriterThatIsKilledLeavesTheOldOne() throws Exception {
        byte[] whole = whole();
        StringBuilder modules = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            modules.append("m").append(i).append('\t').append(folder.resolve("helper.py")).append('\n');
        }
        Files.writeString(list, modules);
        Process writer = dump(command()).start();
        while (writer.isAlive() && files().stream().noneMatch(name -> name.endsWith(".tmp"))) {
            Thread.onSpinWait();
        }
        writer.destroyForcibly().waitFor();
        byte[] left = Files.readAllBytes(archive);
        boolean old = Arrays.equals(whole, left);
        assertEquals(old ? 1 : 3000, Archive.open(archive.toString()).size());
        assertEquals("42\n", share("main.py").cleanOut());
        dump(command()).run().cleanOut();
        assertEquals(3000, Archive.open(archive.toString()).size());
    }

    @Test
    void writersDoNotDisturbOneAnother() throws IOException, InterruptedException, ArchiveException {
        trace();
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            writers.add(dump(command()).start());
        }
        for (Process writer : writers) {
            assertEquals(0, writer.waitFor());
        }
        assertEquals(1, Archive.open(archive.toString()).size());
        assertEquals(List.of("app.kimg", "helper.py", "list", "main.py"), files());
    }
}
