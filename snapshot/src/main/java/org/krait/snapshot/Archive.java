package org.krait.snapshot;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.krait.objects.PyStr;
import org.krait.objects.code.CodeObject;

/**
 * An open archive. Opening reads the header alone, so it costs the same whatever is in the file; a look-up touches a
 * slot and an entry, a module its image.
 *
 * <p>Checked before use: the header on opening, entry and image (bounds and checksum) on first touch. Safe for use by
 * several threads; the mapping is read only.
 */
public final class Archive {
    private static final int MAX_PROBES = 1 << 20;
    /** So many bytes of the units' table and descriptions are read at once, so that small archives need one access. */
    private static final int MAX_DESCRIPTIONS = 1 << 17;
    /** How many bytes are read with an entry for its name and path, before their sizes are known. */
    private static final int USUAL_TEXT = 96;

    private final String file;
    /** Null when the file is mapped: that needs no open file. */
    private final FileChannel channel;
    private final ByteBuffer mapping;
    /** The mapping with a position of its own, to be used under its lock: another buffer costs more than a checksum. */
    private final ByteBuffer view;
    private final long length;
    private final byte[] header;
    /** The table of the units and their descriptions; null until it is asked for, empty when that is too much. */
    private volatile byte[] unitTable;

    private Archive(String file, FileChannel channel, ByteBuffer mapping, long length, byte[] header) {
        this.file = file;
        this.channel = channel;
        this.mapping = mapping;
        view = mapping == null ? null : mapping.duplicate();
        this.length = length;
        this.header = header;
    }

    /** A module as an archive knows it. */
    public record Entry(String name, ModuleSource source, long image, int imageSize, int imageChecksum, int unit,
            int unitRoot) {}

    /** Opens and maps an archive and checks its header. */
    @SuppressWarnings("resource")
    public static Archive open(String file) throws ArchiveException {
        try {
            RandomAccessFile in = new RandomAccessFile(file, "r");
            boolean isRead = false;
            try {
                Archive archive = open(file, in);
                isRead = archive.channel != null;
                return archive;
            } finally {
                if (!isRead) {
                    in.close();
                }
            }
        } catch (IOException e) {
            throw new ArchiveException.Unreadable(file + ": can't be read: " + reason(file, e));
        }
    }

    /** What the system says, without the name of the file that stands before it. */
    private static String reason(String file, IOException e) {
        String text = String.valueOf(e.getMessage());
        boolean isNamed = text.startsWith(file + " (") && text.endsWith(")");
        return isNamed ? text.substring(file.length() + 2, text.length() - 1) : text;
    }

    private static Archive open(String file, RandomAccessFile in) throws IOException, ArchiveException {
        long length = in.length();
        int headerSize = Layout.HEADER.size();
        if (length < headerSize) {
            throw new ArchiveException.Damaged(file + ": has " + length + " bytes, expected a header of " + headerSize);
        }
        byte[] header = new byte[headerSize];
        in.readFully(header);
        check(file, header, length);
        FileChannel channel = in.getChannel();
        ByteBuffer mapping = length <= Integer.MAX_VALUE
                ? Mapping.map(channel, length)
                : null;
        return new Archive(file, mapping == null ? channel : null, mapping, length, header);
    }

    private static void check(String file, byte[] header, long length) throws ArchiveException {
        if (Layout.MAGIC.get(header, 0) != Layout.MAGIC_VALUE) {
            throw new ArchiveException.Damaged(file + ": magic is " + Long.toHexString(Layout.MAGIC.get(header, 0))
                    + ", expected " + Long.toHexString(Layout.MAGIC_VALUE) + ": not a Krait archive, or damaged");
        }
        require(file, header, Layout.VERSION, Layout.CURRENT_VERSION, 10);
        require(file, header, Layout.OPCODES, Layout.opcodes(), 16);
        int checksum = checksum(header, 0, Layout.HEADER_CHECKSUM.offset());
        if (Layout.HEADER_CHECKSUM.getInt(header, 0) != checksum) {
            throw damaged(file, Layout.HEADER_CHECKSUM, Layout.HEADER_CHECKSUM.getInt(header, 0), checksum);
        }
        if (Layout.LENGTH.get(header, 0) != length) {
            throw new ArchiveException.Damaged(file + ": length is " + length + ", expected "
                    + Layout.LENGTH.get(header, 0) + ": the file is cut short or was appended to");
        }
        int slots = Layout.SLOTS.getInt(header, 0);
        if (slots <= 0 || Integer.bitCount(slots) != 1
                || Layout.HEADER.size() + (long) slots * Layout.SLOT.size() > length) {
            throw new ArchiveException.Damaged(
                    file + ": slots is " + slots + ", expected a power of two within the file");
        }
        int units = Layout.UNITS.getInt(header, 0);
        long table = Layout.UNIT_TABLE.get(header, 0);
        if (units < 0 || units > 0 && (table < 0 || table > length - (long) units * Layout.UNIT_SLOT.size())) {
            throw new ArchiveException.Damaged(
                    file + ": units is " + units + ", more than the file holds at " + table);
        }
    }

    private static void require(String file, byte[] header, Field field, int expected, int radix)
            throws ArchiveException {
        int found = field.getInt(header, 0);
        if (found != expected) {
            throw new ArchiveException.OtherVersion(file + ": " + field.name() + " is "
                    + Integer.toUnsignedString(found, radix) + ", expected " + Integer.toUnsignedString(expected, radix)
                    + "; it is of another version of Krait: write it anew");
        }
    }

    private static ArchiveException damaged(String file, Field field, int found, int expected) {
        return new ArchiveException.Damaged(file + ": " + field.name() + " is " + Integer.toHexString(found)
                + ", expected " + Integer.toHexString(expected) + "; the file is damaged: write it anew");
    }

    static int checksum(byte[] bytes, int from, int count) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, count);
        return (int) crc.getValue();
    }

    public String file() {
        return file;
    }

    /** The -O level the code was compiled with. */
    public int optimize() {
        return Layout.OPTIMIZE.getInt(header, 0);
    }

    /** How many modules there are. */
    public int size() {
        return Layout.MODULES.getInt(header, 0);
    }

    public long length() {
        return length;
    }

    /** A field of the header. */
    public long header(Field field) {
        return field.get(header, 0);
    }

    /** The entry of a module, or null when the archive does not have it. */
    public Entry find(String name) throws ArchiveException {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        int hash = Layout.hash(utf8);
        int mask = Layout.SLOTS.getInt(header, 0) - 1;
        int slot = hash & mask;
        for (int probes = 0; probes <= mask && probes < MAX_PROBES; probes++) {
            byte[] bytes = read(Layout.HEADER.size() + (long) slot * Layout.SLOT.size(), Layout.SLOT.size());
            long at = Layout.SLOT_ENTRY.get(bytes, 0);
            if (at == 0) {
                return null;
            }
            if (Layout.SLOT_HASH.getInt(bytes, 0) == hash) {
                byte[] entry = readEntry(at);
                int from = Layout.ENTRY.size();
                int to = from + Layout.NAME_SIZE.getInt(entry, 0);
                if (Arrays.equals(entry, from, to, utf8, 0, utf8.length)) {
                    return entry(entry, name);
                }
            }
            slot = (slot + 1) & mask;
        }
        return null;
    }

    /** All entries, in the order of the index. */
    public List<Entry> entries() throws ArchiveException {
        List<Entry> all = new ArrayList<>();
        int slots = Layout.SLOTS.getInt(header, 0);
        byte[] table = read(Layout.HEADER.size(), slots * Layout.SLOT.size());
        for (int i = 0; i < slots; i++) {
            long at = Layout.SLOT_ENTRY.get(table, i * Layout.SLOT.size());
            if (at != 0) {
                byte[] entry = readEntry(at);
                all.add(entry(entry, new String(entry, Layout.ENTRY.size(), Layout.NAME_SIZE.getInt(entry, 0),
                        StandardCharsets.UTF_8)));
            }
        }
        return all;
    }

    /** The bytes of an entry, with its name and path, and perhaps some behind them. */
    private byte[] readEntry(long at) throws ArchiveException {
        int fixed = Layout.ENTRY.size();
        byte[] bytes = read(at, (int) Math.min(fixed + USUAL_TEXT, Math.max(length - at, fixed)));
        int nameSize = Layout.NAME_SIZE.getInt(bytes, 0);
        int pathSize = Layout.PATH_SIZE.getInt(bytes, 0);
        if (nameSize < 0 || pathSize < 0 || nameSize > 1 << 16 || pathSize > 1 << 16) {
            throw new ArchiveException.Damaged(file + ": entry at " + at + " has a name of " + nameSize
                    + " and a path of " + pathSize + " bytes");
        }
        if (fixed + nameSize + pathSize > bytes.length) {
            bytes = read(at, fixed + nameSize + pathSize);
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, Layout.ENTRY_CHECKSUM.offset());
        crc.update(bytes, fixed, nameSize + pathSize);
        if (Layout.ENTRY_CHECKSUM.getInt(bytes, 0) != (int) crc.getValue()) {
            throw damaged(file, Layout.ENTRY_CHECKSUM, Layout.ENTRY_CHECKSUM.getInt(bytes, 0), (int) crc.getValue());
        }
        return bytes;
    }

    private static Entry entry(byte[] bytes, String name) {
        int path = Layout.ENTRY.size() + Layout.NAME_SIZE.getInt(bytes, 0);
        ModuleSource source = new ModuleSource(
                new String(bytes, path, Layout.PATH_SIZE.getInt(bytes, 0), StandardCharsets.UTF_8),
                Layout.FLAGS.getInt(bytes, 0),
                Layout.MODIFIED.get(bytes, 0), Layout.SOURCE_SIZE.get(bytes, 0), Layout.SOURCE_HASH.get(bytes, 0));
        return new Entry(name, source, Layout.IMAGE.get(bytes, 0), Layout.IMAGE_SIZE.getInt(bytes, 0),
                Layout.IMAGE_CHECKSUM.getInt(bytes, 0), Layout.UNIT.getInt(bytes, 0) - 1,
                Layout.UNIT_ROOT.getInt(bytes, 0));
    }

    /** The code of a module; functions inside it are made when they are first called. */
    public CodeObject code(Entry entry, PyStr sourceFile) throws ArchiveException {
        return image(entry, sourceFile).root();
    }

    /** The image of a module's code, checked. */
    ModuleImage image(Entry entry, PyStr sourceFile) throws ArchiveException {
        byte[] bytes = read(entry.image, entry.imageSize);
        int checksum = checksum(bytes, 0, bytes.length);
        if (checksum != entry.imageChecksum) {
            throw damaged("image of " + entry.name, checksum, entry.imageChecksum);
        }
        ModuleImage image = new ModuleImage(file + ": image of " + entry.name, bytes, sourceFile);
        image.isForCallers = CodeImages.isForCallers(entry.name);
        return image;
    }

    /** How many units of executed modules there are. */
    public int units() {
        return Layout.UNITS.getInt(header, 0);
    }

    /** The table of the units and their descriptions, which lie between it and the first image. */
    private byte[] unitTable() throws ArchiveException {
        byte[] table = unitTable;
        if (table == null) {
            long start = Layout.UNIT_TABLE.get(header, 0);
            long size = Layout.UNIT_IMAGE.get(read(start, Layout.UNIT_SLOT.size()), 0) - start;
            boolean isWhole = size >= (long) units() * Layout.UNIT_SLOT.size() && size <= MAX_DESCRIPTIONS;
            table = isWhole ? read(start, (int) size) : new byte[0];
            unitTable = table;
        }
        return table;
    }

    private byte[] unitSlot(int unit) throws ArchiveException {
        if (unit < 0 || unit >= units()) {
            throw new ArchiveException.Damaged(file + ": unit " + unit + " of " + units() + " is asked for");
        }
        int size = Layout.UNIT_SLOT.size();
        byte[] table = unitTable();
        return table.length > 0 ? Arrays.copyOfRange(table, unit * size, (unit + 1) * size)
                : read(Layout.UNIT_TABLE.get(header, 0) + (long) unit * size, size);
    }

    private byte[] unitDescription(byte[] slot) throws ArchiveException {
        long at = Layout.UNIT_DESCRIPTION.get(slot, 0);
        int size = Layout.UNIT_DESCRIPTION_SIZE.getInt(slot, 0);
        byte[] table = unitTable();
        long from = at - Layout.UNIT_TABLE.get(header, 0);
        return from >= 0 && size >= 0 && from + size <= table.length
                ? Arrays.copyOfRange(table, (int) from, (int) from + size)
                : read(at, size);
    }

    /** What must be known of a unit before it is bound. */
    public UnitDescription describeUnit(int unit) throws ArchiveException {
        byte[] slot = unitSlot(unit);
        byte[] bytes = unitDescription(slot);
        int size = bytes.length;
        if (checksum(bytes, 0, size) != Layout.UNIT_DESCRIPTION_CHECKSUM.getInt(slot, 0)) {
            throw damaged("the description of unit " + unit, checksum(bytes, 0, size),
                    Layout.UNIT_DESCRIPTION_CHECKSUM.getInt(slot, 0));
        }
        return UnitDescription.read(this, unit, bytes);
    }

    /** Which units have read of a unit's objects. */
    public UnitReaders readers(int unit) throws ArchiveException {
        byte[] slot = unitSlot(unit);
        byte[] bytes = read(Layout.UNIT_READERS.get(slot, 0), Layout.UNIT_READERS_SIZE.getInt(slot, 0));
        int found = checksum(bytes, 0, bytes.length);
        if (found != Layout.UNIT_READERS_CHECKSUM.getInt(slot, 0)) {
            throw damaged("who has read of unit " + unit, found, Layout.UNIT_READERS_CHECKSUM.getInt(slot, 0));
        }
        return UnitReaders.read(file.concat(": who has read of unit ").concat(String.valueOf(unit)), bytes);
    }

    /** By module, why it is left to its code though the archive has units; read when it is asked for. */
    public Map<String, String> reasons() throws ArchiveException {
        int size = Layout.REASONS_SIZE.getInt(header, 0);
        if (size == 0) {
            return Map.of();
        }
        return Reasons.read(file + ": reasons", read(length - size, size));
    }

    /** Checks the bytes of a unit's objects without reading them, where the archive is mapped. */
    void checkUnit(int unit) throws ArchiveException {
        byte[] slot = unitSlot(unit);
        long at = Layout.UNIT_IMAGE.get(slot, 0);
        int size = Layout.UNIT_IMAGE_SIZE.getInt(slot, 0);
        int found;
        if (mapping == null) {
            found = checksum(read(at, size), 0, size);
        } else {
            checkRange(at, size);
            CRC32 crc = new CRC32();
            synchronized (view) {
                view.limit((int) at + size);
                view.position((int) at);
                crc.update(view);
            }
            found = (int) crc.getValue();
        }
        if (found != Layout.UNIT_IMAGE_CHECKSUM.getInt(slot, 0)) {
            throw damaged("the image of unit " + unit, found, Layout.UNIT_IMAGE_CHECKSUM.getInt(slot, 0));
        }
    }

    /** The bytes of a unit's image, checked. */
    byte[] unitImage(int unit) throws ArchiveException {
        checkUnit(unit);
        byte[] slot = unitSlot(unit);
        return read(Layout.UNIT_IMAGE.get(slot, 0), Layout.UNIT_IMAGE_SIZE.getInt(slot, 0));
    }

    /** A field of a unit's slot. */
    long unitField(int unit, Field field) throws ArchiveException {
        return field.get(unitSlot(unit), 0);
    }

    /** Reads a unit's objects, which {@link #checkUnit} has checked. */
    HeapUnit readUnit(Heap heap, int unit) throws ArchiveException {
        byte[] slot = unitSlot(unit);
        byte[] bytes = read(Layout.UNIT_IMAGE.get(slot, 0), Layout.UNIT_IMAGE_SIZE.getInt(slot, 0));
        return new HeapUnit(heap, unit, file + ": image of unit " + unit, bytes);
    }

    private ArchiveException damaged(String what, int found, int expected) {
        return new ArchiveException.Damaged(file + ": " + what + " has checksum " + Integer.toHexString(found)
                + ", expected " + Integer.toHexString(expected) + "; the file is damaged: write it anew");
    }

    private void checkRange(long at, int count) throws ArchiveException {
        if (at < 0 || count < 0 || at > length - count) {
            throw new ArchiveException.Damaged(
                    file + ": " + count + " bytes at " + at + " are beyond its end at " + length);
        }
    }

    private byte[] read(long at, int count) throws ArchiveException {
        checkRange(at, count);
        byte[] bytes = new byte[count];
        if (mapping != null) {
            mapping.get((int) at, bytes);
            return bytes;
        }
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, at + buffer.position()) < 0) {
                    throw new ArchiveException.Damaged(file + ": was cut short while in use");
                }
            }
        } catch (IOException e) {
            throw new ArchiveException.Unreadable(file + ": " + e.getMessage());
        }
        return bytes;
    }
}
