package org.krait.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.krait.language.compile.CompileOptions;
import org.krait.language.compile.ModuleCompiler;
import org.krait.language.syntax.Mode;
import org.krait.language.syntax.ParseOptions;
import org.krait.language.syntax.Parser;
import org.krait.language.syntax.Source;
import org.krait.objects.PyException;
import org.krait.objects.PyStr;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Disassembler;
import org.krait.runtime.snapshot.HeapNames;
import org.krait.snapshot.Archive;
import org.krait.snapshot.ArchiveException;
import org.krait.snapshot.ArchiveWriter;
import org.krait.snapshot.CodeImage;
import org.krait.snapshot.Inspector;
import org.krait.snapshot.Layout;
import org.krait.snapshot.ModuleSource;
import org.krait.snapshot.marshal.MarshalException;
import org.krait.snapshot.marshal.MarshalReader;
import org.krait.snapshot.marshal.MarshalWriter;
import org.krait.tests.fuzz.SameValue;

/** Archives and marshal data: what is written is read again, and what is damaged is refused. */
final class ArchiveTest {
    private static final String SOURCE = """
            "doc"
            import os
            BIG = 123456789012345678901234567890, -1, 2.5, 3j, b"bytes", "h\u00e9llo", "\u20ac", None, ...
            def f(a, /, b=1, *args, c, **kw):
                "inner"
                x = lambda: a + b
                try:
                    return [i * x() for i in args if i in {1, 2, 3}]
                except ValueError as e:
                    raise KeyError(c) from e
                finally:
                    print(kw)
            class C:
                def g(self):
                    yield from (self, __class__)
            """;

    @TempDir
    Path folder;

    private static CodeObject compiled() {
        return ModuleCompiler.compile(Parser.parse(Source.of(SOURCE, "m.py"), Mode.EXEC, ParseOptions.standard(),
                (category, message, file, line) -> true), "m.py", CompileOptions.STANDARD,
                (category, message, file, line) -> true);
    }

    private Path archive(int modules) throws IOException {
        ArchiveWriter writer = new ArchiveWriter(0);
        CodeObject code = compiled();
        for (int i = 0; i < modules; i++) {
            writer.add("module" + i, new ModuleSource("module" + i + ".py", Layout.LIBRARY, 1000 + i, 10, 20),
                    CodeImage.of(code));
        }
        Path file = folder.resolve(modules + ".kimg");
        writer.writeTo(file.toString());
        return file;
    }

    @Test
    void codeComesBackFromMarshal() {
        CodeObject code = compiled();
        byte[] bytes = MarshalWriter.write(null, code, 4);
        SameValue.check(code, new MarshalReader(null, bytes, 0, bytes.length).read());
    }

    @Test
    void codeComesBackFromAnArchive() throws Exception {
        Archive archive = Archive.open(archive(3).toString());
        Archive.Entry entry = archive.find("module1");
        assertNotNull(entry);
        CodeObject found = archive.code(entry, PyStr.of("elsewhere/m.py"));
        assertEquals("elsewhere/m.py", found.filename.toString());
        SameValue.check(compiled(), found);
        assertEquals(null, archive.find("missing"));
    }

    @Test
    void openingReadsTheSameWhateverTheSize() throws Exception {
        Archive.open(archive(10).toString());
        long[] read = new long[3];
        int[] sizes = {10, 100, 1000};
        for (int i = 0; i < sizes.length; i++) {
            String file = archive(sizes[i]).toString();
            read[i] = Long.MAX_VALUE;
            // The least of some: other threads of the JVM may read as well.
            for (int attempt = 0; attempt < 5; attempt++) {
                String before = Files.readString(Path.of("/proc/self/io"));
                Archive archive = Archive.open(file);
                long after = readBytes(Files.readString(Path.of("/proc/self/io")));
                read[i] = Math.min(read[i], after - readBytes(before) - before.length());
                assertEquals(sizes[i], archive.size());
            }
            assertEquals(0, residentKilobytes(file), "pages of " + file + " that were touched");
        }
        assertEquals(Layout.HEADER.size(), read[0]);
        assertEquals(read[0], read[1]);
        assertEquals(read[0], read[2]);
    }

    private static long readBytes(String io) {
        return Long.parseLong(io.lines().filter(line -> line.startsWith("rchar: ")).findFirst().orElseThrow()
                .substring(7));
    }

    /** How much of the mappings of a file this process has touched. */
    private static long residentKilobytes(String file) throws IOException {
        long total = 0;
        boolean ours = false;
        boolean found = false;
        for (String line : Files.readAllLines(Path.of("/proc/self/smaps"))) {
            if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
                ours = line.endsWith(file);
                found |= ours;
            } else if (ours && line.startsWith("Rss:")) {
                total += Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        assertTrue(found, file + " is not mapped");
        return total;
    }

    @Test
    void everyModuleIsFoundWhateverTheSize() throws Exception {
        for (int size : new int[] {10, 100, 1000}) {
            Archive archive = Archive.open(archive(size).toString());
            assertEquals(size, archive.size());
            for (int i = 0; i < size; i++) {
                assertEquals("module" + i + ".py", archive.find("module" + i).source().path());
            }
        }
    }

    @Test
    void aTruncatedArchiveIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(archive(2));
        Path cut = folder.resolve("cut.kimg");
        for (int length = 0; length < whole.length; length += length < 64 ? 1 : 97) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThrows(ArchiveException.class, () -> Archive.open(cut.toString()), "length " + length);
        }
    }

    @Test
    void aFlippedBitIsNoticedOrHarmless() throws Exception {
        byte[] whole = Files.readAllBytes(archive(2));
        Path flipped = folder.resolve("flipped.kimg");
        Random random = new Random(20261123);
        int refused = 0;
        for (int run = 0; run < 400; run++) {
            byte[] bytes = whole.clone();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(flipped, bytes);
            try {
                Archive archive = Archive.open(flipped.toString());
                for (Archive.Entry entry : archive.entries()) {
                    SameValue.check(compiled(), archive.code(entry, PyStr.of("m.py")));
                }
            } catch (ArchiveException e) {
                refused++;
                assertTrue(e.getMessage().contains("flipped.kimg"), e.getMessage());
            }
        }
        assertTrue(refused > 300, "refused " + refused);
    }

    @Test
    void anotherVersionIsNamed() throws Exception {
        byte[] bytes = Files.readAllBytes(archive(1));
        Layout.OPCODES.set(bytes, 0, 12345);
        Path other = folder.resolve("other.kimg");
        Files.write(other, bytes);
        ArchiveException e = assertThrows(ArchiveException.OtherVersion.class, () -> Archive.open(other.toString()));
        assertTrue(e.getMessage().contains("opcodes is 3039"), e.getMessage());
    }

    @Test
    void damagedMarshalDataIsRefused() {
        byte[] whole = MarshalWriter.write(null, compiled(), 4);
        for (int length = 0; length < whole.length; length += 3) {
            int end = length;
            assertThrows(MarshalException.class, () -> new MarshalReader(null, whole, 0, end).read());
        }
    }

    /** Found by fuzzing: code whose constants led back to itself. */
    @Test
    void codeThatContainsItselfIsRefused() throws Exception {
        Path file = archive(1);
        byte[] bytes = Files.readAllBytes(file);
        Archive whole = Archive.open(file.toString());
        int image = (int) whole.find("module0").image();
        int root = Layout.ROOT.getInt(bytes, image);
        int code = codeAt(bytes, image);
        int constants = code + Layout.CODE.size() + 5 * Layout.CODE_VARIABLES.getInt(bytes, code)
                + 4 * Layout.CODE_NAMES.getInt(bytes, code);
        for (int i = 0; i < 4; i++) {
            bytes[constants + i] = (byte) (root >>> 8 * i);
        }
        ArchiveBytes.mendChecksums(bytes, image);
        Path changed = folder.resolve("changed.kimg");
        Files.write(changed, bytes);
        Inspector.Report report = Inspector.inspect(null, changed.toString(), new HeapNames());
        assertTrue(report.modules().get(0).error().contains(
                "image of module0: number of inner code is " + root + ", which is not within the image"),
                report.toString());
    }

    /** Found by fuzzing: code that claims more parameters than it has variables. */
    @Test
    void parametersThatAreNoVariablesAreRefused() throws Exception {
        Path file = archive(1);
        byte[] bytes = Files.readAllBytes(file);
        int image = (int) Archive.open(file.toString()).find("module0").image();
        int code = codeAt(bytes, image);
        int more = Layout.CODE_VARIABLES.getInt(bytes, code) + 1;
        Layout.CODE_ARGS.set(bytes, code, more);
        Layout.CODE_FIRST_TEMP.set(bytes, code, more);
        ArchiveBytes.mendChecksums(bytes, image);
        Path changed = folder.resolve("changed.kimg");
        Files.write(changed, bytes);
        assertEquals(1, Inspector.inspect(null, changed.toString(), new HeapNames()).modules().size());
        Archive archive = Archive.open(changed.toString());
        CodeObject root = archive.code(archive.find("module0"), PyStr.of("m.py"));
        RuntimeException e = assertThrows(RuntimeException.class, root::load);
        assertTrue(e.getMessage().contains("number of variables is "), e.getMessage());
    }

    /** Code is checked against the instruction table before it first runs, not before. */
    @Test
    void codeThatLeavesItsArraysIsRefused() throws Exception {
        Path file = archive(1);
        byte[] whole = Files.readAllBytes(file);
        int image = (int) Archive.open(file.toString()).find("module0").image();
        int code = codeAt(whole, image);
        int first = code + Layout.CODE.size() + 5 * Layout.CODE_VARIABLES.getInt(whole, code)
                + 4 * (Layout.CODE_NAMES.getInt(whole, code) + Layout.CODE_CONSTANTS.getInt(whole, code));
        int count = Layout.CODE_INSTRUCTIONS.getInt(whole, code);
        Path changed = folder.resolve("changed.kimg");
        int refused = 0;
        for (int value : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE + 1, 100_000, -100_000}) {
            for (int i = 0; i < count; i++) {
                byte[] bytes = whole.clone();
                for (int b = 0; b < 4; b++) {
                    bytes[first + 4 * i + b] = (byte) (value >>> 8 * b);
                }
                ArchiveBytes.mendChecksums(bytes, image);
                Files.write(changed, bytes);
                Archive archive = Archive.open(changed.toString());
                CodeObject root = archive.code(archive.find("module0"), PyStr.of("m.py"));
                try {
                    Disassembler.listing(root);
                } catch (PyException e) {
                    refused++;
                    assertTrue(e.getMessage().startsWith("ImportError: " + changed + ": image of module0: code of "),
                            e.getMessage());
                    assertThrows(PyException.class, root::load);
                }
            }
        }
        // Nearly all: what a level or a flag may be depends on its instruction.
        assertTrue(refused > 4 * count * 9 / 10, refused + " of " + 4 * count);
    }

    /** Where the root code of an image is. */
    private static int codeAt(byte[] bytes, int image) {
        int root = Layout.ROOT.getInt(bytes, image);
        return image + intAt(bytes, image + Layout.IMAGE_HEADER.size() + 4 * root) + 1;
    }

    private static int intAt(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | bytes[at + 3] << 24;
    }
}
