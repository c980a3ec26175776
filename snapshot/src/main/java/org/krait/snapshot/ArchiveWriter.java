package org.krait.snapshot;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes an archive: modules are added one by one, {@link #writeTo} puts the file in place atomically. */
public final class ArchiveWriter {
    /** As many links as Linux follows. */
    private static final int MAX_LINKS = 40;

    private final Map<String, Module> modules = new LinkedHashMap<>();
    /** By module, its unit plus 1 and the number of its object. */
    private final Map<String, int[]> places = new HashMap<>();
    private final List<Unit> units = new ArrayList<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();
    private final int optimize;

    private record Unit(byte[] description, byte[] image, byte[] readers) {}

    private record Module(byte[] name, ModuleSource source, byte[] path, byte[] image) {}

    /** A writer for code that was compiled with an -O level. */
    public ArchiveWriter(int optimize) {
        this.optimize = optimize;
    }

    /** Adds a module, or replaces the one of the same name. */
    public void add(String name, ModuleSource source, CodeImage code) {
        modules.put(name, new Module(name.getBytes(StandardCharsets.UTF_8), source,
                source.path().getBytes(StandardCharsets.UTF_8), code.bytes()));
    }

    /**
     * Adds a unit of modules that were executed; their code was added before. The units before it can be its own.
     *
     * @param readers who has read of its objects, as {@link UnitReaders#write} puts it
     */
    public void addUnit(UnitDescription description, byte[] image, byte[] readers) {
        units.add(new Unit(description.write(), image, readers));
        for (UnitDescription.Module m : description.modules()) {
            places.put(m.name(), new int[] {units.size(), m.root()});
        }
    }

    /** Says why a module is left to its code, though others are added as units. */
    public void addReason(String module, String reason) {
        reasons.put(module, reason);
    }

    /** The source of a module whose code was added. */
    public ModuleSource source(String module) {
        Module known = modules.get(module);
        return known == null ? ModuleSource.NONE : known.source;
    }

    /** How many modules were added. */
    public int size() {
        return modules.size();
    }

    /**
     * Writes the file beside its place, or that of the file a link leads to, brings it to the disk and renames it;
     * readers of an old one keep theirs.
     */
    public void writeTo(String file) throws IOException {
        Path place = Path.of(file);
        for (int links = 0; links < MAX_LINKS && Files.isSymbolicLink(place); links++) {
            place = place.resolveSibling(Files.readSymbolicLink(place));
        }
        AtomicFile.write(place.toString(), this::writeContent);
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
        for (Map.Entry<String, Module> named : modules.entrySet()) {
            Module m = named.getValue();
            byte[] entry = entry(m, image, places.get(named.getKey()));
            entries.add(entry);
            insert(index, slots, Layout.hash(m.name), at);
            at += entry.length;
            image += m.image.length + 15 & ~15L;
        }
        long unitsStart = image;
        byte[] why = reasons.isEmpty() ? new byte[0] : Reasons.write(reasons);
        out.write(header(slots, unitsStart, unitsEnd(unitsStart), why));
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
        writeUnits(out, unitsStart);
        out.setLength(unitsEnd(unitsStart));
        out.seek(unitsEnd(unitsStart));
        out.write(why);
    }

    private long unitsEnd(long start) {
        long end = start + (long) units.size() * Layout.UNIT_SLOT.size() + 15 & ~15L;
        for (Unit u : units) {
            end += u.description.length + 15 & ~15L;
            end += u.image.length + 15 & ~15L;
            end += u.readers.length + 15 & ~15L;
        }
        return end;
    }

    /** The table of the units, then their descriptions, then their images, then who has read of their objects. */
    private void writeUnits(RandomAccessFile out, long start) throws IOException {
        byte[] table = new byte[units.size() * Layout.UNIT_SLOT.size()];
        long description = start + table.length + 15 & ~15L;
        long image = description;
        for (Unit u : units) {
            image += u.description.length + 15 & ~15L;
        }
        long readers = image;
        for (Unit u : units) {
            readers += u.image.length + 15 & ~15L;
        }
        for (int i = 0; i < units.size(); i++) {
            Unit u = units.get(i);
            int slot = i * Layout.UNIT_SLOT.size();
            Layout.UNIT_DESCRIPTION.set(table, slot, description);
            Layout.UNIT_DESCRIPTION_SIZE.set(table, slot, u.description.length);
            Layout.UNIT_DESCRIPTION_CHECKSUM
                    .set(table, slot, Archive.checksum(u.description, 0, u.description.length));
            Layout.UNIT_IMAGE.set(table, slot, image);
            Layout.UNIT_IMAGE_SIZE.set(table, slot, u.image.length);
            Layout.UNIT_IMAGE_CHECKSUM.set(table, slot, Archive.checksum(u.image, 0, u.image.length));
            Layout.UNIT_READERS.set(table, slot, readers);
            Layout.UNIT_READERS_SIZE.set(table, slot, u.readers.length);
            Layout.UNIT_READERS_CHECKSUM.set(table, slot, Archive.checksum(u.readers, 0, u.readers.length));
            out.seek(description);
            out.write(u.description);
            out.seek(image);
            out.write(u.image);
            out.seek(readers);
            out.write(u.readers);
            readers += u.readers.length + 15 & ~15L;
            description += u.description.length + 15 & ~15L;
            image += u.image.length + 15 & ~15L;
        }
        out.seek(start);
        out.write(table);
    }

    private byte[] header(int slots, long unitTable, long unitsEnd, byte[] why) {
        byte[] header = new byte[Layout.HEADER.size()];
        Layout.MAGIC.set(header, 0, Layout.MAGIC_VALUE);
        Layout.VERSION.set(header, 0, Layout.CURRENT_VERSION);
        Layout.OPCODES.set(header, 0, Layout.opcodes());
        Layout.LENGTH.set(header, 0, unitsEnd + why.length);
        Layout.MODULES.set(header, 0, modules.size());
        Layout.SLOTS.set(header, 0, slots);
        Layout.OPTIMIZE.set(header, 0, optimize);
        Layout.UNITS.set(header, 0, units.size());
        Layout.UNIT_TABLE.set(header, 0, unitTable);
        Layout.REASONS_SIZE.set(header, 0, why.length);
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

    private static byte[] entry(Module m, long image, int[] place) {
        int fixed = Layout.ENTRY.size();
        byte[] entry = new byte[fixed + m.name.length + m.path.length];
        Layout.MODIFIED.set(entry, 0, m.source.modified());
        Layout.SOURCE_SIZE.set(entry, 0, m.source.size());
        Layout.SOURCE_HASH.set(entry, 0, m.source.hash());
        Layout.IMAGE.set(entry, 0, image);
        Layout.IMAGE_SIZE.set(entry, 0, m.image.length);
        Layout.IMAGE_CHECKSUM.set(entry, 0, Archive.checksum(m.image, 0, m.image.length));
        Layout.FLAGS.set(entry, 0, m.source.flags());
        Layout.UNIT.set(entry, 0, place == null ? 0 : place[0]);
        Layout.UNIT_ROOT.set(entry, 0, place == null ? 0 : place[1]);
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
