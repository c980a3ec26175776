package org.krait.snapshot;

/** One number of a {@link Struct}: its place, width in bytes and meaning. Little endian. */
public record Field(String name, int offset, int width, String meaning) {
    /** Reads the field of the struct that starts at {@code base}. */
    public long get(byte[] bytes, int base) {
        int at = base + offset;
        if (width == 2) {
            return getShort(bytes, base);
        }
        if (width == 4) {
            return Bytes.getInt(bytes, at) & 0xffffffffL;
        }
        return Bytes.getInt(bytes, at) & 0xffffffffL | (long) Bytes.getInt(bytes, at + 4) << 32;
    }

    /** Reads the field as an int: for 4-byte fields. */
    public int getInt(byte[] bytes, int base) {
        return Bytes.getInt(bytes, base + offset);
    }

    /** Reads the field as an int: for 2-byte fields. */
    public int getShort(byte[] bytes, int base) {
        return bytes[base + offset] & 0xff | (bytes[base + offset + 1] & 0xff) << 8;
    }

    /** Writes the field of the struct that starts at {@code base}. */
    public void set(byte[] bytes, int base, long value) {
        for (int i = 0; i < width; i++) {
            bytes[base + offset + i] = (byte) (value >>> (8 * i));
        }
    }
}
