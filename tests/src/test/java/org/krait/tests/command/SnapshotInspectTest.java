package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.krait.snapshot.Archive;
import org.krait.snapshot.Layout;
import org.krait.tests.ArchiveBytes;
import org.krait.tests.KraitCommand;

/** {@code --snapshot-inspect}: an archive, a module of it, an object of it, and what is wrong with it. */
@Execution(ExecutionMode.CONCURRENT)
final class SnapshotInspectTest {
    @TempDir
    Path folder;

    @BeforeEach
    void archive() throws Exception {
        folder = folder.toRealPath();
        Files.writeString(folder.resolve("shapes.py"), """
                import os
                class Square:
                    sides = 4
                    def area(self):
                        return self.side ** 2
                unit = Square()
                unit.side = 1
                colours = {'sky': ('blue', 2.5)}
                mode = os.environ.get('KRAIT_TEST_MODE')
                """);
        Files.writeString(folder.resolve("marked.py"), "__krait_snapshot__ = 'code'\n");
        Files.writeString(folder.resolve("changes.py"), "import shapes\nshapes.colours['sea'] = 'green'\n");
        Files.writeString(folder.resolve("app.py"), "import shapes, marked, changes\n");
        command().run("--snapshot-create=app.kimg", "--snapshot-level=heap", "app.py").cleanOut();
    }

    private KraitCommand command() {
        return KraitCommand.ofDistribution().in(folder).with("KRAIT_CACHE", "off");
    }

    private String inspect(String... words) throws IOException, InterruptedException {
        return command().run(words).cleanOut();
    }

    private static void assertLine(String text, String pattern) {
        assertTrue(text.lines().anyMatch(line -> line.matches(pattern)), pattern + " is no line of\n" + text);
    }

    @Test
    void anArchiveShowsLevelsReasonsAndUnits() throws Exception {
        String text = inspect("--snapshot-inspect", "app.kimg");
        assertLine(text, "  shapes +heap +[0-9]+ .*" + folder.resolve("shapes.py"));
        assertLine(text, "  marked +code +- .*" + folder.resolve("marked.py"));
        assertLine(text, "    not captured: is marked to stay code");
        for (String section : new String[] {"header", "index", "entries", "images", "units", "descriptions",
            "unit images", "reasons"}) {
            assertLine(text, "  " + section + " +[0-9]+ +[0-9]+");
        }
        assertLine(text, " +[0-9]+ +[0-9]+ +[0-9]+ +[0-9]+ +[0-9]+ +[0-9]+  shapes");
        assertLine(text, "    reads: [0-9]+ attributes of modules");
        assertFalse(text.contains("can't be used"), text);
    }

    /** As another program reads it. */
    @Test
    void jsonIsJson() throws Exception {
        Files.writeString(folder.resolve("reads.py"), """
                import json, sys
                whole = json.load(open(sys.argv[1]))
                modules = {m['name']: m for m in whole['modules']}
                print(modules['shapes']['level'], modules['marked']['level'], modules['marked']['why code'])
                unit = whole['units'][modules['shapes']['unit']]
                print(list(unit['roots']), unit['conditions']['variables'], unit['error'])
                print('os.environ' in unit['conditions']['reads'])
                print(sum(unit['kinds'].values()) == unit['objects'])
                print(sum(s['bytes'] for s in whole['sections']) == whole['header']['length'])
                """);
        Files.writeString(folder.resolve("whole.json"), inspect("--snapshot-inspect=app.kimg", "--json"));
        assertEquals("""
                heap code is marked to stay code
                ['shapes'] ['KRAIT_TEST_MODE is not set'] None
                True
                True
                True
                """, inspect("reads.py", "whole.json"));
        Files.writeString(folder.resolve("reads.py"), """
                import json, sys
                one = json.load(open(sys.argv[1]))
                print(one['object']['kind'], [p['what'] for p in one['object']['parts']])
                """);
        Files.writeString(folder.resolve("one.json"), inspect("--snapshot-inspect", "app.kimg:shapes.colours.sky",
                "--json"));
        assertEquals("tuple [\"'blue'\", '2.5']\n", inspect("reads.py", "one.json"));
    }

    @Test
    void aModuleShowsItsUnitAndNamespace() throws Exception {
        String text = inspect("--snapshot-inspect", "app.kimg:shapes");
        assertTrue(text.startsWith("app.kimg: module shapes, heap\n"), text);
        assertLine(text, "    variables: KRAIT_TEST_MODE is not set");
        assertLine(text, "  'Square' +shapes#[0-9]+ +class Square");
        assertLine(text, "  'os' +[a-z]+#[0-9]+ +module os");
        String changes = inspect("--snapshot-inspect=app.kimg:changes");
        assertLine(changes,
                "  effect +dict: dict of 1 item, 'sea', 'green' \\(#[0-9]+, when shapes#[0-9]+ is touched\\)");
        String marked = inspect("--snapshot-inspect=app.kimg:marked");
        assertTrue(marked.startsWith("app.kimg: module marked, code\n"), marked);
        assertLine(marked, "    not captured: is marked to stay code");
    }

    @Test
    void anObjectIsFoundByNamesAndByNumber() throws Exception {
        String method = inspect("--snapshot-inspect=app.kimg:shapes.Square.area");
        assertTrue(method.matches("(?s)shapes#[0-9]+: function Square.area\n.*"), method);
        assertLine(method, "  record +[0-9]+ bytes at [0-9]+ of the image of unit [0-9]+");
        String number = method.substring(0, method.indexOf(':'));
        assertEquals(method, inspect("--snapshot-inspect=app.kimg:" + number));
        assertLine(inspect("--snapshot-inspect=app.kimg:shapes.unit"), "  side +shapes#[0-9]+ +1");
        assertTrue(inspect("--snapshot-inspect=app.kimg:shapes.unit.side").contains(": 1\n"));
        assertTrue(inspect("--snapshot-inspect=app.kimg:shapes.os.sep").contains(": '/'\n"));
    }

    private void assertRefused(String message, String what) throws Exception {
        KraitCommand.Result result = command().run("--snapshot-inspect", what);
        assertEquals("krait: " + message + "\n", result.err());
        assertEquals("", result.out());
        assertEquals(1, result.status());
    }

    @Test
    void badInputIsNamed() throws Exception {
        assertRefused("none.kimg: no such file", "none.kimg");
        assertRefused("none.kimg: no such file", "none.kimg:shapes");
        assertRefused(".: can't be read: Is a directory", ".");
        assertRefused("app.py: is no archive: only an archive has modules to choose from", "app.py:shapes");
        assertRefused("app.kimg: has no module 'nothing', and no module executed that 'nothing' could begin with",
                "app.kimg:nothing");
        assertRefused("app.kimg: shapes has no 'nothing'", "app.kimg:shapes.nothing");
        KraitCommand.Result tooHigh = command().run("--snapshot-inspect", "app.kimg:shapes#1000000");
        assertTrue(tooHigh.err().matches(
                "krait: app.kimg: shapes#1000000: the unit of shapes has [0-9]+ objects\n"), tooHigh.err());
        Files.write(folder.resolve("empty.kimg"), new byte[0]);
        assertRefused("empty.kimg: length is 0, expected a header of 16; neither an archive nor a cache file",
                "empty.kimg");
        byte[] whole = Files.readAllBytes(folder.resolve("app.kimg"));
        Files.write(folder.resolve("cut.kimg"), Arrays.copyOf(whole, 1000));
        assertRefused("cut.kimg: length is 1000, expected " + whole.length
                + ": the file is cut short or was appended to", "cut.kimg");
        byte[] other = whole.clone();
        Layout.VERSION.set(other, 0, 77);
        Files.write(folder.resolve("other.kimg"), other);
        assertRefused("other.kimg: version is 77, expected " + Layout.CURRENT_VERSION
                + "; it is of another version of Krait: write it anew", "other.kimg");
        KraitCommand.Result usage = command().run("--snapshot-inspect");
        assertEquals(2, usage.status());
        assertTrue(usage.err().startsWith("usage: krait --snapshot-inspect FILE[:MODULE"), usage.err());
    }

    @Test
    void aDamagedUnitIsShownWithTheRest() throws Exception {
        Path file = folder.resolve("app.kimg");
        int unit = Archive.open(file.toString()).find("shapes").unit();
        byte[] bytes = Files.readAllBytes(file);
        ArchiveBytes.Part image = ArchiveBytes.unit(bytes, unit, ArchiveBytes.UnitPart.IMAGE);
        bytes[image.offset() + image.size() / 2] ^= 1;
        Files.write(file, bytes);
        String text = inspect("--snapshot-inspect", "app.kimg");
        assertLine(text, "    can't be used: app.kimg: the image of unit " + unit + " has checksum .*");
        assertLine(text, " +[0-9]+ +[0-9]+ +[0-9]+ +[0-9]+ +[0-9]+ +[0-9]+  changes");
    }
}
