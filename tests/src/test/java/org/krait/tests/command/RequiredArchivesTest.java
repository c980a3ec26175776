package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.snapshot.Archive;
import org.krait.snapshot.Layout;
import org.krait.tests.ArchiveBytes;
import org.krait.tests.KraitCommand;

/**
 * Archives of heaps that can't be used, or not wholly: passed over with a reason, an error with
 * {@code --snapshot-mode=require}, not looked at with {@code off}.
 */
@Execution(ExecutionMode.CONCURRENT)
final class RequiredArchivesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void program() throws IOException {
        folder = folder.toRealPath();
        Files.writeString(folder.resolve("helper.py"), "def value():\n    return 42\n");
        Files.writeString(folder.resolve("first.py"), "import helper\nprint(helper.value())\n");
    }

    private KraitCommand command() {
        return KraitCommand.ofDistribution().in(folder).with("KRAIT_CACHE", "off");
    }

    /** The program must run without the archive and say why with -v; it must not begin when the archive is required. */
    private void assertUseless(String file, String why) throws IOException, InterruptedException {
        String archive = folder.resolve(file).toString();
        for (String option : new String[] {"-B", "-Xdev"}) {
            KraitCommand.Result auto = command().run("-v", option, "--snapshot", file, "first.py");
            assertEquals("42\n", auto.out(), auto.err());
            assertEquals(0, auto.status());
            assertTrue(auto.err().contains("# archive " + archive + ": " + why + "\n"), auto.err());
            KraitCommand.Result required =
                    command().run(option, "--snapshot", file, "--snapshot-mode=require", "first.py");
            assertEquals("krait: archive " + archive + ": " + why + " (--snapshot-mode=require)\n", required.err());
            assertEquals("", required.out());
            assertEquals(1, required.status());
        }
        assertEquals("42\n", command().run("--snapshot", file, "first.py").cleanOut());
        KraitCommand.Result off = command().run("-v", "--snapshot", file, "--snapshot-mode=off", "first.py");
        assertEquals("42\n", off.out());
        assertTrue(!off.err().contains("# archive"), off.err());
    }

    @Test
    void archivesThatAreNone() throws Exception {
        assertUseless("none.kimg", "can't be read: No such file or directory: not used");
        Files.createDirectory(folder.resolve("folder.kimg"));
        assertUseless("folder.kimg", "can't be read: Is a directory: not used");
        Files.write(folder.resolve("empty.kimg"), new byte[0]);
        assertUseless("empty.kimg", "has 0 bytes, expected a header of " + Layout.HEADER.size() + ": not used");
        Files.writeString(folder.resolve("text.kimg"), "import helper\n".repeat(10));
        assertUseless("text.kimg", "magic is " + Long.toHexString(0x682074726f706d69L) + ", expected "
                + Long.toHexString(Layout.MAGIC_VALUE) + ": not a Krait archive, or damaged: not used");
    }

    @Test
    void anArchiveThatMayNotBeRead() throws Exception {
        Path file = folder.resolve("secret.kimg");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("-w-------")));
        // Who may read everything finds that it is empty.
        String why = Files.isReadable(file) ? "has 0 bytes, expected a header of " + Layout.HEADER.size()
                : "can't be read: Permission denied";
        assertUseless("secret.kimg", why + ": not used");
    }

    @Test
    void archivesThatAreDamagedOrOfOthers() throws Exception {
        command().run("--snapshot-create=app.kimg", "first.py").cleanOut();
        byte[] whole = Files.readAllBytes(folder.resolve("app.kimg"));
        Files.write(folder.resolve("cut.kimg"), Arrays.copyOf(whole, whole.length - 1));
        assertUseless("cut.kimg", "length is " + (whole.length - 1) + ", expected " + whole.length
                + ": the file is cut short or was appended to: not used");
        byte[] other = whole.clone();
        Layout.VERSION.set(other, 0, 77);
        Files.write(folder.resolve("other.kimg"), other);
        assertUseless("other.kimg", "version is 77, expected " + Layout.CURRENT_VERSION
                + "; it is of another version of Krait: write it anew: not used");
        command().run("-O", "--snapshot-create=optimized.kimg", "first.py").cleanOut();
        assertUseless("optimized.kimg", "not used: it was compiled with -O level 1");
    }

    @Test
    void aDamagedUnitIsExecutedOrAnError() throws Exception {
        command().run("--snapshot-create=app.kimg", "first.py").cleanOut();
        Path file = folder.resolve("app.kimg");
        byte[] bytes = Files.readAllBytes(file);
        ArchiveBytes.Part image =
                ArchiveBytes.unit(bytes, Archive.open(file.toString()).find("helper").unit(),
                        ArchiveBytes.UnitPart.IMAGE);
        bytes[image.offset() + image.size() - 1] ^= 1;
        Files.write(folder.resolve("damaged.kimg"), bytes);
        KraitCommand.Result auto = command().run("-v", "--snapshot=damaged.kimg", "first.py");
        assertEquals("42\n", auto.out());
        assertTrue(auto.err().contains(": module helper is executed: "), auto.err());
        KraitCommand.Result required =
                command().run("--snapshot=damaged.kimg", "--snapshot-mode=require", "first.py");
        assertEquals(1, required.status());
        assertTrue(required.err().contains("\nImportError: archive " + folder.resolve("damaged.kimg")
                + ": module helper is executed: ") && required.err().endsWith(" (--snapshot-mode=require)\n"),
                required.err());
    }

    @Test
    void whatKeepsModulesFromBeingRestoredIsAnErrorWhenTheyMustBe() throws Exception {
        command().run("--snapshot-create=app.kimg", "first.py").cleanOut();
        String file = folder.resolve("app.kimg").toString();
        Map<String, String> options = Map.of("-b", "-b", "-Xpycache_prefix=caches", "a prefix for cache files");
        for (Map.Entry<String, String> option : options.entrySet()) {
            KraitCommand.Result auto = command().run("-v", option.getKey(), "--snapshot=app.kimg", "first.py");
            assertEquals("42\n", auto.out());
            assertTrue(auto.err().contains(" modules, which are executed because of " + option.getValue() + "\n"),
                    auto.err());
            KraitCommand.Result required =
                    command().run(option.getKey(), "--snapshot=app.kimg", "--snapshot-mode=require", "first.py");
            assertEquals(1, required.status());
            assertEquals("", required.out());
            assertEquals("krait: archive " + file + ": its modules are executed because of " + option.getValue()
                    + ": leave that out or add --snapshot-level=code (--snapshot-mode=require)\n", required.err());
            assertEquals("42\n", command().run(option.getKey(), "--snapshot=app.kimg", "--snapshot-mode=require",
                    "--snapshot-level=code", "first.py").cleanOut());
        }
        Files.writeString(folder.resolve("helper.py"), "import os\ndef value():\n    return os.getenv('KRAIT_TEST')\n"
                + "VALUE = value()\n");
        command().run("--snapshot-create=app.kimg", "first.py").cleanOut();
        KraitCommand.Result changed = command().with("KRAIT_TEST", "set")
                .run("--snapshot=app.kimg", "--snapshot-mode=require", "first.py");
        assertEquals(1, changed.status());
        assertTrue(changed.err().endsWith("ImportError: archive " + file
                + ": module helper is executed: the environment variable KRAIT_TEST was not set "
                + "(--snapshot-mode=require)\n"), changed.err());
        assertEquals("None\n",
                command().run("--snapshot=app.kimg", "--snapshot-mode=off", "first.py").cleanOut());
    }
}
