package org.krait.snapshot;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.krait.objects.code.CodeObject;

/** Writes an archive: modules are added one by one, {@link #writeTo} puts the file in place atomically. */
public final class ArchiveWriter {
    private final Map<String, Module> modules = new LinkedHashMap<>();
    private final int optimize;

    private record Module(byte[] name, byte[] path, int flags, long modified, long size, long hash, byte[] image) {}

    /** A writer for code that was compiled with an -O level. */
    public ArchiveWriter(int optimize) {
        this.optimize = optimize;
    }

    /**
     * Adds a module, or replaces the one of the same name.
     *
     * @param path absolute, or relative to the folder of the library with {@link Layout#LIBRARY} in the flags
     * @param modified modification time of the source in milliseconds
     * @param size size of the source in bytes
     * @param hash PEP 552 hash of the source
     */
    public void add(String name, String path, int flags, long modified, long size, long hash, CodeObject code) {
        modules.put(name, new Module(name.getBytes(StandardCharsets.UTF_8), path.getBytes(StandardCharsets.UTF_8),
                flags, modified, size, hash, ImageWriter.write(code)));
    }

    /** How many modules were added. */
    public int size() {
        return modules.size();
    }

    /** Writes the file beside its place, brings it to the disk and renames it; readers of an old one keep theirs. */
    public void writeTo(String file) throws IOException {
        AtomicFile.write(file, this::writeContent);
    }

    private void writeContent(RandomAccessFile out) throws IOException {
        int slots = Math.max(4, Integer.highestOneBit(Math.max(1, modules.size()) * 2 - 1) * 2);
        long at = Layout.HEADER.size() + (long) slots * Layout.SLOT.size();
        byte[] index = new byte[slots * Layout.SLOT.size()];
        ArrayList<byte[]> entries = new ArrayList<>();
        long imagesStart = at;
        for (Module m : modules.values()) {
            imagesStart += Layout.ENTRY.size() + m.name.length + m.path.length;
        }
        imagesStart = imagesStart + 15 & ~15L;
        long image = imagesStart;
        for (Module m : modules.values()) {
            byte[] entry = entry(m, image);
            entries.add(entry);
            insert(index, slots, Layout.hash(m.name), at);
            at += entry.length;
            image += m.image.length + 15 & ~15L;
        }
        out.write(header(slots, image));
        out.write(index);
        for (byte[] entry : entries) {
            out.write(entry);
        }
        image = imagesStart;
        for (Module m : modules.values()) {
            out.seek(image);
            out.write(m.image);
            image += m.image.length + 15 & ~15L;
        }
        out.setLength(image);
    }

    private byte[] header(int slots, long length) {
        byte[] header = new byte[Layout.HEADER.size()];
        Layout.MAGIC.set(header, 0, Layout.MAGIC_VALUE);
        Layout.VERSION.set(header, 0, Layout.CURRENT_VERSION);
        Layout.OPCODES.set(header, 0, Layout.opcodes());
        Layout.LENGTH.set(header, 0, length);
        Layout.MODULES.set(header, 0, modules.size());
        Layout.SLOTS.set(header, 0, slots);
        Layout.OPTIMIZE.set(header, 0, optimize);
        Layout.HEADER_CHECKSUM.set(header, 0, Archive.checksum(header, 0, Layout.HEADER_CHECKSUM.offset()));
        return header;
    }

    private static void insert(byte[] index, int slots, int hash, long entry) {
        int slot = hash & slots - 1;
        while (Layout.SLOT_ENTRY.get(index, slot * Layout.SLOT.size()) != 0) {
            slot = slot + 1 & slots - 1;
        }
        Layout.SLOT_HASH.set(index, slot * Layout.SLOT.size(), hash);
        Layout.SLOT_ENTRY.set(index, slot * Layout.SLOT.size(), entry);
    }

    private static byte[] entry(Module m, long image) {
        int fixed = Layout.ENTRY.size();
        byte[] entry = new byte[fixed + m.name.length + m.path.length];
        Layout.MODIFIED.set(entry, 0, m.modified);
        Layout.SOURCE_SIZE.set(entry, 0, m.size);
        Layout.SOURCE_HASH.set(entry, 0, m.hash);
        Layout.IMAGE.set(entry, 0, image);
        Layout.IMAGE_SIZE.set(entry, 0, m.image.length);
        Layout.IMAGE_CHECKSUM.set(entry, 0, Archive.checksum(m.image, 0, m.image.length));
        Layout.FLAGS.set(entry, 0, m.flags);
        Layout.NAME_SIZE.set(entry, 0, m.name.length);
        Layout.PATH_SIZE.set(entry, 0, m.path.length);
        System.arraycopy(m.name, 0, entry, fixed, m.name.length);
        System.arraycopy(m.path, 0, entry, fixed + m.name.length, m.path.length);
        CRC32 crc = new CRC32();
        crc.update(entry, 0, Layout.ENTRY_CHECKSUM.offset());
        crc.update(entry, fixed, entry.length - fixed);
        Layout.ENTRY_CHECKSUM.set(entry, 0, crc.getValue());
        return entry;
    }
}
