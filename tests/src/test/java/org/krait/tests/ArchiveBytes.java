package org.krait.tests;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.krait.snapshot.Field;
import org.krait.snapshot.Layout;

/** Changes the bytes of an archive in such a way that its checksums are right. */
public final class ArchiveBytes {
    private ArchiveBytes() {}

    /** Writes the checksums of the image at an offset, and of the entry that names it, anew. */
    public static void mendChecksums(byte[] archive, long image) {
        int slots = Layout.SLOTS.getInt(archive, 0);
        for (int i = 0; i < slots; i++) {
            int entry = (int) Layout.SLOT_ENTRY.get(archive, Layout.HEADER.size() + i * Layout.SLOT.size());
            if (entry != 0 && Layout.IMAGE.get(archive, entry) == image) {
                CRC32 ofImage = new CRC32();
                ofImage.update(archive, (int) image, Layout.IMAGE_SIZE.getInt(archive, entry));
                Layout.IMAGE_CHECKSUM.set(archive, entry, ofImage.getValue());
                mendEntry(archive, entry);
            }
        }
    }

    /** Has what an archive says of a unit say that it lies further on. */
    public static void moveUnit(byte[] archive, int unit, long by) {
        int slot = slot(archive, unit);
        Layout.UNIT_DESCRIPTION.set(archive, slot, Layout.UNIT_DESCRIPTION.get(archive, slot) + by);
        Layout.UNIT_IMAGE.set(archive, slot, Layout.UNIT_IMAGE.get(archive, slot) + by);
    }

    /** Has the entry of an image say that it lies further on. */
    public static void moveImage(byte[] archive, long image, long by) {
        int slots = Layout.SLOTS.getInt(archive, 0);
        for (int i = 0; i < slots; i++) {
            int entry = (int) Layout.SLOT_ENTRY.get(archive, Layout.HEADER.size() + i * Layout.SLOT.size());
            if (entry != 0 && Layout.IMAGE.get(archive, entry) == image) {
                Layout.IMAGE.set(archive, entry, image + by);
                mendEntry(archive, entry);
            }
        }
    }

    /** The offset of the first entry in the index from a slot on. */
    public static int entry(byte[] archive, int slot) {
        int slots = Layout.SLOTS.getInt(archive, 0);
        int at = slot;
        while (true) {
            int entry = (int) Layout.SLOT_ENTRY.get(archive, Layout.HEADER.size() + at * Layout.SLOT.size());
            if (entry != 0) {
                return entry;
            }
            at = (at + 1) % slots;
        }
    }

    /** Writes the checksum of the header anew. */
    public static void mendHeader(byte[] archive) {
        CRC32 ofHeader = new CRC32();
        ofHeader.update(archive, 0, Layout.HEADER_CHECKSUM.offset());
        Layout.HEADER_CHECKSUM.set(archive, 0, ofHeader.getValue());
    }

    /** Writes the checksum of an entry anew; of none that claims a name or a path beyond the end. */
    public static void mendEntry(byte[] archive, int entry) {
        long text = Layout.ENTRY.size() + Math.max(0L, Layout.NAME_SIZE.getInt(archive, entry))
                + Math.max(0L, Layout.PATH_SIZE.getInt(archive, entry));
        if (entry + text > archive.length) {
            return;
        }
        CRC32 ofEntry = new CRC32();
        ofEntry.update(archive, entry, Layout.ENTRY_CHECKSUM.offset());
        ofEntry.update(archive, entry + Layout.ENTRY.size(),
                (int) text - Layout.ENTRY.size());
        Layout.ENTRY_CHECKSUM.set(archive, entry, ofEntry.getValue());
    }

    /** A part of an archive. */
    public record Part(int offset, int size) {}

    private static int slot(byte[] archive, int unit) {
        return (int) Layout.UNIT_TABLE.get(archive, 0) + unit * Layout.UNIT_SLOT.size();
    }

    /** The parts of a unit. */
    public enum UnitPart {
        DESCRIPTION(Layout.UNIT_DESCRIPTION, Layout.UNIT_DESCRIPTION_SIZE, Layout.UNIT_DESCRIPTION_CHECKSUM),
        IMAGE(Layout.UNIT_IMAGE, Layout.UNIT_IMAGE_SIZE, Layout.UNIT_IMAGE_CHECKSUM),
        READERS(Layout.UNIT_READERS, Layout.UNIT_READERS_SIZE, Layout.UNIT_READERS_CHECKSUM);

        private final Field offset;
        private final Field size;
        private final Field checksum;

        UnitPart(Field offset, Field size, Field checksum) {
            this.offset = offset;
            this.size = size;
            this.checksum = checksum;
        }
    }

    /** Where a part of a unit lies. */
    public static Part unit(byte[] archive, int unit, UnitPart part) {
        int slot = slot(archive, unit);
        return new Part((int) part.offset.get(archive, slot), part.size.getInt(archive, slot));
    }

    /** How many objects a unit claims to have, but no more than its image has room for. */
    public static int objects(byte[] archive, int unit) {
        Part image = unit(archive, unit, UnitPart.IMAGE);
        int objects = Layout.OBJECTS.getInt(archive, image.offset);
        return Math.max(0, Math.min(objects, image.size / 4));
    }

    /** Has an object of a unit lie outside of its image. */
    public static void loseObject(byte[] archive, int unit, int number) {
        int row = unit(archive, unit, UnitPart.IMAGE).offset + Layout.IMAGE_HEADER.size() + 4 * number;
        ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).putInt(row, Integer.MAX_VALUE);
        mendUnit(archive, unit);
    }

    /** Writes the checksums of a unit anew. */
    public static void mendUnit(byte[] archive, int unit) {
        for (UnitPart part : UnitPart.values()) {
            Part bytes = unit(archive, unit, part);
            CRC32 sum = new CRC32();
            sum.update(archive, bytes.offset, bytes.size);
            part.checksum.set(archive, slot(archive, unit), sum.getValue());
        }
    }
}
