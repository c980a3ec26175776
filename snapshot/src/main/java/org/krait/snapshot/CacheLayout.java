package org.krait.snapshot;

import java.util.zip.CRC32;
import org.krait.objects.code.Opcode;

/**
 * The format of a cache file (PEP 3147, PEP 552): a header, what is known of the source, the code as marshal data, and
 * a trailer, which the library's own writers ({@code py_compile}, {@code importlib}) leave out.
 */
public final class CacheLayout {
    public static final Struct HEADER = new Struct();
    public static final Field MAGIC = HEADER.u32("magic", "format and instruction set of the writer");
    public static final Field FLAGS = HEADER.u32("flags", "1: goes by the hash of the source, 2: which is checked");

    /** Follows the header of a file that goes by time and size. */
    public static final Struct STAMP = new Struct();
    public static final Field MODIFIED = STAMP.u32("modified", "modification time of the source in seconds");
    public static final Field SOURCE_SIZE = STAMP.u32("source size", "size of the source in bytes, modulo 2**32");

    /** Follows the header of a file that goes by the hash. */
    public static final Struct HASH = new Struct();
    public static final Field SOURCE_HASH = HASH.u64("source hash", "PEP 552 hash of the source");

    /** Follows the marshal data. */
    public static final Struct TRAILER = new Struct();
    public static final Field TRAILER_MARK = TRAILER.u32("mark", "says that a checksum follows");
    public static final Field CHECKSUM = TRAILER.u32("checksum", "CRC-32 of everything before the trailer");

    /** A flag: the file is good while the source has the hash. */
    public static final int HASH_BASED = 1;
    /** A flag of hash-based files: the source is read to compare. */
    public static final int CHECK_SOURCE = 2;
    /** What {@link #TRAILER_MARK} is: {@code sumK}. */
    public static final int TRAILER_MARK_VALUE = 0x4b6d7573;
    /** Where the marshal data begins. */
    public static final int DATA_OFFSET = HEADER.size() + STAMP.size();

    private CacheLayout() {}

    /** What {@link #MAGIC} must be, as bytes. */
    public static byte[] magic() {
        int fingerprint = Opcode.FINGERPRINT;
        return new byte[] {(byte) (fingerprint ^ fingerprint >>> 16), (byte) (fingerprint >>> 8 ^ fingerprint >>> 24),
            '\r', '\n'};
    }

    /** What {@link #MAGIC} must be. */
    public static int magicNumber() {
        return Bytes.getInt(magic(), 0);
    }

    /** The bytes in front of the marshal data, of a file that goes by the time and size of its source. */
    public static byte[] head(long modifiedMillis, long sourceSize) {
        byte[] head = new byte[DATA_OFFSET];
        MAGIC.set(head, 0, magicNumber());
        MODIFIED.set(head, HEADER.size(), modifiedMillis / 1000);
        SOURCE_SIZE.set(head, HEADER.size(), sourceSize);
        return head;
    }

    /** The bytes in front of the marshal data, of a file that goes by the hash of its source. */
    public static byte[] head(int flags, long sourceHash) {
        byte[] head = new byte[DATA_OFFSET];
        MAGIC.set(head, 0, magicNumber());
        FLAGS.set(head, 0, flags);
        SOURCE_HASH.set(head, HEADER.size(), sourceHash);
        return head;
    }

    /** The trailer of a file. */
    public static byte[] trailer(byte[] head, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(head, 0, head.length);
        crc.update(data, 0, data.length);
        byte[] trailer = new byte[TRAILER.size()];
        TRAILER_MARK.set(trailer, 0, TRAILER_MARK_VALUE);
        CHECKSUM.set(trailer, 0, crc.getValue());
        return trailer;
    }

    /** What is wrong with what follows the marshal data: {@code field is …, expected …}; null for nothing. */
    public static String trailerError(byte[] file, int dataEnd) {
        if (dataEnd == file.length) {
            return null;
        }
        if (file.length - dataEnd != TRAILER.size() || TRAILER_MARK.getInt(file, dataEnd) != TRAILER_MARK_VALUE) {
            return "length is " + file.length + ", expected " + (dataEnd + TRAILER.size());
        }
        int found = CHECKSUM.getInt(file, dataEnd);
        int expected = Archive.checksum(file, 0, dataEnd);
        return found == expected ? null
                : CHECKSUM.name() + " is " + Integer.toHexString(found) + ", expected " + Integer.toHexString(expected);
    }
}
