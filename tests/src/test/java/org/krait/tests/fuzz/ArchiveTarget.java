package org.krait.tests.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.CodeParts;
import org.krait.objects.code.Disassembler;
import org.krait.runtime.snapshot.HeapNames;
import org.krait.snapshot.Archive;
import org.krait.snapshot.ArchiveException;
import org.krait.snapshot.ArchiveWriter;
import org.krait.snapshot.CodeImage;
import org.krait.snapshot.Layout;
import org.krait.snapshot.ModuleSource;
import org.krait.snapshot.Inspector;
import org.krait.tests.ArchiveBytes;

/** Archives: what is written is found again; damage is refused, also when the checksums of an image were mended. */
final class ArchiveTarget implements Target {
    private static final int DAMAGES = 10;

    private static final int MAX_FACTOR = 500;

    private final Allocations allocations = new Allocations();
    private final Corpus corpus = Corpus.ofTests();
    private final Path file;
    /** Another file than the one that is mapped: that must not change. */
    private final Path damaged;
    private byte[] input = {};

    ArchiveTarget(Path folder) {
        file = folder.resolve("fuzz.kimg");
        damaged = folder.resolve("damaged.kimg");
    }

    @Override
    public void round(ThreadState ts, Random random) throws Exception {
        Map<String, CodeObject> modules = new LinkedHashMap<>();
        ArchiveWriter writer = new ArchiveWriter(random.nextInt(3));
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            String name = "m" + random.nextInt(1000) + (random.nextBoolean() ? ".\u00e9" : "");
            CodeObject code = withConstants(corpus.anyCode(random), new RandomValues(ts, random));
            modules.put(name, code);
            writer.add(name, new ModuleSource(name + ".py", random.nextInt(4), random.nextLong(), random.nextInt(),
                    random.nextLong()), CodeImage.of(code));
        }
        writer.writeTo(file.toString());
        input = Files.readAllBytes(file);
        Archive archive = Archive.open(file.toString());
        if (archive.size() != modules.size() || archive.find("missing") != null) {
            throw new AssertionError("has " + archive.size() + " modules, expected " + modules.size());
        }
        for (Map.Entry<String, CodeObject> module : modules.entrySet()) {
            Archive.Entry entry = archive.find(module.getKey());
            SameValue.check(module.getValue(), archive.code(entry, PyStr.of("fuzz.py")));
        }
        byte[] whole = input;
        for (int i = 0; i < DAMAGES; i++) {
            int kind = modules.isEmpty() ? 0 : random.nextInt(6);
            input = kind == 0 ? Mutation.of(whole, random)
                    : kind == 1 ? withDamagedHeader(whole, random)
                    : kind == 2 ? withDamagedEntry(whole, random)
                    : withDamagedImage(whole, archive, random);
            read(ts, input);
        }
    }

    /** Code with other constants, more of them than before, so that its operands stay in range. */
    private static CodeObject withConstants(CodeObject code, RandomValues values) {
        CodeParts parts = new CodeParts(code);
        PyObject[] constants = new PyObject[parts.constants.length + 3];
        System.arraycopy(parts.constants, 0, constants, 0, parts.constants.length);
        for (int i = parts.constants.length; i < constants.length; i++) {
            constants[i] = values.constant(3);
        }
        parts.constants = constants;
        return new CodeObject(parts);
    }

    /** Damages one image and mends its checksums, so that it is looked at. */
    private static byte[] withDamagedImage(byte[] whole, Archive archive, Random random) throws ArchiveException {
        byte[] copy = whole.clone();
        Archive.Entry entry = archive.entries().get(random.nextInt(archive.size()));
        int image = (int) entry.image();
        for (int i = 0; i < 3; i++) {
            int at = image + random.nextInt(entry.imageSize());
            copy[at] = (byte) (random.nextBoolean() ? copy[at] ^ 1 << random.nextInt(8) : random.nextInt());
        }
        ArchiveBytes.mendChecksums(copy, image);
        return copy;
    }

    /** Damages the header behind the version, and mends its checksum. */
    private static byte[] withDamagedHeader(byte[] whole, Random random) {
        byte[] copy = whole.clone();
        int from = Layout.LENGTH.offset();
        int at = from + random.nextInt(Layout.HEADER_CHECKSUM.offset() - from);
        damage(copy, at, Layout.HEADER_CHECKSUM.offset(), random);
        ArchiveBytes.mendHeader(copy);
        return copy;
    }

    /** Damages an entry, and mends its checksum. */
    private static byte[] withDamagedEntry(byte[] whole, Random random) {
        byte[] copy = whole.clone();
        int entry = ArchiveBytes.entry(copy, random.nextInt(Layout.SLOTS.getInt(copy, 0)));
        damage(copy, entry + random.nextInt(Layout.ENTRY_CHECKSUM.offset()), entry + Layout.ENTRY_CHECKSUM.offset(),
                random);
        ArchiveBytes.mendEntry(copy, entry);
        return copy;
    }

    /** One byte, or up to 8 that are all ones but for the sign, as far as there is room. */
    private static void damage(byte[] bytes, int at, int end, Random random) {
        if (random.nextBoolean()) {
            bytes[at] = (byte) random.nextInt();
            return;
        }
        int to = Math.min(end, at + (random.nextBoolean() ? 4 : 8));
        for (int i = at; i < to; i++) {
            bytes[i] = (byte) (i == to - 1 ? 0x7f : 0xff);
        }
    }

    private void read(ThreadState ts, byte[] bytes) throws IOException {
        Files.write(damaged, bytes);
        allocations.start();
        inspect(ts);
        allocations.check(bytes.length, MAX_FACTOR, () -> inspect(ts));
    }

    private void inspect(ThreadState ts) throws IOException {
        try {
            Inspector.inspect(ts, damaged.toString(), new HeapNames());
        } catch (Inspector.InspectException e) {
            if (!e.getMessage().startsWith(damaged.toString())) {
                throw new AssertionError("the message does not name the file: " + e.getMessage());
            }
        }
        try {
            Archive archive = Archive.open(damaged.toString());
            for (Archive.Entry entry : archive.entries()) {
                disassemble(archive, entry);
            }
        } catch (ArchiveException e) {
            return;
        }
    }

    /** Follows all operands of code that is not refused. */
    private static void disassemble(Archive archive, Archive.Entry entry) throws ArchiveException {
        try {
            Disassembler.listing(archive.code(entry, PyStr.of("fuzz.py")));
        } catch (PyException e) {
            e.swallow();
        }
    }

    @Override
    public byte[] input() {
        return input;
    }
}
