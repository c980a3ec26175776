package org.krait.tests;

import java.util.zip.CRC32;
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
                CRC32 ofEntry = new CRC32();
                ofEntry.update(archive, entry, Layout.ENTRY_CHECKSUM.offset());
                ofEntry.update(archive, entry + Layout.ENTRY.size(),
                        Layout.NAME_SIZE.getInt(archive, entry) + Layout.PATH_SIZE.getInt(archive, entry));
                Layout.ENTRY_CHECKSUM.set(archive, entry, ofEntry.getValue());
            }
        }
    }
}
